import { DomainError } from '../../../domain/error/domain-error.ts';
import type { Aggregate } from '../../../domain/stream/aggregate.ts';
import type { ChainedEvent } from '../../../domain/stream/event.ts';
import type { LogStore } from '../../ports/log.ts';

/** The identity of a command: a stable id, and the hash of what it asks for. */
export interface CommandKey {
  readonly id: string;
  readonly body: string;
}

/**
 * The events a command already wrote into this stream, looked for in the tail and then in the log; empty when it is new.
 * @throws DomainError COMMAND_REUSED when the id was used for another body.
 */
export async function findCommand(
  log: LogStore,
  doc: Aggregate,
  command: CommandKey,
): Promise<readonly ChainedEvent[]> {
  let found: readonly ChainedEvent[] = doc.tail.filter((entry) => entry.event.command.id === command.id);
  const tailStart = doc.tail[0]?.event.seq ?? doc.seq + 1;
  if (found.length === 0 && tailStart > 1) found = await log.command(doc._id, command.id);
  if (found.some((entry) => entry.event.command.body !== command.body)) {
    throw new DomainError(
      'COMMAND_REUSED',
      'This idempotency key was used for a different request. Use a new key.',
    );
  }
  return found;
}
