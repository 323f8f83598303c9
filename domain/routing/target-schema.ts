import { z } from 'zod';
import { itemIdSchema } from '../workflow/item-id-schema.ts';
import { roleNameSchema } from '../workflow/role-ref-schema.ts';

/** The id of something in the directory: a team, a pool, a calendar. */
export const directoryIdSchema = z.string().min(1, 'Name it by its id.').max(64);

/** The id of a form field. */
export const fieldRefSchema = z.string().min(1, 'Name a field.').max(63);

const yes = z.literal(true);
const kinds = 'queue, team, pool, role, field, or manager, accountOwner, territoryOwner: true';

/** Why an input is no target; a person is refused by name, since people leave and roles stay. */
function refusalOfTarget(input: unknown): string {
  if (typeof input === 'object' && input !== null && 'person' in input) {
    return 'A person cannot be named here: name a role, and give the person that role.';
  }
  const named = typeof input === 'object' && input !== null ? Object.keys(input).length : 0;
  return named === 0 ? `The target is empty. Name one of ${kinds}.` : `Name one target: ${kinds}.`;
}

/** Who a rule sends a case to; a closed union with exactly one key, and never a person. */
export const targetSchema = z.union(
  [
    z.strictObject({ queue: itemIdSchema }).readonly(),
    z.strictObject({ team: directoryIdSchema }).readonly(),
    z.strictObject({ pool: directoryIdSchema }).readonly(),
    z.strictObject({ role: roleNameSchema }).readonly(),
    z.strictObject({ field: fieldRefSchema }).readonly(),
    z.strictObject({ manager: yes }).readonly(),
    z.strictObject({ accountOwner: yes }).readonly(),
    z.strictObject({ territoryOwner: yes }).readonly(),
  ],
  { error: (issue) => refusalOfTarget(issue.input) },
);

/** Who a rule sends a case to. */
export type Target = z.infer<typeof targetSchema>;
