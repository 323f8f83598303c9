import { timingSafeEqual } from 'node:crypto';
import { isScope, tokenScopes } from '../../../domain/access/scopes.ts';
import { DomainError } from '../../../domain/error/domain-error.ts';
import { hashJson, sha256Hex } from '../../../domain/hash/sha256.ts';
import type { Aggregate } from '../../../domain/stream/aggregate.ts';
import type { PersonState } from '../../../domain/stream/person/person-state.ts';
import { streamId } from '../../../domain/stream/stream-id.ts';
import {
  decideCreateToken,
  decideRevokeToken,
  isTokenValid,
} from '../../../domain/stream/token/token-commands.ts';
import { type TokenState, tokenStream } from '../../../domain/stream/token/token-stream.ts';
import type { Store } from '../../ports/store.ts';
import type { CommandDeps } from '../command/deps.ts';
import type { CommandResult } from '../command/run-command.ts';
import { changeDirectory, type DirectoryCall } from './directory-call.ts';

/** What a token begins with, so that scanners for leaked secrets know one. */
const prefix = 'sbx_';
const secretPattern = /^sbx_[A-Za-z0-9_-]{43}$/;

/** A token that was made; the secret is there the first time only, since nothing keeps it. */
export interface MadeToken {
  readonly id: string;
  readonly secret: string | null;
  readonly doc: Aggregate<TokenState>;
}

/**
 * Makes a token `{personId, name, scopes, expiresAt}` for somebody active.
 * Sent again under the same command it answers the token without its secret.
 * @throws DomainError VALIDATION_FAILED.
 */
export async function createToken(
  deps: CommandDeps,
  call: DirectoryCall,
  token: {
    readonly personId: string;
    readonly name: string;
    readonly scopes: readonly string[];
    readonly expiresAt: number | null;
  },
): Promise<MadeToken> {
  requireScopes(token.scopes);
  const id = hashJson([call.actor.id, call.command.id]).slice(0, 26);
  const secret = prefix + Buffer.from(deps.ids.salt() + deps.ids.salt(), 'hex').toString('base64url');
  const result = await changeDirectory(deps, call, {
    spec: tokenStream,
    stream: streamId('token', id),
    on: 'new',
    decide: async () => {
      const decision = decideCreateToken({ token, hash: sha256Hex(secret), now: deps.clock.now() });
      const person = await deps.store.aggregates.load<PersonState>(streamId('person', token.personId));
      if (person?.state.active === true) return decision;
      throw new DomainError('VALIDATION_FAILED', 'A token belongs to somebody active.', {
        details: [{ pointer: '/personId', detail: 'Name an active person or service identity.' }],
      });
    },
  });
  return { id, secret: result.repeated ? null : secret, doc: result.doc };
}

/** A scope nobody knows would open nothing and say nothing. */
function requireScopes(scopes: readonly string[]): void {
  const unknown = scopes.filter((scope) => !isScope(scope));
  if (unknown.length === 0) return;
  throw new DomainError(
    'VALIDATION_FAILED',
    `There is no scope ${unknown.join(', ')}. Choose among ${tokenScopes.join(', ')}.`,
    {
      details: unknown.map((scope) => ({
        pointer: `/scopes/${scopes.indexOf(scope)}`,
        detail: 'Choose a scope that exists.',
      })),
    },
  );
}

/** Ends a token at once. @throws DomainError NOT_FOUND. */
export function revokeToken(
  deps: CommandDeps,
  call: DirectoryCall,
  request: { readonly id: string; readonly reason?: string },
): Promise<CommandResult<TokenState>> {
  return changeDirectory(deps, call, {
    spec: tokenStream,
    stream: streamId('token', request.id),
    decide: (state) => decideRevokeToken(state, request.reason ?? ''),
  });
}

/** The token behind a secret, while it is neither revoked nor expired and its person is active; undefined otherwise. */
export async function findToken(
  store: Store,
  secret: string,
  now: number,
): Promise<Aggregate<TokenState> | undefined> {
  if (!secretPattern.test(secret)) return undefined;
  const hash = sha256Hex(secret);
  for (const { id } of await store.aggregates.range(`token-hash:${hash}`, null, 2)) {
    const token = await store.aggregates.load<TokenState>(id);
    if (token === undefined || !isTokenValid(token.state, now)) continue;
    if (!timingSafeEqual(Buffer.from(token.state.hash), Buffer.from(hash))) continue;
    const person = await store.aggregates.load<PersonState>(streamId('person', token.state.personId));
    if (person?.state.active === true) return token;
  }
  return undefined;
}
