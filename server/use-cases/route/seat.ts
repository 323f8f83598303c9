import { withoutSlot, withSlotByHand } from '../../../domain/routing/load-slots.ts';
import type { Aggregate } from '../../../domain/stream/aggregate.ts';
import { freshAggregate } from '../../../domain/stream/apply-decision.ts';
import type { CaseState } from '../../../domain/stream/case/case-state.ts';
import { seatVerdict } from '../../../domain/stream/case/settled-route.ts';
import { type LoadState, loadStream } from '../../../domain/stream/load/load-stream.ts';
import { streamId } from '../../../domain/stream/stream-id.ts';
import type { CommandDeps } from '../command/deps.ts';
import { checkEffect } from './check.ts';
import { store, untilWon, withBookkeeping } from './write-bookkeeping.ts';

/**
 * Protocol 9: makes a person's slot for a case what the case says it must be, by hand beyond capacity (flagged).
 * The load is read first, then the case; it is written even when nothing changed.
 */
export async function seat(
  deps: CommandDeps,
  person: string,
  caseId: string,
  capacity: number | null,
): Promise<'in' | 'out' | 'as-it-is'> {
  return untilWon(streamId('load', person), async () => {
    const loaded = await deps.store.aggregates.load<LoadState>(streamId('load', person));
    const load = loaded ?? freshAggregate(loadStream, streamId('load', person));
    const found = await deps.store.aggregates.load<CaseState>(caseId);
    const verdict = seatVerdict(found?.state, person);
    const state = nextState(load, { verdict, caseId, capacity, at: deps.clock.now() });
    const indexed = { ...load, index: loadStream.indexOf(state, load._id) };
    const won = await store(deps, loaded, withBookkeeping(indexed, state, checkEffect(deps.clock.now())));
    return won === undefined ? undefined : verdict;
  });
}

interface Seating {
  readonly verdict: 'in' | 'out' | 'as-it-is';
  readonly caseId: string;
  readonly capacity: number | null;
  readonly at: number;
}

function nextState(load: Aggregate<LoadState>, seating: Seating): LoadState {
  if (seating.verdict === 'in')
    return withSlotByHand(load.state, seating.caseId, seating.capacity, seating.at);
  return seating.verdict === 'out' ? withoutSlot(load.state, seating.caseId) : load.state;
}
