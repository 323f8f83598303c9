import type { Json } from '../../hash/canonical-json.ts';
import { type DirectoryState, directoryStream } from '../directory/directory-stream.ts';

/** A configured use of a plugin; its secrets are kept sealed elsewhere and never stand in an event. */
export interface ConnectionState extends DirectoryState {
  readonly plugin: string;
  readonly title: string;
  readonly config: { readonly [key: string]: Json };
  /** Names of the secrets it has. */
  readonly secretNames: readonly string[];
  /** The record on the shelf `credential` that holds the sealed secrets; null when it has none. */
  readonly credential: string | null;
  /** Roles whose view of a case it may read. */
  readonly roles: readonly string[];
  /** Kinds of event of cases it is told of as they happen; empty: none, it serves request types that name it, or messages from outside. */
  readonly eventKinds: readonly string[];
  /** Slugs of the request types it is for; empty means all. */
  readonly types: readonly string[];
  readonly paused: boolean;
  /** The position of the log up to which it was told; null while it is not told of anything. Bookkeeping that no event records. */
  readonly followed: number | null;
}

/** The stream of one connection. Look-ups: `connection-plugin:`, `connection|active`. */
export const connectionStream = directoryStream<ConnectionState>({
  kind: 'connection',
  initial: {
    active: false,
    createdAt: 0,
    reason: '',
    plugin: '',
    title: '',
    config: {},
    secretNames: [],
    credential: null,
    roles: [],
    eventKinds: [],
    types: [],
    paused: false,
    followed: null,
  },
  indexOf: (state, id) => ({
    lists: [
      'connection',
      `connection-plugin:${state.plugin === '' ? 'none' : state.plugin}`,
      ...(state.active ? ['connection|active'] : []),
    ],
    sort: `${state.title.toLowerCase()} ${id}`,
  }),
  more: { replayed: (state) => state },
});
