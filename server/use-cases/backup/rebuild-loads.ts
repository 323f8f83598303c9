import type { Slot } from '../../../domain/routing/directory.ts';
import { orderedSlots } from '../../../domain/routing/load-slots.ts';
import type { Aggregate } from '../../../domain/stream/aggregate.ts';
import { freshAggregate } from '../../../domain/stream/apply-decision.ts';
import type { CaseState } from '../../../domain/stream/case/case-state.ts';
import { type LoadState, loadStream } from '../../../domain/stream/load/load-stream.ts';
import { streamId } from '../../../domain/stream/stream-id.ts';
import type { Store } from '../../ports/store.ts';

type Slots = readonly Slot[];

/** Gathers what loads have to hold while documents pass by: a slot for every open case, at its owner. */
export class SlotsOfOwners {
  readonly #owned = new Map<string, Slot[]>();
  readonly #before = new Map<string, Slots>();

  saw(doc: Aggregate): void {
    if (doc.kind === 'load') this.#before.set(doc._id, (doc.state as LoadState).slots);
    if (doc.kind !== 'case') return;
    const { open, owner, assignedAt, submittedAt } = doc.state as CaseState;
    if (!open || owner === null) return;
    const id = streamId('load', owner);
    const slots = this.#owned.get(id) ?? [];
    slots.push({ caseId: doc._id, at: assignedAt ?? submittedAt });
    this.#owned.set(id, slots);
  }

  /**
   * Writes the slots into every load, those there were keep their time and flag.
   * Slots of cases that are undecided go: routing seats them again.
   */
  async write(store: Pick<Store, 'aggregates'>): Promise<void> {
    for (const id of new Set([...this.#before.keys(), ...this.#owned.keys()])) {
      const before = new Map(this.#before.get(id)?.map((slot) => [slot.caseId, slot]));
      const slots = orderedSlots((this.#owned.get(id) ?? []).map((slot) => before.get(slot.caseId) ?? slot));
      const doc = await store.aggregates.load<LoadState>(id);
      if (doc !== undefined) await store.aggregates.replace({ ...doc, state: { ...doc.state, slots } });
      else await store.aggregates.insert(freshLoad(id, slots));
    }
  }
}

function freshLoad(id: string, slots: Slots): Aggregate<LoadState> {
  const fresh = freshAggregate(loadStream, id);
  const state = { ...fresh.state, slots };
  return { ...fresh, _v: 1, state, index: loadStream.indexOf(state, id) };
}
