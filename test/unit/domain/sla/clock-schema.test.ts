import { describe, expect, test } from 'vitest';
import { clockSchema } from '../../../../domain/sla/clock-schema.ts';
import { recipientSchema } from '../../../../domain/sla/recipient-schema.ts';

const good = {
  id: 'first',
  title: 'First response',
  kind: 'first_response',
  start: { on: 'submit' },
  stop: { on: 'first_response' },
  pauseIn: ['waiting'],
  pauseWhileAsking: true,
  targets: [
    { when: { '==': [{ var: 'severity' }, '1'] }, duration: '30m', calendar: 'always' },
    { duration: '1d', calendar: { from: 'assignee-team' } },
  ],
  thresholds: [
    { id: 'half', at: '50%', steps: [{ do: 'notify', to: [{ assignee: true }, { role: 'lead' }] }] },
    { id: 'soon', at: '-2h', steps: [{ do: 'raise_priority' }, { do: 'reassign' }] },
    { id: 'late', at: '+1d', steps: [{ do: 'queue', queue: 'backup' }, { do: 'manager' }] },
  ],
};

function problems(clock: unknown): string {
  const issues = clockSchema.safeParse(clock).error?.issues ?? [];
  return issues.map((issue) => `/${issue.path.join('/')}: ${issue.message}`).join('\n');
}

describe('a clock of a definition', () => {
  test.each([
    ['all it may have', good],
    [
      'the least',
      { ...good, pauseWhileAsking: undefined, pauseIn: [], thresholds: [], targets: good.targets.slice(1) },
    ],
    [
      'states for start and stop',
      { ...good, kind: 'state', start: { onEnter: ['review'] }, stop: { onLeave: ['review'] } },
    ],
    ['an end by a state', { ...good, kind: 'resolution', stop: { onEnter: ['done', 'rejected'] } }],
  ])('takes %s', (_words, clock) => {
    const written = JSON.parse(JSON.stringify(clock));
    expect(problems(written)).toBe('');
    expect(clockSchema.parse(written)).toEqual(written);
  });

  test.each([
    ['an unknown key', { ...good, color: 'red' }, '/: Unrecognized key: "color"'],
    ['an unknown kind', { ...good, kind: 'egg' }, '/kind: Invalid option'],
    ['no title', { ...good, title: ' ' }, '/title: Give the clock a title'],
    ['an odd start', { ...good, start: { on: 'monday' } }, '/start: A clock starts with'],
    ['an odd stop', { ...good, stop: {} }, '/stop: A clock stops with'],
    [
      'a duration that is none',
      { ...good, targets: [{ duration: 'soon', calendar: 'c' }] },
      '/targets/0/duration: “soon” is not a duration',
    ],
    [
      'a calendar from nowhere',
      { ...good, targets: [{ duration: '1h', calendar: { from: 'moon' } }] },
      '/targets/0/calendar: Name a calendar',
    ],
    ['no target', { ...good, targets: [] }, '/targets: Give the clock a target'],
    [
      'no default target',
      { ...good, targets: good.targets.slice(0, 1) },
      '/targets/0/when: The last target is the default',
    ],
    [
      'a default that is not last',
      { ...good, targets: good.targets.toReversed() },
      '/targets/0: Only the last target has no condition',
    ],
    [
      'a threshold nowhere',
      { ...good, thresholds: [{ id: 't', at: 'half', steps: [{ do: 'manager' }] }] },
      '/thresholds/0/at: “half” is not a point',
    ],
    [
      'a threshold without steps',
      { ...good, thresholds: [{ id: 't', at: '50%', steps: [] }] },
      '/thresholds/0/steps: Say what happens',
    ],
    [
      'an unknown step',
      { ...good, thresholds: [{ id: 't', at: '50%', steps: [{ do: 'shout' }] }] },
      '/thresholds/0/steps/0/do: A step is one of notify, raise_priority, reassign, queue, manager',
    ],
    [
      'a notice to nobody',
      { ...good, thresholds: [{ id: 't', at: '50%', steps: [{ do: 'notify', to: [] }] }] },
      '/thresholds/0/steps/0/to: Say who is told',
    ],
    [
      'a threshold id twice',
      { ...good, thresholds: [...good.thresholds, { ...good.thresholds[0], at: '90%' }] },
      '/thresholds/3/id: The id half is taken',
    ],
  ])('refuses %s', (_words, clock, problem) => {
    expect(problems(clock)).toContain(problem);
  });
});

describe('a recipient', () => {
  test.each([
    { role: 'lead' },
    { team: 't' },
    { pool: 'p' },
    { assignee: true },
    { manager: true },
    { owner: true },
    { requester: true },
  ])('may be %j', (recipient) => {
    expect(recipientSchema.parse(recipient)).toEqual(recipient);
  });

  test.each([{ person: 'anna' }, { role: 'lead', team: 't' }, { assignee: false }, {}, 'lead'])(
    'is never %j',
    (recipient) => {
      expect(recipientSchema.safeParse(recipient).error?.issues[0]?.message).toContain('Name one recipient');
    },
  );
});
