import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import type { Deed } from '../../../server/demo/deeds.ts';
import type { gallery } from '../../../server/use-cases/definition/gallery.ts';

const slugs = [
  'vendor-onboarding',
  'refund',
  'access-request',
  'customer-issue',
  'sales-enquiry',
] as const satisfies readonly (typeof gallery)[number][];

const submitSchema = z.strictObject({
  submit: z.enum(slugs),
  by: z.string(),
  /** What the case is called in later steps; `it` unless said. */
  as: z.string().optional(),
  source: z.string().default('form'),
  values: z.record(z.string(), z.json()),
  files: z.record(z.string(), z.array(z.string())).optional(),
  scores: z.record(z.string(), z.number()).optional(),
  proposal: z
    .strictObject({ account: z.string().nullable(), intent: z.string(), confidence: z.number() })
    .optional(),
});

/** What every deed says beside itself. */
const about = {
  /** A person's id, `owner` or `requester`. */
  by: z.string(),
  case: z.string().optional(),
  /** The code of the refusal that has to come. */
  refused: z.string().optional(),
};
const words = z.string().default('');

const deedSchema = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('accept'), ...about }),
  z.strictObject({ do: z.literal('claim'), ...about }),
  z.strictObject({ do: z.literal('decline'), reason: words, ...about }),
  z.strictObject({ do: z.literal('assign'), to: z.string(), reason: words, ...about }),
  z.strictObject({ do: z.literal('ask'), question: z.string(), ...about }),
  z.strictObject({ do: z.literal('answer'), answer: z.string(), ...about }),
  z.strictObject({
    do: z.literal('comment'),
    text: z.string(),
    visibility: z.enum(['public', 'internal']),
    ...about,
  }),
  z.strictObject({ do: z.literal('escalate'), reason: words, ...about }),
  z.strictObject({
    do: z.literal('edit'),
    values: z.record(z.string(), z.string()),
    reason: words,
    ...about,
  }),
  z.strictObject({ do: z.literal('step'), transition: z.string(), comment: words, ...about }),
  z.strictObject({ do: z.literal('withdraw'), reason: words, ...about }),
  z.strictObject({
    do: z.literal('vote'),
    gate: z.string(),
    decision: z.enum(['approve', 'reject', 'return']),
    comment: words,
    retracts: z.boolean().default(false),
    ...about,
  }),
]);

const passSchema = z.strictObject({ pass: z.string().regex(/^\d+[mhd]$/) });

const expectSchema = z.strictObject({
  expect: z.strictObject({
    state: z.string().optional(),
    open: z.boolean().optional(),
    outcome: z.string().nullable().optional(),
    placement: z.string().optional(),
    /** One of these has it. */
    owner: z.array(z.string()).optional(),
    queue: z.string().optional(),
    pool: z.string().nullable().optional(),
    rule: z.string().optional(),
    account: z.string().nullable().optional(),
    priority: z.number().optional(),
    gates: z.record(z.string(), z.string()).optional(),
    /** Clock → its status, or `breached` when that happened. */
    clocks: z.record(z.string(), z.string()).optional(),
  }),
  case: z.string().optional(),
});

const scenarioSchema = z.strictObject({
  title: z.string(),
  steps: z.array(z.union([submitSchema, passSchema, expectSchema, deedSchema])).min(2),
});

/** One way through the product, told as submissions, deeds, time that passes, and what has come of it. */
export type Scenario = z.infer<typeof scenarioSchema> & { readonly file: string };
/** One step of a scenario. */
export type ScenarioStep = Scenario['steps'][number];
/** What has come of a case, as far as a step looks. */
export type ScenarioExpect = z.infer<typeof expectSchema>['expect'];

/** The scenarios in the order of their files: later ones build on what earlier ones left. */
export function readScenarios(): Scenario[] {
  const folder = new URL('./', import.meta.url);
  return readdirSync(folder)
    .filter((file) => file.endsWith('.yaml'))
    .sort()
    .map((file) => ({ ...scenarioSchema.parse(parse(readFileSync(new URL(file, folder), 'utf8'))), file }));
}

/** The deed a step names, without what says who does it to which case. */
export function deedOf({
  by: _by,
  case: _case,
  refused: _refused,
  ...deed
}: z.infer<typeof deedSchema>): Deed {
  return deed;
}
