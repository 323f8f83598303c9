import { describe, expect, it } from 'vitest';
import type { Gate } from '../../../../domain/approval/gate-schema.ts';
import { gatesAhead } from '../../../../domain/approval/gates-ahead.ts';
import { openGate } from '../../../../domain/approval/open-gate.ts';
import { decide, directoryOf, gateOf, matter, now, opened, type Scene, seatingFor } from './gate-setting.ts';

const _material = ['systems', 'spend', 'sponsor', 'contract'];
const named = (id: string, more: object = {}): Gate => gateOf({}, { id, ...more });
const _security = named('security', { when: { '==': [{ var: 'systems' }, 'prod'] } });
const _finance = named('finance', { when: { '>': [{ var: 'spend.base' }, 1000] } });
const manager = named('manager');

describe('the gates ahead of a step', () => {
  const scene: Scene = {
    gate: manager,
    directory: directoryOf({ roles: { signer: ['ana', 'bo'] } }),
    matter,
  };
  const open = opened(scene);
  const title = { en: 'Manager', fr: 'Responsable' };

  it('are those demanded and not approved, with who can sign and where rejection leads', () => {
    expect(gatesAhead([manager], [open], ['manager'])).toEqual([
      { id: 'manager', title: 'Security review', signers: ['ana', 'bo'], exits: ['reject', 'back'] },
    ]);
    expect(gatesAhead([manager], [open], [])).toEqual([]);
    expect(gatesAhead([manager], [decide(scene, open, 'ana').gateState], ['manager'])).toEqual([]);
  });

  it('include one demanded that was never opened, and one that was rejected', () => {
    expect(gatesAhead([manager], [], ['manager'])).toMatchObject([{ signers: [] }]);
    const rejected = decide(scene, open, 'ana', { decision: 'reject' }).gateState;
    expect(gatesAhead([manager], [rejected], ['manager'])).toMatchObject([{ signers: [] }]);
  });

  it('name people and gates as they are shown, without those who have signed', () => {
    const two = {
      ...scene,
      gate: named('manager', {
        title,
        steps: [{ id: 's1', title: 'Signs', approvers: [{ role: 'signer' }], quorum: { kind: 'all' } }],
        onReturned: undefined,
      }),
    };
    const { gateState } = decide(two, opened(two), 'ana');
    const naming = { nameOf: (id: string) => id.toUpperCase(), language: 'fr' };
    expect(gatesAhead([two.gate], [gateState], ['manager'], naming)).toEqual([
      { id: 'manager', title: 'Responsable', signers: ['BO'], exits: ['reject'] },
    ]);
  });

  it('are counted in rounds, the inputs kept', () => {
    const again = openGate(
      manager,
      { at: now + 1, seating: seatingFor(scene), dueAt: now + 2 },
      ['spend'],
      open,
    );
    expect(again).toMatchObject({
      round: 2,
      inputs: ['spend'],
      steps: [{ dueAt: now + 2, passed: 0, level: 0 }],
    });
    expect(open.round).toBe(1);
  });
});
