import { z } from 'zod';
import { textSchema } from '../form/text-schema.ts';
import { itemIdSchema } from '../workflow/item-id-schema.ts';
import { directoryIdSchema } from './target-schema.ts';

/** A named place without a person; the members of its team see what lies there and claim it. */
export const queueSchema = z
  .strictObject({ id: itemIdSchema, title: textSchema, team: directoryIdSchema })
  .readonly();

/** A named place without a person. */
export type Queue = z.infer<typeof queueSchema>;
