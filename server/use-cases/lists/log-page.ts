import { abilityOf } from '../../../domain/access/ability-of.ts';
import { requireAbility } from '../../../domain/access/require-ability.ts';
import type { Viewer } from '../../../domain/access/viewer.ts';
import { hashJson } from '../../../domain/hash/sha256.ts';
import type { LogRow } from '../../ports/log.ts';
import { type ListDeps, type Page, pageLength } from './list-deps.ts';
import { visitFactor } from './merge-ranges.ts';
import { positionAt } from './position-at.ts';

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
  /** When the event happened, in epoch milliseconds: `from` inclusive, `until` exclusive. */
  readonly from?: number;
  readonly until?: number;
  readonly limit: number;
  readonly cursor?: string | null;
  /** Rows as the viewer is shown them. */
  readonly shown: (rows: readonly LogRow[]) => Promise<LogRow[]>;
}

/** How much later than others of its time an event may have reached the log and still be found by its time. */
const lateMs = 3_600_000;

/**
 * One page of the log, newest first, for those who may read all of it. It visits at most 4 × limit rows, and a few to find a time.
 * @throws DomainError NOT_FOUND, CURSOR_INVALID.
 */
export async function logPage(deps: ListDeps, query: LogQuery): Promise<Page<LogRow>> {
  requireAbility(abilityOf(query.viewer), 'read', { subject: 'Log', id: 'log' });
  const wanted = order.flatMap((key) => {
    const value = query[key];
    if (value === undefined) return [];
    return [key === 'refused' ? 'refused' : `${key}:${value}`];
  });
  const { from = 0, until = null } = query;
  const name = `log ${query.viewer.personId} ${hashJson([...wanted, from, until])}`;
  const place = deps.cursors.read(name, query.cursor);
  const limit = pageLength(query.limit);
  const { log } = deps.store;
  const [begins, ends] = await Promise.all([
    from === 0 ? 1 : positionAt(log, from - lateMs),
    until === null ? null : positionAt(log, until + lateMs),
  ]);
  const before = place === null ? ends : Number(place.id);
  const isWanted = ({ event, lists }: LogRow): boolean =>
    event.at >= from && (until === null || event.at < until) && wanted.every((list) => lists.includes(list));
  const page = await readLog(deps, wanted[0] ?? 'all', { before, begins, limit, isWanted });
  return {
    items: await query.shown(page.rows),
    next: page.next === null ? null : deps.cursors.write(name, { sort: '', id: String(page.next) }),
  };
}

async function readLog(
  { store }: Pick<ListDeps, 'store'>,
  list: string,
  {
    before,
    begins,
    limit,
    isWanted,
  }: {
    readonly before: number | null;
    /** The first position that is looked at. */
    readonly begins: number;
    readonly limit: number;
    readonly isWanted: (row: LogRow) => boolean;
  },
): Promise<{ rows: LogRow[]; next: number | null }> {
  const rows: LogRow[] = [];
  let at = before;
  for (let round = 0; round < visitFactor && rows.length < limit; round += 1) {
    const read = await store.log.page(list, at, limit);
    for (const row of read) {
      if (row.position < begins) return { rows, next: null };
      if (rows.length === limit) return { rows, next: at };
      if (isWanted(row)) rows.push(row);
      at = row.position;
    }
    if (read.length < limit) return { rows, next: null };
  }
  return { rows, next: at };
}
