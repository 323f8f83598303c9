import { describe, expect, it } from 'vitest';
import type { CaseState } from '../../../../../domain/stream/case/case-state.ts';
import { calendarOf } from '../../../../../domain/stream/case/case-world.ts';
import { decideReroute } from '../../../../../domain/stream/case/commands/hand-over.ts';
import { decideAnswer, decideAsk, decideComment } from '../../../../../domain/stream/case/commands/talk.ts';
import { by, given, givenOf, later, worldOn } from '../../../../support/case-bench.ts';
import { routedTo, submitted, takes, ticks } from '../../../../support/case-steps.ts';
import { companyPerson, factsOfValues, hour, monday, purchaseWith } from '../../../../support/case-world.ts';

const day = 24 * hour;
const clockOf = (state: CaseState, id: string) => state.clocks.find((clock) => clock.id === id);
const history = (state: CaseState, id: string) => clockOf(state, id)?.intervals.map(({ kind }) => kind);
const asks = by('bo', (state, world) => decideAsk(state, { question: 'Which desk?' }, world));
const answers = by('ria', (state, world) => decideAnswer(state, { answer: 'The big one.' }, world));
const comments = (who: string, visibility: 'public' | 'internal') =>
  by(who, (state, world) => decideComment(state, { text: 'On it.', visibility, mentions: [] }, world));

/** A clock of the stay in a state, beside the two of the type. */
const stay = (more: object = {}) => ({
  '/clocks/2': {
    id: 'stay',
    title: 'Stay',
    kind: 'state',
    start: { onEnter: ['review'] },
    stop: { onLeave: ['review'] },
    pauseIn: [],
    targets: [{ duration: '8h', calendar: 'hq' }],
    thresholds: [],
    ...more,
  },
});
/** The first clock with other steps at its end. */
const withSteps = (...steps: readonly object[]) => purchaseWith({ '/clocks/0/thresholds/0/steps': steps });

describe('clocks', () => {
  it('start with the submission, in the working time of their calendar, with the version they counted on', () => {
    const { state, bench } = given(submitted());
    expect(clockOf(state, 'first')).toMatchObject({
      dueAt: monday + 4 * hour,
      target: { durationMs: 4 * hour, calendarId: 'hq', calendarRev: 1 },
    });
    expect(bench.doc.effects.find(({ id }) => id === 'clock:first')).toMatchObject({
      kind: 'clock',
      dueAt: monday + 4 * hour,
      payload: { clock: 'first' },
    });
    const started = bench.doc.tail.find(({ event }) => event.kind === 'clock-started');
    expect(started?.event.data).toMatchObject({ tzdata: '2026a' });
  });

  it('take the first target whose condition is true, else the last', () => {
    const definition = purchaseWith({
      '/clocks/0/targets': [
        { when: { '==': [{ var: 'urgency' }, 'high'] }, duration: '1h', calendar: 'hq' },
        { duration: '4h', calendar: 'hq' },
      ],
    });
    const values = { item: 'Desk', amount: { amount: 5, currency: 'EUR' }, urgency: 'high' };
    expect(clockOf(givenOf(definition, submitted(5, { values })).state, 'first')?.dueAt).toBe(monday + hour);
    expect(clockOf(givenOf(definition, submitted()).state, 'first')?.dueAt).toBe(monday + 4 * hour);
  });

  it('count on a calendar that follows from who is involved, and never stop without one', () => {
    const definition = purchaseWith({ '/clocks/0/targets/0/calendar': { from: 'requester' } });
    expect(clockOf(givenOf(definition, submitted()).state, 'first')?.target.calendarId).toBe('always');
    const { bench } = given(submitted());
    const world = worldOn(bench, 'ria', { calendarsFrom: { requester: 'hq', 'assignee-team': null } });
    expect(calendarOf(world, { from: 'requester' }).id).toBe('hq');
    expect(calendarOf(world, { from: 'assignee-team' }).id).toBe('always');
    expect(calendarOf(world, 'closed-office').id).toBe('always');
  });

  it('stop at the first response to the requester: a public comment, not an internal one nor their own', () => {
    expect(history(given(submitted(), comments('bo', 'public')).state, 'first')).toEqual([
      'started',
      'satisfied',
    ]);
    expect(history(given(submitted(), comments('bo', 'internal')).state, 'first')).toEqual(['started']);
    expect(history(given(submitted(), comments('ria', 'public')).state, 'first')).toEqual(['started']);
  });

  it('are held while somebody is asked, and count on after the answer with what was left', () => {
    const asked = given(submitted(), later(hour)).when(asks);
    expect(history(asked.state, 'whole')).toEqual(['started', 'paused']);
    expect(clockOf(asked.state, 'whole')?.dueAt).toBeNull();
    expect(asked.pending).not.toContain('clock:whole');
    const answered = given(submitted(), later(hour), asks, later(2 * hour)).when(answers);
    expect(history(answered.state, 'whole')).toEqual(['started', 'paused', 'resumed']);
    const before = clockOf(given(submitted()).state, 'whole')?.dueAt ?? 0;
    expect(clockOf(answered.state, 'whole')?.dueAt).toBe(before + 18 * hour);
    expect(answered.pending).toContain('clock:whole');
  });

  it('are held until the last of several questions is answered', () => {
    const one = given(submitted(), asks, asks, answers);
    expect(history(one.state, 'whole')?.at(-1)).toBe('paused');
    expect(history(one.when(answers).state, 'whole')?.at(-1)).toBe('resumed');
  });

  it('are held in the states they name', () => {
    const definition = purchaseWith({ '/clocks/1/pauseIn': ['ordered'] });
    const { state } = givenOf(definition, submitted(), routedTo('bo')).when(takes('bo', 'order'));
    expect(clockOf(state, 'whole')?.intervals.at(-1)).toMatchObject({
      kind: 'paused',
      reason: 'it stands in “Ordered”',
    });
  });

  it('of a stay start and stop with it, and start anew when the case comes back', () => {
    const definition = purchaseWith(stay());
    expect(history(givenOf(definition, submitted()).state, 'stay')).toEqual(['started']);
    const left = givenOf(definition, submitted(), routedTo('bo'), takes('bo', 'order'));
    expect(history(left.state, 'stay')).toEqual(['started', 'satisfied']);
    const back = givenOf(
      definition,
      submitted(),
      routedTo('bo'),
      takes('bo', 'reject', 'no'),
      takes('lea', 'reopen', 'yes'),
    );
    expect(history(back.state, 'stay')).toEqual(['started']);
  });

  it('that run go on when their state is entered again', () => {
    const definition = purchaseWith({
      ...stay({ start: { onEnter: ['review', 'ordered'] }, stop: { onEnter: ['done'] } }),
    });
    const { state } = givenOf(definition, submitted(), routedTo('bo'), later(hour), takes('bo', 'order'));
    expect(clockOf(state, 'stay')?.intervals).toMatchObject([{ kind: 'started', at: monday }]);
  });

  it('end when the case is closed: a resolution is reached, the others are called off', () => {
    const definition = purchaseWith(stay({ stop: { onEnter: ['ordered'] } }));
    const { state, pending } = givenOf(definition, submitted()).when(takes('ria', 'withdraw'));
    expect(history(state, 'whole')).toEqual(['started', 'satisfied']);
    expect(history(state, 'first')).toEqual(['started', 'cancelled']);
    expect(history(state, 'stay')).toEqual(['started', 'cancelled']);
    expect(pending.filter((key) => key.startsWith('clock:'))).toEqual([]);
  });
});

