import { createHash } from 'node:crypto';
import { z } from 'zod';
import { abilityOf } from '../../../domain/access/ability-of.ts';
import { requireAbility } from '../../../domain/access/require-ability.ts';
import { DomainError } from '../../../domain/error/domain-error.ts';
import { isBoundedJson } from '../../../domain/form/bounded-json.ts';
import { forbiddenKeyIn } from '../../../domain/form/forbidden-key.ts';
import { issueDetails } from '../../../domain/form/issue-details.ts';
import { issueWords } from '../../../domain/form/issue-words.ts';
import type { Aggregate } from '../../../domain/stream/aggregate.ts';
import type { ConnectionState } from '../../../domain/stream/connection/connection-stream.ts';
import { streamId } from '../../../domain/stream/stream-id.ts';
import type { InboundCommand, ReceiveResult } from '../../../plugins/kit/delivery.ts';
import { actorOf } from '../case/case-request.ts';
import { type Submitted, submitCase } from '../case/submit-case.ts';
import { secretsOf } from '../directory/credentials.ts';
import { connectionViewer } from './connection-viewer.ts';
import type { DeliveryDeps } from './delivery-deps.ts';

/** A message as it came in, its body byte for byte. */
export interface Incoming {
  readonly connection: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

/** What a message led to. */
export interface Received {
  readonly id: string;
  readonly cases: readonly Pick<Submitted, 'id' | 'number' | 'repeated'>[];
}

const longestBody = 100_000;
/** How deep a message may be nested. */
const deepest = 32;
/** A message older than five minutes is refused by its signature; this is beyond any clock's doubt. */
const rememberedMs = 24 * 3_600_000;

const submission = z.strictObject({
  type: z.string().min(1).max(100),
  values: z.record(z.string(), z.json()),
  onBehalfOf: z.string().min(1).max(100).optional(),
});

/**
 * Takes in a signed message from another system: what it asks for is done by the connection, under its roles. The same message is taken
 * in once; should that be forgotten, it still leads to the same case.
 * @throws DomainError NOT_FOUND, TOO_LARGE, MALFORMED, NOT_SIGNED_IN, NOT_ALLOWED, CONFLICT for a replay, VALIDATION_FAILED.
 */
export async function receiveWebhook(deps: DeliveryDeps, incoming: Incoming): Promise<Received> {
  const doc = await deps.store.aggregates.load<ConnectionState>(streamId('connection', incoming.connection));
  if (doc === undefined || !doc.state.active || doc.state.paused)
    throw new DomainError('NOT_FOUND', 'No connection in use takes messages here.');
  if (incoming.body.length > longestBody)
    throw new DomainError('TOO_LARGE', `Send at most ${longestBody / 1_000} kB.`);
  requirePlain(incoming.body);
  const { connection: id } = incoming;
  const { plugin, config } = doc.state;
  const secrets = await secretsOf(deps.store, deps.sealer, id);
  const headers = Object.entries(incoming.headers).map(([name, value]) => [name.toLowerCase(), value]);
  const result = await deps.host.receive(
    plugin,
    { id, config, secrets },
    { headers: Object.fromEntries(headers) as Record<string, string>, body: incoming.body },
    async (message) => (await deps.store.records.get('signature', signatureId(id, message))) !== undefined,
  );
  if (result.outcome === 'refused') throw refusalOf(result);
  const cases: Submitted[] = [];
  for (const command of result.commands) cases.push(await carryOut(deps, doc, command));
  await remember(deps, id, result.id);
  return {
    id: result.id,
    cases: cases.map(({ id: caseId, number, repeated }) => ({ id: caseId, number, repeated })),
  };
}

/** Whatever a plugin makes of a message: nothing may be in it that no command takes. @throws DomainError MALFORMED. */
function requirePlain(body: Uint8Array): void {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder().decode(body));
  } catch {
    // Not every plugin reads JSON; one that does says so itself.
    return;
  }
  if (isBoundedJson(value, deepest) && forbiddenKeyIn(value) === undefined) return;
  throw new DomainError(
    'MALFORMED',
    `Send JSON that is nested at most ${deepest} deep, in whole characters, without keys that mean something to programs.`,
  );
}

const signatureId = (connection: string, message: string): string =>
  `${connection}:${createHash('sha256').update(message).digest('hex')}`;

const codes = {
  400: 'MALFORMED',
  401: 'NOT_SIGNED_IN',
  403: 'NOT_ALLOWED',
  409: 'CONFLICT',
  422: 'VALIDATION_FAILED',
} as const;

function refusalOf({ status, reason }: Extract<ReceiveResult, { outcome: 'refused' }>): DomainError {
  return new DomainError(codes[status], reason);
}

async function carryOut(
  deps: DeliveryDeps,
  connection: Aggregate<ConnectionState>,
  { kind, commandId, payload }: InboundCommand,
): Promise<Submitted> {
  if (kind !== 'submit')
    throw new DomainError('VALIDATION_FAILED', `Messages cannot ask for “${kind}”. They can ask to submit.`);
  const read = submission.safeParse(payload, { error: issueWords });
  if (!read.success) throw malformed(read.error);
  const { type, values, onBehalfOf } = read.data;
  const { types } = connection.state;
  if (types.length > 0 && !types.includes(type))
    throw new DomainError('NOT_ALLOWED', `This connection is not for requests of the type “${type}”.`);
  const viewer = connectionViewer(connection);
  const ability = abilityOf(viewer);
  return submitCase(
    deps,
    {
      actor: actorOf(viewer),
      commandId,
      authorise: ({ definition: { document } }) => {
        const submitters = document.who?.submit ?? ['everyone'];
        requireAbility(ability, 'submit', { subject: 'RequestType', slug: type, live: true, submitters });
      },
    },
    { slug: type, values, source: connection._id, ...(onBehalfOf === undefined ? {} : { onBehalfOf }) },
  );
}

function malformed(error: z.ZodError): DomainError {
  return new DomainError('VALIDATION_FAILED', 'The message asks for a submission that cannot be read.', {
    details: issueDetails(error.issues, '/data').slice(0, 20),
  });
}

async function remember(deps: DeliveryDeps, connection: string, message: string): Promise<void> {
  await deps.store.records.insert('signature', {
    _id: signatureId(connection, message),
    _v: 1,
    lists: [],
    sort: '',
    expiresAt: deps.clock.now() + rememberedMs,
    data: {},
  });
}
