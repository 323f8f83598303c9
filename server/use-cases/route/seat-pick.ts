import { withSlot } from '../../../domain/routing/load-slots.ts';
import { freshAggregate } from '../../../domain/stream/apply-decision.ts';
import { type LoadState, loadStream } from '../../../domain/stream/load/load-stream.ts';
import { streamId } from '../../../domain/stream/stream-id.ts';
import type { CommandDeps } from '../command/deps.ts';
import { checkEffect } from './check.ts';
import { store, untilWon, withBookkeeping } from './write-bookkeeping.ts';

/**
 * Protocol 6: takes a slot for an automatic pick, if the person's other slots are fewer than the capacity.
 * The load is written even when the slot is there already.
 */
export async function seatPick(
  deps: CommandDeps,
  person: string,
  caseId: string,
  capacity: number | null,
): Promise<'seated' | 'full'> {
  const id = streamId('load', person);
  return untilWon(id, async () => {
    const loaded = await deps.store.aggregates.load<LoadState>(id);
    const load = loaded ?? {
      ...freshAggregate(loadStream, id),
      index: loadStream.indexOf(loadStream.initial, id),
    };
    const state = withSlot(load.state, caseId, capacity, deps.clock.now());
    if (state === 'full') return 'full';
    const won = await store(deps, loaded, withBookkeeping(load, state, checkEffect(deps.clock.now())));
    return won === undefined ? undefined : 'seated';
  });
}
