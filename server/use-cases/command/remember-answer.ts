import { createHash } from 'node:crypto';
import { DomainError } from '../../../domain/error/domain-error.ts';
import type { Json } from '../../../domain/hash/canonical-json.ts';
import type { StoredRecord } from '../../ports/records.ts';
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
}

/**
 * Does the work once per key: the same request sent again gets the answer of the first.
 * @throws DomainError COMMAND_REUSED for another body, CONFLICT while the first is still under way.
 */
export async function rememberAnswer<T extends Json>(
  { store, clock }: Pick<CommandDeps, 'store' | 'clock'>,
  request: KeyedRequest,
  work: () => Promise<T>,
): Promise<T> {
  if (request.key === null) return work();
  const now = clock.now();
  const id = createHash('sha256')
    .update(JSON.stringify([request.owner, request.key]))
    .digest('hex');
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
  if (data['body'] !== request.body)
    throw new DomainError(
      'COMMAND_REUSED',
      'This idempotency key was used for a different request. Use a new key.',
    );
  if (data['answer'] !== undefined) return data['answer'];
  if (Number(data['begunAt']) + abandonedMs > now) throw underWay();
  return undefined;
}

function underWay(): DomainError {
  return new DomainError('CONFLICT', 'This request is being carried out. Ask again in a moment.');
}
