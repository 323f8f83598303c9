import type { CommandDeps } from '../command/deps.ts';

const page = 200;

/** Forgets uploads that were not linked to a case within 24 h; answers how many. Their bytes go with the sweep of blobs. */
export async function sweepAttachments({
  store,
  clock,
}: Pick<CommandDeps, 'store' | 'clock'>): Promise<number> {
  let gone = 0;
  for (;;) {
    const expired = await store.records.expired('attachment', clock.now(), page);
    for (const id of expired) await store.records.delete('attachment', id);
    gone += expired.length;
    if (expired.length < page) return gone;
  }
}
