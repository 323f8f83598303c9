import { type Told, timesIn } from '../../lib/times.server.ts';

/** One row of the log as the API answers it. */
export interface AnsweredRow {
  readonly position: number;
  readonly stream: string;
  readonly seq: number;
  readonly at: number;
  readonly kind: string;
  readonly actor: { readonly kind: string; readonly id: string };
  readonly command: string;
  readonly cause: string | null;
  readonly data: Readonly<Record<string, unknown>>;
  readonly human: Readonly<Record<string, unknown>>;
  readonly withheld: readonly string[];
  readonly hash: string;
}

/** What ids stand for. */
export interface LogNames {
  readonly people: Readonly<Record<string, string>>;
  readonly cases: Readonly<Record<string, string>>;
}

/** One row as the page shows it. */
export interface LogLine {
  readonly position: number;
  readonly at: Told;
  readonly day: string;
  readonly who: { readonly name: string; readonly kind: 'person' | 'program' };
  readonly what: string;
  readonly tone: 'plain' | 'good' | 'no' | 'bad';
  /** What it is about: a case by its number, with its address, or another stream by its name. */
  readonly on: { readonly label: string; readonly to: string | null };
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

type Say = (row: AnsweredRow, name: (id: unknown) => string) => string;

const says: Readonly<Record<string, Say>> = {
  submitted: () => 'Submitted the request',
  'state-entered': ({ data }) => `Moved to ${text(data['title']) || text(data['state'])}`,
  routed: ({ data }, name) => routedWords(data, name),
  'routing-asked': ({ data }) => `Routing again: ${sentence(text(data['cause'])).toLowerCase()}`,
  assigned: ({ data }, name) => `Handed over to ${name(data['person'] ?? data['to'])}`,
  declined: ({ data }, name) => `Given back by ${name(data['by'])}`,
  accepted: () => 'Took it on',
  seen: () => 'Looked at it for the first time',
  voted: ({ data }) => `Voted: ${text(data['decision'])}`,
  'vote-retracted': () => 'Took the vote back',
  decided: ({ data }) => `Gate decided: ${text(data['outcome']) || text(data['decision'])}`,
  'gate-opened': () => 'Signatures asked for',
  'gate-changed': () => 'Signatures changed',
  asked: ({ data }, name) => `Asked ${name(data['to'])} for information`,
  answered: () => 'Answered a question',
  commented: ({ data }) => (data['visibility'] === 'internal' ? 'Commented for the team' : 'Commented'),
  watched: () => 'Watches it',
  unwatched: () => 'Stopped watching',
  snoozed: () => 'Put it aside for a while',
  woken: ({ data }, name) =>
    data['why'] === 'asked' ? 'Took it up again' : `It came back to ${name(data['person'])}`,
  attached: ({ human }) => `Attached ${text(human['name']) || 'a file'}`,
  'priority-set': ({ data }) => `Priority ${String(data['before'])} → ${String(data['value'])}`,
  escalated: ({ data }) => (data['by'] === 'clock' ? 'Escalated by its clock' : 'Escalated'),
  'clock-started': ({ data }) => `Clock started: ${clockTitle(data)}`,
  'clock-changed': ({ data }) => `Clock: ${clockTitle(data)}`,
  refused: ({ human }) => `Refused: ${text(human['message'])}`,
  created: ({ stream }) => `Made ${thing(stream)}`,
  changed: ({ stream, data }) => `Changed ${thing(stream)}: ${list(data['fields'])}`,
  deactivated: ({ stream }) => `Deactivated ${thing(stream)}`,
  reactivated: () => 'Active again',
  saved: () => 'Saved a draft',
  published: ({ data }) => `Published version ${String(data['n'] ?? data['version'] ?? '')}`.trim(),
};

/** What a stream that is no case is, in words: `the pool`. */
const thing = (stream: string): string =>
  `the ${(stream.split(':', 1)[0] ?? '').replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)}`;

const list = (value: unknown): string =>
  Array.isArray(value) && value.length > 0
    ? value.map((name) => sentence(String(name).replace(/([a-z])([A-Z])/g, '$1-$2')).toLowerCase()).join(', ')
    : 'it';

const clockTitle = (data: AnsweredRow['data']): string => {
  const { title, intervals } = (data['clock'] ?? {}) as {
    title?: string;
    intervals?: readonly { readonly kind: string }[];
  };
  return `${title ?? 'a clock'}${intervals === undefined ? '' : `, ${intervals.at(-1)?.kind ?? 'running'}`}`;
};

function routedWords(data: AnsweredRow['data'], name: (id: unknown) => string): string {
  const rule = text(data['rule']);
  const by = rule === '' ? '' : `, rule ${rule}`;
  switch (data['kind']) {
    case 'assigned':
      return `Sent to ${name(data['person'])}${by}`;
    case 'queued':
      return `Sent to the queue ${text(data['queue'])}${by}`;
    case 'waiting':
      return `Waits for somebody in ${text(data['pool'])}${by}`;
    case 'held':
      return `Held back${by}: ${text(data['reason'])}`;
    case 'unassigned':
      return `Unassigned: ${text(data['reason'])}`;
    default:
      return `Routing: ${text(data['kind'])}${by}`;
  }
}

function toneOf({ kind, data }: AnsweredRow): LogLine['tone'] {
  if (kind === 'refused' || (kind === 'routed' && data['kind'] === 'unassigned')) return 'bad';
  const outcome = text(data['outcome']) || text(data['decision']);
  if (outcome === 'rejected' || outcome === 'reject') return 'no';
  return ['approved', 'approve'].includes(outcome) ? 'good' : 'plain';
}

/** Rows as sentences in the zone of whoever reads them. */
export function linesOf(rows: readonly AnsweredRow[], names: LogNames, zone: string): LogLine[] {
  const times = timesIn(zone);
  const day = new Intl.DateTimeFormat('en-GB', {
    ...{ timeZone: zone, weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  });
  const clock = new Intl.DateTimeFormat('en-GB', {
    ...{ timeZone: zone, hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' },
  });
  const name = (id: unknown): string => names.people[text(id)] ?? (text(id) || 'somebody');
  return rows.map((row) => ({
    position: row.position,
    at: { words: clock.format(row.at), exact: times.when(row.at).exact },
    day: day.format(row.at),
    who: { name: whoOf(row, names), kind: row.actor.kind === 'person' ? 'person' : 'program' },
    what: (says[row.kind] ?? (() => sentence(row.kind)))(row, name),
    tone: toneOf(row),
    on: placeOf(row, names),
  }));
}

/** A kind nobody wrote a sentence for, as words. */
const sentence = (kind: string): string => {
  const words = kind.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
};

function whoOf({ actor }: AnsweredRow, { people }: LogNames): string {
  if (actor.kind !== 'system') return people[actor.id] ?? actor.id;
  return sentence(actor.id);
}

function placeOf({ stream, data }: AnsweredRow, { cases, people }: LogNames): LogLine['on'] {
  const id = text(data['case']) || stream;
  const number = cases[id];
  if (number !== undefined) return { label: number, to: `/cases/${id}` };
  const [kind = '', rest = ''] = stream.split(':', 2);
  return {
    label: kind === 'person' ? (people[rest] ?? rest) : rest === '' ? kind : `${kind} ${rest}`,
    to: null,
  };
}
