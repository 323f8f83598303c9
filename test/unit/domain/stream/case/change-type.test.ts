import { describe, expect, it } from 'vitest';
import {
  type ChangeTypeCommand,
  decideChangeType,
} from '../../../../../domain/stream/case/commands/change-type.ts';
import { decidePriority } from '../../../../../domain/stream/case/commands/urgency.ts';
import { by, given, type Step } from '../../../../support/case-bench.ts';
import { routed, routedTo, submitted, takes } from '../../../../support/case-steps.ts';
import { factsOfValues, monday, purchaseWith } from '../../../../support/case-world.ts';

/** Rentals: as purchases, with no gate and the first clock alone. */
const rental = purchaseWith({
  '/slug': 'rental',
  '/workflow/states/0/gates': undefined,
  '/clocks/1': undefined,
});
const values = { item: 'Van', amount: { amount: 50, currency: 'EUR' } };

const becomes = (more: Partial<ChangeTypeCommand> = {}, definition = rental): Step => {
  const command = {
    version: 4,
    values,
    title: 'Van',
    searchable: [],
    duplicateKeys: ['k'],
    reason: 'it is rented',
    files: [],
    ...more,
  };
  return by('bo', (state, world) => decideChangeType(state, command, world), {
    definition,
    facts: factsOfValues(command.values),
  });
};

describe('changing the type of a case', () => {
  it('calls off what the old type asked for, begins the new one, and routes the case again', () => {
    const { state, pending, decision } = given(submitted(5_000), routedTo('bo')).when(becomes());
    expect(decision.events.map(({ kind }) => kind)).toEqual([
      'gate-changed',
      'clock-changed',
      'clock-changed',
      'type-changed',
      'clock-started',
      'state-entered',
      'routing-asked',
    ]);
    expect(state).toMatchObject({
      type: 'rental',
      version: 4,
      definition: rental.hash,
      title: 'Van',
      values,
      owner: 'bo',
      epoch: 2,
      gates: [],
      duplicateKeys: ['k'],
      lastEditor: 'bo',
    });
    expect(state.clocks.map(({ id }) => id)).toEqual(['first']);
    expect(pending).not.toContain('gate:finance');
    expect(pending).not.toContain('clock:whole');
    expect(pending).toContain('clock:first');
    expect(pending).toContain('route:2');
  });

  describe('that is held', () => {
    const hold = { until: monday + 3 * 86_400_000, owner: 'procurement-lead', reason: 'budget freeze' };
    const held = [submitted(), routed({ terminal: 'held', hold })] as const;
    const chainless = purchaseWith({ '/slug': 'rental', '/workflow/states/0/chain': undefined });

    it('ends the hold, which the rules of the new type may set anew', () => {
      expect(given(held[0]).when(held[1]).pending).toContain('hold');
      const { state, pending } = given(...held).when(becomes());
      expect(state).toMatchObject({ hold: null, placement: 'undecided', epoch: 2 });
      expect(pending).toContain('route:2');
      expect(pending).not.toContain('hold');
    });

    it('is routed even where the new type begins without a chain', () => {
      const { state, pending, kinds } = given(...held).when(becomes({}, chainless));
      expect(kinds).toContain('routing-asked');
      expect(state).toMatchObject({ hold: null, placement: 'undecided', epoch: 2 });
      expect(pending).toContain('route:2');
    });

    it('stays with whoever has it where the new type begins without a chain', () => {
      const { state } = given(submitted(), routedTo('bo')).when(becomes({}, chainless));
      expect(state).toMatchObject({ owner: 'bo', epoch: 1, placement: 'assigned' });
    });
  });

  it('links the files that came with it, and finds it by its new values', () => {
    const file = { id: 'f1', digest: 'd1', size: 9, name: 'offer.pdf', field: 'offer' };
    const { state, kinds } = given(submitted()).when(becomes({ files: [file], searchable: ['Van'] }));
    expect(kinds).toContain('attached');
    expect(state.attachments).toMatchObject([file]);
    expect(state.searchable).toEqual(['Van']);
  });

  it('sets the priority by the new table, unless somebody set it by hand', () => {
    const urgent = { values: { ...values, urgency: 'high' } };
    expect(given(submitted()).when(becomes(urgent)).state.priority).toBe(2);
    const byHand = by('lea', (state, world) => decidePriority(state, { value: 1, reason: 'now' }, world));
    expect(given(submitted(), byHand).when(becomes(urgent)).state.priority).toBe(1);
  });

  it('leaves a clock that has ended alone', () => {
    const { decision } = given(submitted(), routedTo('bo'), takes('bo', 'order')).when(becomes());
    expect(decision.events.filter(({ kind }) => kind === 'clock-changed')).toHaveLength(1);
  });

  it('is refused without a reason, to the type it has, and on a closed case', () => {
    given(submitted())
      .when(becomes({ reason: ' ' }))
      .isRefused('REASON_REQUIRED');
    given(submitted()).when(becomes({}, purchaseWith())).isRefused('CONFLICT');
    given(submitted(), takes('ria', 'withdraw')).when(becomes()).isRefused('CASE_CLOSED');
  });
});
