import { isClockLive } from '../../sla/clock-status.ts';
import type { CaseState, DecisionUndo } from './case-state.ts';

const liveClocks = (state: Pick<CaseState, 'clocks'>): string[] =>
  state.clocks.filter(isClockLive).map(({ id }) => id);

const openGateIds = (state: Pick<CaseState, 'gates'>): string[] =>
  state.gates.filter(({ status }) => status === 'open').map(({ gate }) => gate);

/** What a decision at a gate did beside it, from the case before and after. */
export function undoOf(before: CaseState, after: CaseState, gate: string): Omit<DecisionUndo, 'notices'> {
  const [running, now] = [liveClocks(before), liveClocks(after)];
  const stillOpen = openGateIds(after);
  return {
    endedClocks: running.filter((id) => !now.includes(id)),
    begunClocks: now.filter((id) => !running.includes(id)),
    calledOff: openGateIds(before).filter((id) => id !== gate && !stillOpen.includes(id)),
    hold: before.hold,
  };
}
