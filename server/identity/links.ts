import { DomainError } from '../../domain/error/domain-error.ts';
import type { PersonState } from '../../domain/stream/person/person-state.ts';
import { streamId } from '../../domain/stream/stream-id.ts';
import type { StoredRecord } from '../ports/records.ts';
import type { Store } from '../ports/store.ts';
import { recordAccess } from '../use-cases/access-log/record-access.ts';
import type { IdentityDeps } from './identity-deps.ts';
import { keptUnder, newSecret } from './secret.ts';

/** How long a one-time link is good for, in ms. */
export const linkMs = 24 * 3_600_000;

export type LinkPurpose = 'first-admin' | 'password';

/** What a one-time link is for. */
export interface OneTimeLink {
  readonly purpose: LinkPurpose;
  /** Whose password it sets; null where a person is made by it. */
  readonly personId: string | null;
  readonly email: string | null;
}

/** True when the installation has somebody to run it. */
export async function hasAdmin(store: Pick<Store, 'aggregates'>): Promise<boolean> {
  return (await store.aggregates.range('role:admin', null, 1)).length > 0;
}

/**
 * The secret of a link by which the first administrator comes in: good once, for 24 h, in place of any made before;
 * null as soon as there is an administrator.
 */
export async function createFirstRunLink(deps: IdentityDeps): Promise<string | null> {
  if (await hasAdmin(deps.store)) return null;
  return createLink(deps, { purpose: 'first-admin', personId: null, email: null });
}

/**
 * The secret of a link by which a person sets their password: good once, for 24 h, in place of any made before.
 * @throws DomainError NOT_FOUND for somebody who is not active, VALIDATION_FAILED for a service identity.
 */
export async function createPasswordLink(
  deps: IdentityDeps,
  request: { readonly personId: string; readonly by: string },
): Promise<string> {
  const { personId, by } = request;
  const doc = await deps.store.aggregates.load<PersonState>(streamId('person', personId));
  if (doc?.state.active !== true) throw new DomainError('NOT_FOUND', 'There is no such active person.');
  if (doc.state.kind === 'service')
    throw new DomainError('VALIDATION_FAILED', 'A service identity signs in by token. Make it one.');
  const secret = await createLink(deps, { purpose: 'password', personId, email: doc.state.email });
  await recordAccess(deps, { kind: 'link-made', person: by, what: { about: personId } });
  return secret;
}

const listOf = ({ purpose, personId }: OneTimeLink): string => `${purpose}:${personId ?? ''}`;

async function createLink({ store, clock, ids }: IdentityDeps, link: OneTimeLink): Promise<string> {
  const list = listOf(link);
  for (const { _id } of await store.records.range('link', list, null, 200))
    await store.records.delete('link', _id);
  const secret = newSecret(ids);
  await store.records.insert('link', {
    _id: keptUnder(secret) ?? '',
    _v: 1,
    lists: [list],
    sort: '',
    expiresAt: clock.now() + linkMs,
    data: { ...link, used: false },
  });
  return secret;
}

/** What a link is for; undefined when it is used up, too old or none of ours. */
export async function readLink(
  { store, clock }: Pick<IdentityDeps, 'store' | 'clock'>,
  secret: string,
): Promise<OneTimeLink | undefined> {
  const record = await liveLink(store, clock.now(), secret);
  return record === undefined ? undefined : linkOf(record);
}

/** Uses a link up, if nobody else did meanwhile; answers what it was for. @throws DomainError NOT_FOUND. */
export async function takeLink(
  { store, clock }: Pick<IdentityDeps, 'store' | 'clock'>,
  secret: string,
): Promise<OneTimeLink> {
  const record = await liveLink(store, clock.now(), secret);
  const used = record && { ...record, data: { ...record.data, used: true } };
  if (record === undefined || used === undefined || !(await store.records.replace('link', used)))
    throw gone();
  return linkOf(record);
}

/** Makes a link good again that led to nothing. */
export async function returnLink({ store }: Pick<IdentityDeps, 'store'>, secret: string): Promise<void> {
  const record = await store.records.get('link', keptUnder(secret) ?? '-');
  if (record !== undefined)
    await store.records.replace('link', { ...record, data: { ...record.data, used: false } });
}

/** The refusal of a link that opens nothing. */
export function gone(): DomainError {
  return new DomainError(
    'NOT_FOUND',
    'This link was used already, or is too old. Ask an administrator for a new one.',
  );
}

async function liveLink(
  store: Pick<Store, 'records' | 'aggregates'>,
  now: number,
  secret: string,
): Promise<StoredRecord | undefined> {
  const id = keptUnder(secret);
  const record = id === undefined ? undefined : await store.records.get('link', id);
  if (record === undefined || record.data['used'] !== false || (record.expiresAt ?? 0) <= now)
    return undefined;
  if (record.data['purpose'] === 'first-admin' && (await hasAdmin(store))) return undefined;
  return record;
}

function linkOf({ data }: StoredRecord): OneTimeLink {
  const { purpose, personId, email } = data;
  return {
    purpose: purpose === 'first-admin' ? 'first-admin' : 'password',
    personId: typeof personId === 'string' ? personId : null,
    email: typeof email === 'string' ? email : null,
  };
}
