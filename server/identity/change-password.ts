import { DomainError } from '../../domain/error/domain-error.ts';
import { recordAccess } from '../use-cases/access-log/record-access.ts';
import { countAttempt, forgetAttempts } from './attempts.ts';
import { passwordHashOf, setPassword } from './credentials.ts';
import { accountName } from './find-account.ts';
import type { IdentityDeps } from './identity-deps.ts';
import { isPassword, requireGoodPassword } from './password.ts';
import { endSessionsOf, type NewSession, privilegesOf, startSession } from './sessions.ts';
import { personNow } from './viewer-of.ts';

/** A person's present password and the one to come. */
export interface PasswordChange {
  readonly personId: string;
  readonly current: string;
  readonly next: string;
  readonly address: string;
}

/**
 * Changes one's own password; every session ends, and the one answered begins.
 * @throws DomainError NOT_FOUND, NOT_ALLOWED when the present password is not right, VALIDATION_FAILED, RATE_LIMITED.
 */
export async function changePassword(deps: IdentityDeps, change: PasswordChange): Promise<NewSession> {
  const { personId, current, next, address } = change;
  const found = await personNow(deps, personId);
  if (found === undefined) throw new DomainError('NOT_FOUND', 'There is no such active person.');
  const account = accountName(found.state.email ?? personId);
  await deps.limits.attempt(address);
  await countAttempt(deps, account);
  if (!(await isPassword(await passwordHashOf(deps.store, personId), current))) {
    await recordAccess(deps, { kind: 'sign-in-refused', person: personId, address, what: { why: 'change' } });
    throw new DomainError('NOT_ALLOWED', 'The present password is not right.', {
      details: [{ pointer: '/current', detail: 'Give the password you sign in with now.' }],
    });
  }
  await forgetAttempts(deps, account);
  requireGoodPassword(next, found.state.email);
  await setPassword(deps.store, personId, next, deps.clock.now());
  await endSessionsOf(deps, personId);
  await recordAccess(deps, { kind: 'password-set', person: personId, address, what: { by: 'person' } });
  return startSession(deps, { personId, privileges: privilegesOf(found.state) });
}
