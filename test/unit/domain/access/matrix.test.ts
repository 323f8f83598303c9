import { describe, expect, it } from 'vitest';
import { abilityOf } from '../../../../domain/access/ability-of.ts';
import { caseSubject } from '../../../../domain/access/case-subject.ts';
import { refusalTo } from '../../../../domain/access/refusal-to.ts';
import { actions, type CaseAction } from '../../../../domain/access/subjects.ts';
import type { Viewer } from '../../../../domain/access/viewer.ts';
import type { CaseState } from '../../../../domain/stream/case/case-state.ts';
import type { SystemRole } from '../../../../domain/stream/person/person-state.ts';
import {
  expandMatrix,
  type MatrixCell,
  matrixRelations,
  matrixRoles,
} from '../../../support/access-matrix.ts';
import { askOf, caseDoc, gateOf, stateOf } from '../../../support/case-of.ts';
import { viewerOf } from './viewers.ts';

const ties: Record<string, [Partial<CaseState>, Partial<Viewer>]> = {
  none: [{}, {}],
  requester: [{ requester: 'me' }, {}],
  behalf: [{ behalf: 'me' }, {}],
  assignee: [{ owner: 'me' }, {}],
  team: [{ team: 'buyers' }, { teams: ['buyers'] }],
  pool: [{ pool: 'desk' }, { pools: ['desk'] }],
  accountable: [{ accountable: 'finance-lead' }, { roles: ['finance-lead'] }],
  backup: [{ backup: 'finance-lead' }, { roles: ['finance-lead'] }],
  approver: [{ gates: [gateOf(['me', 'ann'])] }, {}],
  voter: [{ gates: [gateOf(['ann'], { voters: ['me'] })] }, {}],
  asked: [{ asks: [askOf('me')] }, {}],
  watcher: [{ watchers: ['me'] }, {}],
  previous: [{ previousOwners: ['me'] }, {}],
};

const standings: Record<string, Partial<CaseState>> = {
  unowned: { owner: null },
  owned: { owner: 'hal' },
  closed: { owner: 'hal', open: false, category: 'done', outcome: 'approved' },
};

function situation({ role, state, relation }: MatrixCell) {
  const [ofCase, ofViewer] = ties[relation] ?? [];
  const doc = caseSubject(caseDoc('c1', stateOf({ ...standings[state], ...ofCase })));
  const viewer = viewerOf({
    systemRoles: [role === 'service' ? 'agent' : (role as SystemRole)],
    kind: role === 'service' ? 'service' : 'person',
    ...ofViewer,
  });
  return { ability: abilityOf(viewer), doc };
}

describe('the authorisation matrix', () => {
  const cells = expandMatrix(actions.Case);

  it('has a square for every action, and asks of every role and relation', () => {
    expect(cells).toHaveLength(actions.Case.length * matrixRoles.length * (matrixRelations.length * 3 - 1));
    expect(Object.keys(ties)).toEqual(matrixRelations);
  });

  it.each(actions.Case)('%s is allowed in exactly the squares of the table', (action) => {
    const wrong = cells
      .filter((cell) => cell.action === action)
      .filter((cell) => {
        const { ability, doc } = situation(cell);
        return ability.can(cell.action as CaseAction, doc) !== cell.allowed;
      });
    expect(wrong).toEqual([]);
  });

  it('refuses exactly what it does not allow, and what cannot be read as if it were not there', () => {
    const readable = new Map(
      cells.filter(({ action }) => action === 'read').map((cell) => [keyOf(cell), cell.allowed]),
    );
    for (const cell of cells) {
      const { ability, doc } = situation(cell);
      const refusal = refusalTo(ability, cell.action as CaseAction, doc);
      if (cell.allowed) expect(refusal).toBeUndefined();
      else if (readable.get(keyOf(cell)) === true) expect([403, 409]).toContain(refusal?.status);
      else expect(refusal?.code).toBe('NOT_FOUND');
    }
  });
});

const keyOf = ({ role, state, relation }: MatrixCell): string => [role, state, relation].join();
