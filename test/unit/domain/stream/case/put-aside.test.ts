import { describe, expect, it } from 'vitest';
import { longestAsideMs } from '../../../../../domain/stream/case/asides.ts';
import { decideAssign, decideClaim } from '../../../../../domain/stream/case/commands/hand-over.ts';
import {
  decideSnooze,
  decideWake,
  decideWakeDue,
} from '../../../../../domain/stream/case/commands/put-aside.ts';
import { decideAnswer, decideAsk, decideComment } from '../../../../../domain/stream/case/commands/talk.ts';
import { decideEscalate } from '../../../../../domain/stream/case/commands/urgency.ts';
import { workOf } from '../../../../../domain/stream/case/work-rows.ts';
import { by, given, later, type Step } from '../../../../support/case-bench.ts';
import {
  edits,
  queued,
  retracts,
  routedTo,
  submitted,
  takes,
  ticks,
  votes,
} from '../../../../support/case-steps.ts';
import { hour, monday } from '../../../../support/case-world.ts';

const until = monday + 24 * hour;
const aside = (who: string, to = until): Step =>
  by(who, (state, world) => decideSnooze(state, { until: to }, world));
const wakes = (who: string): Step => by(who, decideWake);
const comesDue = (who: string): Step => by('system', (state, world) => decideWakeDue(state, who, world));
const says = (who: string, visibility: 'public' | 'internal' = 'public'): Step =>
  by(who, (state, world) => decideComment(state, { text: 'Look.', visibility, mentions: [] }, world));
const asks = (who: string, to: string): Step =>
  by(who, (state, world) => decideAsk(state, { question: 'Which desk?', to }, world));
const answers = (who: string): Step =>
  by(who, (state, world) => decideAnswer(state, { answer: 'This.' }, world));
const escalates = by('lea', (state, world) => decideEscalate(state, { reason: 'stuck' }, world));
const assigns = (to: string): Step =>
  by('lea', (state, world) => decideAssign(state, { to, reason: 'She knows.' }, world));
const bosCase = [submitted(), routedTo('bo')];

describe('putting aside', () => {
  it('is on record with its time, moves nothing others see, and owes the waking', () => {
    const done = given(...bosCase)
      .when(aside('bo'))
      .leadsTo('snoozed');
    expect(done.data('snoozed')).toMatchObject({ person: 'bo', until });
    expect(done.state.asides).toEqual([{ person: 'bo', until, at: monday }]);
    expect(done.bench.doc.rev).toBe(done.before.doc.rev);
    expect(done.dueAt('wake:bo')).toBe(until);
  });

  it('takes the task out of the ordinary list into the one of what is aside, by when it comes back', () => {
    const [awake] = workOf(given(...bosCase).state);
    const rows = workOf(given(...bosCase, aside('bo')).state);
    expect(awake?.token).toBe('person:bo');
    expect(rows).toEqual([{ ...awake, token: 'aside:person:bo', sort: `aside ${until} ${awake?.sort}` }]);
  });

  it('sets another time when done again', () => {
    const again = given(...bosCase, aside('bo'))
      .when(aside('bo', until + hour))
      .leadsTo('snoozed');
    expect(again.state.asides).toMatchObject([{ until: until + hour }]);
    expect(again.dueAt('wake:bo')).toBe(until + hour);
  });

  it.each([
    ['by whom nothing is asked', bosCase, aside('bea'), 'CONFLICT'],
    ['of what waits in a queue', [submitted(), queued], aside('bea'), 'CONFLICT'],
    ['until now', bosCase, aside('bo', monday), 'VALIDATION_FAILED'],
    ['for more than 60 days', bosCase, aside('bo', monday + longestAsideMs + 1), 'VALIDATION_FAILED'],
    ['of a closed case', [...bosCase, takes('ria', 'withdraw')], aside('bo'), 'CASE_CLOSED'],
  ])('is refused %s', (_what, steps, step, code) => {
    given(...steps)
      .when(step)
      .isRefused(code);
  });

  it('may last 60 days', () => {
    given(...bosCase)
      .when(aside('bo', monday + longestAsideMs))
      .leadsTo('snoozed');
  });

  it('leaves a decision as it is: it can still be taken back', () => {
    const decided = [submitted(5_000), routedTo('bo'), votes('fay', 'approve'), aside('bo')];
    expect(given(...decided).when(retracts('fay')).kinds[0]).toBe('vote-retracted');
  });
});

