import { DomainError } from '../../domain/error/domain-error.ts';
import { recordAccess } from '../use-cases/access-log/record-access.ts';
import { countAttempt, forgetAttempts } from './attempts.ts';
import { passwordHashOf } from './credentials.ts';
import { accountName, findAccount } from './find-account.ts';
import type { IdentityDeps } from './identity-deps.ts';
import { isPassword } from './password.ts';
import { endSession, type NewSession, privilegesOf, startSession } from './sessions.ts';

/** An e-mail address with a password, and where they came from. */
export interface SignIn {
  readonly email: string;
  readonly password: string;
  readonly address: string;
}

/**
 * Signs somebody in. The answer, and how long it takes, are the same for a wrong password and for somebody nobody knows.
 * @throws DomainError NOT_SIGNED_IN, RATE_LIMITED with `data.retryAfterS`.
 */
export async function signIn(deps: IdentityDeps, { email, password, address }: SignIn): Promise<NewSession> {
  const account = accountName(email);
  await admit(deps, account, address);
  const person = await findAccount(deps.store, account);
  // Asked for nobody too, so that it takes as long.
  const kept = await passwordHashOf(deps.store, person?.id ?? '');
  if (!(await isPassword(kept, password)) || person === undefined) {
    await recordAccess(deps, { kind: 'sign-in-refused', person: person?.id ?? null, address });
    throw new DomainError('NOT_SIGNED_IN', 'The e-mail address or the password is not right.');
  }
  await forgetAttempts(deps, account);
  const session = await startSession(deps, { personId: person.id, privileges: privilegesOf(person.state) });
  await recordAccess(deps, { kind: 'signed-in', person: person.id, address });
  return session;
}

/** Counts the attempt; one too many goes on record once for an address and a minute. */
async function admit(deps: IdentityDeps, account: string, address: string): Promise<void> {
  try {
    await deps.limits.attempt(address);
    await countAttempt(deps, account);
  } catch (error) {
    if (error instanceof DomainError && error.data['first'] === true)
      await recordAccess(deps, { kind: 'sign-in-refused', person: null, address, what: { why: 'too-many' } });
    throw error;
  }
}

/** Ends the session of a cookie; nothing when there is none. */
export async function signOut(deps: IdentityDeps, secret: string, address: string): Promise<void> {
  const person = await endSession(deps, secret);
  if (person !== undefined) await recordAccess(deps, { kind: 'signed-out', person, address });
}
