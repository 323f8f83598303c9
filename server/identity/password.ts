import { hash, verify } from '@node-rs/argon2';
import { DomainError } from '../../domain/error/domain-error.ts';

export const shortestPassword = 10;
const longestPassword = 200;

/** Argon2id, the package's default, with 19 MiB and two passes (OWASP's recommendation). */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/**
 * Passes for a password that may be chosen: 10 to 200 characters, not all the same, not one's own e-mail address.
 * @throws DomainError VALIDATION_FAILED.
 */
export function requireGoodPassword(password: string, email: string | null): void {
  const problem = problemOf(plain(password), email);
  if (problem === undefined) return;
  throw new DomainError('VALIDATION_FAILED', 'Choose another password.', {
    details: [{ pointer: '/password', detail: problem }],
  });
}

function problemOf(password: string, email: string | null): string | undefined {
  if (password.length < shortestPassword)
    return `Use ${shortestPassword} characters or more; a short sentence is good.`;
  if (password.length > longestPassword) return `Use ${longestPassword} characters at most.`;
  if (new Set(password).size < 4) return 'Use at least four different characters.';
  return password.toLowerCase() === email ? 'Use something else than your e-mail address.' : undefined;
}

/** What a person typed, however their keyboard composes it. */
const plain = (password: string): string => password.normalize('NFKC');

/** A password's argon2id hash with a salt of its own. */
export function hashPassword(password: string): Promise<string> {
  return hash(plain(password), cost);
}

let nobodys: Promise<string> | undefined;

/** Whether a password is the one that was hashed; takes as long where there is none, and answers false. */
export async function isPassword(kept: string | undefined, password: string): Promise<boolean> {
  nobodys ??= hashPassword('nobody has this password');
  const against = kept ?? (await nobodys);
  const same = await verify(against, plain(password).slice(0, longestPassword + 1));
  return same && kept !== undefined;
}
