import type { Ability } from '../../../domain/access/ability-of.ts';
import { caseSubject } from '../../../domain/access/case-subject.ts';
import { requireAbility } from '../../../domain/access/require-ability.ts';
import type { CaseAction } from '../../../domain/access/subjects.ts';
import type { Viewer } from '../../../domain/access/viewer.ts';
import type { CaseState } from '../../../domain/stream/case/case-state.ts';
import type { CaseActor } from '../../../domain/stream/case/case-world.ts';
import type { CommandKey } from '../command/find-command.ts';
import type { CommandResult } from '../command/run-command.ts';
import type { CaseCall } from './case-command.ts';

/** Who asks for something to be done to a case, under which command, and what they saw. */
export interface CaseRequest {
  readonly ability: Ability;
  readonly command: CommandKey;
  /** The rev the case was read at; another one is refused as STALE. */
  readonly seen?: number;
}

/** What a command on a case answers. */
export type CaseResult = Promise<CommandResult<CaseState>>;

/** A viewer as those who decide about a case see them. */
export function actorOf(viewer: Viewer): CaseActor {
  return {
    actor: { kind: viewer.kind, id: viewer.personId },
    roles: [...viewer.systemRoles, ...viewer.roles],
    teams: viewer.teams,
    pools: viewer.pools,
  };
}

/** The call of a command that somebody may send who may do `action` to the case as it was loaded. */
export function callFor(
  request: CaseRequest,
  action: Exclude<CaseAction, 'read'>,
  people: readonly string[] = [],
): CaseCall {
  return {
    actor: actorOf(request.ability.viewer),
    command: request.command,
    kind: action,
    people,
    ...(request.seen === undefined ? {} : { seen: request.seen }),
    authorise: (doc) => requireAbility(request.ability, action, caseSubject(doc)),
  };
}
