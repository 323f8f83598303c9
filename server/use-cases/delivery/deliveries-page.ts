import { type Ability, abilityOf } from '../../../domain/access/ability-of.ts';
import { requireAbility } from '../../../domain/access/require-ability.ts';
import type { Viewer } from '../../../domain/access/viewer.ts';
import { DomainError } from '../../../domain/error/domain-error.ts';
import { hashJson } from '../../../domain/hash/sha256.ts';
import type { Keyset } from '../../ports/aggregates.ts';
import type { Store } from '../../ports/store.ts';
import { type ListDeps, type Page, pageLength } from '../lists/list-deps.ts';
import { visitFactor } from '../lists/merge-ranges.ts';
import { type Delivery, type DeliveryStatus, deliveryLists, readDelivery } from './delivery-record.ts';

/** What narrows the list of deliveries. */
export interface DeliveryFilter {
  readonly connection?: string;
  readonly status?: DeliveryStatus;
  readonly case?: string;
}

/** Which page of the deliveries. */
export interface DeliveriesQuery extends DeliveryFilter {
  readonly viewer: Viewer;
  readonly limit: number;
  readonly cursor?: string | null;
}

/**
 * One page of deliveries, newest first, for those who look after connections. It visits at most 4 × limit of them, so a page may be
 * shorter than asked for although there is a next one.
 * @throws DomainError NOT_FOUND, CURSOR_INVALID.
 */
export async function deliveriesPage(deps: ListDeps, query: DeliveriesQuery): Promise<Page<Delivery>> {
  requireAbility(abilityOf(query.viewer), 'read', { subject: 'Delivery', id: 'deliveries' });
  const { connection = null, status = null, case: caseId = null } = query;
  const name = `deliveries ${query.viewer.personId} ${hashJson([connection, status, caseId])}`;
  const limit = pageLength(query.limit);
  const items: Delivery[] = [];
  let after: Keyset | null = deps.cursors.read(name, query.cursor);
  for (let round = 0; round < visitFactor && items.length < limit; round += 1) {
    const read = await deps.store.records.range('delivery', listOf(query), after, limit);
    for (const record of read) {
      if (items.length === limit) return { items, next: after && deps.cursors.write(name, after) };
      const delivery = readDelivery(record);
      if (passes(query, delivery)) items.push(delivery);
      after = { sort: record.sort, id: record._id };
    }
    if (read.length < limit) return { items, next: null };
  }
  return { items, next: after === null ? null : deps.cursors.write(name, after) };
}

function listOf({ connection, status, case: caseId }: DeliveryFilter): string {
  if (caseId !== undefined) return deliveryLists.case(caseId);
  if (connection !== undefined && status !== undefined) return deliveryLists.of(connection, status);
  if (connection !== undefined) return deliveryLists.connection(connection);
  return status === undefined ? deliveryLists.all : deliveryLists.status(status);
}

const passes = ({ connection, status }: DeliveryFilter, delivery: Delivery): boolean =>
  (connection === undefined || delivery.connection === connection) &&
  (status === undefined || delivery.status === status);

/** One delivery with its attempts. @throws DomainError NOT_FOUND. */
export async function getDelivery(
  deps: { readonly store: Pick<Store, 'records'> },
  ability: Ability,
  id: string,
): Promise<Delivery> {
  requireAbility(ability, 'read', { subject: 'Delivery', id });
  const kept = await deps.store.records.get('delivery', id);
  if (kept === undefined)
    throw new DomainError('NOT_FOUND', 'There is no such delivery. They are kept for 90 days.');
  return readDelivery(kept);
}