describe('coming back', () => {
  const asleep = [...bosCase, aside('bo')];

  it('is when one asks for it, once', () => {
    const awake = given(...asleep)
      .when(wakes('bo'))
      .leadsTo('woken');
    expect(awake.data('woken')).toMatchObject({ person: 'bo', why: 'asked' });
    expect(awake.state.asides).toEqual([]);
    expect(awake.pending).not.toContain('wake:bo');
    expect(workOf(awake.state)).toMatchObject([{ token: 'person:bo' }]);
    given(...asleep, wakes('bo'))
      .when(wakes('bo'))
      .isRefused('NOT_FOUND');
    given(...asleep)
      .when(wakes('bea'))
      .isRefused('NOT_FOUND');
    given(...asleep, takes('ria', 'withdraw'))
      .when(wakes('bo'))
      .isRefused('CASE_CLOSED');
  });

  it('is at its time and not before', () => {
    const early = given(...asleep, later(hour))
      .when(comesDue('bo'))
      .leadsTo();
    expect(early.dueAt('wake:bo')).toBe(until);
    const due = given(...asleep, later(24 * hour))
      .when(comesDue('bo'))
      .leadsTo('woken');
    expect(due.data('woken')).toMatchObject({ why: 'time' });
    given(...bosCase)
      .when(comesDue('bo'))
      .leadsTo();
  });

  it.each([
    ['somebody comments for everybody', [], says('ria')],
    ['somebody comments among those who work on it', [], says('bea', 'internal')],
    ['a question is put to them', [], asks('bea', 'bo')],
    ['somebody answers', [asks('bo', 'ria'), aside('bo')], answers('ria')],
    ['it is escalated', [], escalates],
    ['it moves on', [], takes('lea', 'order')],
  ])('is at once when %s', (_what, before, step) => {
    const { state, decision, pending } = given(...asleep, ...before).when(step);
    expect(decision.events).toContainEqual(
      expect.objectContaining({
        kind: 'woken',
        data: expect.objectContaining({ person: 'bo', why: 'news' }),
        raises: false,
      }),
    );
    expect(state.asides).toEqual([]);
    expect(pending).not.toContain('wake:bo');
  });

  it('is at once when a clock runs out, and not when it is only about to', () => {
    const early = given(...asleep, later(hour)).when(ticks('first'));
    expect(early.state.asides).toHaveLength(1);
    const long = [...bosCase, aside('bo', monday + 30 * 24 * hour), later(29 * 24 * hour)];
    const late = given(...long).when(ticks('whole'));
    expect(late.kinds.slice(0, 2)).toEqual(['clock-changed', 'woken']);
    const again = given(...long, ticks('whole'), aside('bo', monday + 31 * 24 * hour)).when(ticks('whole'));
    expect(again.state.asides).toHaveLength(1);
  });

  it('is not for what one does oneself, nor for what says nothing new', () => {
    expect(given(...asleep).when(says('bo')).state.asides).toHaveLength(1);
    expect(given(...asleep).when(asks('bea', 'mia')).state.asides).toHaveLength(1);
    expect(given(...asleep).when(edits('ria', { item: 'Chair' })).state.asides).toHaveLength(1);
  });

  it('is by one’s own deed when that asks something new of oneself', () => {
    const approver = [submitted(5_000), queued, aside('fay')];
    const { state, kinds } = given(...approver).when(by('fay', decideClaim));
    expect(kinds).toContain('woken');
    expect(state.asides).toEqual([]);
  });

  it('does not tell who is asked of a remark they may not read', () => {
    const asked = given(...bosCase, asks('bo', 'ria'), aside('ria'));
    expect(asked.when(says('bo', 'internal')).state.asides).toHaveLength(1);
    expect(asked.when(says('bo')).state.asides).toEqual([]);
    const own = given(submitted(), assigns('ria'), aside('ria'));
    expect(own.when(says('bo', 'internal')).state.asides).toHaveLength(1);
  });

  it('wakes each who put it aside by what is news to them', () => {
    const both = given(submitted(5_000), routedTo('bo'), aside('bo'), aside('fay'));
    const { kinds, state } = both.when(says('fay'));
    expect(kinds.filter((kind) => kind === 'woken')).toHaveLength(1);
    expect(state.asides).toMatchObject([{ person: 'fay' }]);
  });
});

describe('the end of a task', () => {
  it.each([
    ['the case is closed', bosCase, 'bo', takes('ria', 'withdraw')],
    ['it is handed over', bosCase, 'bo', assigns('bea')],
    ['somebody decides', [submitted(5_000)], 'fay', votes('fay', 'approve')],
  ])('ends what is aside without a word when %s', (_what, steps, who, step) => {
    const { kinds, state, pending } = given(...steps, aside(who)).when(step);
    expect(kinds).not.toContain('woken');
    expect(state.asides).toEqual([]);
    expect(pending).not.toContain(`wake:${who}`);
  });
});
