import { z } from 'zod';
import { stateCategories } from '../../../domain/workflow/workflow-schema.ts';
import { at } from './common.ts';

const told = z.object({
  id: z.string(),
  name: z.string(),
  says: z.array(z.string()),
  notes: z.array(z.string()).meta({ description: 'Why it is so, and who answers for it.' }),
  number: z.number().optional(),
  category: z.enum(stateCategories).optional(),
  off: z.boolean().optional(),
});
const leaf = told.extend({ items: z.array(z.object({})).max(0) }).meta({ id: 'OverviewDetail' });
const branch = told.extend({ items: z.array(leaf) }).meta({ id: 'OverviewPart' });
const item = told.extend({ items: z.array(branch) }).meta({ id: 'OverviewItem' });

/** A whole definition in plain sentences, in the order in which a case meets it. */
export const overviewSchema = z
  .object({
    n: z.number().nullable().meta({ description: 'The version; null for the draft.' }),
    title: z.string(),
    sections: z.array(
      z.object({ id: z.string(), title: z.string(), says: z.array(z.string()), items: z.array(item) }),
    ),
  })
  .meta({ id: 'DefinitionOverview' });

/** How two definitions differ, item by item. */
export const differencesSchema = z
  .object({
    from: z.number().nullable().meta({ description: 'The version it is compared with; null for none.' }),
    to: z.number().nullable().meta({ description: 'The version; null for the draft.' }),
    items: z.array(
      z.object({
        kind: z.enum(['added', 'removed', 'moved', 'changed']),
        path: z.array(z.string()),
        sentence: z.string(),
      }),
    ),
  })
  .meta({ id: 'DefinitionDifferences' });

/** How far one request type is. */
export const designBriefSchema = z
  .object({
    slug: z.string(),
    title: z.string(),
    live: z.number().nullable(),
    owner: z.string().nullable(),
    backup: z.string().nullable(),
    draft: z.object({
      rev: z.number(),
      savedAt: at,
      savedBy: z.string(),
      waiting: z.boolean().meta({ description: 'True when it says something else than the live version.' }),
      blocking: z.number(),
      advisory: z.number(),
    }),
  })
  .meta({ id: 'DesignBrief' });
