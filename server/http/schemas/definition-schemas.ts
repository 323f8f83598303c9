import { z } from 'zod';
import { at, reason } from './common.ts';

const problem = z
  .object({ pointer: z.string(), message: z.string(), mend: z.string(), blocking: z.boolean() })
  .meta({ id: 'DefinitionProblem' });

/** A whole definition; the format is in the documentation of definitions. */
export const definitionDocument = z
  .record(z.string(), z.unknown())
  .meta({ id: 'Definition', description: 'A definition document; as YAML under application/yaml.' });

/** A request type in the catalogue. */
export const typeBriefSchema = z
  .object({
    slug: z.string(),
    title: z.string(),
    summary: z.string(),
    category: z.string(),
    keywords: z.array(z.string()),
    live: z.number().nullable().meta({ description: 'Number of the live version; null for none.' }),
    maySubmit: z.boolean(),
    approvals: z
      .array(z.object({ title: z.string(), help: z.string().nullable() }))
      .meta({ description: 'Approvals a request may need, in order; the help says when.' }),
  })
  .meta({ id: 'RequestTypeBrief' });

const version = z.object({ n: z.number(), hash: z.string(), at, by: z.string(), reason: z.string() });

const card = z
  .object({
    accountable: z.string().meta({ description: 'Who answers for all of them, as it stands behind “by”.' }),
    approvers: z.array(z.string()).meta({ description: 'Who may be asked to approve, in order.' }),
    target: z
      .string()
      .nullable()
      .meta({ description: 'The time they are to be finished in, in words; null where no clock says so.' }),
    finished: z.object({ count: z.number(), p50: z.number(), p95: z.number() }).nullable().meta({
      description: 'Of the last 90 days, in ms from submission to the end; null where fewer than five ended.',
    }),
  })
  .meta({ id: 'RequestTypeCard' });

/** A request type in the catalogue, with who decides and how long it takes where that was asked for. */
export const listedTypeSchema = z
  .object({ ...typeBriefSchema.shape, card: card.optional() })
  .meta({ id: 'ListedRequestType' });

const gate = z
  .object({
    id: z.string(),
    title: z.string(),
    state: z.string().meta({ description: 'Title of the state it is asked in.' }),
    when: z.json().nullable().meta({ description: 'Its condition; null where it is always asked.' }),
    why: z.string().nullable().meta({ description: 'The condition in words.' }),
    signers: z.array(z.string()).meta({ description: 'Who is asked, each as it stands behind “by”.' }),
  })
  .meta({ id: 'RequestTypeGate' });

/** A request type with the form that is filled in. */
export const requestTypeSchema = z
  .object({
    ...typeBriefSchema.shape,
    version: version.nullable(),
    form: z.record(z.string(), z.unknown()).nullable(),
    card: card.nullable(),
    gates: z
      .array(gate)
      .meta({ description: 'Approvals it may need, each with when it is asked; those on that way first.' }),
    ahead: z
      .array(z.string())
      .meta({ description: 'Titles of the states a request passes on the shortest way, the first first.' }),
  })
  .meta({ id: 'RequestType' });

/** Every version of a type, newest first. */
export const versionsSchema = z.object({ items: z.array(version) }).meta({ id: 'RequestTypeVersions' });

/** One version with its document. */
export const versionSchema = z
  .object({ ...version.shape, document: definitionDocument })
  .meta({ id: 'RequestTypeVersion' });

/** The draft of a type. */
export const draftSchema = z
  .object({
    slug: z.string(),
    rev: z.number(),
    base: z.number().nullable(),
    hash: z.string(),
    saved: z
      .object({ at, by: z.string() })
      .nullable()
      .meta({ description: 'When it was saved last, and by whom.' }),
    document: definitionDocument,
  })
  .meta({ id: 'Draft' });

/** What is wrong with a draft. */
export const checkedSchema = z
  .object({ mayBePublished: z.boolean(), problems: z.array(problem) })
  .meta({ id: 'DraftCheck' });

/** What a draft names of the organisation and does not find there. */
export const needsSchema = z
  .object({
    items: z.array(
      z
        .object({
          kind: z.enum(['role', 'team', 'pool', 'calendar', 'connection']),
          id: z.string(),
          lack: z.enum(['missing', 'nobody', 'alone']).meta({
            description:
              'missing: there is none; nobody: nobody is in it; alone: one person signs by it, and nobody could for them.',
          }),
          second: z.boolean().meta({
            description: 'Whether a gate needs a second person by it: nobody signs for themselves.',
          }),
        })
        .meta({ id: 'DraftNeed' }),
    ),
  })
  .meta({ id: 'DraftNeeds' });

/** What the tests of a draft came to. */
export const testRunSchema = z
  .looseObject({
    passed: z.boolean(),
    results: z.array(z.looseObject({ title: z.string(), passed: z.boolean() })),
  })
  .meta({ id: 'DraftTests' });

/** Why a draft is published, and on which version. */
export const publishBody = z.strictObject({
  reason: reason.default(''),
  base: z.int().min(1).nullable().exactOptional(),
});

/** The version that is live now. */
export const publishedSchema = z
  .object({ n: z.number(), hash: z.string(), changed: z.boolean(), advice: z.array(problem) })
  .meta({ id: 'Published' });

/** Why the live version is taken back, and to which one. */
export const rollbackBody = z.strictObject({
  reason: reason.default(''),
  to: z.int().min(1).exactOptional(),
});

/** The version that is live again. */
export const rolledBackSchema = z.object({ n: z.number() }).meta({ id: 'RolledBack' });
