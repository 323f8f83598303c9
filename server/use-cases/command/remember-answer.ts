import { createHash } from 'node:crypto';
import { DomainError } from '../../../domain/error/domain-error.ts';
import type { Json } from '../../../domain/hash/canonical-json.ts';
import type { RecordStore, StoredRecord } from '../../ports/records.ts';
import type { CommandDeps } from './deps.ts';

/** How long an answer is remembered, in ms. */
const rememberedMs = 24 * 3_600_000;
/** After this long a request that never ended may be sent again, in ms. */
const abandonedMs = 60_000;

/** A request under an idempotency key that is not one command on one stream. */
export interface KeyedRequest {
  readonly owner: string;
  /** Null asks for nothing to be remembered. */
  readonly key: string | null;
  /** Hash of what is asked for. */
  readonly body: string;
  /** Every part of the work is a command that is carried out once: sent again it goes on where it was left, without a wait. */
  readonly resumable?: boolean;
}

interface Running {
  readonly body: string;
  readonly answer: Promise<Json>;
}

/** What this process is working on, by id of its record: the same request joins it. */
const underWayIn = new WeakMap<RecordStore, Map<string, Running>>();

/**
 * Does the work once per key: the same request sent again gets the answer of the first.
 * @throws DomainError COMMAND_REUSED for another body, CONFLICT while another process may still be at it.
 */
export async function rememberAnswer<T extends Json>(
  deps: Pick<CommandDeps, 'store' | 'clock'>,
  request: KeyedRequest,
  work: () => Promise<T>,
): Promise<T> {
  if (request.key === null) return work();
  const id = createHash('sha256')
    .update(JSON.stringify([request.owner, request.key]))
    .digest('hex');
  const { records } = deps.store;
  const running = underWayIn.get(records) ?? new Map<string, Running>();
  underWayIn.set(records, running);
  const same = running.get(id);
  if (same !== undefined) {
    requireSame(same.body, request);
    return (await same.answer) as T;
  }
  const answer = answeredOnce(deps, id, request, work);
  running.set(id, { body: request.body, answer });
  try {
    return await answer;
  } finally {
    running.delete(id);
  }
}

async function answeredOnce<T extends Json>(
  { store, clock }: Pick<CommandDeps, 'store' | 'clock'>,
  id: string,
  request: KeyedRequest,
  work: () => Promise<T>,
): Promise<T> {
  const now = clock.now();
  const begun: StoredRecord = {
    _id: id,
    _v: 1,
    lists: [],
    sort: '',
    expiresAt: now + rememberedMs,
    data: { body: request.body, begunAt: now },
  };
  const earlier = (await store.records.insert('idempotency', begun))
    ? undefined
    : await store.records.get('idempotency', id);
  if (earlier !== undefined) {
    const answer = answerIn(earlier, request, now);
    if (answer !== undefined) return answer as T;
    if (!(await store.records.replace('idempotency', { ...begun, _v: earlier._v }))) throw underWay();
  }
  const version = earlier === undefined ? 1 : earlier._v + 1;
  try {
    const answer = await work();
    await store.records.replace('idempotency', { ...begun, _v: version, data: { ...begun.data, answer } });
    return answer;
  } catch (error) {
    // What was refused may be sent again under the same key once it is mended.
    if (error instanceof DomainError) await store.records.delete('idempotency', id);
    else await giveUp(store, { ...begun, _v: version });
    throw error;
  }
}

/** Lets a request that failed be sent again at once; where that fails too, it can be once it counts as abandoned. */
async function giveUp(
  { records }: Pick<CommandDeps['store'], 'records'>,
  begun: StoredRecord,
): Promise<void> {
  await records
    .replace('idempotency', { ...begun, data: { ...begun.data, begunAt: 0 } })
    .catch(() => undefined);
}

/** The answer of the first request; undefined when it never came to one and may be made again. */
function answerIn({ data }: StoredRecord, request: KeyedRequest, now: number): Json | undefined {
  requireSame(data['body'], request);
  if (data['answer'] !== undefined) return data['answer'];
  if (request.resumable !== true && Number(data['begunAt']) + abandonedMs > now) throw underWay();
  return undefined;
}

function requireSame(body: unknown, request: KeyedRequest): void {
  if (body === request.body) return;
  throw new DomainError(
    'COMMAND_REUSED',
    'This idempotency key was used for a different request. Use a new key.',
  );
}

function underWay(): DomainError {
  return new DomainError('CONFLICT', 'This request is being carried out. Ask again in a moment.');
}
