import { DomainError } from '../../domain/error/domain-error.ts';
import {
  type InstallationState,
  installationId,
} from '../../domain/stream/installation/installation-stream.ts';
import { streamId } from '../../domain/stream/stream-id.ts';
import { recordAccess } from '../use-cases/access-log/record-access.ts';
import { demoPersonas } from './demo-personas.ts';
import type { IdentityDeps } from './identity-deps.ts';
import { endSession, type NewSession, privilegesOf, readSession, startSession } from './sessions.ts';
import { personNow } from './viewer-of.ts';

/** A persona as somebody who tries the demo is offered it. */
export interface OfferedPersona {
  readonly persona: string;
  readonly id: string;
  readonly name: string;
}

/** Whether everything in this installation is invented. */
export async function isDemo({ store }: Pick<IdentityDeps, 'store'>): Promise<boolean> {
  const found = await store.aggregates.load<InstallationState>(streamId('installation', installationId));
  return found?.state.demo === true;
}

/** The people of the demo one may sign in as; none anywhere else, whatever people are called there. */
export async function personasOf(
  deps: Pick<IdentityDeps, 'store' | 'directory'>,
): Promise<readonly OfferedPersona[]> {
  if (!(await isDemo(deps))) return [];
  const found = await Promise.all(
    demoPersonas.map(async ({ persona, person }) => {
      const known = await personNow(deps, person);
      if (known?.viewer.kind !== 'person') return [];
      return [{ persona, id: person, name: known.state.name }];
    }),
  );
  return found.flat();
}

/**
 * Signs one persona of the demo in as another without a password, in place of the session there was; it goes on record.
 * Whoever is none of them stays out.
 * @throws DomainError NOT_SIGNED_IN outside a demo, for anybody who is no persona of it, and for a session that is none of theirs.
 */
export async function signInAs(
  deps: IdentityDeps,
  {
    secret,
    persona,
    address,
  }: { readonly secret: string; readonly persona: string; readonly address: string },
): Promise<NewSession> {
  const [personas, session] = await Promise.all([personasOf(deps), readSession(deps, secret)]);
  const wanted = personas.find((one) => one.persona === persona);
  const from = personas.find(({ id }) => id === session?.personId);
  const known = wanted === undefined ? undefined : await personNow(deps, wanted.id);
  if (from === undefined || wanted === undefined || known === undefined) {
    await recordAccess(deps, { kind: 'sign-in-refused', person: null, address, what: { why: 'persona' } });
    throw new DomainError('NOT_SIGNED_IN', 'Only the people of the demo are signed in without a password.');
  }
  const begun = await startSession(deps, { personId: wanted.id, privileges: privilegesOf(known.state) });
  await endSession(deps, secret);
  await recordAccess(deps, { kind: 'signed-out', person: from.id, address });
  await recordAccess(deps, { kind: 'signed-in', person: wanted.id, address, what: { from: from.id } });
  return begun;
}
