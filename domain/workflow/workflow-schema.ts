import { z } from 'zod';
import { conditionSchema } from '../form/condition-schema.ts';
import { fieldIdSchema } from '../form/field-common.ts';
import { textSchema } from '../form/text-schema.ts';
import { itemIdSchema } from './item-id-schema.ts';
import { roleNameSchema, roleRefSchema } from './role-ref-schema.ts';

/** The five categories of a state; every state but those of `done` is open. */
export const stateCategories = ['new', 'in_review', 'blocked', 'approved', 'done'] as const;

/** What a person may be to a case, beside the roles held; `system` is the product itself. */
export const caseRelations = ['requester', 'assignee', 'team', 'accountable', 'approver', 'system'] as const;

const stateSchema = z
  .strictObject({
    id: itemIdSchema,
    title: textSchema,
    category: z.enum(stateCategories),
    owner: roleRefSchema.exactOptional(),
    backup: roleRefSchema.exactOptional(),
    chain: itemIdSchema.exactOptional(),
    gates: z.array(itemIdSchema).max(20, 'A state has 20 gates at most.').readonly().exactOptional(),
    outcome: itemIdSchema.exactOptional(),
    next: textSchema.exactOptional(),
    help: textSchema.exactOptional(),
  })
  .readonly();

const transitionSchema = z
  .strictObject({
    id: itemIdSchema,
    title: textSchema,
    from: z.array(itemIdSchema).min(1, 'Name at least one state it leaves from.').max(100).readonly(),
    to: itemIdSchema,
    who: z.array(roleNameSchema).max(30, 'Name 30 roles and relations at most.').readonly(),
    guard: conditionSchema.exactOptional(),
    guardHelp: textSchema.exactOptional(),
    requires: z.array(fieldIdSchema).max(100).readonly().exactOptional(),
    comment: z.enum(['none', 'optional', 'required']).exactOptional(),
    auto: z.boolean().exactOptional(),
    beforeGates: z.boolean().exactOptional(),
    kind: z.enum(['normal', 'withdraw', 'reopen', 'revoke']).exactOptional(),
  })
  .readonly();

/**
 * The state machine of a request type, as stored; nothing is filled in on reading, so that its hash never moves.
 * Left out, `comment` is `optional`, `kind` is `normal`, and `auto` and `beforeGates` are false.
 */
export const workflowSchema = z
  .strictObject({
    initial: itemIdSchema,
    states: z.array(stateSchema).min(1, 'A workflow has at least one state.').max(100).readonly(),
    transitions: z.array(transitionSchema).max(300).readonly(),
  })
  .readonly();

export type Workflow = z.infer<typeof workflowSchema>;
/** One state of a workflow, as stored. */
export type WorkflowState = Workflow['states'][number];
/** One transition of a workflow, as stored. */
export type Transition = Workflow['transitions'][number];
