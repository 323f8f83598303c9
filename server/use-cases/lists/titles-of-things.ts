import type { Ability } from '../../../domain/access/ability-of.ts';
import type { Aggregate } from '../../../domain/stream/aggregate.ts';
import type { StreamKind } from '../../../domain/stream/event.ts';
import { idInStream } from '../../../domain/stream/stream-id.ts';
import type { TokenState } from '../../../domain/stream/token/token-stream.ts';
import type { Store } from '../../ports/store.ts';

/** Kinds of stream whose things have a title, or a name. */
export const titledKinds = [
  'team',
  'pool',
  'calendar',
  'account',
  'territory',
  'connection',
  'token',
] as const satisfies readonly StreamKind[];

/** What things of these streams are called, without those the viewer may not read. */
export async function titlesOfThings(
  { aggregates }: Pick<Store, 'aggregates'>,
  ability: Ability,
  streams: ReadonlySet<string>,
): Promise<Readonly<Record<string, string>>> {
  const found = await aggregates.loadMany<unknown>([...streams]);
  return Object.fromEntries(
    found.flatMap((doc) => {
      const title = mayBeRead(ability, doc) ? titleIn(doc.state) : '';
      return title === '' ? [] : [[doc._id, title] as const];
    }),
  );
}

function mayBeRead(ability: Ability, { _id, kind, state }: Aggregate<unknown>): boolean {
  const id = idInStream(_id);
  switch (kind) {
    case 'team':
      return ability.can('read', { subject: 'Team', id });
    case 'pool':
      return ability.can('read', { subject: 'Pool', id, ownerRole: null });
    case 'calendar':
      return ability.can('read', { subject: 'Calendar', id });
    case 'account':
      return ability.can('read', { subject: 'Account', id });
    case 'territory':
      return ability.can('read', { subject: 'Territory', id });
    case 'connection':
      return ability.can('read', { subject: 'Connection', id });
    case 'token':
      return ability.can('read', { subject: 'Token', id, personId: (state as TokenState).personId });
    default:
      return false;
  }
}

function titleIn(state: unknown): string {
  const { title, name } = state as { readonly title?: unknown; readonly name?: unknown };
  return [title, name].find((text): text is string => typeof text === 'string') ?? '';
}
