import { hashJson } from '../../domain/hash/sha256.ts';
import type { PersonState } from '../../domain/stream/person/person-state.ts';
import type { StoredRecord } from '../ports/records.ts';
import type { IdentityDeps } from './identity-deps.ts';
import { keptUnder, newSecret } from './secret.ts';

/** A session ends after this long without a request, in ms. */
export const idleMs = 12 * 3_600_000;
/** A session ends this long after signing in, whatever happens, in ms. */
export const absoluteMs = 7 * 86_400_000;
/** A request prolongs a session at most this often, in ms. */
const touchMs = 5 * 60_000;
/** For this long after its id was renewed, requests that were under way with the old one still pass, in ms. */
const graceMs = 30_000;

type SessionStore = Pick<IdentityDeps, 'store' | 'clock' | 'ids'>;

/** A session that was begun; the secret goes into the cookie and nowhere else. */
export interface NewSession {
  readonly secret: string;
  readonly personId: string;
  /** When it ends at the latest, in epoch milliseconds. */
  readonly endsAt: number;
}

/** A session that is good now. */
export interface KnownSession {
  readonly record: StoredRecord;
  readonly personId: string;
  readonly startedAt: number;
  /** The privileges it was begun with. */
  readonly privileges: string;
  /** Its id was renewed a moment ago. */
  readonly leaving: boolean;
}

/** What the privileges of a person come to; another value means another session id. */
export function privilegesOf(state: Pick<PersonState, 'systemRoles' | 'roles'>): string {
  return hashJson([[...state.systemRoles].sort(), [...state.roles].sort()]);
}

/** Begins a session; `startedAt` is when the person signed in, now unless an id is renewed. */
export async function startSession(
  { store, clock, ids }: SessionStore,
  session: { readonly personId: string; readonly privileges: string; readonly startedAt?: number },
): Promise<NewSession> {
  const now = clock.now();
  const { personId, privileges, startedAt = now } = session;
  const secret = newSecret(ids);
  const endsAt = startedAt + absoluteMs;
  await store.records.insert('session', {
    _id: keptUnder(secret) ?? '',
    _v: 1,
    lists: [`person:${personId}`],
    sort: String(startedAt).padStart(13, '0'),
    expiresAt: Math.min(now + idleMs, endsAt),
    data: { personId, startedAt, seenAt: now, privileges },
  });
  return { secret, personId, endsAt };
}

/** The session of a cookie, prolonged; undefined when there is none, or none any more. */
export async function readSession(
  { store, clock }: Pick<SessionStore, 'store' | 'clock'>,
  secret: string,
): Promise<KnownSession | undefined> {
  const now = clock.now();
  const id = keptUnder(secret);
  const record = id === undefined ? undefined : await store.records.get('session', id);
  if (record === undefined || (record.expiresAt ?? 0) <= now) return undefined;
  const { personId, startedAt, seenAt, privileges, leaving } = record.data;
  if (Number(startedAt) + absoluteMs <= now) return undefined;
  const known = {
    record,
    personId: String(personId),
    startedAt: Number(startedAt),
    privileges: String(privileges),
    leaving: leaving === true,
  };
  // Losing this race leaves the session as somebody else prolonged or ended it.
  if (!known.leaving && Number(seenAt) + touchMs <= now)
    await store.records.replace('session', {
      ...record,
      expiresAt: Math.min(now + idleMs, known.startedAt + absoluteMs),
      data: { ...record.data, seenAt: now },
    });
  return known;
}

/** Begins a session under a new id in place of this one; undefined when another request has done so. */
export async function renewSession(
  deps: SessionStore,
  { record, personId, startedAt }: KnownSession,
  privileges: string,
): Promise<NewSession | undefined> {
  const now = deps.clock.now();
  const latest = await deps.store.records.get('session', record._id);
  if (latest === undefined || latest.data['leaving'] === true) return undefined;
  const leaving = { ...latest, expiresAt: now + graceMs, data: { ...latest.data, leaving: true } };
  if (!(await deps.store.records.replace('session', leaving))) return undefined;
  return startSession(deps, { personId, privileges, startedAt });
}

/** Ends a session; answers whose it was. */
export async function endSession(
  { store }: Pick<SessionStore, 'store'>,
  secret: string,
): Promise<string | undefined> {
  const id = keptUnder(secret);
  const record = id === undefined ? undefined : await store.records.get('session', id);
  if (record === undefined) return undefined;
  await store.records.delete('session', record._id);
  return String(record.data['personId']);
}

/** Ends every session of a person. */
export async function endSessionsOf({ store }: Pick<SessionStore, 'store'>, personId: string): Promise<void> {
  for (;;) {
    const sessions = await store.records.range('session', `person:${personId}`, null, 200);
    if (sessions.length === 0) return;
    await Promise.all(sessions.map(({ _id }) => store.records.delete('session', _id)));
  }
}
