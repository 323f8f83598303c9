import type { ChainedEvent } from '../../domain/stream/event.ts';
import type { LogRow } from '../../server/ports/log.ts';

/** One chained event of a stream, for store tests. */
export function makeEvent(stream: string, seq: number, commandId = `${stream}-${seq}`): ChainedEvent {
  return {
    event: {
      v: 1,
      stream,
      seq,
      kind: 'submitted',
      at: 1_700_000_000_000 + seq,
      actor: { kind: 'person', id: 'person-1' },
      command: { id: commandId, body: 'b'.repeat(64) },
      data: { number: seq },
      seals: { '/values/reason': 'c'.repeat(64) },
    },
    hash: `${stream}-${seq}`.padEnd(64, '0'),
    sealed: { '/values/reason': { salt: 'd'.repeat(32), value: `reason ${seq}` } },
  };
}

/** One row of the log, for store tests. */
export function makeLogRow(
  position: number,
  stream: string,
  seq: number,
  more: Partial<LogRow> = {},
): LogRow {
  return { ...makeEvent(stream, seq), position, lists: ['all', `stream:${stream}`], ...more };
}
