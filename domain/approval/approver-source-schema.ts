import { z } from 'zod';
import { fieldIdSchema } from '../form/field-common.ts';
import { itemIdSchema } from '../workflow/item-id-schema.ts';
import { roleNameSchema } from '../workflow/role-ref-schema.ts';

/** Where approvers come from: a role, a team, the person in a field, the requester's manager, or the account's owner; never a person by name. */
export const approverSourceSchema = z
  .union(
    [
      z.strictObject({ role: roleNameSchema }),
      z.strictObject({ team: itemIdSchema }),
      z.strictObject({ field: fieldIdSchema }),
      z.strictObject({ manager: z.literal(true) }),
      z.strictObject({ accountOwner: z.literal(true) }),
    ],
    'Name one of: {role: …}, {team: …}, {field: …}, {manager: true}, {accountOwner: true}. A person is never named here: name a role.',
  )
  .readonly();
export type ApproverSource = z.infer<typeof approverSourceSchema>;

/** A list of at least one approver source. */
export const approverSourcesSchema = z
  .array(approverSourceSchema)
  .min(1, 'Name at least one approver source.')
  .max(20, 'Name 20 approver sources at most.')
  .readonly();

/** A source as one word for the record: `role:finance-lead`, `team:legal`, `field:sponsor`, `manager`, `accountOwner`. */
export function sourceInWord(source: ApproverSource): string {
  if ('role' in source) return `role:${source.role}`;
  if ('team' in source) return `team:${source.team}`;
  if ('field' in source) return `field:${source.field}`;
  return 'manager' in source ? 'manager' : 'accountOwner';
}
