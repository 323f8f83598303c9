import { z } from 'zod';
import { DomainError } from '../../error/domain-error.ts';
import { languageSchema } from '../../form/text-schema.ts';
import { roleNameSchema } from '../../workflow/role-ref-schema.ts';
import { type DirectoryObject, namedIn } from '../directory/directory-object.ts';
import {
  countrySchema,
  emailSchema,
  lineSchema,
  setOf,
  slugSchema,
  wordSchema,
  zoneSchema,
} from '../directory/field-schemas.ts';
import { isSystemRole } from './commands/roles.ts';
import { type PersonState, systemRoles } from './person-state.ts';
import { personStream } from './person-stream.ts';

/** A role of the organisation: one named like the product's own would pass for it. */
const businessRoleSchema = roleNameSchema.refine(
  (role) => !isSystemRole(role),
  'This is a role of the product: name it under systemRoles.',
);

const fields = z.strictObject({
  kind: z.enum(['person', 'service']),
  name: lineSchema(200),
  email: emailSchema.nullable(),
  title: lineSchema(120).nullable(),
  department: lineSchema(120).nullable(),
  country: countrySchema.nullable(),
  language: languageSchema.nullable(),
  zone: zoneSchema,
  calendarId: slugSchema.nullable(),
  managerId: slugSchema.nullable(),
  groups: setOf(wordSchema, 50),
  systemRoles: setOf(z.enum(systemRoles), systemRoles.length),
  roles: setOf(businessRoleSchema, 50),
  skills: z.record(wordSchema, z.int('Give a level from 1 to 10.').min(1).max(10)),
  capacity: z.int('Give a whole number of cases, or null for no limit.').min(0).max(10_000).nullable(),
});

/** People and service identities: roles are given at the beginning, and after that by granting and revoking. */
export const personObject: DirectoryObject<PersonState> = {
  kind: 'person',
  stream: personStream,
  create: fields.partial().required({ name: true }),
  patch: fields.omit({ kind: true, systemRoles: true, roles: true }).partial(),
  references: (given) => [
    ...namedIn(given, 'calendarId', 'calendar'),
    ...namedIn(given, 'managerId', 'person'),
  ],
  check(next, { id }) {
    if (next.managerId !== id) return;
    throw new DomainError('VALIDATION_FAILED', 'Nobody is their own manager.', {
      details: [{ pointer: '/managerId', detail: 'Name somebody else, or nobody.' }],
    });
  },
};
