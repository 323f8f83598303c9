import { partIdSchema } from '../form/part-id.ts';

/** The id of a state, transition, gate or step: made once, never changed, and never a word every object already knows. */
export const itemIdSchema = partIdSchema.refine(
  (id) => !(id in Object.prototype) && id !== 'prototype',
  'This word cannot be an id. Choose another.',
);
