import { z } from 'zod';
import { covers } from '../../../domain/access/scopes.ts';
import { DomainError } from '../../../domain/error/domain-error.ts';
import { recordAccess } from '../../use-cases/access-log/record-access.ts';
import { attachmentLimit, stageAttachment } from '../../use-cases/attachment/stage-attachment.ts';
import { getReadableCase } from '../../use-cases/case/readable-case.ts';
import { type Endpoint, endpoint, right } from '../core/endpoint.ts';
import { json } from '../core/reply.ts';
import { caseParams, jsonAnswer } from '../schemas/common.ts';
import { readUpload } from './read-upload.ts';

const stagedSchema = z
  .object({ id: z.string(), name: z.string(), size: z.number(), digest: z.string(), expiresAt: z.number() })
  .meta({ id: 'StagedAttachment' });

const dayMs = 24 * 3_600_000;

/** Uploading files, and downloading them through the case they belong to. */
export const attachments: readonly Endpoint[] = [
  endpoint(
    {
      method: 'post',
      path: '/api/v1/attachments',
      operationId: 'uploadAttachment',
      tag: 'Cases',
      summary:
        'Upload a file: as multipart, or as it is with its name (percent-encoded) in X-File-Name. It waits 24 hours to be attached',
      body: { kind: 'bytes', limit: attachmentLimit, types: ['*/*'] },
      answers: { 201: jsonAnswer('What was kept', stagedSchema) },
    },
    {
      kind: 'signed-in',
      because: 'an upload is nobody’s to see; its uploader links it to a case they may attach to',
    },
    async ({ parts, viewer, key, request }) => {
      if (!covers(viewer.scopes, 'cases:write'))
        throw new DomainError('NOT_ALLOWED', 'This token may not write: it lacks cases:write.');
      const { id, name, size, digest, at } = await readUpload(parts, request, (file) =>
        stageAttachment(parts.deps, { uploader: viewer.personId, key, ...file }),
      );
      return json({ id, name, size, digest, expiresAt: at + dayMs }, { status: 201 });
    },
  ),
  endpoint(
    {
      method: 'get',
      path: '/api/v1/cases/{id}/attachments/{attachment}',
      operationId: 'downloadAttachment',
      tag: 'Cases',
      summary: 'Download a file of a case',
      params: caseParams.extend({ attachment: z.string().regex(/^[A-Za-z0-9_-]{1,64}$/) }),
      answers: { 200: { description: 'The file', content: { 'application/octet-stream': null } } },
    },
    right('Case', 'read'),
    async ({ parts, ability, viewer, address, params: { id, attachment } }) => {
      const { deps } = parts;
      const { shown } = await getReadableCase(deps, ability, id);
      const file = shown.attachments.find((one) => one.id === attachment);
      const stream = file === undefined ? undefined : await deps.store.blobs.open(file.digest);
      if (file === undefined || stream === undefined)
        throw new DomainError('NOT_FOUND', 'There is no such file on this case.');
      const what = { case: id, attachment };
      await recordAccess(deps, { kind: 'downloaded', person: viewer.personId, address, what });
      return {
        status: 200,
        stream,
        headers: {
          'Content-Type': 'application/octet-stream',
          'Content-Length': String(file.size),
          'Content-Disposition': `attachment; filename="file"; filename*=UTF-8''${encodedName(file.name)}`,
          'Content-Security-Policy': "default-src 'none'; sandbox",
        },
      };
    },
  ),
];

/** A file name as RFC 8187 writes it. */
function encodedName(name: string): string {
  return encodeURIComponent(name).replaceAll(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
