import type { Aggregate } from '../../../domain/stream/aggregate.ts';
import type { CaseState } from '../../../domain/stream/case/case-state.ts';
import { caseStream } from '../../../domain/stream/case/case-stream.ts';
import type { CaseActor, CaseWorld } from '../../../domain/stream/case/case-world.ts';
import type { Decision } from '../../../domain/stream/decision.ts';
import type { CommandDeps } from '../command/deps.ts';
import type { CommandKey } from '../command/find-command.ts';
import { type CommandResult, runCommand } from '../command/run-command.ts';
import { gatherWorld, type WorldDeps } from './gather-world.ts';

/** What commands on cases stand on. */
export interface CaseDeps extends CommandDeps, WorldDeps {
  /** Keeps a refused attempt at a decision on record; must not throw. */
  readonly refused: (attempt: RefusedAttempt) => void;
}

/** An attempt that a rule said no to. */
export interface RefusedAttempt {
  readonly actor: CaseActor;
  readonly caseId: string;
  readonly type: string;
  readonly kind: string;
  readonly error: unknown;
}

/** Who commands what of a case, under which id. */
export interface CaseCall {
  readonly actor: CaseActor;
  readonly command: CommandKey;
  /** The kind of command, for the record of refusals. */
  readonly kind: string;
  readonly cause?: string;
  readonly seen?: number;
  /** People the command names that the case does not: looked up with everybody else. */
  readonly people?: readonly string[];
  /** Throws what the actor may not, on the loaded case. */
  readonly authorise: (doc: Aggregate<CaseState>) => void;
}

/** What a decision about a case is made on. */
export type CaseDecider = (
  state: CaseState,
  world: CaseWorld,
  doc: Aggregate<CaseState>,
) => Decision | Promise<Decision>;

/**
 * Carries out one command on a case: authorised on the loaded case, decided on the world gathered for it.
 * @throws DomainError NOT_FOUND, NOT_ALLOWED, STALE, COMMAND_REUSED and what `decide` refuses.
 */
export async function commandCase(
  deps: CaseDeps,
  caseId: string,
  call: CaseCall,
  decide: CaseDecider,
): Promise<CommandResult<CaseState>> {
  let type = '';
  try {
    return await runCommand(deps, {
      spec: caseStream,
      stream: caseId,
      command: call.command,
      actor: call.actor.actor,
      ...(call.cause === undefined ? {} : { cause: call.cause }),
      ...(call.seen === undefined ? {} : { seen: call.seen }),
      decide: async (doc) => {
        type = doc.state.type;
        call.authorise(doc);
        const definition = await deps.definitions.byHash(doc.state.definition);
        const subject = { state: doc.state, definition, caseId };
        const { world } = await gatherWorld(deps, subject, call.actor, { people: call.people ?? [] });
        return decide(doc.state, world, doc);
      },
    });
  } catch (error) {
    if (type !== '') deps.refused({ actor: call.actor, caseId, type, kind: call.kind, error });
    throw error;
  }
}

/** A command the product sends itself, as the outcome of an effect: allowed whatever its decide function allows. */
export function systemCall(kind: string, cause: string, token: number): CaseCall {
  return {
    actor: { actor: { kind: 'system', id: kind }, roles: [], teams: [], pools: [] },
    command: { id: `${cause}:${token}`, body: kind },
    kind,
    cause,
    authorise: () => undefined,
  };
}
