import { z } from 'zod';
import type { AttachmentRef } from '../../../domain/stream/case/case-state.ts';
import { keyFingerprint } from '../../connectors/verify-signature.ts';
import { noteSensitive } from '../../use-cases/access-log/note-sensitive.ts';
import { logEvidence as evidenceOf } from '../../use-cases/log/log-evidence.ts';
import { type Endpoint, endpoint, right } from '../core/endpoint.ts';
import { json } from '../core/reply.ts';
import { jsonAnswer } from '../schemas/common.ts';
import { logEvidenceSchema } from '../schemas/log-schemas.ts';
import { logRowBody } from './log-row-body.ts';

/** One event of the log with what it rests on: what was seen, by what right, and its place in the chain. */
export const logEvidence: readonly Endpoint[] = [
  endpoint(
    {
      method: 'get',
      path: '/api/v1/log/{position}/evidence',
      operationId: 'getLogEvidence',
      tag: 'Log',
      summary: 'One event with what whoever decided saw, by what right, and its place in the chain',
      params: z.strictObject({
        position: z.coerce
          .number('Give a position in the log.')
          .int()
          .min(1)
          .max(2 ** 52),
      }),
      answers: { 200: jsonAnswer('The evidence', logEvidenceSchema) },
    },
    right('Log', 'read'),
    async ({ parts, viewer, allow, address, params }) => {
      allow('read', { subject: 'Log', id: 'log' });
      const { row, chain, sensitive, seen, ...rest } = await evidenceOf(parts.deps, viewer, params.position);
      for (const [caseId, fields] of sensitive)
        await noteSensitive(parts.deps, { person: viewer.personId, address, caseId, fields });
      const { checkpoint } = chain;
      return json({
        ...rest,
        row: logRowBody(row),
        seen: seen === null ? null : { ...seen, files: seen.files.map(fileBody) },
        chain: {
          ...chain,
          checkpoint:
            checkpoint === null
              ? null
              : {
                  size: checkpoint.checkpoint.size,
                  at: checkpoint.checkpoint.at,
                  signature: checkpoint.signature,
                  key: keyFingerprint(parts.key.publicKey),
                },
        },
      });
    },
  ),
];

const fileBody = ({ id, name, digest, size }: AttachmentRef) => ({ id, name, digest, size });
