import type { LogRow } from '../../ports/log.ts';

/** A row of the log as the API answers it: its event with the values opened that are shown, and the names of those that are not. */
export function logRowBody({ position, event, hash, sealed }: LogRow) {
  const { stream, seq, at, kind, actor, command, cause = null, data, seals = {} } = event;
  return {
    position,
    stream,
    seq,
    at,
    kind,
    actor,
    command: command.id,
    cause,
    data,
    human: Object.fromEntries(Object.entries(sealed).map(([name, { value }]) => [name, value])),
    withheld: Object.keys(seals)
      .filter((name) => !Object.hasOwn(sealed, name))
      .sort(),
    hash,
  };
}
