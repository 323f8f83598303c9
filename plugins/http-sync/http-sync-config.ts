import { z } from 'zod';
import { limitsSchema } from '../kit/limits-schema.ts';
import { fieldPath } from './field-path.ts';

const path = z
  .string()
  .max(500)
  .regex(/^\/[^\s?#\\]*$/, 'is not a path such as /tickets');

// What the transport itself says; a connection must not contradict it.
const ownHeaders = new Set([
  ...['host', 'connection', 'content-length', 'content-type', 'transfer-encoding', 'upgrade', 'te'],
  ...['trailer', 'expect', 'accept', 'accept-encoding', 'user-agent', 'keep-alive', 'proxy-connection'],
]);
const headerName = z
  .string()
  .regex(/^[A-Za-z0-9-]{1,64}$/, 'is not the name of a header')
  .refine((name) => !ownHeaders.has(name.toLowerCase()), 'is a header that is set already');

const auth = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('none') }),
  z.strictObject({ kind: z.literal('bearer') }),
  z.strictObject({ kind: z.literal('basic'), username: z.string().regex(/^[^:\p{Cc}]{1,200}$/u) }),
  z.strictObject({ kind: z.literal('header'), name: headerName }),
]);

const baseUrl = z
  .url({ protocol: /^https?$/ })
  .refine((text) => !/[?#@]/.test(text), 'holds a query, a fragment or credentials')
  .transform((text) => text.replace(/\/+$/, ''));

/** What an administrator says of a system whose records are kept in step with cases. */
export const httpSyncConfig = z.strictObject({
  baseUrl,
  auth: auth.default({ kind: 'none' }),
  /** Where records are created, such as `/tickets`. */
  resource: path,
  /** One record, with `{id}`; `{resource}/{id}` when absent. */
  record: path.refine((text) => text.includes('{id}'), 'lacks {id}').optional(),
  updateMethod: z.enum(['PATCH', 'PUT']).default('PATCH'),
  idempotencyHeader: headerName.default('Idempotency-Key'),
  /** Where an answer holds the record's id; the last part of its `Location` stands in for it. */
  idField: fieldPath.default('id'),
  /** How to find a record that was created although its answer was lost. */
  lookup: z
    .strictObject({
      /** Query parameter, as in `GET /tickets?externalRef=…`. */
      parameter: z.string().regex(/^[\w.[\]-]{1,100}$/),
      /** Field of the record that holds the case's id, written when creating; the parameter's name when absent. */
      field: fieldPath.optional(),
      /** Where the answer holds the list; the answer itself when absent. */
      listField: fieldPath.optional(),
    })
    .optional(),
  /** Address of a record for people: where an answer holds it, or a pattern with `{id}`. */
  linkField: fieldPath.optional(),
  linkPattern: z
    .url({ protocol: /^https?$/ })
    .refine((text) => /\{id\}|%7Bid%7D/i.test(text), 'lacks {id}')
    .optional(),
  timeoutMs: z.int().min(100).max(30_000).default(10_000),
  limits: limitsSchema({ perSecond: 5, concurrency: 2 }),
});

/** One connection to such a system, checked. */
export type HttpSyncConfig = z.output<typeof httpSyncConfig>;
