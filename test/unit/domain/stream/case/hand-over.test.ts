import { describe, expect, it } from 'vitest';
import {
  decideAccept,
  decideAssign,
  decideClaim,
  decideDecline,
  decideRelease,
  decideReroute,
  decideSee,
} from '../../../../../domain/stream/case/commands/hand-over.ts';
import { decideUnacknowledged } from '../../../../../domain/stream/case/commands/routed.ts';
import { by, given } from '../../../../support/case-bench.ts';
import { queued, routedTo, submitted, takes } from '../../../../support/case-steps.ts';
import { hour, monday } from '../../../../support/case-world.ts';

const assigns = (who: string, to: string, reason = 'knows the supplier') =>
  by(who, (state, world) => decideAssign(state, { to, reason }, world));
const claims = (who: string) => by(who, decideClaim);
const releases = (who: string, reason = '') =>
  by(who, (state, world) => decideRelease(state, { reason }, world));
const declines = (who: string, reason = 'not mine') =>
  by(who, (state, world) => decideDecline(state, { reason }, world));
const accepts = (who: string) => by(who, decideAccept);
const sees = (who: string) => by(who, decideSee);
const reroutes = (reason: string) => by('lea', (state, world) => decideReroute(state, { reason }, world));
const rejected = [submitted(), routedTo('bo'), takes('bo', 'reject', 'too dear')];

describe('assigning a case by hand', () => {
  it('decides the epoch that nobody has decided, and calls its routing off', () => {
    const { owes, state, pending } = given(submitted())
      .when(assigns('lea', 'bo'))
      .leadsTo('routed', 'assigned');
    expect(state).toMatchObject({ owner: 'bo', placement: 'assigned', epoch: 1, assignedAt: monday });
    expect(state.routed['1']).toMatchObject({ kind: 'assigned', person: 'bo', by: 'lea' });
    expect(pending).not.toContain('route:1');
    expect(owes).toEqual(['seat:bo', 'notify:assigned:bo']);
  });

  it('leaves a decided epoch as it is, and owes the seats of the old and the new owner', () => {
    const outcome = given(submitted(), routedTo('bo')).when(assigns('lea', 'bea')).leadsTo('assigned');
    const { owes, state } = outcome;
    expect(outcome.data('assigned')).toEqual({ type: 'purchase', to: 'bea', from: 'bo', epoch: 1 });
    expect(owes).toEqual(['seat:bo', 'seat:bea', 'notify:assigned:bea']);
    expect(state).toMatchObject({ owner: 'bea', reassignments: 1, previousOwners: ['bo'] });
    expect(state.routed['1']?.person).toBe('bo');
  });

  it('asks for no room: how much somebody has on hand is not looked at', () => {
    const { state } = given(submitted()).when(assigns('lea', 'bo', 'they asked for it'));
    expect(state.owner).toBe('bo');
  });

  it('seals the reason', () => {
    const { decision } = given(submitted()).when(assigns('lea', 'bo', 'knows the supplier'));
    expect(decision.events.at(-1)?.human).toEqual({ reason: 'knows the supplier' });
  });

  it('needs no reason for oneself, and tells nobody then', () => {
    const { owes } = given(submitted(), routedTo('bo'))
      .when(assigns('bea', 'bea', ''))
      .leadsTo('assigned');
    expect(owes).toEqual(['seat:bo', 'seat:bea']);
  });

  it('frees the new owner from the acknowledgement that was asked of the old one', () => {
    const before = given(submitted(), routedTo('bo', { acknowledgeWithin: { duration: '1h' } }));
    expect(before.bench.doc.effects.map(({ id }) => id)).toContain('acknowledge');
    const { pending } = before.when(assigns('lea', 'bea'));
    expect(pending).not.toContain('acknowledge');
  });

  it.each([
    ['without a reason', given(submitted()), assigns('lea', 'bo', ' '), 'REASON_REQUIRED'],
    ['to whoever has it', given(submitted(), routedTo('bo')), assigns('lea', 'bo'), 'CONFLICT'],
    ['to somebody who has left', given(submitted()), assigns('lea', 'gus'), 'VALIDATION_FAILED'],
    ['to nobody known', given(submitted()), assigns('lea', 'zoe'), 'VALIDATION_FAILED'],
    ['when it is closed', given(...rejected), assigns('lea', 'bea'), 'CASE_CLOSED'],
  ])('is refused %s', (_how, before, step, code) => {
    before.when(step).isRefused(code);
  });
});

