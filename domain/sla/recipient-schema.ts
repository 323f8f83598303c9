import { z } from 'zod';

const id = z.string().min(1).max(64);
const yes = z.literal(true);

/** Who is told or asked: a role, a team, a pool, or whoever stands in that relation to the case. */
export const recipientSchema = z.union(
  [
    z.strictObject({ role: id }).readonly(),
    z.strictObject({ team: id }).readonly(),
    z.strictObject({ pool: id }).readonly(),
    z.strictObject({ assignee: yes }).readonly(),
    z.strictObject({ manager: yes }).readonly(),
    z.strictObject({ owner: yes }).readonly(),
    z.strictObject({ requester: yes }).readonly(),
  ],
  {
    error:
      'Name one recipient: {role: …}, {team: …}, {pool: …}, or {assignee: true}, {manager: true}, {owner: true}, {requester: true}.',
  },
);

/** One recipient as a definition names it; `owner` is the accountable owner, `manager` the assignee's. */
export type Recipient = z.infer<typeof recipientSchema>;
