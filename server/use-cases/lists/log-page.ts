import { abilityOf } from '../../../domain/access/ability-of.ts';
import { requireAbility } from '../../../domain/access/require-ability.ts';
import type { Viewer } from '../../../domain/access/viewer.ts';
import { hashJson } from '../../../domain/hash/sha256.ts';
import type { LogRow } from '../../ports/log.ts';
import { type ListDeps, type Page, pageLength } from './list-deps.ts';
import { visitFactor } from './merge-ranges.ts';

/** What narrows the log; the first one given is the range that is read, the others are looked for in it. */
export interface LogFilter {
  readonly stream?: string;
  readonly rule?: string;
  readonly actor?: string;
  readonly decision?: string;
  readonly refused?: true;
  readonly kind?: string;
  readonly type?: string;
}

const order = ['stream', 'rule', 'actor', 'decision', 'refused', 'kind', 'type'] as const;

/** Which page of the log. */
export interface LogQuery extends LogFilter {
  readonly viewer: Viewer;
  readonly limit: number;
  readonly cursor?: string | null;
  /** Rows as the viewer is shown them. */
  readonly shown: (rows: readonly LogRow[]) => Promise<LogRow[]>;
}

/**
 * One page of the log, newest first, for those who may read all of it. It visits at most 4 × limit rows.
 * @throws DomainError NOT_FOUND, CURSOR_INVALID.
 */
export async function logPage(deps: ListDeps, query: LogQuery): Promise<Page<LogRow>> {
  requireAbility(abilityOf(query.viewer), 'read', { subject: 'Log', id: 'log' });
  const wanted = order.flatMap((key) => {
    const value = query[key];
    if (value === undefined) return [];
    return [key === 'refused' ? 'refused' : `${key}:${value}`];
  });
  const name = `log ${query.viewer.personId} ${hashJson(wanted)}`;
  const place = deps.cursors.read(name, query.cursor);
  const limit = pageLength(query.limit);
  const page = await readLog(deps, wanted, { before: place === null ? null : Number(place.id), limit });
  return {
    items: await query.shown(page.rows),
    next: page.next === null ? null : deps.cursors.write(name, { sort: '', id: String(page.next) }),
  };
}

async function readLog(
  { store }: Pick<ListDeps, 'store'>,
  wanted: readonly string[],
  { before, limit }: { readonly before: number | null; readonly limit: number },
): Promise<{ rows: LogRow[]; next: number | null }> {
  const rows: LogRow[] = [];
  let at = before;
  for (let round = 0; round < visitFactor && rows.length < limit; round += 1) {
    const read = await store.log.page(wanted[0] ?? 'all', at, limit);
    for (const row of read) {
      if (rows.length === limit) return { rows, next: at };
      if (wanted.every((list) => row.lists.includes(list))) rows.push(row);
      at = row.position;
    }
    if (read.length < limit) return { rows, next: null };
  }
  return { rows, next: at };
}
