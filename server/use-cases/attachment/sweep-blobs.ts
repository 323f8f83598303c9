import type { Json } from '../../../domain/hash/canonical-json.ts';
import type { CommandDeps } from '../command/deps.ts';

/** How long a blob that nothing names is kept after it was last stored or renewed, in ms. */
export const blobGraceMs = 24 * 3_600_000;
const page = 500;
/** The most candidates of one sweep, so that its memory stays flat. */
const mostCandidates = 50_000;
const digestPattern = /^[0-9a-f]{64}$/;

/**
 * Deletes blobs that nothing names and that nobody has stored or renewed for 24 h: first what may go is listed, then everything durable is
 * read for names of it, then the rest goes. Whoever links a blob renews it first, so that one linked meanwhile stays. Answers how many went.
 */
export async function sweepBlobs(deps: Pick<CommandDeps, 'store' | 'clock'>): Promise<number> {
  const { blobs } = deps.store;
  const before = deps.clock.now() - blobGraceMs;
  const candidates = new Set<string>();
  for (let after: string | null = null; candidates.size < mostCandidates; ) {
    const stale: string[] = await blobs.stale(before, after, page);
    for (const hash of stale) candidates.add(hash);
    after = stale.at(-1) ?? null;
    if (stale.length < page) break;
  }
  if (candidates.size === 0) return 0;
  await keepNamed(deps, candidates);
  let gone = 0;
  for (const hash of candidates) if (await blobs.delete(hash, before)) gone += 1;
  return gone;
}

/** Takes out of the candidates whatever a log row, a document or an upload names. */
async function keepNamed({ store }: Pick<CommandDeps, 'store'>, candidates: Set<string>): Promise<void> {
  const keep = (value: unknown): void => {
    for (const text of textsIn(value)) if (digestPattern.test(text)) candidates.delete(text);
  };
  for (let after = 0; ; ) {
    const rows = await store.log.read(after, page);
    for (const { event } of rows) keep(event.data);
    after = rows.at(-1)?.position ?? after;
    if (rows.length < page) break;
  }
  for (let after: string | null = null; ; ) {
    const ids: string[] = await store.aggregates.ids(after, page);
    for (const { state, tail } of await store.aggregates.loadMany(ids))
      keep([state, tail.map(({ event }) => event.data)]);
    after = ids.at(-1) ?? null;
    if (ids.length < page) break;
  }
  for (const hash of candidates) {
    const uploads = await store.records.range('attachment', `digest:${hash}`, null, 1);
    if (uploads.length > 0) candidates.delete(hash);
  }
}

/** Every text in a JSON value. */
function* textsIn(value: unknown): Generator<string> {
  const waiting: unknown[] = [value];
  while (waiting.length > 0) {
    const next = waiting.pop();
    if (typeof next === 'string') yield next;
    else if (typeof next === 'object' && next !== null)
      for (const item of Object.values(next as { readonly [key: string]: Json })) waiting.push(item);
  }
}
