import { DomainError } from '../../../domain/error/domain-error.ts';
import { Fault } from '../../../domain/error/fault.ts';
import type { Aggregate } from '../../../domain/stream/aggregate.ts';
import { redriveEffect } from '../../../domain/stream/effect-bookkeeping.ts';
import type { CommandDeps } from '../command/deps.ts';

/**
 * Gives a quarantined effect another life: attempts start over, its fencing token never does.
 * @throws DomainError NOT_FOUND when the aggregate owes no such quarantined effect.
 */
export async function redrive(deps: CommandDeps, aggregateId: string, effectId: string): Promise<Aggregate> {
  for (let attempt = 0; attempt < 60; attempt += 1) {
    const doc = await deps.store.aggregates.load(aggregateId);
    if (!doc?.effects.some((effect) => effect.id === effectId && effect.quarantined)) {
      throw new DomainError('NOT_FOUND', 'No effect of this name waits in quarantine.');
    }
    const next = redriveEffect(doc, effectId, deps.clock.now());
    if (!(await deps.store.aggregates.replace(next))) continue;
    const stored = { ...next, _v: next._v + 1 };
    deps.committed(stored, doc);
    return stored;
  }
  throw new Fault('CONTENDED', `${aggregateId} changed too often to redrive ${effectId}`);
}
