import { z } from 'zod';
import { refusalOfDuration } from '../calendar/duration.ts';
import { clockKinds } from './clock.ts';
import { recipientSchema } from './recipient-schema.ts';
import { refusalOfThresholdAt } from './threshold.ts';

const id = z.string().min(1).max(64);
const stateIds = z.array(id).min(1, 'Name at least one state.').max(50).readonly();

/** A text for which `refusalOf` finds no problem; the problem is the message. */
const checked = (refusalOf: (text: string) => string | null) =>
  z.string().superRefine((text, context) => {
    const message = refusalOf(text);
    if (message !== null) context.addIssue({ code: 'custom', message });
  });

const startSchema = z.union(
  [z.strictObject({ on: z.literal('submit') }).readonly(), z.strictObject({ onEnter: stateIds }).readonly()],
  { error: 'A clock starts with {on: submit} or {onEnter: [states]}.' },
);

const stopSchema = z.union(
  [
    z.strictObject({ on: z.enum(['first_response', 'assigned']) }).readonly(),
    z.strictObject({ onEnter: stateIds }).readonly(),
    z.strictObject({ onLeave: stateIds }).readonly(),
  ],
  {
    error:
      'A clock stops with {on: first_response}, {on: assigned}, {onEnter: [states]} or {onLeave: [states]}.',
  },
);

const calendarRefSchema = z.union(
  [id, z.strictObject({ from: z.enum(['assignee-team', 'requester']) }).readonly()],
  { error: 'Name a calendar by its id, or take it {from: assignee-team} or {from: requester}.' },
);

const targetSchema = z
  .strictObject({
    when: z.json().exactOptional(),
    duration: checked(refusalOfDuration),
    calendar: calendarRefSchema,
  })
  .readonly();

/** One step of an escalation; `reassign` skips previous owners, `manager` hands over to the assignee's manager. */
export const escalationStepSchema = z.discriminatedUnion(
  'do',
  [
    z
      .strictObject({
        do: z.literal('notify'),
        to: z.array(recipientSchema).min(1, 'Say who is told.').max(20).readonly(),
      })
      .readonly(),
    z.strictObject({ do: z.literal('raise_priority') }).readonly(),
    z.strictObject({ do: z.literal('reassign') }).readonly(),
    z.strictObject({ do: z.literal('queue'), queue: id }).readonly(),
    z.strictObject({ do: z.literal('manager') }).readonly(),
  ],
  { error: 'A step is one of notify, raise_priority, reassign, queue, manager.' },
);

const thresholdSchema = z
  .strictObject({
    id,
    at: checked(refusalOfThresholdAt),
    steps: z.array(escalationStepSchema).min(1, 'Say what happens at this threshold.').max(10).readonly(),
  })
  .readonly();

/**
 * A clock as a definition declares it; the first target whose condition is true holds, the last one has none and is the default.
 * Conditions are JSON-Logic, checked with the facts of the definition; ids of states, queues and calendars are checked there too.
 */
export const clockSchema = z
  .strictObject({
    id,
    title: z.string().trim().min(1, 'Give the clock a title.').max(120),
    kind: z.enum(clockKinds),
    start: startSchema,
    stop: stopSchema,
    pauseIn: z.array(id).max(50).readonly(),
    pauseWhileAsking: z.boolean().exactOptional(),
    targets: z.array(targetSchema).min(1, 'Give the clock a target.').max(50).readonly(),
    thresholds: z.array(thresholdSchema).max(20, 'A clock has 20 thresholds at most.').readonly(),
  })
  .readonly()
  .superRefine((clock, context) => {
    const report = (path: (string | number)[], message: string) =>
      context.addIssue({ code: 'custom', path, message });
    for (const [index, target] of clock.targets.entries()) {
      const isLast = index === clock.targets.length - 1;
      if (isLast && target.when !== undefined) {
        report(
          ['targets', index, 'when'],
          'The last target is the default and has no condition. Add one without `when`.',
        );
      }
      if (!isLast && target.when === undefined) {
        report(
          ['targets', index],
          'Only the last target has no condition; those after this one would never hold.',
        );
      }
    }
    const seen = new Set<string>();
    for (const [index, threshold] of clock.thresholds.entries()) {
      if (seen.has(threshold.id))
        report(['thresholds', index, 'id'], `The id ${threshold.id} is taken already.`);
      seen.add(threshold.id);
    }
  });

/** A clock as a definition declares it. */
export type ClockDefinition = z.infer<typeof clockSchema>;
/** What is done when a threshold is crossed. */
export type EscalationStep = z.infer<typeof escalationStepSchema>;
