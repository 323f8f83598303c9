import type { Aggregate } from '../../../domain/stream/aggregate.ts';
import type { Effect } from '../../../domain/stream/effect.ts';
import { nextDueAt } from '../../../domain/stream/next-due-at.ts';
import { withQuarantine } from '../../../domain/stream/quarantine-list.ts';
import type { Keyset } from '../../ports/aggregates.ts';
import type { Store } from '../../ports/store.ts';
import type { CommandDeps } from '../command/deps.ts';
import type { EffectHandler } from '../effect/effect-handler.ts';
import { mayLeaveTheProduct } from '../effect/effect-policy.ts';
import { quarantinedPage } from '../effect/quarantined.ts';
import { redrive } from '../effect/redrive.ts';

/** Why an effect to the outside waits. */
export const heldAfterRestore = 'held after restore';
/** The record that says that nothing leaves the product. */
const holdId = 'outside-held';
const page = 200;

/** Lets nothing leave the product until `releaseOutside`. */
export async function holdOutside(store: Pick<Store, 'records'>, at: number): Promise<void> {
  const record = { _id: holdId, _v: 1, lists: [], sort: '', expiresAt: null, data: { at } };
  await store.records.insert('cursor', record);
}

/** Whether effects to the outside are held. */
export async function isOutsideHeld(store: Pick<Store, 'records'>): Promise<boolean> {
  return (await store.records.get('cursor', holdId)) !== undefined;
}

/** The document with every pending effect to the outside set aside, and no lease of a process that is not there any more. */
export function withOutsideHeld<S>(doc: Aggregate<S>): Aggregate<S> {
  const effects = doc.effects.map((effect): Effect => {
    const free = { ...effect, leaseUntil: 0 };
    if (free.quarantined || !mayLeaveTheProduct(free.kind)) return free;
    return { ...free, quarantined: true, error: heldAfterRestore };
  });
  const next = { ...doc, effects, index: withQuarantine(doc.index, effects) };
  return { ...next, nextDueAt: nextDueAt(next) };
}

/** A handler that sets its effects aside as long as nothing may leave the product. */
export function unlessHeld(store: Pick<Store, 'records'>, handler: EffectHandler): EffectHandler {
  return async (claimed) =>
    (await isOutsideHeld(store)) ? { kind: 'refused', error: heldAfterRestore } : handler(claimed);
}

/** Lets effects to the outside go again, those set aside meanwhile first; answers how many of them there were. */
export async function releaseOutside(deps: CommandDeps): Promise<number> {
  await deps.store.records.delete('cursor', holdId);
  let released = 0;
  for (let after: Keyset | null = null; ; ) {
    const found = await quarantinedPage(deps.store, after, page);
    for (const { aggregateId, effect } of found) {
      if (effect.error !== heldAfterRestore) continue;
      await redrive(deps, aggregateId, effect.id);
      released += 1;
    }
    const last = found.at(-1);
    if (last === undefined) return released;
    after = { sort: last.sort, id: last.aggregateId };
  }
}
