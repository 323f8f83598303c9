import type { NamesInLog } from '../../../server/use-cases/lists/names-in-log.ts';
import { type Told, timesIn } from '../../lib/times.server.ts';
import { caseSayings } from './case-sayings.server.ts';
import { capital, namingFor } from './log-names.server.ts';
import { type AnsweredRow, text } from './say.server.ts';
import { thingSayings } from './thing-sayings.server.ts';

/** One row as the page shows it. */
export interface LogLine {
  readonly position: number;
  readonly at: Told;
  readonly day: string;
  readonly who: { readonly name: string; readonly kind: 'person' | 'program' };
  readonly what: string;
  readonly tone: 'plain' | 'good' | 'no' | 'bad';
  /** What it is about: a case by its number, with its address, or another thing by its name. */
  readonly on: { readonly label: string; readonly to: string | null };
}

const sayings = { ...thingSayings, ...caseSayings };

/** Whether events of this kind have a sentence of their own. */
export const hasWords = (kind: string): boolean => Object.hasOwn(sayings, kind);

/** What one row says. */
export function sentenceOf(row: AnsweredRow, names: NamesInLog): string {
  const say = sayings[row.kind];
  return say === undefined ? 'Something happened' : say(row, namingFor(names, caseIn(row)));
}

/** The case a row is about, or the stream it is of. */
export const caseIn = ({ stream, data }: AnsweredRow): string => text(data['case']) || stream;

const good = new Set(['approved', 'approve']);
const no = new Set(['rejected', 'reject']);

function toneOf({ kind, data }: AnsweredRow): LogLine['tone'] {
  if (kind === 'refused' || (kind === 'routed' && data['kind'] === 'unassigned')) return 'bad';
  const outcome = text(data['outcome']) || text(data['decision']);
  if (no.has(outcome)) return 'no';
  return good.has(outcome) && kind !== 'state-entered' ? 'good' : 'plain';
}

/** A moment of a log: to the second, under the head of its day. */
export const bySecond = ({ exact }: Told, words: string, day: string): Told => ({
  ...{ words, exact, brief: `${day}, ${words}` },
});

/** Rows as sentences in the zone of whoever reads them. */
export function linesOf(rows: readonly AnsweredRow[], names: NamesInLog, zone: string): LogLine[] {
  const times = timesIn(zone);
  const day = new Intl.DateTimeFormat('en-GB', {
    ...{ timeZone: zone, weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  });
  const clock = new Intl.DateTimeFormat('en-GB', {
    ...{ timeZone: zone, hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' },
  });
  return rows.map((row) => ({
    position: row.position,
    at: bySecond(times.when(row.at), clock.format(row.at), day.format(row.at)),
    day: day.format(row.at),
    who: { name: actorName(row.actor, names), kind: row.actor.kind === 'person' ? 'person' : 'program' },
    what: sentenceOf(row, names),
    tone: toneOf(row),
    on: placeOf(row, names),
  }));
}

const programs: Readonly<Record<string, string>> = {
  route: 'Routing',
  look: 'Routing',
  clock: 'Clocks',
  escalate: 'Clocks',
  notify: 'Notices',
  sync: 'Connections',
  deliver: 'Connections',
  checkpoints: 'Checkpoints',
  expiry: 'Clocks',
};

/** Who acted, by name; a worker by what it looks after. */
export function actorName({ kind, id }: AnsweredRow['actor'], { people }: NamesInLog): string {
  if (kind === 'system') return programs[id] ?? capital(id.replaceAll('-', ' '));
  return people[id] ?? (kind === 'service' ? id : 'Somebody who left');
}

function placeOf(row: AnsweredRow, names: NamesInLog): LogLine['on'] {
  const id = caseIn(row);
  const number = names.cases[id];
  if (number !== undefined) return { label: number, to: `/cases/${id}` };
  const [kind = '', rest = ''] = row.stream.split(/:(.*)/s, 2);
  const pages: Readonly<Record<string, string>> = {
    person: `/directory/people/${rest}`,
    team: `/directory/teams/${rest}`,
    pool: `/directory/pools/${rest}`,
    calendar: `/directory/calendars/${rest}`,
    requestType: `/types/${rest}`,
    draft: `/types/${rest}`,
  };
  const title =
    kind === 'person' || kind === 'load'
      ? names.people[rest]
      : kind === 'requestType' || kind === 'draft'
        ? names.types[rest]
        : names.things[row.stream];
  const label = title ?? (kind === 'refusals' ? 'a case' : capital(kind));
  return { label, to: title === undefined ? null : (pages[kind] ?? null) };
}
