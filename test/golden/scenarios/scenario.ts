import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import type { Deed } from '../../../server/demo/deeds.ts';
import type { gallery } from '../../../server/demo/publish-gallery.ts';

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

const deedSchema = z.looseObject({
  do: z.string(),
  /** A person's id, `owner` or `requester`. */
  by: z.string(),
  case: z.string().optional(),
  /** The code of the refusal that has to come. */
  refused: z.string().optional(),
});

const passSchema = z.strictObject({ pass: z.string().regex(/^\d+[mhd]$/) });

const thenSchema = z.strictObject({
  then: z.strictObject({
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
  steps: z.array(z.union([submitSchema, passSchema, thenSchema, deedSchema])).min(2),
});

/** One way through the product, told as submissions, deeds, time that passes, and what has come of it. */
export type Scenario = z.infer<typeof scenarioSchema> & { readonly file: string };
export type ScenarioStep = Scenario['steps'][number];
export type ScenarioSubmit = z.infer<typeof submitSchema>;
export type ScenarioThen = z.infer<typeof thenSchema>['then'];

/** The scenarios in the order of their files: later ones build on what earlier ones left. */
export function readScenarios(): Scenario[] {
  const folder = new URL('./', import.meta.url);
  return readdirSync(folder)
    .filter((file) => file.endsWith('.yaml'))
    .sort()
    .map((file) => ({ ...scenarioSchema.parse(parse(readFileSync(new URL(file, folder), 'utf8'))), file }));
}

/** The deed a step names, without what says who does it to which case. */
export function deedOf(step: z.infer<typeof deedSchema>): Deed {
  const { by: _by, case: _case, refused: _refused, ...deed } = step;
  const defaults = { comment: '', retracts: false };
  return { ...defaults, ...deed } as unknown as Deed;
}
