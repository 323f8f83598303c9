import { randomUUID } from 'node:crypto';
import type { CaseState } from '../../../domain/stream/case/case-state.ts';
import { decideTransition } from '../../../domain/stream/case/commands/move.ts';
import type { PersonState } from '../../../domain/stream/person/person-state.ts';
import type { PoolState } from '../../../domain/stream/pool/pool-stream.ts';
import { commandCase } from '../../../server/use-cases/case/case-command.ts';
import { reactivatePerson } from '../../../server/use-cases/directory/deactivate-person.ts';
import { joinPool } from '../../../server/use-cases/directory/membership.ts';
import type { Product } from '../../support/product.ts';
import { actorOf } from '../../support/small-company.ts';

const director = { kind: 'person', id: 'lea' } as const;

/** Withdraws every open case and has bo back, so that the next run finds everybody there and free. */
export async function clearAway(
  product: Product,
  acknowledged: readonly { readonly id: string }[],
): Promise<void> {
  for (const { id } of acknowledged) {
    const doc = await product.store.aggregates.load<CaseState>(id);
    if (doc?.state.open !== true) continue;
    const call = {
      actor: await actorOf(product, 'lea'),
      command: { id: `clear ${id}`, body: 'transition' },
      kind: 'transition',
      authorise: () => undefined,
    };
    await commandCase(product.services.deps, id, call, (state, world) =>
      decideTransition(state, { transition: 'reject', comment: 'cleared away' }, world),
    );
  }
  await haveBack(product, 'bo');
}

async function haveBack({ services, store }: Product, person: string): Promise<void> {
  const call = () => ({ actor: director, command: { id: randomUUID(), body: 'back' } });
  const here = await store.aggregates.load<PersonState>(`person:${person}`);
  if (here?.state.active === false)
    await reactivatePerson(services.deps, call(), { person, reason: 'is back' });
  const pool = await store.aggregates.load<PoolState>('pool:buyers');
  if (pool?.state.members.some((member) => member.person === person) === false)
    await joinPool(services.deps, call(), { pool: 'buyers', person });
}
