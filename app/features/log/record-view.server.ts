import type { AnsweredRow, LogLine } from './log-words.server.ts';

/** One event as the page shows it. */
export interface LogRecordView {
  readonly position: number;
  readonly what: string;
  readonly who: string;
  readonly at: string;
  readonly on: LogLine['on'];
  readonly facts: readonly { readonly name: string; readonly value: string }[];
  readonly withheld: number;
  readonly decision: { readonly hash: string; readonly to: string } | null;
  readonly stream: string;
  readonly seq: number;
  readonly command: string;
  readonly cause: string | null;
  readonly hash: string;
}

const longest = 600;

/** The whole of one row, and the sentence the list has for it. */
export function recordView(row: AnsweredRow, line: LogLine): LogRecordView {
  const record = row.data['record'];
  return {
    position: row.position,
    what: line.what,
    who: line.who.name,
    at: line.at.exact,
    on: line.on,
    facts: [...Object.entries(row.human), ...Object.entries(row.data)].map(([name, value]) => ({
      name: name.replace(/^values\//, ''),
      value: shown(value),
    })),
    withheld: row.withheld.length,
    decision:
      typeof record === 'string' && line.on.to !== null ? { hash: record, to: `${line.on.to}?why=1` } : null,
    stream: row.stream,
    seq: row.seq,
    command: row.command,
    cause: row.cause,
    hash: row.hash,
  };
}

function shown(value: unknown): string {
  if (value === null || value === undefined) return 'nothing';
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > longest ? `${text.slice(0, longest)} …` : text;
}
