import type { Json } from '../../../domain/hash/canonical-json.ts';
import type { ConnectionState } from '../../../domain/stream/connection/connection-stream.ts';
import { streamId } from '../../../domain/stream/stream-id.ts';
import type { Store } from '../../ports/store.ts';
import type { Sealer } from './sealer.ts';

type Sealed = Readonly<Record<string, Json>>;

/** What becomes of the secrets of a connection: new ones by name, null to forget one; those not named stay. */
export interface SecretChange {
  readonly connection: string;
  /** The record they lie in now. */
  readonly credential: string | null;
  readonly secrets: Readonly<Record<string, string | null>>;
}

const placeOf = (connection: string, name: string): string => `connection:${connection}:${name}`;

/** Writes the secrets as they would be into the record `id`, sealed; answers their names, sorted. */
export async function putCredential(
  store: Store,
  sealer: Sealer,
  id: string,
  change: SecretChange,
): Promise<string[]> {
  const data: Record<string, Json> = { ...(await sealedIn(store, change.credential)) };
  for (const [name, secret] of Object.entries(change.secrets)) {
    if (secret === null) delete data[name];
    else data[name] = sealer.seal(secret, placeOf(change.connection, name));
  }
  const lists = [streamId('connection', change.connection)];
  await store.records.insert('credential', { _id: id, _v: 1, lists, sort: id, expiresAt: null, data });
  return Object.keys(data).sort();
}

/** Deletes records that no connection names any more. */
export async function dropCredentials(store: Store, ids: Iterable<string>): Promise<void> {
  for (const id of ids) await store.records.delete('credential', id);
}

/** The secrets of a connection, opened, by name. @throws Fault when one cannot be opened. */
export async function secretsOf(
  store: Store,
  sealer: Sealer,
  connection: string,
): Promise<Record<string, string>> {
  const sealed = (await sealedNow(store, connection)) ?? (await sealedNow(store, connection)) ?? {};
  const opened = Object.entries(sealed).map(([name, text]) => [
    name,
    sealer.open(String(text), placeOf(connection, name)),
  ]);
  return Object.fromEntries(opened);
}

/** Undefined when the record went while it was looked for: the connection names another by now. */
async function sealedNow(store: Store, connection: string): Promise<Sealed | undefined> {
  const doc = await store.aggregates.load<ConnectionState>(streamId('connection', connection));
  return sealedIn(store, doc?.state.credential ?? null);
}

async function sealedIn(store: Store, credential: string | null): Promise<Sealed | undefined> {
  return credential === null ? {} : (await store.records.get('credential', credential))?.data;
}
