import { z } from 'zod';
import { abilityOf } from '../../../domain/access/ability-of.ts';
import { accessPage } from '../../use-cases/access-log/access-page.ts';
import { noteSensitive } from '../../use-cases/access-log/note-sensitive.ts';
import { accessKinds, recordAccess } from '../../use-cases/access-log/record-access.ts';
import { type LogFilter, logPage } from '../../use-cases/lists/log-page.ts';
import { namesInLog } from '../../use-cases/lists/names-in-log.ts';
import { namesOfAccess } from '../../use-cases/lists/names-of-access.ts';
import { exportLog } from '../../use-cases/log/export-log.ts';
import { RowsForViewer } from '../../use-cases/log/rows-for-viewer.ts';
import { type Endpoint, endpoint, right } from '../core/endpoint.ts';
import { json } from '../core/reply.ts';
import { expand, jsonAnswer, pageOf, pageQuery } from '../schemas/common.ts';
import {
  accessEntrySchema,
  accessNamesSchema,
  logFilter,
  logNamesSchema,
  logRowSchema,
  timeRange,
} from '../schemas/log-schemas.ts';
import { listDeps } from './list-deps.ts';
import { logRowBody } from './log-row-body.ts';

const tag = 'Log';
const log = { subject: 'Log', id: 'log' } as const;

/** The filter of a request as the log takes it. */
function filterOf<Q extends { readonly refused?: 'true' }>({
  refused,
  ...rest
}: Q): Omit<Q, 'refused'> & Pick<LogFilter, 'refused'> {
  return { ...rest, ...(refused === undefined ? {} : { refused: true }) };
}

/** The decision log and the access log: read, and exported so that anybody can check them. */
export const logEndpoints: readonly Endpoint[] = [
  endpoint(
    {
      method: 'get',
      path: '/api/v1/log',
      operationId: 'listLog',
      tag,
      summary: 'The log of every decision, newest first',
      query: z.strictObject({ ...pageQuery, ...logFilter, ...timeRange, expand }),
      answers: {
        200: jsonAnswer('One page', pageOf(logRowSchema).extend({ names: logNamesSchema.optional() })),
      },
    },
    right('Log', 'read'),
    async ({ parts, viewer, allow, address, query }) => {
      allow('read', log);
      const { cursor, expand: wanted, ...rest } = filterOf(query);
      const view = new RowsForViewer(parts.deps, viewer);
      const page = await logPage(listDeps(parts), {
        ...{ viewer, ...rest, cursor: cursor ?? null },
        shown: (rows) => view.of(rows),
      });
      for (const [caseId, fields] of view.sensitiveIn(page.items))
        await noteSensitive(parts.deps, { person: viewer.personId, address, caseId, fields });
      const names = wanted === undefined ? undefined : await namesInLog(parts.deps, view, page.items);
      return json({ items: page.items.map(logRowBody), next: page.next, names });
    },
  ),
  endpoint(
    {
      method: 'get',
      path: '/api/v1/log/export',
      operationId: 'exportLog',
      tag,
      summary: 'The log as a file: JSON Lines that `signalbox verify` checks, or CSV',
      query: z.strictObject({
        format: z.enum(['jsonl', 'csv']).default('jsonl'),
        ...logFilter,
        ...timeRange,
      }),
      answers: {
        200: { description: 'The file', content: { 'application/jsonl': null, 'text/csv': null } },
      },
    },
    right('Log', 'export'),
    async ({ parts, viewer, allow, address, query }) => {
      allow('export', log);
      const { format, ...filter } = filterOf(query);
      const { deps, key, checkpoints } = parts;
      const stream = exportLog({ ...deps, key, checkpoints }, viewer, filter, format);
      const what = { log: 'decisions', format, filter: { ...filter } };
      await recordAccess(deps, { kind: 'exported', person: viewer.personId, address, what });
      const name = `signalbox-log-${new Date(deps.clock.now()).toISOString().slice(0, 10)}.${format}`;
      return {
        status: 200,
        stream,
        headers: {
          'Content-Type': format === 'csv' ? 'text/csv; charset=utf-8; header=present' : 'application/jsonl',
          'Content-Disposition': `attachment; filename="${name}"`,
        },
      };
    },
  ),
  endpoint(
    {
      method: 'get',
      path: '/api/v1/log/access',
      operationId: 'listAccess',
      tag,
      summary: 'The access log: sign-ins, permission and directory changes, downloads, exports',
      query: z.strictObject({
        ...pageQuery,
        ...timeRange,
        expand,
        kind: z.enum(accessKinds).exactOptional(),
        person: z
          .string()
          .regex(/^[a-z0-9][a-z0-9._-]{0,62}$/, 'Give the id of a person.')
          .exactOptional(),
      }),
      answers: {
        200: jsonAnswer(
          'One page',
          pageOf(accessEntrySchema).extend({ names: accessNamesSchema.optional() }),
        ),
      },
    },
    right('AccessLog', 'read'),
    async ({ parts, viewer, allow, query: { cursor, expand: wanted, ...rest } }) => {
      allow('read', { subject: 'AccessLog', id: 'access' });
      const page = await accessPage(listDeps(parts), { viewer, ...rest, cursor: cursor ?? null });
      const names =
        wanted === undefined ? undefined : await namesOfAccess(parts.deps, abilityOf(viewer), page.items);
      return json({ ...page, names });
    },
  ),
];
