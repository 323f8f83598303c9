import { DomainError } from '../../../domain/error/domain-error.ts';
import { decideRestored } from '../../../domain/stream/installation/installation-object.ts';
import {
  installationId,
  installationStream,
} from '../../../domain/stream/installation/installation-stream.ts';
import { streamId } from '../../../domain/stream/stream-id.ts';
import { shelves } from '../../ports/records.ts';
import type { Store } from '../../ports/store.ts';
import type { CommandDeps } from '../command/deps.ts';
import { runCommand } from '../command/run-command.ts';
import type { Sealer } from '../directory/sealer.ts';
import { openInstallationKey } from '../log/installation-key.ts';
import { sequence } from '../log/sequence.ts';
import type { Projection } from '../upkeep/rebuild-projections.ts';
import { rebuildProjections } from '../upkeep/rebuild-projections.ts';
import { noteFormat } from '../upkeep/store-format.ts';
import { BackupLoader } from './backup-loader.ts';
import { holdOutside } from './held-outside.ts';
import { rebuildPools } from './rebuild-pools.ts';
import { markRestore, requireWholeStore, unmarkRestore } from './restore-marker.ts';
import { type VerifiedBackup, type VerifyTools, verifyBackup } from './verify-backup.ts';

/** What restoring stands on; nobody else may use the store meanwhile. */
export interface RestoreDeps extends Pick<CommandDeps, 'store' | 'clock' | 'ids'>, VerifyTools {
  readonly sealer: Sealer;
  readonly projections: readonly Projection[];
  /** Told how far it has come. */
  readonly say: (line: string) => void;
}

/** What was restored. */
export interface Restored {
  /** The position of the log the backup was taken at. */
  readonly from: number;
  /** The generation that begins with the restore. */
  readonly generation: number;
  readonly events: number;
  readonly aggregates: number;
  readonly blobs: number;
}

const page = 200;

/**
 * Restores a backup into an empty store, after all of it was verified; `open` answers its lines from the beginning each time.
 * What is derived is built anew, what no log position of the backup covers is logged, and a new generation begins.
 * A store that is left half restored refuses to start. Effects to the outside are held.
 * @throws DomainError CONFLICT for a store that is not empty; Fault BACKUP_UNUSABLE, SECRET_UNREADABLE, RESTORE_UNFINISHED.
 */
export async function restoreBackup(deps: RestoreDeps, open: () => AsyncIterable<string>): Promise<Restored> {
  const { store, clock, say } = deps;
  await requireWholeStore(store);
  await requireEmpty(store);
  say('Verifying the backup …');
  const backup = await verifyBackup(open(), deps);
  // What is sealed in the backup must not become unreadable for good.
  openInstallationKey(backup.key.data, deps.sealer);
  for (const shelf of shelves) await store.records.clear(shelf);
  await markRestore(store, clock.now());
  say(`Restoring ${backup.end.position} events and ${backup.end.aggregates} documents …`);
  const loader = new BackupLoader(store);
  for await (const line of open()) await loader.line(line);
  await loader.end();
  const generation = await settle(deps, backup);
  await noteFormat(store);
  await holdOutside(store, clock.now());
  await unmarkRestore(store);
  const { position, aggregates, blobs } = backup.end;
  return { from: position, generation, events: await store.log.end(), aggregates, blobs };
}

async function requireEmpty({ aggregates, log }: Store): Promise<void> {
  const [any] = await aggregates.ids(null, 1);
  if (any === undefined && (await log.end()) === 0) return;
  throw new DomainError('CONFLICT', 'This store is not empty. Restore into an empty one.');
}

/** Logs what the backup's log does not cover, opens the generation, builds what is derived; answers the generation. */
async function settle(deps: RestoreDeps, backup: VerifiedBackup): Promise<number> {
  const { store, projections, say } = deps;
  const project = async (doc: Parameters<Projection['project']>[0]) => {
    for (const projection of projections) await projection.project(doc);
  };
  for (let after: string | null = null; ; ) {
    const ids: string[] = await store.aggregates.ids(after, page);
    await sequence(store, ids, project);
    after = ids.at(-1) ?? null;
    if (after === null || ids.length < page) break;
  }
  say('Rebuilding pools and lists …');
  await rebuildPools(store);
  const generation = await openGeneration(deps, backup);
  await sequence(store, [streamId('installation', installationId)], project);
  await rebuildProjections(store, projections);
  return generation;
}

async function openGeneration(deps: RestoreDeps, { end }: VerifiedBackup): Promise<number> {
  const { store, clock, ids } = deps;
  const { doc } = await runCommand(
    { store, clock, ids, claimMs: 0, committed: () => undefined },
    {
      spec: installationStream,
      stream: streamId('installation', installationId),
      on: 'either',
      command: { id: `restore:${ids.next()}`, body: end.digest },
      actor: { kind: 'system', id: 'restore' },
      decide: ({ state }) => decideRestored(state, end.position),
    },
  );
  return doc.state.generation;
}
