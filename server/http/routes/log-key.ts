import { z } from 'zod';
import { keyFingerprint } from '../../connectors/verify-signature.ts';
import { type Endpoint, endpoint } from '../core/endpoint.ts';
import { json } from '../core/reply.ts';
import { jsonAnswer } from '../schemas/common.ts';

const keySchema = z
  .object({
    algorithm: z.literal('Ed25519'),
    publicKey: z.string().meta({ description: 'SPKI in base64.' }),
    fingerprint: z.string().meta({
      description: 'SHA-256 of the SPKI bytes, the first half in hex: compared by `signalbox verify --key`.',
    }),
  })
  .meta({ id: 'LogKey' });

/** The public key that checkpoints and exports of the log are signed with, learnt elsewhere than from what it proves. */
export const logKey: readonly Endpoint[] = [
  endpoint(
    {
      method: 'get',
      path: '/api/v1/log/key',
      operationId: 'getLogKey',
      tag: 'Log',
      summary: 'The key the log is signed with, and its fingerprint for `signalbox verify --key`',
      answers: { 200: jsonAnswer('The key', keySchema) },
    },
    { kind: 'signed-in', because: 'a public key is no secret: whoever was given an export may check it' },
    async ({ parts: { key } }) =>
      json({
        algorithm: 'Ed25519',
        publicKey: key.publicKey,
        fingerprint: keyFingerprint(key.publicKey),
      }),
  ),
];
