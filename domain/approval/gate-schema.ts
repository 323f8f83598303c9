import { z } from 'zod';
import { refusalOfDuration } from '../calendar/duration.ts';
import { conditionSchema } from '../form/condition-schema.ts';
import { fieldIdSchema } from '../form/field-common.ts';
import { textSchema } from '../form/text-schema.ts';
import { itemIdSchema } from '../workflow/item-id-schema.ts';
import { approverSourcesSchema } from './approver-source-schema.ts';

const durationSchema = z.string().superRefine((text, context) => {
  const message = refusalOfDuration(text);
  if (message !== null) context.addIssue({ code: 'custom', message });
});

/** How many of a step's approvers have to approve: one, all, a number, or a share of them rounded up. */
export const quorumSchema = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('any') }),
    z.strictObject({ kind: z.literal('all') }),
    z.strictObject({ kind: z.literal('n'), n: z.int().min(1).max(100) }),
    z.strictObject({ kind: z.literal('percent'), percent: z.int().min(1).max(100) }),
  ])
  .readonly();
export type Quorum = z.infer<typeof quorumSchema>;

const stepSchema = z
  .strictObject({
    id: itemIdSchema,
    title: textSchema,
    approvers: approverSourcesSchema,
    quorum: quorumSchema,
    deadline: z
      .strictObject({ duration: durationSchema, calendar: itemIdSchema.exactOptional() })
      .readonly()
      .exactOptional(),
    onDeadline: z.enum(['remind', 'escalate', 'approve', 'reject']).exactOptional(),
    backup: approverSourcesSchema.exactOptional(),
  })
  .readonly();

/**
 * An approval gate, as stored; nothing is filled in on reading.
 * `when` left out means always; `inputs` adds fields to those its condition reads; `escalation` answers when no approver and no backup is there.
 */
export const gateSchema = z
  .strictObject({
    id: itemIdSchema,
    title: textSchema,
    help: textSchema.exactOptional(),
    when: conditionSchema.exactOptional(),
    timing: z.literal('before').exactOptional(),
    inputs: z.array(fieldIdSchema).max(200).readonly().exactOptional(),
    steps: z.array(stepSchema).min(1, 'A gate has at least one step.').max(20).readonly(),
    escalation: approverSourcesSchema.exactOptional(),
    onApproved: itemIdSchema.exactOptional(),
    onRejected: itemIdSchema.exactOptional(),
    onReturned: itemIdSchema.exactOptional(),
  })
  .readonly();

/** A gate as it is stored. */
export type Gate = z.infer<typeof gateSchema>;
/** One step of a gate, as stored. */
export type GateStep = Gate['steps'][number];
