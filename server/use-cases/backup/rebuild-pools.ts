import { decisionKey } from '../../../domain/routing/decision-key.ts';
import { settlePick, withPick } from '../../../domain/routing/pool-ledger.ts';
import { spreadStrays } from '../../../domain/routing/spread-strays.ts';
import type { Aggregate } from '../../../domain/stream/aggregate.ts';
import { type PoolState, poolStream } from '../../../domain/stream/pool/pool-stream.ts';
import { streamId } from '../../../domain/stream/stream-id.ts';
import type { LogRow } from '../../ports/log.ts';
import type { Store } from '../../ports/store.ts';
import { readRecord } from '../route/store-record.ts';
import { openedEvent } from './opened-event.ts';

const page = 500;

/**
 * Rebuilds what pools keep without events, from a complete log: no pick is pending, and the credits are those of the routed
 * decisions that stand, in the order of the log. A decision whose record is gone is charged to nobody.
 * Pools were read at another moment than the cases their picks are for, so that what they hold cannot be trusted.
 */
export async function rebuildPools(store: Store): Promise<void> {
  const folded = await foldPools(store);
  for (const [stream, state] of folded) {
    const doc = await store.aggregates.load<PoolState>(stream);
    if (doc !== undefined) await store.aggregates.replace(withLedger(doc, state));
  }
}

function withLedger(
  doc: Aggregate<PoolState>,
  { credits, makeUps, madeUp }: PoolState,
): Aggregate<PoolState> {
  const ledger = { picks: {}, credits, makeUps: makeUps ?? [], madeUp: madeUp ?? null };
  // Members may be missing from the fold where what set them was erased.
  return { ...doc, state: spreadStrays({ ...doc.state, ...ledger }) };
}

async function foldPools(store: Store): Promise<Map<string, PoolState>> {
  const pools = new Map<string, PoolState>();
  for (let after = 0; ; ) {
    const rows = await store.log.read(after, page);
    const records = await Promise.all(rows.map((row) => recordOf(store, row)));
    for (const [i, row] of rows.entries()) {
      const { stream } = row.event;
      if (stream.startsWith('pool:'))
        pools.set(stream, poolStream.evolve(pools.get(stream) ?? poolStream.initial, openedEvent(row)));
      const record = records[i];
      if (record !== undefined) chargeTo(pools, row, record);
    }
    after = rows.at(-1)?.position ?? after;
    if (rows.length < page) return pools;
  }
}

type Record = ReturnType<typeof readRecord>;

/** The record of a decision that picked somebody from a pool; undefined for any other event. */
async function recordOf(store: Store, { event }: LogRow): Promise<Record | undefined> {
  const { pool, person, record } = event.data;
  const picked =
    event.kind === 'routed' && [pool, person, record].every((value) => typeof value === 'string');
  const bytes = picked ? await store.blobs.get(String(record)) : undefined;
  return bytes === undefined ? undefined : readRecord(bytes);
}

function chargeTo(pools: Map<string, PoolState>, { event }: LogRow, { decision }: Record): void {
  const stream = streamId('pool', String(event.data['pool']));
  const pool = pools.get(stream);
  if (pool === undefined) return;
  const key = decisionKey(event.stream, Number(event.data['epoch']));
  const picked = withPick(pool, key, {
    p: String(event.data['person']),
    hash: String(event.data['record']),
    delta: decision.delta ?? {},
    token: Number(event.data['token'] ?? 0),
    at: event.at,
    ...(decision.makeUp === true ? { makeUp: true as const } : {}),
  });
  if (picked !== undefined) pools.set(stream, spreadStrays(settlePick(picked, key)));
}
