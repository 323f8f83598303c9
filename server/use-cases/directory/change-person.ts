import type { Aggregate } from '../../../domain/stream/aggregate.ts';
import type { Decision } from '../../../domain/stream/decision.ts';
import type { PersonState } from '../../../domain/stream/person/person-state.ts';
import { personStream } from '../../../domain/stream/person/person-stream.ts';
import { streamId } from '../../../domain/stream/stream-id.ts';
import type { CommandDeps } from '../command/deps.ts';
import type { CommandResult } from '../command/run-command.ts';
import { changeDirectory, type DirectoryCall } from './directory-call.ts';

/** Carries out a change of one person. @throws DomainError NOT_FOUND, STALE, and what `decide` refuses. */
export function changePerson(
  deps: CommandDeps,
  call: DirectoryCall,
  person: string,
  decide: (state: PersonState, doc: Aggregate<PersonState>) => Decision | Promise<Decision>,
): Promise<CommandResult<PersonState>> {
  const stream = streamId('person', person);
  return changeDirectory(deps, call, { spec: personStream, stream, decide });
}
