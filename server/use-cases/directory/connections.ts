import { z } from 'zod';
import type { Json } from '../../../domain/hash/canonical-json.ts';
import { connectionObject } from '../../../domain/stream/connection/connection-object.ts';
import {
  type ConnectionState,
  connectionStream,
} from '../../../domain/stream/connection/connection-stream.ts';
import type { Decision } from '../../../domain/stream/decision.ts';
import { decideCreate, decidePatch } from '../../../domain/stream/directory/decide-directory.ts';
import { slugSchema } from '../../../domain/stream/directory/field-schemas.ts';
import { readBy } from '../../../domain/stream/directory/read-fields.ts';
import { streamId } from '../../../domain/stream/stream-id.ts';
import type { Store } from '../../ports/store.ts';
import type { CommandDeps } from '../command/deps.ts';
import type { CommandResult } from '../command/run-command.ts';
import { changeDirectory, type DirectoryCall } from './directory-call.ts';
import type { Sealer } from './sealer.ts';

/** A connection to be made (`create`) or changed (`patch`). */
export interface ConnectionRequest {
  readonly id: string;
  readonly how: 'create' | 'patch';
  readonly fields: unknown;
  /** Name → secret, null to forget it; those not named stay. */
  readonly secrets?: unknown;
  readonly reason?: string;
}

const secretsSchema = z.record(slugSchema, z.string().min(1).max(8_000).nullable());

type Sealed = Readonly<Record<string, Json>>;

const placeOf = (connection: string, name: string): string => `connection:${connection}:${name}`;

/**
 * Makes or changes a connection. Its secrets are sealed into a record of their own first, and the event only names that record,
 * so that configuration and secrets change in one step and no event ever holds a secret.
 * @throws DomainError CONFLICT, NOT_FOUND, STALE, VALIDATION_FAILED, REASON_REQUIRED.
 */
export async function saveConnection(
  deps: CommandDeps,
  sealer: Sealer,
  call: DirectoryCall,
  request: ConnectionRequest,
): Promise<CommandResult<ConnectionState>> {
  const { id, how, fields, reason = '' } = request;
  const secrets = readBy(secretsSchema, request.secrets ?? {}, '/secrets');
  const superseded = new Set<string>();
  const result = await changeDirectory<ConnectionState>(deps, call, {
    spec: connectionStream,
    stream: streamId('connection', id),
    on: how === 'create' ? 'new' : 'existing',
    decide: async (state) => {
      const command = { id, fields, reason, now: deps.clock.now() };
      const decide = (made: Sealed): Decision =>
        how === 'create'
          ? decideCreate(connectionObject, command, made)
          : decidePatch(connectionObject, state, command, made);
      // What would be refused is refused before anything is written.
      const plain = decide({});
      if (Object.keys(secrets).length === 0) return plain;
      if (state.credential !== null) superseded.add(state.credential);
      const sealed = await sealedAfter(deps.store, sealer, { id, credential: state.credential, secrets });
      const credential = deps.ids.next();
      await deps.store.records.insert('credential', {
        _id: credential,
        _v: 1,
        lists: [streamId('connection', id)],
        sort: credential,
        expiresAt: null,
        data: sealed,
      });
      superseded.add(credential);
      return decide({ credential, secretNames: Object.keys(sealed).sort() });
    },
  });
  const kept = result.doc.state.credential;
  for (const record of superseded) if (record !== kept) await deps.store.records.delete('credential', record);
  return result;
}

/** The secrets of a connection, opened, by name. @throws Fault when one cannot be opened. */
export async function secretsOf(
  store: Store,
  sealer: Sealer,
  connection: string,
): Promise<Record<string, string>> {
  const sealed =
    (await currentlySealed(store, connection)) ?? (await currentlySealed(store, connection)) ?? {};
  return Object.fromEntries(
    Object.entries(sealed).map(([name, text]) => [
      name,
      sealer.open(String(text), placeOf(connection, name)),
    ]),
  );
}

/** Undefined when the record went while it was looked for: the connection names another by now. */
async function currentlySealed(store: Store, connection: string): Promise<Sealed | undefined> {
  const doc = await store.aggregates.load<ConnectionState>(streamId('connection', connection));
  const credential = doc?.state.credential ?? null;
  return credential === null ? {} : (await store.records.get('credential', credential))?.data;
}

async function sealedNow(store: Store, credential: string | null): Promise<Sealed> {
  if (credential === null) return {};
  return (await store.records.get('credential', credential))?.data ?? {};
}

async function sealedAfter(
  store: Store,
  sealer: Sealer,
  change: {
    readonly id: string;
    readonly credential: string | null;
    readonly secrets: Readonly<Record<string, string | null>>;
  },
): Promise<Sealed> {
  const sealed: Record<string, Json> = { ...(await sealedNow(store, change.credential)) };
  for (const [name, secret] of Object.entries(change.secrets)) {
    if (secret === null) delete sealed[name];
    else sealed[name] = sealer.seal(secret, placeOf(change.id, name));
  }
  return sealed;
}
