import { describe, expect, it } from 'vitest';
import type { CaseState } from '../../../../../domain/stream/case/case-state.ts';
import { workOf } from '../../../../../domain/stream/case/work-rows.ts';
import { given, givenOf, later } from '../../../../support/case-bench.ts';
import { edits, retracts, routed, submitted, takes, votes } from '../../../../support/case-steps.ts';
import { hour, monday, purchaseWith } from '../../../../support/case-world.ts';
import { dear, gate, step, twoGates } from '../../../../support/gate-cases.ts';

describe('taking a decision back', () => {
  const rejected = [...dear, votes('fay', 'reject', { comment: 'too dear' }), later(3_000)];

  it('returns to the state, the owner and the running clocks, and calls off what the decision was to tell, nothing else', () => {
    const before = given(...dear);
    const { state, pending, bench } = given(...rejected).when(retracts('fay'));
    expect(state).toMatchObject({ state: 'review', open: true, outcome: null, owner: 'bo', epoch: 1 });
    expect(step(state)).toMatchObject({
      status: 'open',
      votes: [{ person: 'fay', retractedAt: monday + 3_000 }],
    });
    const notices = (keys: readonly string[]) => keys.filter((key) => key.startsWith('notify:'));
    const told = notices(before.bench.doc.effects.map(({ id }) => id));
    expect(told.length).toBeGreaterThan(0);
    const after = given(...rejected).bench.doc.effects.map(({ id }) => id);
    expect(notices(after).length).toBeGreaterThan(told.length);
    expect(notices(pending).sort()).toEqual(told.sort());
    expect(pending).toContain('seat:bo');
    expect(pending).toContain('gate:finance');
    for (const clock of ['first', 'whole']) {
      const was = before.state.clocks.find(({ id }) => id === clock);
      expect(state.clocks.find(({ id }) => id === clock)).toMatchObject({ dueAt: was?.dueAt });
      expect(bench.doc.effects.find(({ id }) => id === `clock:${clock}`)?.dueAt).toBe(
        before.bench.doc.effects.find(({ id }) => id === `clock:${clock}`)?.dueAt,
      );
    }
  });

  it('lets the same person decide anew, and asks them for it as before', () => {
    const asked = (state: CaseState) => workOf(state).filter(({ task }) => task === 'approve');
    const before = given(...dear).state;
    expect(asked(given(...dear, votes('fay', 'approve')).state)).toEqual([]);
    const { state } = given(...rejected).when(retracts('fay'));
    expect(asked(state)).toEqual(asked(before));
    const again = given(...rejected, retracts('fay')).when(votes('fay', 'approve'));
    expect(gate(again.state)?.status).toBe('approved');
  });

  it('says what comes next as it was said there, and how the state is called', () => {
    const said = given(...dear).state.next;
    const { state, bench } = given(...rejected).when(retracts('fay'));
    expect(state.next).toBe(said);
    const entered = bench.doc.tail.map(({ event }) => event).filter(({ kind }) => kind === 'state-entered');
    expect(entered.at(-1)?.data).toMatchObject({ state: 'review', title: 'Review' });
    // A case that was written before the words were kept has those of the definition.
    const { nextIn: _, ...older } = given(...rejected).state;
    const earlier = given(...rejected).when((at) =>
      retracts('fay')({ ...at, doc: { ...at.doc, state: older } }),
    );
    expect(earlier.state.next).toMatch(/^Look at /);
  });

  it('counts the first response on that the decision had ended, where the case stayed', () => {
    const { state, kinds } = given(...dear, votes('fay', 'approve')).when(retracts('fay'));
    expect(kinds).toEqual(['vote-retracted', 'clock-changed', 'clock-changed']);
    expect(state.clocks.find(({ id }) => id === 'first')?.intervals.map(({ kind }) => kind)).toEqual([
      'started',
      'satisfied',
      'paused',
      'resumed',
    ]);
  });

  it('asks at the other gates again that were called off with it, and asks nobody twice', () => {
    const { state, owes } = givenOf(twoGates, ...rejected).when(retracts('fay'));
    expect(gate(state, 'legal')).toMatchObject({ status: 'open', round: 1, closedAt: null });
    expect(gate(state)?.status).toBe('open');
    expect(owes.filter((key) => key.startsWith('notify:approve'))).toEqual([]);
  });

  it('keeps a hold that closing had ended, to its date', () => {
    const hold = { until: monday + 72 * hour, owner: 'procurement-lead', reason: 'freeze' };
    const closed = given(
      submitted(5_000),
      routed({ terminal: 'held', hold }),
      votes('fay', 'reject', { comment: 'too dear' }),
    );
    expect(closed.state.hold).toBeNull();
    const outcome = closed.when(retracts('fay'));
    expect(outcome.state).toMatchObject({ placement: 'held', hold, open: true });
    expect(outcome.dueAt('hold')).toBe(hold.until);
  });

  it('gives the routing back that the decision had begun, decided as it was before', () => {
    const definition = purchaseWith({
      '/workflow/transitions/0/auto': true,
      '/workflow/states/1/chain': 'intake',
      '/clocks/2': {
        id: 'delivery',
        title: 'Delivery',
        kind: 'state',
        start: { onEnter: ['ordered'] },
        stop: { onLeave: ['done'] },
        pauseIn: [],
        targets: [{ duration: '5d', calendar: 'hq' }],
        thresholds: [],
      },
    });
    const approved = givenOf(definition, ...dear, votes('fay', 'approve'));
    expect(approved.state).toMatchObject({ state: 'ordered', epoch: 2 });
    const { state, pending } = approved.when(retracts('fay'));
    expect(state).toMatchObject({ state: 'review', epoch: 2, owner: 'bo', placement: 'assigned' });
    expect(state.routed['2']).toMatchObject({ kind: 'assigned', person: 'bo', by: 'fay', pool: 'buyers' });
    expect(pending).not.toContain('route:2');
    expect(pending).not.toContain('clock:delivery');
    expect(state.clocks.find(({ id }) => id === 'delivery')?.intervals.at(-1)?.kind).toBe('cancelled');
  });

  it('owes the routing again that closing had called off', () => {
    const { state, pending } = given(submitted(5_000), votes('fay', 'reject', { comment: 'too dear' })).when(
      retracts('fay'),
    );
    expect(state).toMatchObject({ placement: 'undecided', epoch: 1, open: true });
    expect(pending).toContain('route:1');
  });

  it('is refused to others, after 8 s, and once something else happened', () => {
    given(...rejected)
      .when(retracts('finn'))
      .isRefused('NOT_ALLOWED');
    given(submitted(500)).when(retracts('fay')).isRefused('NOT_ALLOWED');
    given(...rejected, later(5_000))
      .when(retracts('fay'))
      .isRefused('RETRACT_TOO_LATE');
    given(...dear, votes('fay', 'approve'), takes('bo', 'order'))
      .when(retracts('fay'))
      .isRefused('RETRACT_TOO_LATE');
  });

  it('is refused for an approval that is no longer asked for', () => {
    given(...dear, votes('fay', 'approve'), edits('ria', { amount: { amount: 6_000, currency: 'EUR' } }))
      .when(retracts('fay'))
      .isRefused('NOT_ALLOWED');
  });
});
