import { z } from 'zod';
import type { Json } from '../../../domain/hash/canonical-json.ts';
import type { Effect } from '../../../domain/stream/effect.ts';
import type { RecordStore, StoredRecord } from '../../ports/records.ts';
import { untilWon } from '../route/write-bookkeeping.ts';

/** Where a delivery stands: waiting for its first attempt, done, set aside for a person, to be tried again, or called off unsent. */
export const deliveryStatuses = ['pending', 'delivered', 'refused', 'retrying', 'cancelled'] as const;
export type DeliveryStatus = (typeof deliveryStatuses)[number];

const attemptSchema = z.object({
  at: z.number(),
  /** How long it took, in ms. */
  ms: z.number(),
  outcome: z.enum(['delivered', 'retry', 'refused', 'cancelled']),
  /** HTTP status, where there was one. */
  httpStatus: z.number().nullable(),
  /** What the other side, or the product, said. */
  said: z.string(),
});

/** One attempt at a delivery. */
export type DeliveryAttempt = z.infer<typeof attemptSchema>;

const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null;

const deliverySchema = z.object({
  connection: z.string(),
  caseId: z.string(),
  number: z.string(),
  type: z.string(),
  kind: z.string(),
  /** The document and the effect that owe it. */
  owes: z.object({
    aggregate: z.string(),
    effect: z.string(),
    payload: z.custom<Effect['payload']>(isObject),
  }),
  createdAt: z.number(),
  status: z.enum(deliveryStatuses),
  /** The last attempts, oldest first. */
  attempts: z.array(attemptSchema),
  /** All attempts there ever were. */
  tries: z.number(),
  /** When it is tried next; null when that is not foreseen. */
  nextAt: z.number().nullable(),
});

/** What is kept of one delivery, without what was sent. */
export type DeliveryData = z.infer<typeof deliverySchema>;

/** One delivery; its id stays the same over retries and replays. */
export interface Delivery extends DeliveryData {
  readonly id: string;
}

const keptMs = 90 * 86_400_000;
const keptAttempts = 20;
/** How much is kept of what was said at attempts before the last one. */
const shortened = 200;

/** The lists a delivery is paged by. */
export const deliveryLists = {
  all: 'all',
  connection: (id: string) => `connection:${id}`,
  status: (status: DeliveryStatus) => `status:${status}`,
  of: (connection: string, status: DeliveryStatus) => `connection:${connection}|${status}`,
  case: (id: string) => `case:${id}`,
} as const;

/** The stable id of a delivery: its connection, and the position or the name of what it tells. */
export const deliveryId = (connection: string, what: string | number): string => `${connection}:${what}`;

/** A kept delivery. */
export function readDelivery(record: StoredRecord): Delivery {
  return { id: record._id, ...deliverySchema.parse(record.data) };
}

function recordOf({ id, ...data }: Delivery, version: number): StoredRecord {
  const { connection, status, caseId, createdAt } = data;
  return {
    _id: id,
    _v: version,
    lists: [
      deliveryLists.all,
      deliveryLists.connection(connection),
      deliveryLists.status(status),
      deliveryLists.of(connection, status),
      deliveryLists.case(caseId),
    ],
    // Newest first under ascending order; it never changes.
    sort: String(9_999_999_999_999 - createdAt).padStart(13, '0'),
    expiresAt: createdAt + keptMs,
    data: data as { readonly [key: string]: Json },
  };
}

/** A delivery that was not attempted yet. */
export type NewDelivery = Omit<Delivery, 'status' | 'attempts' | 'tries'>;

/** Keeps a delivery that is owed; one that is known stays as it is. */
export async function expectDelivery(records: RecordStore, delivery: NewDelivery): Promise<void> {
  await records.insert('delivery', recordOf({ ...delivery, status: 'pending', attempts: [], tries: 0 }, 1));
}

/** How an attempt leaves a delivery. */
export interface AttemptEnd {
  readonly attempt: DeliveryAttempt;
  readonly status: DeliveryStatus;
  readonly nextAt: number | null;
}

/** Adds an attempt to a delivery, which is made known if it was not. */
export async function recordAttempt(
  records: RecordStore,
  delivery: NewDelivery,
  end: AttemptEnd,
): Promise<void> {
  await untilWon(`the delivery ${delivery.id}`, async () => {
    const kept = await records.get('delivery', delivery.id);
    const before = kept === undefined ? { ...delivery, attempts: [], tries: 0 } : readDelivery(kept);
    const earlier = before.attempts.map((each) => ({ ...each, said: each.said.slice(0, shortened) }));
    const next: Delivery = {
      ...before,
      status: end.status,
      nextAt: end.nextAt,
      attempts: [...earlier, end.attempt].slice(-keptAttempts),
      tries: before.tries + 1,
    };
    const won =
      kept === undefined
        ? await records.insert('delivery', recordOf(next, 1))
        : await records.replace('delivery', recordOf(next, kept._v));
    return won ? true : undefined;
  });
}

/** Says that a delivery is to be tried again from now on. */
export async function expectAgain(records: RecordStore, id: string, nextAt: number): Promise<void> {
  await untilWon(`the delivery ${id}`, async () => {
    const kept = await records.get('delivery', id);
    if (kept === undefined) return true;
    const next: Delivery = { ...readDelivery(kept), status: 'pending', nextAt };
    return (await records.replace('delivery', recordOf(next, kept._v))) ? true : undefined;
  });
}
