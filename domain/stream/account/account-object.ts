import { z } from 'zod';
import { DomainError } from '../../error/domain-error.ts';
import { isPlainText, textWords } from '../../fact/plain-text.ts';
import { normalDomain } from '../../routing/mail-domain.ts';
import { type DirectoryObject, namedIn } from '../directory/directory-object.ts';
import { lineSchema, setOf, slugSchema, wordSchema } from '../directory/field-schemas.ts';
import { type AccountState, accountStream } from './account-stream.ts';

const domainSchema = z
  .string()
  .trim()
  .toLowerCase()
  .max(253)
  .refine((text) => normalDomain(text) === text, 'Give a bare domain such as example.com.');

const attributeSchema = z.union(
  [z.string().max(500).refine(isPlainText, textWords), z.number(), z.boolean(), z.array(wordSchema).max(50)],
  'Give a text, a number, yes or no, or a list of words.',
);

const fields = z.strictObject({
  name: lineSchema(200),
  domains: setOf(domainSchema, 50),
  status: wordSchema.nullable(),
  tier: wordSchema.nullable(),
  lifecycle: wordSchema.nullable(),
  segment: wordSchema.nullable(),
  ownerId: slugSchema.nullable(),
  parentId: slugSchema.nullable(),
  lists: setOf(wordSchema, 50),
  attributes: z.record(
    z.string().regex(/^[a-z][A-Za-z0-9_]{0,62}$/, 'Begin with a small letter; then letters, digits or _.'),
    attributeSchema,
  ),
});

/** Accounts. */
export const accountObject: DirectoryObject<AccountState> = {
  kind: 'account',
  stream: accountStream,
  create: fields.partial().required({ name: true }),
  patch: fields.partial(),
  references: (given) => [...namedIn(given, 'ownerId', 'person'), ...namedIn(given, 'parentId', 'account')],
  check(next, { id }) {
    if (next.parentId !== id) return;
    throw new DomainError('VALIDATION_FAILED', 'An account is not its own parent.', {
      details: [{ pointer: '/parentId', detail: 'Name another account, or none.' }],
    });
  },
};
