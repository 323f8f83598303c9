import { z } from 'zod';
import { refusalOfDuration } from '../calendar/duration.ts';
import { textSchema } from '../form/text-schema.ts';
import { conditionSchema, stageItem } from './stage-item-schema.ts';
import { directoryIdSchema, targetSchema } from './target-schema.ts';

const durationSchema = z.string().superRefine((text, context) => {
  const message = refusalOfDuration(text);
  if (message !== null) context.addIssue({ code: 'custom', message });
});

const skillNeedSchema = z
  .strictObject({
    skill: z.string().min(1, 'Name a skill.').max(64),
    level: z.int().min(1).max(10),
    relax: z
      .strictObject({
        everyMinutes: z.int().min(1).max(525_600),
        by: z.int().min(1).max(10),
        atLeast: z.int().min(0).max(10),
      })
      .readonly()
      .exactOptional(),
  })
  .readonly();

/** What happens when a target yields nobody; left out, it is `next` in a rule and `unassigned` in the default. */
const onNobodyWords = ['next', 'backup', 'wait', 'unassigned'] as const;

/** Whom a rule leaves out although they could do it. */
const exclusions = ['requester_manager', 'previous_owners'] as const;

const way = {
  to: targetSchema,
  onNobody: z.enum(onNobodyWords).exactOptional(),
  backup: targetSchema.exactOptional(),
  next: textSchema.exactOptional(),
  exclude: z.array(z.enum(exclusions)).max(exclusions.length).readonly().exactOptional(),
  skills: z.array(skillNeedSchema).max(10).readonly().exactOptional(),
  acknowledgeWithin: z
    .strictObject({ duration: durationSchema, calendar: directoryIdSchema.exactOptional() })
    .readonly()
    .exactOptional(),
} as const;

/** A rule: when it is true and its target yields somebody, that is who. Without `when` it is always true. */
export const ruleSchema = z
  .strictObject({
    ...stageItem,
    when: conditionSchema.exactOptional(),
    enabled: z.boolean().exactOptional(),
    ...way,
  })
  .readonly();

/** Where a case goes that no rule placed; the owner and the backup of its type answer for it. */
export const defaultWaySchema = z.strictObject(way).readonly();

/** One rule of a chain. */
export type Rule = z.infer<typeof ruleSchema>;
/** The part a rule and the default share: to whom, and what if there is nobody. */
export type Way = z.infer<typeof defaultWaySchema>;
