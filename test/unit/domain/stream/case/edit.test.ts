import { describe, expect, it } from 'vitest';
import { caseBasis } from '../../../../../domain/stream/case/case-basis.ts';
import { decidePriority } from '../../../../../domain/stream/case/commands/urgency.ts';
import { by, given, givenOf } from '../../../../support/case-bench.ts';
import { edits, routedTo, submitted, takes, votes } from '../../../../support/case-steps.ts';
import { purchase, purchaseWith } from '../../../../support/case-world.ts';

const money = (amount: number) => ({ amount: { amount, currency: 'EUR' } });

describe('editing', () => {
  it('routes the case again when a decided rule read what changed; its owner keeps it until then', () => {
    const { state, owes } = given(submitted(), routedTo('bo'))
      .when(edits('ria', money(900)))
      .leadsTo('edited', 'routing-asked');
    expect(state).toMatchObject({
      owner: 'bo',
      epoch: 2,
      epochCause: 'edited:amount',
      values: { ...money(900) },
      lastEditor: 'ria',
    });
    expect(owes).toContain('route:2');
  });

  it('opens no epoch while the case is undecided: its rev has moved, which is enough', () => {
    const before = given(submitted());
    const { state, bench } = before.when(edits('ria', money(900))).leadsTo('edited');
    expect(state.epoch).toBe(1);
    expect(bench.doc.rev).toBe(before.bench.doc.rev + 1);
  });

  it('does not route it again for a fact no rule read', () => {
    given(submitted(), routedTo('bo'))
      .when(edits('ria', { item: 'Chair' }, { title: 'Chair' }))
      .leadsTo('edited');
    given(submitted(), routedTo('bo'))
      .when(edits('ria', money(900), { factsRead: ['amounts'] }))
      .leadsTo('edited');
  });

  it('moves the basis by a material field alone', () => {
    const { state } = given(submitted(), routedTo('bo'));
    const noted = given(submitted(), routedTo('bo')).when(edits('bo', { note: 'Call first.' }));
    expect(noted.state.lastEditor).toBe('ria');
    expect(caseBasis(noted.state, purchase)).toBe(caseBasis(state, purchase));
    const changed = given(submitted(), routedTo('bo')).when(edits('bo', { item: 'Chair' }));
    expect(changed.state.lastEditor).toBe('bo');
    expect(caseBasis(changed.state, purchase)).not.toBe(caseBasis(state, purchase));
  });

  it('removes a value, names it, and seals what stays with the reason', () => {
    const outcome = given(submitted(), edits('ria', { note: 'x' })).when(
      edits('ria', { note: null, item: 'Chair' }, { title: 'Chair', reason: 'a slip' }),
    );
    const { state, decision } = outcome;
    const data = outcome.data('edited');
    expect(data).toMatchObject({ fields: ['note', 'item'], removed: ['note'], material: true });
    expect(state.values).not.toHaveProperty('note');
    expect(state).toMatchObject({ title: 'Chair', searchable: [] });
    expect(decision.events[0]?.human).toMatchObject({ 'values/item': 'Chair', reason: 'a slip' });
  });

  it('sets the priority anew by the table, unless somebody set it by hand', () => {
    expect(given(submitted()).when(edits('ria', { urgency: 'high' })).state.priority).toBe(2);
    const byHand = by('lea', (state, world) => decidePriority(state, { value: 1, reason: 'now' }, world));
    given(submitted(), byHand)
      .when(edits('ria', { urgency: 'high' }))
      .leadsTo('edited');
  });

  it('opens a gate that is now demanded and calls off one that no longer is', () => {
    const opened = given(submitted(500)).when(edits('ria', money(5_000)));
    expect(opened.kinds).toContain('gate-opened');
    const closed = given(submitted(5_000)).when(edits('ria', money(500)));
    expect(closed.state.gates).toMatchObject([{ status: 'cancelled' }]);
    expect(closed.pending).not.toContain('gate:finance');
  });

  it('has decided anew what was decided on other values, and leaves alone what did not read them', () => {
    const signed = given(submitted(5_000), routedTo('bo'), votes('fay', 'approve'));
    const again = signed.when(edits('ria', money(6_000)));
    expect(again.state.gates).toMatchObject([{ status: 'open', round: 2 }]);
    expect(again.owes).toContain('notify:approve:fay:finance:2:s1');
    const untouched = signed.when(edits('ria', { item: 'Chair' }));
    expect(untouched.state.gates).toMatchObject([{ status: 'approved', round: 1 }]);
  });

  it('takes the automatic step whose guard holds now', () => {
    const definition = purchaseWith({
      '/workflow/transitions/0/auto': true,
      '/workflow/transitions/0/guard': { '==': [{ var: 'urgency' }, 'high'] },
    });
    const { state } = givenOf(definition, submitted()).when(edits('ria', { urgency: 'high' }));
    expect(state.state).toBe('ordered');
  });

  it('does nothing when nothing changed, and is refused on a closed case', () => {
    given(submitted()).when(edits('ria', {})).leadsTo();
    given(submitted(), takes('ria', 'withdraw'))
      .when(edits('ria', money(1)))
      .isRefused('CASE_CLOSED');
  });

  it('ignores a field its form does not have', () => {
    const outcome = given(submitted()).when(edits('ria', { ghost: 'x' }));
    const data = outcome.data('edited');
    expect(data).toMatchObject({ material: false });
  });
});
