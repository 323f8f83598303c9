import { expect, it } from 'vitest';
import { cancelClock } from '../../../../domain/sla/cancel-clock.ts';
import { clockStatus } from '../../../../domain/sla/clock-status.ts';
import { countedTimeOf } from '../../../../domain/sla/counted-time-of.ts';
import { pauseClock } from '../../../../domain/sla/pause-clock.ts';
import { resumeClock } from '../../../../domain/sla/resume-clock.ts';
import { reviveClock } from '../../../../domain/sla/revive-clock.ts';
import { satisfyClock } from '../../../../domain/sla/satisfy-clock.ts';
import { at, hourMs, office, officeClock } from './office.ts';

const clock = officeClock(4);
const ended = at('2024-04-30T11:00');
const back = ended + 5_000;

it.each([
  ['reached its goal', satisfyClock(clock, ended)],
  ['was called off', cancelClock(clock, ended, 'closed')],
])('a clock that %s is held, and resumed counts on as if it had never ended', (_how, over) => {
  const held = reviveClock(over, office, back, 'taken back');
  expect(clockStatus(held)).toBe('paused');
  expect(held.intervals.at(-1)).toEqual({ kind: 'paused', at: back, reason: 'taken back' });
  const running = resumeClock(held, office, back);
  expect(running.dueAt).toBe(clock.dueAt);
  expect(countedTimeOf(running, office, back)).toBe(hourMs + 5_000);
});

it('a clock that was held when it ended is held again, without a due time', () => {
  const over = satisfyClock(pauseClock(clock, office, ended - hourMs / 2, 'asked'), ended);
  expect(reviveClock(over, office, back, 'taken back')).toMatchObject({ dueAt: null });
});

it('a clock that has not ended stays as it is', () => {
  expect(reviveClock(clock, office, back, 'taken back')).toBe(clock);
});
