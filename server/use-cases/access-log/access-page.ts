import { abilityOf } from '../../../domain/access/ability-of.ts';
import { requireAbility } from '../../../domain/access/require-ability.ts';
import type { Viewer } from '../../../domain/access/viewer.ts';
import { hashJson } from '../../../domain/hash/sha256.ts';
import type { Keyset } from '../../ports/aggregates.ts';
import { type ListDeps, type Page, pageLength } from '../lists/list-deps.ts';
import { type AccessEntry, type AccessKind, accessEntry, sortOfAccess } from './record-access.ts';

/** What narrows the access log; `from` is inclusive, `until` exclusive, both epoch milliseconds. */
export interface AccessQuery {
  readonly viewer: Viewer;
  readonly person?: string;
  readonly kind?: AccessKind;
  readonly from?: number;
  readonly until?: number;
  readonly limit: number;
  readonly cursor?: string | null;
}

/** One page of the access log, newest first. @throws DomainError NOT_FOUND, CURSOR_INVALID. */
export async function accessPage(deps: ListDeps, query: AccessQuery): Promise<Page<AccessEntry>> {
  requireAbility(abilityOf(query.viewer), 'read', { subject: 'AccessLog', id: 'access' });
  const { viewer, person, kind, from = 0, until } = query;
  const list = listOf(person, kind);
  const name = `access ${viewer.personId} ${hashJson([list, from, until ?? null])}`;
  const after = deps.cursors.read(name, query.cursor) ?? beginning(until);
  const limit = pageLength(query.limit);
  const read = await deps.store.records.range('access', list, after, limit);
  const records = read.filter(({ sort }) => sort <= sortOfAccess(from));
  const last = records.at(-1);
  const ends = read.length < limit || records.length < read.length || last === undefined;
  return {
    items: records.map(accessEntry),
    next: ends ? null : deps.cursors.write(name, { sort: last.sort, id: last._id }),
  };
}

function listOf(person: string | undefined, kind: AccessKind | undefined): string {
  const parts = [
    ...(person === undefined ? [] : [`person:${person}`]),
    ...(kind === undefined ? [] : [`kind:${kind}`]),
  ];
  return parts.length === 0 ? 'all' : parts.join('|');
}

/** Behind everything at or after `until`: ids sort before the tilde. */
const beginning = (until: number | undefined): Keyset | null =>
  until === undefined ? null : { sort: sortOfAccess(until), id: '~' };
