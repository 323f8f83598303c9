import { z } from 'zod';
import { textSchema } from '../form/text-schema.ts';
import { itemIdSchema } from '../workflow/item-id-schema.ts';

const ids = z.array(z.string().min(1).max(64)).max(50).readonly();

const personSchema = z
  .strictObject({
    id: z.string().max(64).exactOptional(),
    department: z.string().max(64).exactOptional(),
    country: z.string().max(64).exactOptional(),
    language: z.string().max(16).exactOptional(),
    title: z.string().max(120).exactOptional(),
    manager: z.string().max(64).exactOptional(),
    roles: ids.exactOptional(),
    groups: ids.exactOptional(),
  })
  .readonly();

const inputSchema = z
  .strictObject({
    requester: personSchema.exactOptional(),
    behalf: personSchema.exactOptional(),
    values: z.record(z.string(), z.json()),
    scores: z.record(z.string(), z.number()).exactOptional(),
    source: z.string().max(32).exactOptional(),
    /** Facts of the matched account, without their prefix; `null` says that none matches. */
    account: z.record(z.string(), z.json()).nullable().exactOptional(),
    territory: z.record(z.string(), z.json()).nullable().exactOptional(),
    /** Any other fact by its full key, `open.fraud.account` for one. */
    facts: z.record(z.string(), z.json()).exactOptional(),
    proposal: z
      .strictObject({
        account: z.string().nullable(),
        intent: z.string(),
        confidence: z.number().min(0).max(1),
      })
      .readonly()
      .exactOptional(),
    /** Values of earlier cases, for duplicate screens, days before `at`. */
    earlier: z
      .array(
        z.strictObject({ daysBefore: z.number().min(0), values: z.record(z.string(), z.json()) }).readonly(),
      )
      .max(20)
      .readonly()
      .exactOptional(),
    /** Members of pools who cannot be picked, by why. */
    absent: z.array(z.string().max(64)).max(100).readonly().exactOptional(),
  })
  .readonly();

const expectSchema = z
  .strictObject({
    terminal: z.enum(['assigned', 'queued', 'waiting', 'held', 'suppressed', 'unassigned']).exactOptional(),
    rule: z.string().max(64).exactOptional(),
    pool: z.string().max(64).exactOptional(),
    queue: z.string().max(64).exactOptional(),
    team: z.string().max(64).exactOptional(),
    /** Accountable role after routing. */
    owner: z.string().max(64).exactOptional(),
    person: z.string().max(64).exactOptional(),
    gates: ids.exactOptional(),
    clocks: z
      .array(
        z
          .strictObject({
            id: z.string(),
            dueAt: z.iso.datetime({ offset: true }).exactOptional(),
            duration: z.string().exactOptional(),
          })
          .readonly(),
      )
      .max(20)
      .readonly()
      .exactOptional(),
    suppressedBy: z.string().max(64).exactOptional(),
    screenedBy: z.string().max(64).exactOptional(),
    missing: ids.exactOptional(),
    priority: z.int().min(1).max(4).exactOptional(),
    lowUrgency: z.boolean().exactOptional(),
    /** The state the case is in before anybody acts. */
    state: z.string().max(64).exactOptional(),
    /** The submission itself is refused, naming these fields. */
    refused: ids.exactOptional(),
  })
  .readonly();

/** One case kept with the definition: an input and what has to come of it. What `expect` leaves out is not looked at. */
export const testCaseSchema = z
  .strictObject({
    id: itemIdSchema,
    title: textSchema,
    at: z.iso.datetime({ offset: true }),
    input: inputSchema,
    expect: expectSchema,
  })
  .readonly();

/** A test case of a definition. */
export type TestCase = z.infer<typeof testCaseSchema>;