describe('claiming a case', () => {
  it('takes it from the queue and accepts it', () => {
    const { state, owes } = given(submitted(60_000), queued)
      .when(claims('bea'))
      .leadsTo('assigned', 'accepted');
    expect(state).toMatchObject({ owner: 'bea', placement: 'assigned', acceptedAt: monday, seenAt: monday });
    expect(owes).toEqual(['seat:bea']);
  });

  it('is refused when somebody has it, naming them', () => {
    const { refusal } = given(submitted(), routedTo('bo')).when(claims('bea')).isRefused('CONFLICT');
    expect(refusal?.data).toEqual({ owner: 'bo' });
  });

  it('is refused when it is closed', () => {
    given(...rejected)
      .when(claims('bea'))
      .isRefused('CASE_CLOSED');
  });
});

describe('releasing a case', () => {
  it('gives it back to the queue it came from', () => {
    const { state, owes } = given(submitted(60_000), queued, claims('bea'))
      .when(releases('bea', 'on a course'))
      .leadsTo('released');
    expect(state).toMatchObject({ owner: null, placement: 'queued', queue: 'desk', epoch: 1 });
    expect(owes).toEqual(['seat:bea']);
  });

  it('routes it again where it came from a pool', () => {
    const { state, owes, decision } = given(submitted(), routedTo('bo'))
      .when(releases('bo'))
      .leadsTo('released', 'routing-asked');
    expect(decision.events[0]).not.toHaveProperty('human');
    expect(state).toMatchObject({ owner: null, epoch: 2, epochCause: 'released', placement: 'undecided' });
    expect(owes).toEqual(['seat:bo', 'route:2']);
  });

  it('is remembered of everybody who said no, until the case is in another state', () => {
    const declined = [submitted(), routedTo('bo'), declines('bo'), routedTo('bea'), declines('bea')];
    expect(given(...declined).state.declinedBy).toEqual(['bo', 'bea']);
    expect(given(...declined).when(takes('ria', 'withdraw')).state.declinedBy).toEqual([]);
  });

  it('is refused to anybody else, and when it is closed', () => {
    given(submitted(), routedTo('bo')).when(releases('bea')).isRefused('NOT_ALLOWED');
    given(...rejected)
      .when(releases('bo'))
      .isRefused('CASE_CLOSED');
  });
});

describe('declining a case', () => {
  it('routes it again past whoever declined', () => {
    const { state, owes } = given(submitted(), routedTo('bo'))
      .when(declines('bo'))
      .leadsTo('declined', 'routing-asked');
    expect(state).toMatchObject({
      owner: null,
      assignedAt: null,
      epoch: 2,
      epochCause: 'declined',
      previousOwners: ['bo'],
    });
    expect(owes).toEqual(['seat:bo', 'route:2']);
  });

  it.each([
    ['without a reason', given(submitted(), routedTo('bo')), declines('bo', ''), 'REASON_REQUIRED'],
    ['to anybody else', given(submitted(), routedTo('bo')), declines('bea'), 'NOT_ALLOWED'],
    ['when it is closed', given(...rejected), declines('bo'), 'CASE_CLOSED'],
  ])('is refused %s', (_how, before, step, code) => {
    before.when(step).isRefused(code);
  });
});

