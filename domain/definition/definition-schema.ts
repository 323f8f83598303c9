import { z } from 'zod';
import { gateSchema } from '../approval/gate-schema.ts';
import { formSchema } from '../form/form-schema.ts';
import { textOf, textSchema } from '../form/text-schema.ts';
import { chainSchema } from '../routing/chain-schema.ts';
import { priorityTableSchema } from '../routing/priority-schema.ts';
import { queueSchema } from '../routing/queue-schema.ts';
import { scoreSchema } from '../routing/score-schema.ts';
import { clockSchema } from '../sla/clock-schema.ts';
import { itemIdSchema } from '../workflow/item-id-schema.ts';
import { roleNameSchema, roleRefSchema } from '../workflow/role-ref-schema.ts';
import { workflowSchema } from '../workflow/workflow-schema.ts';
import { testCaseSchema } from './test-case-schema.ts';

/** A request type's address and id. */
export const slugSchema = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,62}$/, 'Use small letters, digits and -, such as vendor-onboarding.');

const providedSchema = z
  .strictObject({
    /** The fact key the provider's answer is read by. */
    id: z
      .string()
      .regex(/^[a-z][A-Za-z0-9_.]{0,62}$/, 'Begin with a small letter; then letters, digits, _ or a dot.'),
    provider: itemIdSchema,
    type: z.enum(['text', 'number', 'boolean', 'texts']),
    label: textSchema,
    with: z.record(z.string(), z.json()).exactOptional(),
  })
  .readonly();

const integrationSchema = z
  .strictObject({
    id: itemIdSchema,
    connection: z.string().min(1).max(64),
    on: z
      .array(z.enum(['submitted', 'routed', 'decided', 'state-entered', 'closed', 'edited']))
      .min(1)
      .readonly(),
    when: z.json().exactOptional(),
    mapping: z.json().exactOptional(),
  })
  .readonly();

const expirySchema = z
  .strictObject({
    /** The state whose stay is time-boxed. */
    state: itemIdSchema,
    /** A date field, or a number field holding days. */
    field: z.string().min(1).max(63),
    /** The transition the product takes then, of kind `revoke`. */
    transition: itemIdSchema,
  })
  .readonly();

/**
 * Everything one version of a request type says: one canonical document, the only definition of its form.
 * Every list item has an id made once; labels are free; the order of arrays is meaning; nothing is filled in on reading.
 */
export const definitionSchema = z
  .strictObject({
    format: z.literal(1),
    slug: slugSchema,
    title: textSchema,
    summary: textSchema.exactOptional(),
    /** What a case is called, with the answers of the form in `{{places}}`; the first whose places are all answered holds. */
    caseTitle: z.array(textOf(200)).min(1).max(8).readonly().exactOptional(),
    category: z.string().min(1).max(64),
    keywords: z.array(z.string().min(1).max(64)).max(50).readonly().exactOptional(),
    prefix: z.string().regex(/^[A-Z]{2,6}$/, 'Two to six capital letters, such as VEN.'),
    owner: roleRefSchema,
    backup: roleRefSchema,
    who: z
      .strictObject({ submit: z.array(roleNameSchema).min(1).max(20).readonly() })
      .readonly()
      .exactOptional(),
    form: formSchema,
    workflow: workflowSchema,
    queues: z.array(queueSchema).max(50).readonly().exactOptional(),
    chains: z.array(chainSchema).min(1, 'A request type routes by at least one chain.').max(30).readonly(),
    gates: z.array(gateSchema).max(50).readonly().exactOptional(),
    clocks: z.array(clockSchema).max(30).readonly().exactOptional(),
    priority: priorityTableSchema,
    scores: z.array(scoreSchema).max(30).readonly().exactOptional(),
    provided: z.array(providedSchema).max(30).readonly().exactOptional(),
    integrations: z.array(integrationSchema).max(20).readonly().exactOptional(),
    expiry: expirySchema.exactOptional(),
    tests: z.array(testCaseSchema).max(500).readonly().exactOptional(),
  })
  .readonly();

/** One version of a request type. */
export type Definition = z.infer<typeof definitionSchema>;
/** A fact the definition asks a provider for. */
export type ProvidedFact = z.infer<typeof providedSchema>;
/** One use of a connection by a request type. */
export type Integration = z.infer<typeof integrationSchema>;
