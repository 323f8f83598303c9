import { z } from 'zod';
import { isPlainText, linePattern, lineWords, textWords } from '../../../domain/fact/plain-text.ts';
import { at, personId, reason } from './common.ts';
import { placementSchema } from './placement-schema.ts';

const category = z.enum(['new', 'in_review', 'blocked', 'approved', 'done']);
const ids = z.array(z.string());

const links = z.object({ self: z.string(), events: z.string(), routing: z.string() });

/** What a command on a case answers: where the case stands now. */
export const caseBriefSchema = z
  .object({
    id: z.string(),
    number: z.string(),
    rev: z.number(),
    type: z.string(),
    title: z.string(),
    state: z.string(),
    category,
    open: z.boolean(),
    outcome: z.string().nullable(),
    placement: z.string(),
    placementReason: z.string().nullable(),
    owner: z.string().nullable(),
    queue: z.string().nullable(),
    pool: z.string().nullable(),
    team: z.string().nullable(),
    accountable: z.string(),
    backup: z.string(),
    requester: z.string(),
    behalf: z.string().nullable(),
    priority: z.number(),
    dueAt: at.nullable(),
    submittedAt: at,
    updatedAt: at,
    next: z.string().nullable(),
    links,
  })
  .meta({ id: 'CaseBrief' });

/** What a submission answers. */
export const submittedSchema = z
  .object({ ...caseBriefSchema.shape, repeated: z.boolean() })
  .meta({ id: 'SubmittedCase' });

const whyNot = z.object({ code: z.string(), message: z.string(), data: z.record(z.string(), z.unknown()) });
const seat = z.object({
  person: z.string(),
  via: z.string(),
  for: z.string().optional(),
  as: z.string().optional(),
});

const clock = z
  .object({
    id: z.string(),
    title: z.string(),
    kind: z.string(),
    status: z.enum(['running', 'paused', 'satisfied', 'cancelled']),
    breached: z.boolean(),
    dueAt: at.nullable(),
    targetMs: z.number(),
    countedMs: z.number(),
    totalMs: z.number(),
    lines: z.array(
      z.object({ from: at, to: at, counted: z.boolean(), workingMs: z.number(), why: z.string() }),
    ),
  })
  .meta({ id: 'CaseClock' });

/** How near a due time is. */
export const timeLeftSchema = z
  .object({
    workingMs: z.number().meta({ description: 'Working time until then; negative when it has passed.' }),
    always: z.boolean().meta({ description: 'Every hour counts.' }),
    used: z.number().meta({ description: 'How much of the whole is used, from 0 to 100.' }),
  })
  .meta({ id: 'TimeLeft' });

const gate = z
  .object({
    id: z.string(),
    title: z.string(),
    round: z.number(),
    status: z.string(),
    openedAt: at,
    closedAt: at.nullable(),
    why: z.string().nullable().meta({ description: 'Why it is asked for, with the answers of the case.' }),
    decides: ids.meta({ description: 'The fields whose answers it is asked for.' }),
    step: z
      .object({
        id: z.string(),
        title: z.string(),
        needed: z.number(),
        dueAt: at.nullable(),
        left: timeLeftSchema.nullable(),
        incident: z.string().nullable(),
        maySign: z.array(seat),
      })
      .nullable(),
    votes: z.array(z.looseObject({ person: z.string(), decision: z.string(), at, step: z.string() })),
    mine: z.object({ may: z.boolean(), whyNot: whyNot.optional() }),
    returnable: z.boolean(),
  })
  .meta({ id: 'CaseGate' });

const attachment = z
  .object({
    id: z.string(),
    name: z.string(),
    size: z.number(),
    digest: z.string(),
    by: z.string(),
    at,
    field: z.string().nullable(),
    link: z.string(),
  })
  .meta({ id: 'CaseAttachment' });

