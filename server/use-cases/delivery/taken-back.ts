import type { Aggregate } from '../../../domain/stream/aggregate.ts';
import { uncountedKinds } from '../../../domain/stream/case/evolve-case.ts';
import type { ChainedEvent } from '../../../domain/stream/event.ts';
import type { LogRow } from '../../ports/log.ts';
import type { Store } from '../../ports/store.ts';

/** How an event came about, as far as it matters for telling others. */
export type CommandNature = 'vote' | 'retraction' | 'other';

/** More events than one command ever writes. */
const longestCommand = 100;

/** Whether the command that made an event was a decision, which may still be taken back, or the taking back of one. */
export async function natureOf({ log }: Pick<Store, 'log'>, { event }: LogRow): Promise<CommandNature> {
  // Either kind stands first in its command, so it is in the log wherever a later event of the command is.
  const rows = await log.command(event.stream, event.command.id);
  if (rows.some((row) => row.event.kind === 'voted')) return 'vote';
  return rows.some((row) => row.event.kind === 'vote-retracted') ? 'retraction' : 'other';
}

/** Whether the decision that made an event was taken back: that can only be the very next thing that happens to the case. */
export async function isTakenBack(
  { log }: Pick<Store, 'log'>,
  doc: Aggregate,
  { event }: LogRow,
): Promise<boolean> {
  const logged: readonly ChainedEvent[] = await log.stream(event.stream, event.seq, longestCommand);
  const last = logged.at(-1)?.event.seq ?? event.seq;
  const waiting = doc.tail.filter((entry) => entry.event.seq > last);
  const next = [...logged, ...waiting].find(
    (later) => later.event.command.id !== event.command.id && !uncountedKinds.has(later.event.kind),
  );
  return next?.event.kind === 'vote-retracted';
}
