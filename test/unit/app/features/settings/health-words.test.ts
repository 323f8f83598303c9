import { describe, expect, it } from 'vitest';
import {
  type AnsweredHealth,
  healthLines,
} from '../../../../../app/features/settings/health-words.server.ts';

const now = Date.UTC(2026, 9, 14, 12);
const minute = 60_000;
const well: AnsweredHealth = {
  ...{ at: now, version: '1.2.3', process: 'all', startedAt: now - 90 * minute, engine: 'embedded' },
  ...{ queue: 'in-process', problems: [], queueProblem: null, mailFrom: 'desk@example.com', skewMs: 3 },
  due: { count: 0, oldestAt: null },
  quarantined: 0,
  disk: { free: 50e9, total: 100e9 },
  log: { end: 1_234, checkpoint: { size: 1_234, at: now - 5 * minute } },
};
const lineOf = (health: Partial<AnsweredHealth>, id: string) =>
  healthLines({ ...well, ...health }, 'UTC').lines.find((line) => line.id === id);

describe('health in words', () => {
  it('is fine when everything works, and asks for nothing', () => {
    const { verdict, lines } = healthLines(well, 'UTC');
    expect(verdict.title).toBe('Everything works');
    expect(lines.filter(({ tone, todo }) => tone !== 'fine' || todo !== null)).toEqual([]);
    expect(lineOf({}, 'log')?.means).toBe('1,234 events. A checkpoint over all of them was signed 11:55.');
  });

  it.each<[string, Partial<AnsweredHealth>, string, string]>([
    ['store', { problems: ['The store cannot be reached.'] }, 'breached', 'The store cannot be reached.'],
    [
      'queue',
      { queue: 'redis', queueProblem: 'Redis is away.', problems: ['Redis is away.'] },
      'breached',
      'Redis is away.',
    ],
    [
      'store',
      { queue: 'redis', queueProblem: 'Redis is away.', problems: ['Redis is away.'] },
      'fine',
      'Answers. It is the built-in store, in this server’s data directory.',
    ],
    [
      'waiting',
      { due: { count: 3, oldestAt: now - 30_000 } },
      'fine',
      '3 things are due, the oldest for under a minute.',
    ],
    [
      'waiting',
      { due: { count: 1, oldestAt: now - 4 * minute } },
      'soon',
      '1 thing is due, the oldest for 4 m.',
    ],
    [
      'waiting',
      { due: { count: 1_000, oldestAt: now - 70 * minute } },
      'breached',
      '1,000 or more things are due, the oldest for 1 h 10 m.',
    ],
    ['stopped', { quarantined: 1 }, 'breached', '1 case or connection has work that failed for good.'],
    ['clock', { skewMs: -900 }, 'soon', 'This server’s clock is 900 milliseconds behind the store’s.'],
    [
      'clock',
      { skewMs: 2_500 },
      'breached',
      'This server’s clock is 2,500 milliseconds ahead of the store’s.',
    ],
    ['disk', { disk: { free: 4.2e9, total: 100e9 } }, 'breached', '4.2 GB of 100 GB are free.'],
    ['disk', { disk: { free: 10e9, total: 100e9 } }, 'soon', '10 GB of 100 GB are free.'],
    ['log', { log: { end: 0, checkpoint: null } }, 'fine', 'Empty so far.'],
  ])('says of %s %j that it is %s', (id, health, tone, means) => {
    expect(lineOf(health, id)).toMatchObject({ tone, means });
  });

  it('says what to do about everything that is not fine', () => {
    const ill: Partial<AnsweredHealth> = {
      ...{ problems: ['It is away.'], mailFrom: null, skewMs: null, due: null, quarantined: 2, disk: null },
      log: { end: 10, checkpoint: { size: 5, at: now - 60 * minute } },
    };
    const { verdict, lines } = healthLines({ ...well, ...ill }, 'UTC');
    expect(verdict.title).toBe('5 things need somebody now');
    for (const { tone, todo } of lines) expect(todo === null).toBe(tone === 'fine');
  });

  it('does not look for a disk where the store is elsewhere', () => {
    expect(lineOf({ engine: 'mongo', disk: null }, 'disk')?.tone).toBe('fine');
  });
});
