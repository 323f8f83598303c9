import { describe, expect, it } from 'vitest';
import { decideHoldOver, decideTryAgain } from '../../../../../domain/stream/case/commands/routed.ts';
import { seatVerdict } from '../../../../../domain/stream/case/settled-route.ts';
import { by, given, givenOf } from '../../../../support/case-bench.ts';
import { queued, routed, routedTo, submitted, takes, waiting } from '../../../../support/case-steps.ts';
import { monday, purchaseWith } from '../../../../support/case-world.ts';

const day = 86_400_000;
const held = routed({
  terminal: 'held',
  hold: { until: monday + 3 * day, owner: 'procurement-lead', reason: 'budget freeze' },
});
const holdEnds = (epoch: number) => by('system', (state, world) => decideHoldOver(state, epoch, world));
const triesAgain = by('system', decideTryAgain);

describe('a routing decision', () => {
  it('names pool, token and record, seats nobody itself, and tells the assignee', () => {
    const outcome = given(submitted()).when(routedTo('bo')).leadsTo('routed');
    expect(outcome.state.routed['1']).toEqual({
      kind: 'assigned',
      at: monday,
      state: 'review',
      person: 'bo',
      pool: 'buyers',
      team: 'buyers',
      token: 1,
      record: 'ab'.repeat(32),
      rule: 'normal',
      reason: 'as the rules say',
    });
    expect(outcome.owes).toEqual(['notify:assigned:bo:1']);
  });

  it('frees the seat of whoever had the case before', () => {
    const again = given(
      submitted(),
      routedTo('bo'),
      by('system', (state, world) => decideTryAgain({ ...state, placement: 'waiting' }, world)),
    );
    expect(again.state.owner).toBe('bo');
    const { owes, state } = again.when(routedTo('bea'));
    expect(owes).toContain('seat:bo');
    expect(state).toMatchObject({ owner: 'bea', previousOwners: ['bo'], reassignments: 1 });
    expect(again.when(routedTo('bo')).owes).not.toContain('seat:bo');
  });

  it('stops the clocks that wait for somebody to have it', () => {
    const definition = purchaseWith({ '/clocks/0/stop': { on: 'assigned' } });
    const outcome = givenOf(definition, submitted()).when(routedTo('bo')).leadsTo('routed', 'clock-changed');
    const data = outcome.data('clock-changed');
    expect(data).toMatchObject({ clock: { id: 'first' } });
    expect(JSON.stringify(data)).toContain('satisfied');
  });

  it('fills the next step the rule wrote from the facts, with a dash for what is not known', () => {
    const next = 'Order {{item}} for {{ amount.base }} from {{supplier}}.';
    expect(given(submitted()).when(routedTo('bo', { next })).state.next).toBe('Order Desk for 500 from –.');
    expect(given(submitted()).state.next).toBe('Look at Desk.');
  });

  it('keeps account, territory and low urgency, and stays quiet where asked', () => {
    const { state } = given(submitted()).when(
      routedTo('bo', { account: 'acme', territory: 'emea', lowUrgency: true, doNotNotify: true }),
    );
    expect(state).toMatchObject({ account: 'acme', territory: 'emea', lowUrgency: true, quiet: true });
  });

  it('tells nobody in person about a case that is to stay quiet', () => {
    expect(given(submitted()).when(routedTo('bo', { doNotNotify: true })).owes).toEqual([]);
  });

  it('tells those who answer for the case when nobody was found', () => {
    const { owes, state } = given(submitted()).when(routed({}, null)).leadsTo('routed');
    expect(owes).toEqual(['notify:unassigned:role:procurement-lead:1']);
    expect(state).toMatchObject({ placement: 'unassigned', owner: null, team: null });
  });

  it('stands in a queue', () => {
    expect(given(submitted(60_000)).when(queued).state).toMatchObject({
      placement: 'queued',
      queue: 'desk',
      team: 'buyers',
      placementReason: 'as the rules say',
    });
  });
});

describe('a held case', () => {
  it('comes back at its date', () => {
    const { state, bench } = given(submitted()).when(held).leadsTo('routed');
    expect(state).toMatchObject({ placement: 'held', hold: { until: monday + 3 * day } });
    expect(bench.doc.effects.find(({ id }) => id === 'hold')).toMatchObject({
      kind: 'escalate',
      dueAt: monday + 3 * day,
      payload: { what: 'hold', epoch: 1 },
    });
    const over = given(submitted(), held).when(holdEnds(1)).leadsTo('routing-asked');
    expect(over.state).toMatchObject({ epoch: 2, epochCause: 'hold-over', hold: null });
    expect(over.owes).toEqual(['route:2']);
  });

  it('is left alone when it moved on meanwhile', () => {
    given(submitted(), held).when(holdEnds(0)).leadsTo();
    given(submitted(), routedTo('bo')).when(holdEnds(1)).leadsTo();
    given(submitted(), held, takes('ria', 'withdraw')).when(holdEnds(1)).leadsTo();
  });
});

describe('a waiting case', () => {
  it('waits for its pool, and is routed again when a seat frees', () => {
    const { state } = given(submitted()).when(waiting);
    expect(state).toMatchObject({ placement: 'waiting', pool: 'buyers', owner: null });
    const again = given(submitted(), waiting).when(triesAgain).leadsTo('routing-asked');
    expect(again.state).toMatchObject({ epoch: 2, epochCause: 'capacity', placement: 'undecided' });
  });

  it('is left alone once it no longer waits', () => {
    given(submitted(), routedTo('bo')).when(triesAgain).leadsTo();
    given(submitted(), waiting, takes('ria', 'withdraw')).when(triesAgain).leadsTo();
  });
});

describe('what a seat has to become', () => {
  it('is taken by the owner of an open case, left alone while undecided, and free otherwise', () => {
    const undecided = given(submitted()).state;
    const owned = given(submitted(), routedTo('bo')).state;
    expect(seatVerdict(owned, 'bo')).toBe('in');
    expect(seatVerdict(owned, 'bea')).toBe('out');
    expect(seatVerdict(undecided, 'bo')).toBe('as-it-is');
    expect(seatVerdict({ ...owned, open: false }, 'bo')).toBe('out');
    expect(seatVerdict(undefined, 'bo')).toBe('out');
  });
});
