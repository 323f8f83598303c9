import { DomainError } from '../../domain/error/domain-error.ts';
import { hashJson, sha256Hex } from '../../domain/hash/sha256.ts';
import { fieldsOf } from '../../domain/stream/directory/decide-directory.ts';
import { personObject } from '../../domain/stream/person/person-object.ts';
import { streamId } from '../../domain/stream/stream-id.ts';
import { recordAccess } from '../use-cases/access-log/record-access.ts';
import { createObject } from '../use-cases/directory/write-object.ts';
import { setPassword } from './credentials.ts';
import type { IdentityDeps } from './identity-deps.ts';
import { gone, type OneTimeLink, readLink, returnLink, takeLink } from './links.ts';
import { requireGoodPassword } from './password.ts';
import { endSessionsOf, type NewSession, privilegesOf, startSession } from './sessions.ts';
import { personNow } from './viewer-of.ts';

/** A link with the password to set; name and e-mail address where a person is made by it. */
export interface LinkUse {
  readonly secret: string;
  readonly name?: string;
  readonly email?: string;
  readonly password: string;
  readonly address: string;
}

/**
 * Uses a one-time link: sets the password, for the first administrator makes the person too, and signs them in; other sessions end.
 * @throws DomainError NOT_FOUND for a link that opens nothing, VALIDATION_FAILED, CONFLICT, RATE_LIMITED.
 */
export async function redeemLink(deps: IdentityDeps, use: LinkUse): Promise<NewSession> {
  await deps.limits.attempt(use.address);
  const link = await readLink(deps, use.secret);
  if (link === undefined) throw gone();
  requireGoodPassword(use.password, link.email ?? use.email?.toLowerCase() ?? null);
  const taken = await takeLink(deps, use.secret);
  try {
    return await follow(deps, taken, use);
  } catch (error) {
    if (error instanceof DomainError) await returnLink(deps, use.secret);
    throw error;
  }
}

async function follow(deps: IdentityDeps, link: OneTimeLink, use: LinkUse): Promise<NewSession> {
  const { personId } = link;
  if (personId === null) return enter(deps, await makeFirstAdmin(deps, use), use);
  if ((await personNow(deps, personId)) === undefined) throw gone();
  await setPassword(deps.store, personId, use.password, deps.clock.now());
  return enter(deps, personId, use);
}

async function enter(deps: IdentityDeps, personId: string, { address }: LinkUse): Promise<NewSession> {
  const found = await personNow(deps, personId);
  if (found === undefined) throw gone();
  await endSessionsOf(deps, personId);
  const session = await startSession(deps, { personId, privileges: privilegesOf(found.state) });
  const what = { by: 'link' };
  await recordAccess(deps, { kind: 'password-set', person: personId, address, what });
  await recordAccess(deps, { kind: 'signed-in', person: personId, address, what });
  return session;
}

/**
 * Makes somebody who runs the installation and designs what it does; further roles they give themselves, on record. The password comes first:
 * an administrator who was made and cannot sign in would lock everybody out.
 */
async function makeFirstAdmin(deps: IdentityDeps, use: LinkUse): Promise<string> {
  const { secret, name, email, password } = use;
  const id = idFrom(email ?? '');
  const fields = { name, email, systemRoles: ['requester', 'designer', 'admin'] };
  fieldsOf(personObject, 'create', fields);
  if ((await deps.store.aggregates.load(streamId('person', id))) !== undefined)
    throw new DomainError('CONFLICT', 'Somebody is known by this address already. Choose another.');
  await setPassword(deps.store, id, password, deps.clock.now());
  const command = { id: `first-admin:${sha256Hex(secret).slice(0, 26)}`, body: hashJson(fields) };
  const call = { actor: { kind: 'system', id: 'first-run' } as const, command };
  await createObject(deps, personObject, call, { id, fields, reason: 'first run' });
  return id;
}

/** A person's id out of the part of their address before the @. */
function idFrom(email: string): string {
  const id = (email.split('@')[0] ?? '').toLowerCase().replace(/[^a-z0-9._-]+/g, '-');
  return id.replace(/^[^a-z0-9]+/, '').slice(0, 63) || 'admin';
}
