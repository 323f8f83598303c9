import { z } from 'zod';

/** The schema of the id of a section or a list. */
export const partIdSchema = z
  .string()
  .regex(
    /^[a-z][A-Za-z0-9_-]{0,62}$/,
    'Start with a small letter; then letters, digits, _ and - (63 at most)',
  );
