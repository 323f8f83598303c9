import { createExportWriter, type ExportWriter } from '../../../domain/ledger/export-writer.ts';
import type { Hasher } from '../../../domain/ledger/hasher.ts';
import type { Aggregate } from '../../../domain/stream/aggregate.ts';
import type { ChainedEvent } from '../../../domain/stream/event.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Store } from '../../ports/store.ts';
import { checkpointsBehind } from '../log/checkpoints.ts';
import type { InstallationKey } from '../log/installation-key.ts';
import {
  type AggregateLine,
  type BackupEnd,
  backupVersion,
  endText,
  keptShelves,
  type PartLine,
  partBytes,
} from './backup-format.ts';

/** What writing a backup stands on; the store may be in use. */
export interface BackupDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly key: InstallationKey;
  readonly hasher: Hasher;
}

/** Takes one line without its LF; waits as long as it must, so that memory stays flat. */
export type LineSink = (line: string) => Promise<void>;

const page = 500;

/**
 * Writes a backup of a store that may be in use: the log up to where it ends now, then aggregates, records and blobs as they are met.
 * Blobs come last: what names one was read before, and each is stored before what names it.
 */
export async function writeBackup(deps: BackupDeps, sink: LineSink): Promise<BackupEnd> {
  const { store, clock, key, hasher } = deps;
  const digest = hasher.running();
  const put = async (line: string) => {
    digest.add(`${line}\n`);
    await sink(line);
  };
  const putPart = (part: PartLine) => put(JSON.stringify(part));
  const position = await store.log.end();
  await writeLog(deps, position, put);
  await putPart({ backup: { version: backupVersion, position, at: clock.now() } });
  const aggregates = await writeAggregates(store, position, putPart);
  const records = await writeRecords(store, putPart);
  const blobs = await writeBlobs(store, putPart);
  const end = { position, aggregates, records, blobs, digest: digest.hex() };
  await sink(JSON.stringify({ end, signature: key.sign(endText(end)) }));
  return end;
}

/** The log as a complete export, each checkpoint behind the row it counts to. */
async function writeLog({ store, clock, key, hasher }: BackupDeps, to: number, put: LineSink): Promise<void> {
  const writer = createExportWriter(
    {
      format: 'signalbox-log',
      version: 1,
      generation: await generationAt(store, to),
      complete: true,
      from: 1,
      to,
      publicKey: key.publicKey,
      exportedAt: clock.now(),
    },
    key.sign,
    hasher,
  );
  await put(writer.header());
  const checkpoints = checkpointLines(store, to, writer);
  for (let after = 0; after < to; ) {
    const rows = await store.log.read(after, Math.min(page, to - after));
    for (const row of rows) {
      await put(writer.row(row));
      for (const line of await checkpoints(row.position)) await put(line);
    }
    after = rows.at(-1)?.position ?? to;
  }
  await put(writer.trailer());
}

/** A restore opens a generation by an event: one that stands behind `to` is not this backup's. */
async function generationAt(store: Store, to: number): Promise<number> {
  const [opened] = await store.log.page('kind:restored', to + 1, 1);
  return Number(opened?.event.data['generation'] ?? 1);
}

/** Answers the lines of the checkpoints of a size, asked for in ascending order. */
function checkpointLines(store: Store, to: number, writer: ExportWriter) {
  let waiting: Awaited<ReturnType<typeof checkpointsBehind>> = [];
  let read = 0;
  return async (size: number): Promise<string[]> => {
    if (waiting.length === 0 && read < to) {
      waiting = await checkpointsBehind(store.records, read, page);
      read = waiting.length < page ? to : (waiting.at(-1)?.checkpoint.size ?? to);
    }
    const lines: string[] = [];
    while (waiting[0]?.checkpoint.size === size) {
      const [signed, ...rest] = waiting;
      lines.push(writer.checkpoint(signed));
      waiting = rest;
    }
    return lines;
  };
}

async function writeAggregates(
  store: Store,
  position: number,
  putPart: (part: PartLine) => Promise<void>,
): Promise<number> {
  let count = 0;
  for (let after: string | null = null; ; ) {
    const ids: string[] = await store.aggregates.ids(after, page);
    for (const aggregate of await store.aggregates.loadMany(ids)) {
      await putPart(await aggregateLine(store, aggregate, position));
      count += 1;
    }
    after = ids.at(-1) ?? null;
    if (after === null || ids.length < page) return count;
  }
}

/** A long tail is trimmed once it is logged: what is behind the backup's position and not in the tail any more goes with it. */
async function aggregateLine(store: Store, aggregate: Aggregate, position: number): Promise<AggregateLine> {
  const first = aggregate.tail[0]?.event.seq ?? 1;
  const between: ChainedEvent[] = [];
  for (let seq = first - 1; seq >= 1; seq -= 1) {
    const [row] = await store.log.stream(aggregate._id, seq - 1, 1);
    if (row === undefined || row.position <= position) break;
    between.unshift({ event: row.event, hash: row.hash, sealed: row.sealed });
  }
  return { aggregate, between };
}

async function writeRecords(store: Store, putPart: (part: PartLine) => Promise<void>): Promise<number> {
  let count = 0;
  for (const shelf of keptShelves) {
    for (let after: string | null = null; ; ) {
      const ids: string[] = await store.records.ids(shelf, after, page);
      for (const id of ids) {
        const record = await store.records.get(shelf, id);
        if (record === undefined) continue;
        await putPart({ shelf, record });
        count += 1;
      }
      after = ids.at(-1) ?? null;
      if (after === null || ids.length < page) break;
    }
  }
  return count;
}

async function writeBlobs(store: Store, putPart: (part: PartLine) => Promise<void>): Promise<number> {
  let count = 0;
  for (let after: string | null = null; ; ) {
    // Every blob was renewed before the end of time.
    const hashes: string[] = await store.blobs.stale(Number.MAX_SAFE_INTEGER, after, page);
    for (const hash of hashes) if (await writeBlob(store, hash, putPart)) count += 1;
    after = hashes.at(-1) ?? null;
    if (after === null || hashes.length < page) return count;
  }
}

/** False when it was swept meanwhile, so that nothing names it. */
async function writeBlob(
  store: Store,
  blob: string,
  putPart: (part: PartLine) => Promise<void>,
): Promise<boolean> {
  const chunks = await store.blobs.open(blob);
  if (chunks === undefined) return false;
  let part = 0;
  let held = Buffer.alloc(0);
  for await (const chunk of chunks) {
    held = Buffer.concat([held, chunk]);
    while (held.length > partBytes) {
      await putPart({ blob, part, last: false, bytes: held.subarray(0, partBytes).toString('base64') });
      held = held.subarray(partBytes);
      part += 1;
    }
  }
  await putPart({ blob, part, last: true, bytes: held.toString('base64') });
  return true;
}
