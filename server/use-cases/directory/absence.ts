import {
  decideCancelLeave,
  decideComeBack,
  decideGoAway,
  decideRecordLeave,
} from '../../../domain/stream/person/commands/absence.ts';
import type { PersonState } from '../../../domain/stream/person/person-state.ts';
import type { CommandDeps } from '../command/deps.ts';
import type { CommandResult } from '../command/run-command.ts';
import { changePerson } from './change-person.ts';
import { type DirectoryCall, written } from './directory-call.ts';

type Changed = Promise<CommandResult<PersonState>>;

/** Records leave `{from, until, reason}`; answers its id. @throws DomainError NOT_FOUND, VALIDATION_FAILED. */
export async function recordLeave(
  deps: CommandDeps,
  call: DirectoryCall,
  request: { readonly person: string; readonly leave: unknown },
): Promise<CommandResult<PersonState> & { readonly leaveId: string }> {
  const result = await changePerson(deps, call, request.person, (state) =>
    decideRecordLeave(state, { id: deps.ids.next(), leave: request.leave }, deps.clock.now()),
  );
  return { ...result, leaveId: written(result, 'leave-recorded', 'id') ?? '' };
}

/** Takes leave back. @throws DomainError NOT_FOUND. */
export function cancelLeave(
  deps: CommandDeps,
  call: DirectoryCall,
  request: { readonly person: string; readonly leaveId: string },
): Changed {
  return changePerson(deps, call, request.person, (state) =>
    decideCancelLeave(state, { id: request.leaveId }),
  );
}

/** Stops picks of a person at once, until a time or until they come back. @throws DomainError NOT_FOUND, VALIDATION_FAILED. */
export function goAway(
  deps: CommandDeps,
  call: DirectoryCall,
  request: { readonly person: string; readonly until: number | null },
): Changed {
  const { person, until } = request;
  return changePerson(deps, call, person, (state) => decideGoAway(state, { until }, deps.clock.now()));
}

/** Lets picks reach a person again at once. @throws DomainError NOT_FOUND. */
export function comeBack(
  deps: CommandDeps,
  call: DirectoryCall,
  request: { readonly person: string },
): Changed {
  return changePerson(deps, call, request.person, decideComeBack);
}
