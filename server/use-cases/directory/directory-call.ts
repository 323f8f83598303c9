import { DomainError } from '../../../domain/error/domain-error.ts';
import type { Aggregate } from '../../../domain/stream/aggregate.ts';
import type { Decision } from '../../../domain/stream/decision.ts';
import type { Actor } from '../../../domain/stream/event.ts';
import type { StreamSpec } from '../../../domain/stream/stream-spec.ts';
import { NameTaken } from '../../ports/aggregates.ts';
import type { CommandDeps } from '../command/deps.ts';
import type { CommandKey } from '../command/find-command.ts';
import { type CommandResult, runCommand } from '../command/run-command.ts';

/** Who asks for a change of the directory, under which command. */
export interface DirectoryCall {
  readonly actor: Actor;
  readonly command: CommandKey;
  /** The effect that sent it, when a worker did. */
  readonly cause?: string;
  /** The rev the actor saw; another one is refused as STALE. */
  readonly seen?: number;
  /** Throws NOT_ALLOWED on the loaded document (the empty one when it is being made). */
  readonly authorise?: (doc: Aggregate) => void;
}

/** What a call does to one stream. */
export interface DirectoryChange<S> {
  readonly spec: StreamSpec<S>;
  readonly stream: string;
  readonly on?: 'existing' | 'new' | 'either';
  readonly decide: (state: S, doc: Aggregate<S>) => Decision | Promise<Decision>;
}

/**
 * Carries out a change by the one path of every change, after asking whether the actor may.
 * @throws DomainError CONFLICT when the e-mail address was given to somebody else meanwhile.
 */
export async function changeDirectory<S>(
  deps: CommandDeps,
  call: DirectoryCall,
  change: DirectoryChange<S>,
): Promise<CommandResult<S>> {
  const run = runCommand(deps, {
    spec: change.spec,
    stream: change.stream,
    command: call.command,
    actor: call.actor,
    ...(call.cause === undefined ? {} : { cause: call.cause }),
    ...(call.seen === undefined ? {} : { seen: call.seen }),
    on: change.on ?? 'existing',
    decide: (doc) => {
      call.authorise?.(doc);
      return change.decide(doc.state, doc);
    },
  });
  return run.catch((error: unknown) => {
    throw error instanceof NameTaken ? emailTaken() : error;
  });
}

/** Said before a write where it is seen, and by the write itself when two come at once: addresses are the only unique names. */
export function emailTaken(): DomainError {
  return new DomainError('CONFLICT', 'Somebody has this e-mail address already.', {
    details: [{ pointer: '/email', detail: 'Give another address.' }],
  });
}

/** A text of the data of the event a command wrote, such as the id of the leave it recorded. */
export function written(result: CommandResult<unknown>, kind: string, key: string): string | undefined {
  const found = result.events.find(({ event }) => event.kind === kind)?.event.data[key];
  return typeof found === 'string' ? found : undefined;
}