/** The full view of a case. */
export const caseSchema = z
  .object({
    id: z.string(),
    rev: z.number(),
    number: z.string(),
    title: z.string(),
    type: z.object({ slug: z.string(), title: z.string(), version: z.number() }),
    state: z.object({
      id: z.string(),
      title: z.string(),
      category,
      since: at,
      outcome: z.string().nullable(),
    }),
    open: z.boolean(),
    placement: placementSchema,
    owner: z.string().nullable(),
    queue: z.object({ id: z.string(), title: z.string().nullable() }).nullable(),
    pool: z.string().nullable(),
    team: z.object({ id: z.string(), title: z.string().nullable() }).nullable(),
    accountable: z.string(),
    backup: z.string(),
    requester: z.string(),
    requesterKind: z.enum(['person', 'service']),
    behalf: z.string().nullable(),
    source: z.string(),
    proposal: z
      .object({ account: z.string().nullable(), intent: z.string(), confidence: z.number() })
      .nullable(),
    account: z.string().nullable(),
    territory: z.string().nullable(),
    priority: z.object({ value: z.number(), by: z.enum(['table', 'hand', 'escalation']) }),
    lowUrgency: z.boolean(),
    escalation: z.number(),
    submittedAt: at,
    updatedAt: at,
    closedAt: at.nullable(),
    assignedAt: at.nullable(),
    seenAt: at.nullable(),
    acceptedAt: at.nullable(),
    firstTouchAt: at.nullable(),
    dueAt: at.nullable(),
    left: timeLeftSchema.nullable(),
    reassignments: z.number(),
    previousOwners: ids,
    watchers: ids,
    watching: z.object({
      mine: z.boolean().meta({ description: 'Whether the caller watches it.' }),
      full: z.boolean().meta({ description: 'Whether as many watch it as can.' }),
      onlyWay: z.boolean().meta({ description: 'Whether the caller reads it for no other reason.' }),
    }),
    asides: z
      .array(z.object({ person: z.string(), until: at, at }))
      .meta({ description: 'Who put aside what is asked of them, and until when.' }),
    clocks: z.array(clock),
    gates: z.array(gate),
    basis: z.string(),
    actions: z.object({
      transitions: z.array(
        z.object({
          id: z.string(),
          title: z.string(),
          kind: z.string(),
          comment: z.enum(['none', 'optional', 'required']),
          enabled: z.boolean(),
          auto: z.boolean().meta({ description: 'Whether it is taken by itself as soon as it can be.' }),
          whyNot: whyNot.optional(),
        }),
      ),
      deeds: z.array(z.object({ id: z.string(), enabled: z.boolean(), whyNot: whyNot.optional() })),
      editable: ids,
    }),
    next: z.string().nullable(),
    values: z.record(z.string(), z.unknown()),
    masked: ids,
    attachments: z.array(attachment),
    comments: z.array(
      z.object({
        id: z.string(),
        by: z.string(),
        at,
        visibility: z.enum(['public', 'internal']),
        text: z.string().optional(),
        mentions: ids,
      }),
    ),
    asks: z.array(
      z.object({
        id: z.string(),
        by: z.string(),
        to: z.string(),
        question: z.string(),
        at,
        answeredAt: at.nullable(),
        answer: z.string().nullable(),
        answeredBy: z.string().nullable(),
      }),
    ),
    external: z.record(z.string(), z.object({ id: z.string(), link: z.string().nullable() })),
    people: z.record(z.string(), z.string()),
    links,
  })
  .meta({ id: 'Case' });

const text = z.string().max(20_000, 'Shorten this to 20,000 characters.').refine(isPlainText, textWords);

/** Bodies of the commands on a case, by the last part of their address. */
export const caseBodies = {
  transitions: z.strictObject({ transition: z.string().min(1).max(63), comment: text.default('') }),
  decisions: z.discriminatedUnion('decision', [
    z.strictObject({
      decision: z.enum(['approve', 'reject', 'return']),
      basis: z.string().min(1).max(128),
      gate: z.string().min(1).max(63).exactOptional(),
      comment: text.default(''),
      for: personId.exactOptional(),
    }),
    z.strictObject({ decision: z.literal('ask'), question: text, to: personId.exactOptional() }),
  ]),
  retract: z.strictObject({}),
  assignments: z.discriminatedUnion('action', [
    z.strictObject({ action: z.literal('assign'), to: personId, reason: reason.default('') }),
    z.strictObject({ action: z.literal('claim') }),
    z.strictObject({ action: z.literal('accept') }),
    z.strictObject({ action: z.literal('see') }),
    z.strictObject({ action: z.literal('release'), reason: reason.default('') }),
    z.strictObject({ action: z.literal('decline'), reason: reason.default('') }),
  ]),
  comments: z.strictObject({
    text,
    visibility: z.enum(['public', 'internal']).default('public'),
    mentions: z.array(personId).max(20).default([]),
  }),
  answers: z.strictObject({ answer: text, ask: z.string().min(1).max(64).exactOptional() }),
  attachments: z.strictObject({
    attachment: z.string().regex(/^[A-Za-z0-9_-]{1,64}$/, 'Give the id of an upload.'),
    field: z.string().min(1).max(63).nullable().default(null),
  }),
  priority: z.strictObject({
    value: z.int().min(1, 'Priorities go from 1 to 4.').max(4, 'Priorities go from 1 to 4.'),
    reason: reason.default(''),
  }),
  escalate: z.strictObject({ reason: reason.default('') }),
  reroute: z.strictObject({ reason: reason.default('') }),
  withdraw: z.strictObject({ reason: reason.default('') }),
  'change-type': z.strictObject({
    to: z.string().min(1).max(63),
    values: z.record(z.string(), z.unknown()).exactOptional(),
    reason: reason.default(''),
  }),
  edit: z.strictObject({ values: z.record(z.string(), z.unknown()), reason: reason.default('') }),
  watch: z.strictObject({}),
  unwatch: z.strictObject({}),
  snooze: z.strictObject({
    until: z
      .int('Give a time in epoch milliseconds.')
      .meta({ description: 'Epoch milliseconds, within 60 days.' }),
  }),
  wake: z.strictObject({}),
} as const;

/** The body of a submission. */
export const submissionBody = z.strictObject({
  values: z.record(z.string(), z.unknown()),
  onBehalfOf: personId.exactOptional(),
  source: z.enum(['form', 'api', 'email', 'call', 'agent', 'import']).default('api'),
  version: z.int().min(1).max(1_000_000).exactOptional(),
  scores: z.record(z.string(), z.number()).exactOptional(),
  proposal: z
    .strictObject({
      account: z.string().min(1).max(63).nullable(),
      intent: z.string().min(1).max(200).regex(linePattern, lineWords),
      confidence: z.number().min(0).max(1),
    })
    .exactOptional(),
});
