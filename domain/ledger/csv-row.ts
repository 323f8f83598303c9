import { canonicalJson, type Json } from '../hash/canonical-json.ts';
import type { ChainedEvent, StreamEvent } from '../stream/event.ts';

/** The columns of the log as people read it, in order. */
export const csvColumns = [
  'position',
  'time',
  'actor',
  'actor_kind',
  'stream',
  'seq',
  'kind',
  'case_number',
  'type',
  'version',
  'state',
  'transition',
  'assignee',
  'queue',
  'decision',
  'gate',
  'for',
  'rule',
  'reason',
  'comment',
  'basis',
  'evidence',
  'refusal',
  'command',
  'cause',
  'erased',
  'hash',
] as const;
export type CsvColumn = (typeof csvColumns)[number];

/** A row as the log holds it. */
export interface CsvSource extends ChainedEvent {
  readonly position: number;
}

/** The cells of one row, in the order of `csvColumns`, safe to open in a spreadsheet; `known` fills what the event does not say. */
export function csvRow(source: CsvSource, known: Partial<Record<CsvColumn, string>> = {}): string[] {
  const { position, event, hash, sealed } = source;
  const { data, actor } = event;
  const cells: Record<CsvColumn, string> = {
    position: String(position),
    time: new Date(event.at).toISOString(),
    actor: actor.id,
    actor_kind: actor.kind,
    stream: event.stream,
    seq: String(event.seq),
    kind: event.kind,
    case_number: cellText(data['number']),
    type: cellText(data['type']),
    version: cellText(data['version']),
    state: cellText(data['state']),
    transition: cellText(data['transition']),
    assignee: cellText(data['person'] ?? data['to']),
    queue: cellText(data['queue']),
    decision: cellText(data['decision']),
    gate: cellText(data['gateId']),
    for: cellText(data['for']),
    rule: cellText(data['rule']),
    reason: human(source, ['reason']),
    comment: human(source, ['comment', 'text', 'question', 'answer', 'message']),
    basis: cellText(data['basis']),
    evidence: [data['record'], data['digest'], data['definition']].map(cellText).filter(Boolean).join(' '),
    refusal: cellText(data['code']),
    command: event.command.id,
    cause: event.cause ?? '',
    erased: erasedNames(event, Object.keys(sealed)),
    hash,
  };
  return csvColumns.map((column) => safeCell(cells[column] === '' ? (known[column] ?? '') : cells[column]));
}

function cellText(value: Json | undefined): string {
  if (value === undefined || value === null) return '';
  if (Array.isArray(value)) return value.map(cellText).join(' ');
  return typeof value === 'string' ? value : canonicalJson(value);
}

/** The first of these that a human entered, or that stands in clear under the same name. */
function human({ event, sealed }: CsvSource, names: readonly string[]): string {
  const entered = names.map((name) => cellText(sealed[name]?.value ?? event.data[name]));
  return entered.find((text) => text !== '') ?? '';
}

function erasedNames({ seals }: StreamEvent, present: readonly string[]): string {
  return Object.keys(seals ?? {})
    .filter((name) => !present.includes(name))
    .sort()
    .join(' ');
}

/** Signs that begin a formula, in any width: NFKC turns the wide and small ones into these. */
const formulaSigns = new Set(['=', '+', '-', '@']);

/** What a spreadsheet skips, or may drop on import, before it looks for a formula: space, control and format characters, quotes. */
const skipped = /^[\s\p{Z}\p{C}'"`\u2018\u2019\u201c\u201d\uff02\uff07]+/u;

/** The cell with an apostrophe before it when a spreadsheet could take it for a formula; otherwise as it is. */
export function safeCell(cell: string): string {
  const [first = ''] = cell.replace(skipped, '');
  const formula = formulaSigns.has(first.normalize('NFKC')) || /^[\t\r\n]/.test(cell);
  return formula ? `'${cell}` : cell;
}
