import type { Delegation } from '../../../domain/approval/delegation.ts';
import { decideDelegate, decideEndDelegation } from '../../../domain/stream/person/commands/delegate.ts';
import type { PersonState } from '../../../domain/stream/person/person-state.ts';
import { delegationsBy, hindranceOf } from '../../../domain/stream/person/person-view.ts';
import { idInStream, streamId } from '../../../domain/stream/stream-id.ts';
import type { Store } from '../../ports/store.ts';
import type { CommandDeps } from '../command/deps.ts';
import type { CommandResult } from '../command/run-command.ts';
import { changePerson } from './change-person.ts';
import { type DirectoryCall, written } from './directory-call.ts';
import { loadList } from './list-pages.ts';

/**
 * Lets somebody else decide: `{to, startsAt, endsAt, types?, amountUpTo?, reason?}`; answers the delegation's id.
 * @throws DomainError NOT_FOUND, VALIDATION_FAILED, DELEGATION_INVALID, LIMIT_EXCEEDED.
 */
export async function delegate(
  deps: CommandDeps,
  call: DirectoryCall,
  request: { readonly person: string; readonly delegation: unknown },
): Promise<CommandResult<PersonState> & { readonly delegationId: string }> {
  const { person, delegation } = request;
  const result = await changePerson(deps, call, person, async (state) => {
    const { to, types } = Object(delegation) as { to?: unknown; types?: unknown };
    const delegate = idOf(to);
    const [other, isInGroup, known] = await Promise.all([
      deps.store.aggregates.load<PersonState>(streamId('person', delegate)),
      isInAnyGroup(deps.store, delegate),
      knownTypes(deps.store, types),
    ]);
    const existing = [
      ...(await delegationsTo(deps.store, person)),
      ...(other === undefined ? [] : delegationsBy(idInStream(other._id), other.state)),
    ];
    return decideDelegate(
      state,
      { person, id: deps.ids.next(), delegation },
      {
        existing,
        isActive: () => other?.state.active === true,
        hindrance: () => (other === undefined ? undefined : hindranceOf(other.state, isInGroup)),
        isType: (slug) => known.has(slug),
        at: deps.clock.now(),
      },
    );
  });
  return { ...result, delegationId: written(result, 'delegated', 'id') ?? '' };
}

/** Ends a delegation at once. @throws DomainError NOT_FOUND. */
export function endDelegation(
  deps: CommandDeps,
  call: DirectoryCall,
  request: { readonly person: string; readonly delegationId: string },
): Promise<CommandResult<PersonState>> {
  return changePerson(deps, call, request.person, (state) =>
    decideEndDelegation(state, { id: request.delegationId }),
  );
}

/** Delegations others made to a person, past ones among them. */
export async function delegationsTo(store: Store, person: string): Promise<Delegation[]> {
  const docs = await loadList<PersonState>(store.aggregates, `delegate:${person}`);
  return docs
    .flatMap((doc) => delegationsBy(idInStream(doc._id), doc.state))
    .filter(({ to }) => to === person);
}

async function isInAnyGroup({ aggregates }: Store, person: string): Promise<boolean> {
  const lists = [`team-of:${person}`, `pool-of:${person}`];
  const found = await Promise.all(lists.map((list) => aggregates.range(list, null, 1)));
  return found.some(({ length }) => length > 0);
}

/** Those of the slugs that are request types. */
async function knownTypes({ aggregates }: Store, types: unknown): Promise<ReadonlySet<string>> {
  const slugs = Array.isArray(types) ? types.map(idOf).slice(0, 200) : [];
  const docs = await aggregates.loadMany(slugs.map((slug) => streamId('requestType', slug)));
  return new Set(docs.map(({ _id }) => idInStream(_id)));
}

/** Any id that cannot be one leads to nobody. */
const idOf = (to: unknown): string => (typeof to === 'string' && /^[a-z0-9._-]{1,63}$/.test(to) ? to : '-');
