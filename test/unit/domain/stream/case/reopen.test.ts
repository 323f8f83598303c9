import { describe, expect, it } from 'vitest';
import { type CaseState, emptyCase } from '../../../../../domain/stream/case/case-state.ts';
import { decideAssign } from '../../../../../domain/stream/case/commands/hand-over.ts';
import { decideTransition } from '../../../../../domain/stream/case/commands/move.ts';
import { worldFor } from '../../../../support/bare-world.ts';
import { by, givenOf, type Step } from '../../../../support/case-bench.ts';
import { routedTo, submitted, takes } from '../../../../support/case-steps.ts';
import { purchaseWith } from '../../../../support/case-world.ts';

const closed: CaseState = {
  ...emptyCase,
  type: 'thing',
  state: 'closed',
  category: 'done',
  epoch: 2,
  routed: { '2': { kind: 'assigned', at: 1, state: 'open', person: 'ana' } },
  placement: 'assigned',
  owner: 'ana',
};
const owedBy = (state: CaseState, transition: string, gone: readonly string[] = []) =>
  decideTransition(state, { transition, comment: '' }, worldFor('boss', gone)).effects?.map(({ key }) => key);

describe('opening a closed case again', () => {
  it('gives it back to whoever had it, who takes their seat again', () => {
    expect(owedBy(closed, 'revive')).toEqual(['seat:ana']);
  });

  it('routes it where the state has a chain; its owner keeps it and the seat until somebody is found', () => {
    expect(owedBy(closed, 'reopen')).toEqual(['route:3', 'seat:ana']);
  });

  it('routes it where nobody had it, nobody had decided yet, or who had it works here no more', () => {
    expect(owedBy({ ...closed, owner: null, placement: 'waiting' }, 'revive')).toEqual(['route:3']);
    expect(owedBy({ ...closed, owner: null, routed: {}, placement: 'undecided' }, 'revive')).toEqual([
      'route:3',
    ]);
    expect(owedBy(closed, 'revive', ['ana'])).toEqual(['route:3', 'seat:ana']);
  });
});

describe('opening a closed case again in a state without a chain', () => {
  const owners = { owner: { role: 'procurement-lead' }, backup: { role: 'operations-lead' } };
  const definition = purchaseWith({
    '/workflow/states/1/chain': 'delivery',
    '/workflow/states/5': { id: 'checked', title: 'Checked', category: 'in_review', ...owners },
    '/workflow/transitions/4/to': 'checked',
    '/chains/1': { id: 'delivery', title: 'Delivery', rules: [], default: { to: { queue: 'desk' } } },
  });
  const reopened = (...steps: readonly Step[]) =>
    givenOf(definition, submitted(), routedTo('bo'), ...steps).when(takes('lea', 'reopen', 'It broke.'));

  it('keeps whoever the chain for such states had found', () => {
    const { state, owes } = reopened(takes('bo', 'reject', 'no'));
    expect(state).toMatchObject({ state: 'checked', owner: 'bo', epoch: 1, placement: 'assigned' });
    expect(owes).not.toContain('route:2');
  });

  it('routes it where the last one to have it was found for another state', () => {
    const delivered = [takes('bo', 'order'), routedTo('bea'), takes('bea', 'finish')];
    const { state, owes } = reopened(...delivered);
    expect(state).toMatchObject({ state: 'checked', owner: 'bea', epoch: 3, epochCause: 'reopened' });
    expect(state).toMatchObject({ placement: 'undecided', accountable: 'procurement-lead' });
    expect(owes).toEqual(expect.arrayContaining(['route:3', 'seat:bea']));
  });

  it('routes it where the last one to have it was given it by hand in another state', () => {
    const gives = by('lea', (state, world) =>
      decideAssign(state, { to: 'bill', reason: 'Bo is away.' }, world),
    );
    expect(reopened(takes('bo', 'order'), gives, takes('bill', 'finish')).state).toMatchObject({
      owner: 'bill',
      epochCause: 'reopened',
    });
  });

  it('routes it where who has it was found under another type', () => {
    const foreign = { '2': { kind: 'assigned', at: 1, state: 'elsewhere', person: 'ana' } } as const;
    expect(owedBy({ ...closed, routed: foreign }, 'revive')).toEqual(['route:3', 'seat:ana']);
  });
});