describe('seeing and accepting a case', () => {
  it('notes once that the owner has looked at it', () => {
    const { bench } = given(submitted(), routedTo('bo')).when(sees('bo')).leadsTo('seen');
    expect(bench.doc.state.seenAt).toBe(monday);
    given(submitted(), routedTo('bo'), sees('bo')).when(sees('bo')).leadsTo();
    given(submitted(), routedTo('bo')).when(sees('bea')).leadsTo();
    given(...rejected)
      .when(sees('bo'))
      .leadsTo();
  });

  it('accepts once, by the owner alone', () => {
    expect(given(submitted(), routedTo('bo')).when(accepts('bo')).leadsTo('accepted').state).toMatchObject({
      acceptedAt: monday,
      seenAt: monday,
      firstTouchAt: monday,
    });
    given(submitted(), routedTo('bo'), accepts('bo')).when(accepts('bo')).leadsTo();
    given(submitted(), routedTo('bo')).when(accepts('bea')).isRefused('NOT_ALLOWED');
    given(...rejected)
      .when(accepts('bo'))
      .isRefused('CASE_CLOSED');
  });

  it('forgets who saw and accepted it when it goes to somebody else', () => {
    const { state } = given(submitted(), routedTo('bo'), accepts('bo')).when(assigns('lea', 'bea'));
    expect(state).toMatchObject({ seenAt: null, acceptedAt: null, firstTouchAt: monday });
  });
});

describe('routing a case by force', () => {
  it('opens an epoch for the reason given, whose owner keeps it until then', () => {
    const { state, owes } = given(submitted(), routedTo('bo'))
      .when(reroutes('the rule was wrong'))
      .leadsTo('reroute-forced', 'routing-asked');
    expect(state).toMatchObject({
      owner: 'bo',
      epoch: 2,
      epochCause: 'forced',
      forceReason: 'the rule was wrong',
    });
    expect(owes).toEqual(['route:2']);
  });

  it('forgets the reason once it is routed for another cause', () => {
    const { state } = given(
      submitted(),
      routedTo('bo'),
      reroutes('the rule was wrong'),
      routedTo('bea'),
    ).when(declines('bea'));
    expect(state.forceReason).toBeNull();
  });

  it('calls off the routing of the epoch nobody has decided', () => {
    expect(given(submitted()).when(reroutes('again')).pending).not.toContain('route:1');
  });

  it('is refused without a reason and when it is closed', () => {
    given(submitted()).when(reroutes(' ')).isRefused('REASON_REQUIRED');
    given(...rejected)
      .when(reroutes('again'))
      .isRefused('CASE_CLOSED');
  });
});

describe('an assignee who does not acknowledge', () => {
  const asked = [submitted(), routedTo('bo', { acknowledgeWithin: { duration: '2h', calendar: 'hq' } })];
  const lapses = (epoch: number) => by('system', (state, world) => decideUnacknowledged(state, epoch, world));

  it('is given working time to do so', () => {
    expect(given(...asked).bench.doc.effects.find(({ id }) => id === 'acknowledge')).toMatchObject({
      kind: 'escalate',
      dueAt: monday + 2 * hour,
      payload: { what: 'acknowledge', epoch: 1 },
    });
  });

  it('loses the case, which is routed past them', () => {
    const outcome = given(...asked)
      .when(lapses(1))
      .leadsTo('declined', 'routing-asked');
    const { owes, state } = outcome;
    expect(outcome.data('declined')).toMatchObject({ by: 'bo', why: 'no-acknowledgement' });
    expect(state).toMatchObject({ owner: null, epochCause: 'no-acknowledgement', previousOwners: ['bo'] });
    expect(owes).toEqual(['seat:bo', 'route:2']);
  });

  it('keeps it once accepted, and when it was routed again or closed meanwhile', () => {
    given(...asked, accepts('bo'))
      .when(lapses(1))
      .leadsTo();
    given(...asked, reroutes('again'))
      .when(lapses(1))
      .leadsTo();
    given(...asked, takes('bo', 'reject', 'no'))
      .when(lapses(1))
      .leadsTo();
  });
});
