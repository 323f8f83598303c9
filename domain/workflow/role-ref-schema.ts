import { z } from 'zod';

/** The name of a system or business role, such as `procurement-lead`. */
export const roleNameSchema = z
  .string()
  .regex(
    /^[a-z][a-z0-9_-]{0,62}$/,
    'Name a role in small letters, digits, - or _, such as procurement-lead.',
  );

/** Somebody named by role, never a person: `{role: procurement-lead}`. */
export const roleRefSchema = z.strictObject({ role: roleNameSchema }).readonly();
export type RoleRef = z.infer<typeof roleRefSchema>;
