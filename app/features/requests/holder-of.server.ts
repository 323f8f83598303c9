import { systemRoleTitle } from '../../lib/system-role-titles.ts';

/** What of a case says who has it. */
interface Placed {
  readonly open: boolean;
  readonly placement: string;
  readonly owner: string | null;
  readonly accountable: string;
}

/** Who has a case, in a few words for a row. */
export function holderOf(
  { open, placement, owner, accountable }: Placed,
  people: Readonly<Record<string, string>>,
): string {
  if (!open) return 'Finished';
  if (owner !== null) return people[owner] ?? owner;
  switch (placement) {
    case 'undecided':
      return 'Being routed';
    case 'waiting':
      return 'Waits for the next free person';
    case 'queued':
      return 'In a shared queue';
    case 'held':
      return 'On hold';
    case 'suppressed':
      return 'Kept back';
    default:
      return `Nobody yet; the ${roleInWords(accountable)} sees to it`;
  }
}

/** A role as it is spoken of: `sales-lead` is the sales lead, `admin` the administrator. */
export const roleInWords = (role: string): string =>
  systemRoleTitle(role)?.toLowerCase() ?? role.replaceAll('-', ' ');
