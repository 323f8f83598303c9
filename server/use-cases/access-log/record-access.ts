import type { Json } from '../../../domain/hash/canonical-json.ts';
import type { Clock, Ids } from '../../ports/clock.ts';
import type { StoredRecord } from '../../ports/records.ts';
import type { Store } from '../../ports/store.ts';

/** What the access log tells of. */
export const accessKinds = [
  'signed-in',
  'sign-in-refused',
  'signed-out',
  'token-refused',
  'password-set',
  'link-made',
  'permission-changed',
  'directory-changed',
  'sensitive-seen',
  'downloaded',
  'exported',
] as const;
export type AccessKind = (typeof accessKinds)[number];

/** One thing somebody did that is no event of a case. */
export interface Access {
  readonly kind: AccessKind;
  /** Whom it is about or who did it; null when nobody is known by that name. */
  readonly person: string | null;
  /** Where it came from; null for the product itself. */
  readonly address?: string | null;
  /** What was seen, taken or changed, by id; never a value, never a secret. */
  readonly what?: { readonly [key: string]: Json };
}

/** An entry of the access log. */
export interface AccessEntry {
  readonly id: string;
  readonly at: number;
  readonly kind: AccessKind;
  readonly person: string | null;
  readonly address: string | null;
  readonly what: { readonly [key: string]: Json };
}

/** What the access log is written with. */
export interface AccessDeps {
  readonly store: Pick<Store, 'records'>;
  readonly clock: Clock;
  readonly ids: Pick<Ids, 'next'>;
}

/** Newest first under ascending order. */
export function sortOfAccess(at: number): string {
  return String(9_999_999_999_999 - at).padStart(13, '0');
}

/** Writes an entry of the access log. Entries are only ever added. */
export async function recordAccess(deps: AccessDeps, access: Access): Promise<void> {
  await deps.store.records.insert('access', accessRecord(deps.ids.next(), deps.clock.now(), access));
}

/** An entry as it is stored, with the lists it stands in. */
export function accessRecord(id: string, at: number, access: Access): StoredRecord {
  const { kind, person, address = null, what = {} } = access;
  const lists = ['all', `kind:${kind}`];
  if (person !== null) lists.push(`person:${person}`, `person:${person}|kind:${kind}`);
  return {
    _id: id,
    _v: 1,
    lists,
    sort: sortOfAccess(at),
    expiresAt: null,
    data: { at, kind, person, address, what },
  };
}

/** A stored entry as people read it. */
export function accessEntry({ _id, data }: StoredRecord): AccessEntry {
  const { at, kind, person, address, what } = data;
  return {
    id: _id,
    at: Number(at),
    kind: kind as AccessKind,
    person: textOrNull(person),
    address: textOrNull(address),
    what: what as AccessEntry['what'],
  };
}

const textOrNull = (value: Json | undefined): string | null => (typeof value === 'string' ? value : null);
