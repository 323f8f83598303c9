import { isScope } from '../../domain/access/scopes.ts';
import type { Viewer } from '../../domain/access/viewer.ts';
import type { PersonState } from '../../domain/stream/person/person-state.ts';
import { idInStream, streamId } from '../../domain/stream/stream-id.ts';
import { recordAccess } from '../use-cases/access-log/record-access.ts';
import { noteTokenUse } from '../use-cases/directory/token-use.ts';
import { findToken } from '../use-cases/directory/tokens.ts';
import type { IdentityDeps } from './identity-deps.ts';
import { endSession, type NewSession, privilegesOf, readSession, renewSession } from './sessions.ts';

/** Somebody who was recognised. */
export interface Recognised {
  readonly viewer: Viewer;
  readonly name: string;
  /** The time zone times are shown in. */
  readonly zone: string;
  /** The session goes on under this id, since the person's privileges changed: set the cookie anew. */
  readonly renewed?: NewSession;
  /** The token they came with. */
  readonly tokenId?: string;
}

/** Whoever a session cookie belongs to, as the directory says they are now; undefined when it is nobody's, or somebody's no more. */
export async function viewerOfSession(deps: IdentityDeps, secret: string): Promise<Recognised | undefined> {
  const session = await readSession(deps, secret);
  if (session === undefined) return undefined;
  const found = await personNow(deps, session.personId);
  if (found === undefined) {
    await endSession(deps, secret);
    return undefined;
  }
  const { state, viewer } = found;
  const privileges = privilegesOf(state);
  const recognised = { viewer, name: state.name, zone: state.zone };
  if (privileges === session.privileges || session.leaving) return recognised;
  const renewed = await renewSession(deps, session, privileges);
  return { ...recognised, ...(renewed === undefined ? {} : { renewed }) };
}

/**
 * Whoever a token belongs to, narrowed to its scopes; undefined for one that opens nothing, which goes on record.
 * @throws DomainError RATE_LIMITED for an address that sends too many of those.
 */
export async function viewerOfToken(
  deps: IdentityDeps,
  secret: string,
  address: string,
): Promise<Recognised | undefined> {
  const token = await findToken(deps.store, secret, deps.clock.now());
  const found = token && (await personNow(deps, token.state.personId));
  if (token === undefined || found === undefined) {
    await deps.limits.badToken(address);
    await recordAccess(deps, { kind: 'token-refused', person: null, address });
    return undefined;
  }
  await noteTokenUse(deps, idInStream(token._id));
  const viewer = { ...found.viewer, scopes: token.state.scopes.filter(isScope) };
  return { viewer, name: found.state.name, zone: found.state.zone, tokenId: idInStream(token._id) };
}

/** A person or service identity that is active, read anew. */
export async function personNow(
  { store, directory }: Pick<IdentityDeps, 'store' | 'directory'>,
  personId: string,
): Promise<{ readonly state: PersonState; readonly viewer: Viewer } | undefined> {
  const [doc, member] = await Promise.all([
    store.aggregates.load<PersonState>(streamId('person', personId)),
    directory.member(personId),
  ]);
  if (doc?.state.active !== true || member === undefined) return undefined;
  const { kind, systemRoles, roles } = doc.state;
  const { teams } = member.person;
  return {
    state: doc.state,
    viewer: { personId, kind, systemRoles, roles, teams, pools: member.pools, scopes: null },
  };
}
