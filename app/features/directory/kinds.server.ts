import { accountsKind } from './account.server.ts';
import { calendarsKind } from './calendar.server.ts';
import { delegationsKind } from './delegation.server.ts';
import type { Desk } from './desk.server.ts';
import type { Kind } from './kind.server.ts';
import { peopleKind } from './person.server.ts';
import { poolsKind } from './pool.server.ts';
import { teamsKind } from './team.server.ts';
import { territoriesKind } from './territory.server.ts';

/** Every kind of thing in the directory, in the order of its tabs. */
const kinds: readonly Kind[] = [
  peopleKind,
  teamsKind,
  poolsKind,
  calendarsKind,
  accountsKind,
  territoriesKind,
  delegationsKind,
];

/** The kinds that whoever asks can read, in the order of their tabs. */
export const openKinds = (desk: Desk): readonly Kind[] => kinds.filter((kind) => kind.isOpen(desk));

/** The kind of an address. @throws Response 404 for none, or one that is not theirs to read. */
export function kindAt(desk: Desk, slug: string | undefined): Kind {
  const found = kinds.find((kind) => kind.slug === slug);
  if (found === undefined) throw new Response(null, { status: 404 });
  if (!found.isOpen(desk)) throw new Response(null, { status: 403 });
  return found;
}