describe('a clock that wakes up', () => {
  it('does nothing before its time, whatever the caller thinks, but to be armed again', () => {
    const { owes } = given(submitted(), later(4 * hour - 1))
      .when(ticks('first'))
      .leadsTo();
    expect(owes).toEqual(['clock:first']);
  });

  it('records a breach once and takes the steps of its threshold once', () => {
    const late = given(submitted(), later(4 * hour));
    const { state, owes } = late.when(ticks('first')).leadsTo('clock-changed');
    expect(history(state, 'first')).toEqual(['started', 'breached']);
    expect(clockOf(state, 'first')?.fired).toEqual([{ id: 'late', at: monday + 4 * hour }]);
    expect(owes).toEqual(['notify:overdue:role:procurement-lead:first:late']);
    const again = given(submitted(), later(4 * hour), ticks('first'), later(day))
      .when(ticks('first'))
      .leadsTo();
    expect(again.owes).toEqual([]);
  });

  it('says before its end that it is due soon, and wakes up again at its end', () => {
    const definition = purchaseWith({ '/clocks/0/thresholds/0/at': '50%' });
    const { owes, bench } = givenOf(definition, submitted(), later(2 * hour)).when(ticks('first'));
    expect(owes).toContain('notify:due-soon:role:procurement-lead:first:late');
    expect(bench.doc.effects.find(({ id }) => id === 'clock:first')?.dueAt).toBe(monday + 4 * hour);
  });

  it('raises the priority, never beyond the highest', () => {
    const half = given(submitted(), later(2 * day));
    expect(half.when(ticks('whole')).leadsTo('clock-changed', 'priority-set').state.priority).toBe(2);
    const top = by('system', () => {
      return {
        events: [{ kind: 'priority-set', data: { type: 'purchase', value: 1, before: 3, by: 'hand' } }],
      };
    });
    given(submitted(), top, later(2 * day))
      .when(ticks('whole'))
      .leadsTo('clock-changed');
  });

  it('routes the case again where its step says so', () => {
    const definition = withSteps({ do: 'reassign' });
    const { state, owes } = givenOf(definition, submitted(), routedTo('bo'), later(4 * hour))
      .when(ticks('first'))
      .leadsTo('clock-changed', 'escalated', 'routing-asked');
    expect(state).toMatchObject({ owner: 'bo', epoch: 2, epochCause: 'escalated', escalation: 1 });
    expect(owes).toContain('route:2');
  });

  it('moves it to a queue where its step says so, frees the seat, and calls off a routing under way', () => {
    const definition = withSteps({ do: 'queue', queue: 'desk' });
    const owned = givenOf(definition, submitted(), routedTo('bo'), later(4 * hour))
      .when(ticks('first'))
      .leadsTo('clock-changed', 'escalated', 'routing-asked', 'routed');
    expect(owned.state).toMatchObject({
      owner: null,
      placement: 'queued',
      queue: 'desk',
      team: 'buyers',
      epoch: 2,
    });
    expect(owned.owes).toContain('seat:bo');
    const undecided = givenOf(definition, submitted(), later(4 * hour)).when(ticks('first'));
    expect(undecided.pending.filter((key) => key.startsWith('route:'))).toEqual([]);
  });

  it('tells the manager of whoever has it, or those who answer for it where there is none', () => {
    const definition = withSteps({ do: 'manager' });
    const owned = givenOf(definition, submitted(), routedTo('bo'), later(4 * hour)).when(ticks('first'));
    expect(owned.owes).toContain('notify:escalated:mia:first:late');
    const nobody = givenOf(definition, submitted(), later(4 * hour)).when(ticks('first'));
    expect(nobody.owes).toContain('notify:escalated:role:procurement-lead:first:late');
    const mia = companyPerson('mia');
    const gone = {
      person: (id: string) => (id === 'mia' && mia ? { ...mia, active: false } : companyPerson(id)),
    };
    const { bench } = givenOf(definition, submitted(), routedTo('bo'), later(4 * hour));
    const left = givenOf(definition, () => ({ bench })).when(
      ticks('first', { directory: { ...worldOn(bench, 'bo').directory, ...gone } }),
    );
    expect(left.owes).toContain('notify:escalated:role:procurement-lead:first:late');
  });

  it.each<[object, string[], string[]]>([
    [{ role: 'controller' }, ['role:controller'], ['role:controller']],
    [{ team: 'buyers' }, ['bea', 'bill', 'bo'], ['bea', 'bill', 'bo']],
    [{ team: 'nobody' }, [], []],
    [{ pool: 'buyers' }, ['pool:buyers'], ['pool:buyers']],
    [{ requester: true }, ['ria'], ['ria']],
    [{ owner: true }, ['role:procurement-lead'], ['role:procurement-lead']],
    [{ manager: true }, ['mia'], ['role:procurement-lead']],
    [{ assignee: true }, ['bo'], ['role:procurement-lead']],
  ])('tells %j, with an owner and without', (to, owned, unowned) => {
    const definition = withSteps({ do: 'notify', to: [to] });
    const told = (keys: readonly string[]) =>
      keys
        .filter((key) => key.startsWith('notify:overdue'))
        .map((key) => key.slice('notify:overdue:'.length, -':first:late'.length));
    const late = [later(4 * hour)];
    expect(told(givenOf(definition, submitted(), routedTo('bo'), ...late).when(ticks('first')).owes)).toEqual(
      owned,
    );
    expect(told(givenOf(definition, submitted(), ...late).when(ticks('first')).owes)).toEqual(unowned);
  });

  it('tells the person a request was made for in place of the requester', () => {
    const definition = withSteps({ do: 'notify', to: [{ requester: true }] });
    const { owes } = givenOf(definition, submitted(500, { behalf: 'ben' }), later(4 * hour)).when(
      ticks('first'),
    );
    expect(owes).toEqual(['notify:overdue:ben:first:late']);
  });

  it('does nothing on a closed case, nor for a clock that is unknown', () => {
    given(submitted(), takes('ria', 'withdraw'), later(day)).when(ticks('first')).leadsTo();
    given(submitted(), later(day)).when(ticks('third')).leadsTo();
  });

  it('calls the routing of every epoch off when the case is closed after an escalation', () => {
    const definition = withSteps({ do: 'queue', queue: 'desk' });
    const forced = by('lea', (state, world) => decideReroute(state, { reason: 'x' }, world));
    const { pending } = givenOf(
      definition,
      submitted(),
      forced,
      later(4 * hour),
      ticks('first', { facts: factsOfValues({}) }),
    ).when(takes('ria', 'withdraw'));
    expect(pending.filter((key) => key.startsWith('route:'))).toEqual([]);
  });
});
