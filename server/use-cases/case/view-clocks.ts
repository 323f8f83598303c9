import { type ClockStatus, clockStatus } from '../../../domain/sla/clock-status.ts';
import { type ClockExplanation, explainClock } from '../../../domain/sla/explain-clock.ts';
import { isBreached } from '../../../domain/sla/is-breached.ts';
import type { CaseState } from '../../../domain/stream/case/case-state.ts';
import { type CaseWorld, calendarOf } from '../../../domain/stream/case/case-world.ts';

/** A clock as people see it, with its working line by line. */
export interface ShownClock extends ClockExplanation {
  readonly id: string;
  readonly title: string;
  readonly kind: string;
  readonly status: ClockStatus;
  readonly breached: boolean;
}

/** The clocks of a case with how each comes to its due time. */
export function viewClocks(state: CaseState, world: CaseWorld): ShownClock[] {
  return state.clocks.map((clock) => ({
    id: clock.id,
    title: clock.title,
    kind: clock.kind,
    status: clockStatus(clock),
    breached: isBreached(clock),
    ...explainClock(clock, calendarOf(world, clock.target.calendarId).calendar, world.now),
  }));
}
