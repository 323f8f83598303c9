import type { IdentityDeps } from '../../identity/identity-deps.ts';
import type { HttpParts } from '../http-parts.ts';

/** What recognising people stands on, out of what the web side has. */
export function identityDeps({ deps, addressLimits }: HttpParts): IdentityDeps {
  return { ...deps, limits: addressLimits };
}
