import { type DirectoryState, directoryStream } from '../directory/directory-stream.ts';
import type { OpenedEvent } from '../event.ts';

/** A credential under which programs act as a person or service identity; its secret is known to its holder alone. */
export interface TokenState extends DirectoryState {
  readonly personId: string;
  readonly name: string;
  readonly scopes: readonly string[];
  /** SHA-256 of the secret, hex. */
  readonly hash: string;
  readonly createdBy: string;
  /** Epoch milliseconds; null never expires. */
  readonly expiresAt: number | null;
  /** Epoch milliseconds at which it was revoked; null while it was not. */
  readonly revokedAt: number | null;
}

function created(state: TokenState, event: OpenedEvent): TokenState {
  const { personId, scopes, hash, expiresAt } = event.data;
  const name = event.human['name'];
  return {
    ...state,
    active: true,
    createdAt: event.at,
    createdBy: event.actor.id,
    personId: String(personId),
    name: typeof name === 'string' ? name : '',
    scopes: Array.isArray(scopes) ? scopes.map(String) : [],
    hash: String(hash),
    expiresAt: typeof expiresAt === 'number' ? expiresAt : null,
  };
}

/** The stream of one token. Look-ups: `token-of:` its person; `token-hash:` while it is not revoked. */
export const tokenStream = directoryStream<TokenState>({
  kind: 'token',
  initial: {
    active: false,
    createdAt: 0,
    reason: '',
    personId: '',
    name: '',
    scopes: [],
    hash: '',
    createdBy: '',
    expiresAt: null,
    revokedAt: null,
  },
  indexOf: (state, id) => ({
    lists: [
      'token',
      `token-of:${state.personId}`,
      ...(state.active ? ['token|active', `token-hash:${state.hash}`] : []),
    ],
    sort: `${state.name.toLowerCase()} ${id}`,
  }),
  more: {
    created,
    revoked: (state, event) => ({ ...state, active: false, revokedAt: event.at }),
  },
});
