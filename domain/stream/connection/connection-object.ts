import { z } from 'zod';
import { canonicalJson } from '../../hash/canonical-json.ts';
import { roleNameSchema } from '../../workflow/role-ref-schema.ts';
import type { DirectoryObject } from '../directory/directory-object.ts';
import { lineSchema, setOf, slugSchema } from '../directory/field-schemas.ts';
import { type ConnectionState, connectionStream } from './connection-stream.ts';

const configSchema = z
  .record(z.string().max(200), z.json())
  .refine((config) => canonicalJson(config).length <= 32_000, 'The configuration is longer than 32 kB.');

const fields = z.strictObject({
  plugin: slugSchema,
  title: lineSchema(200),
  config: configSchema,
  roles: setOf(roleNameSchema, 20),
  eventKinds: setOf(z.string().regex(/^[a-z][a-z-]{0,62}$/, 'Name a kind of event.'), 100),
  types: setOf(slugSchema, 200),
  paused: z.boolean(),
});

/** Connections: the plugin is chosen once; what its configuration may hold is the plugin's own business. */
export const connectionObject: DirectoryObject<ConnectionState> = {
  kind: 'connection',
  stream: connectionStream,
  create: fields.partial().required({ plugin: true, title: true }),
  patch: fields.omit({ plugin: true }).partial(),
  references: () => [],
};
