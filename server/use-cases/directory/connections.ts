import { z } from 'zod';
import { DomainError } from '../../../domain/error/domain-error.ts';
import { connectionObject } from '../../../domain/stream/connection/connection-object.ts';
import {
  type ConnectionState,
  connectionStream,
} from '../../../domain/stream/connection/connection-stream.ts';
import type { Decision } from '../../../domain/stream/decision.ts';
import { decideCreate, decidePatch } from '../../../domain/stream/directory/decide-directory.ts';
import type { Fields } from '../../../domain/stream/directory/directory-object.ts';
import { readBy } from '../../../domain/stream/directory/read-fields.ts';
import { streamId } from '../../../domain/stream/stream-id.ts';
import type { PluginHost } from '../../ports/plugin-host.ts';
import type { CommandDeps } from '../command/deps.ts';
import type { CommandResult } from '../command/run-command.ts';
import { dropCredentials, putCredential } from './credentials.ts';
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

/** What connections are saved with. */
export interface ConnectionDeps extends CommandDeps {
  /** Knows what each plugin's configuration may hold, and which secrets it has; without it only the form is checked. */
  readonly host?: Pick<PluginHost, 'problems' | 'find'>;
}

/** As plugins name them, such as `signingSecret`. */
const secretName = z.string().regex(/^[a-z][A-Za-z0-9_-]{0,62}$/, 'Name a secret as its plugin does.');
const secretsSchema = z.record(secretName, z.string().min(1).max(8_000).nullable());

/**
 * Makes or changes a connection. Its secrets are sealed into a record of their own first, and the event only names that record,
 * so that configuration and secrets change in one step and no event ever holds a secret.
 * @throws DomainError CONFLICT, NOT_FOUND, STALE, VALIDATION_FAILED, REASON_REQUIRED.
 */
export async function saveConnection(
  deps: ConnectionDeps,
  sealer: Sealer,
  call: DirectoryCall,
  request: ConnectionRequest,
): Promise<CommandResult<ConnectionState>> {
  const { store } = deps;
  const secrets = readBy(secretsSchema, request.secrets ?? {}, '/secrets');
  const made = new Set<string>();
  const left = new Set<string>();
  const run = changeDirectory<ConnectionState>(deps, call, {
    spec: connectionStream,
    stream: streamId('connection', request.id),
    on: request.how === 'create' ? 'new' : 'existing',
    decide: async (state) => {
      // What would be refused is refused before anything is written.
      const plain = decideFields(request, state, deps.clock.now(), {});
      if (deps.host !== undefined) requireSound(deps.host, { ...state, ...fieldsOf(request) }, secrets);
      if (Object.keys(secrets).length === 0) return plain;
      if (state.credential !== null) left.add(state.credential);
      const credential = deps.ids.next();
      made.add(credential);
      const change = { connection: request.id, credential: state.credential, secrets };
      const secretNames = await putCredential(store, sealer, credential, change);
      return decideFields(request, state, deps.clock.now(), { credential, secretNames });
    },
  });
  const result = await run.catch(async (error: unknown) => {
    // Refused for certain; after a fault the record may be the one that counts.
    if (error instanceof DomainError) await dropCredentials(store, made);
    throw error;
  });
  const gone = new Set([...made, ...left]);
  gone.delete(result.doc.state.credential ?? '');
  await dropCredentials(store, gone);
  return result;
}

/** What a request changes, once its form is known to be right. */
const fieldsOf = ({ fields }: ConnectionRequest): Partial<ConnectionState> =>
  fields as Partial<ConnectionState>;

function requireSound(
  host: Pick<PluginHost, 'problems' | 'find'>,
  { plugin, config, secretNames }: ConnectionState,
  secrets: z.output<typeof secretsSchema>,
): void {
  const known = host.find(plugin)?.secretNames;
  // What it was once given under a wrong name can still be forgotten.
  const wrong = Object.entries(secrets).filter(
    ([name, secret]) => known?.includes(name) === false && (secret !== null || !secretNames.includes(name)),
  );
  const details = [
    ...host.problems(plugin, config),
    ...wrong.map(([name]) => ({
      pointer: `/secrets/${name}`,
      detail: `The plugin “${plugin}” has no secret “${name}”. ${secretsInWords(known ?? [])}`,
    })),
  ];
  if (details.length === 0) return;
  throw new DomainError('VALIDATION_FAILED', 'This connection would not work as it is configured.', {
    details,
  });
}

const secretsInWords = (names: readonly string[]): string =>
  names.length === 0 ? 'It takes none; leave this out.' : `Name it ${names.join(' or ')}.`;

function decideFields(
  { id, how, fields, reason = '' }: ConnectionRequest,
  state: ConnectionState,
  now: number,
  made: Fields,
): Decision {
  const command = { id, fields, reason, now };
  return how === 'create'
    ? decideCreate(connectionObject, command, made)
    : decidePatch(connectionObject, state, command, made);
}
