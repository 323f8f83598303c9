import { DomainError } from '../../../domain/error/domain-error.ts';
import type { Aggregate } from '../../../domain/stream/aggregate.ts';
import { decideDeactivate, decideReactivate } from '../../../domain/stream/directory/decide-directory.ts';
import type { NewEffect } from '../../../domain/stream/effect.ts';
import type { PersonState } from '../../../domain/stream/person/person-state.ts';
import type { CommandDeps } from '../command/deps.ts';
import type { CommandResult } from '../command/run-command.ts';
import { agreeLoad, closeLoad } from './agree-load.ts';
import { changePerson } from './change-person.ts';
import type { DirectoryCall } from './directory-call.ts';
import { keepingAnAdmin } from './keep-an-admin.ts';

/** A person who stops or starts working here, and why. */
export interface ComingOrGoing {
  readonly person: string;
  readonly reason: string;
}

/** The key of the effect that makes load, sessions, tokens and cases agree with whether somebody is active. */
const standingKey = 'move:standing';

const moveEffect = (now: number, rev: number): NewEffect => ({
  kind: 'move',
  key: standingKey,
  dueAt: now,
  payload: { why: 'standing', once: rev },
});

/**
 * Takes a person out of work at once: first their load accepts nothing more, then the person is deactivated,
 * then the effect `move` ends their sessions and tokens and sends each case they hold to be routed again.
 * @throws DomainError NOT_FOUND, STALE, REASON_REQUIRED, IN_USE for the last administrator.
 */
export async function deactivatePerson(
  deps: CommandDeps,
  call: DirectoryCall,
  request: ComingOrGoing,
): Promise<CommandResult<PersonState>> {
  const { person, reason } = request;
  let closed = false;
  const decide = async (
    state: PersonState,
    { rev }: Aggregate<PersonState>,
    requireAnother: () => Promise<void>,
  ) => {
    const decision = decideDeactivate(state, reason);
    if (decision.events.length === 0) return decision;
    if (state.systemRoles.includes('admin')) await requireAnother();
    // Picks that are under way must find the load closed before the cases are moved.
    closed = true;
    await closeLoad(deps, call, person);
    return { ...decision, effects: [moveEffect(deps.clock.now(), rev + 1)] };
  };
  try {
    return await keepingAnAdmin(deps.store, person, (requireAnother) =>
      changePerson(deps, call, person, (state, doc) => decide(state, doc, requireAnother)),
    );
  } catch (error) {
    // Refused after the load was closed: it takes picks again.
    if (closed && error instanceof DomainError) await agreeLoad(deps, call, person);
    throw error;
  }
}

/** Takes a person into work again: the person first, then their load. @throws DomainError NOT_FOUND, STALE. */
export async function reactivatePerson(
  deps: CommandDeps,
  call: DirectoryCall,
  request: ComingOrGoing,
): Promise<CommandResult<PersonState>> {
  const result = await changePerson(deps, call, request.person, (state, { rev }) => {
    const decision = decideReactivate(state, request.reason);
    if (decision.events.length === 0) return decision;
    return { ...decision, effects: [moveEffect(deps.clock.now(), rev + 1)] };
  });
  await agreeLoad(deps, call, request.person);
  return result;
}
