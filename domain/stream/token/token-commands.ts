import { z } from 'zod';
import { DomainError } from '../../error/domain-error.ts';
import { type Decision, nothingDecided } from '../decision.ts';
import { whyIn } from '../directory/decide-directory.ts';
import { instantSchema, lineSchema, setOf, slugSchema } from '../directory/field-schemas.ts';
import { readBy } from '../directory/read-fields.ts';
import type { TokenState } from './token-stream.ts';

const tokenSchema = z.strictObject({
  personId: slugSchema,
  name: lineSchema(120),
  scopes: setOf(z.string().regex(/^[a-z][a-z0-9:_-]{0,62}$/, 'Name a scope, such as cases:read.'), 50).min(
    1,
    'Name one scope at least.',
  ),
  expiresAt: instantSchema.nullable(),
});

/** How long a token is good for when nobody says otherwise, in ms: 90 days. */
export const tokenLifeMs = 90 * 86_400_000;

/**
 * Makes a token for a person; `hash` is the SHA-256 of its secret.
 * @throws DomainError VALIDATION_FAILED.
 */
export function decideCreateToken(command: {
  readonly token: unknown;
  readonly hash: string;
  readonly now: number;
}): Decision {
  const { name, ...data } = readBy(tokenSchema, command.token);
  if (data.expiresAt !== null && data.expiresAt <= command.now) {
    throw new DomainError('VALIDATION_FAILED', 'This token would be of no use.', {
      details: [{ pointer: '/expiresAt', detail: 'Give a time in the future, or none.' }],
    });
  }
  return { events: [{ kind: 'created', data: { ...data, hash: command.hash }, human: { name } }] };
}

/** Ends a token at once; nothing when it was revoked before. */
export function decideRevokeToken(state: TokenState, reason: string): Decision {
  if (!state.active) return nothingDecided;
  return { events: [{ kind: 'revoked', data: {}, ...whyIn(reason) }] };
}

/** Whether a token still opens anything at this moment. */
export function isTokenValid(state: Pick<TokenState, 'active' | 'expiresAt'>, now: number): boolean {
  return state.active && (state.expiresAt === null || state.expiresAt > now);
}
