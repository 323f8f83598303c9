import type { PoolState } from '../../../domain/stream/pool/pool-stream.ts';
import { poolShares } from '../../use-cases/directory/pool-shares.ts';
import { type Endpoint, endpoint, right } from '../core/endpoint.ts';
import { json } from '../core/reply.ts';
import { jsonAnswer, objectParams } from '../schemas/common.ts';
import { poolSharesSchema } from '../schemas/directory-schemas.ts';
import { readableObject } from './directory-answers.ts';

/** The ledger of shares of a pool. */
export const poolLedger: readonly Endpoint[] = [
  endpoint(
    {
      method: 'get',
      path: '/api/v1/pools/{id}/ledger',
      operationId: 'getPoolLedger',
      tag: 'Pools',
      summary: 'Who got how much of the work of a pool, who is owed, and who could take more now',
      params: objectParams,
      answers: { 200: jsonAnswer('The ledger', poolSharesSchema) },
    },
    right('Pool', 'read'),
    async (call) => {
      const { id } = call.params;
      const { state } = await readableObject<PoolState>(call, 'pool', id);
      return json(await poolShares(call.parts.deps, call.viewer, id, state));
    },
  ),
];
