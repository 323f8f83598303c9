import { z } from 'zod';
import { textSchema } from '../form/text-schema.ts';
import { itemIdSchema } from '../workflow/item-id-schema.ts';
import { roleRefSchema } from '../workflow/role-ref-schema.ts';

/** A JSON-Logic condition over facts, as stored; its types are checked with the facts of the definition. */
export const conditionSchema = z.json().describe('A JSON-Logic condition over facts.');

/** What every item of a stage says of itself: id, name, who answers for it, and why it is there in plain words. */
export const stageItem = {
  id: itemIdSchema,
  name: textSchema,
  owner: roleRefSchema,
  reason: textSchema,
} as const;
