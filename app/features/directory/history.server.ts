import type { AnsweredEvent } from '../../lib/answered-event.ts';
import { must } from '../../lib/api.server.ts';
import { systemRoleTitle } from '../../lib/system-role-titles.ts';
import type { Times } from '../../lib/times.server.ts';
import type { Answered, Desk, Names } from './desk.server.ts';
import type { Happening } from './directory-view.ts';
import { entriesOf, fieldLabels, valueWords } from './field-words.server.ts';
import { spanWords, untilWords } from './spans.server.ts';

const eventsAtMost = 2_000;

/** What happened to an object, newest first, as sentences that say what it was before. */
export async function historyOf(
  desk: Pick<Desk, 'context' | 'times' | 'zone'>,
  read: { readonly operationId: string; readonly id: string; readonly zone?: string },
): Promise<Happening[]> {
  const events: AnsweredEvent[] = [];
  const names: Record<keyof Names, Record<string, string>> = {
    people: {},
    teams: {},
    calendars: {},
    accounts: {},
  };
  for (let cursor: string | null = ''; cursor !== null && events.length < eventsAtMost; ) {
    const page: Answered<AnsweredEvent> = await must(desk.context, read.operationId, {
      params: { id: read.id },
      query: read.operationId === 'listDelegationHistory' ? {} : { limit: 200, cursor, expand: 'names' },
    });
    events.push(...page.items);
    for (const kind of ['people', 'teams', 'calendars', 'accounts'] as const)
      Object.assign(names[kind], page.names[kind]);
    cursor = page.next;
  }
  return happenings(events, names, { times: desk.times, zone: read.zone ?? desk.zone });
}

/** In which zone times are told, and where stretches of days are whole. */
interface Clock {
  readonly times: Times;
  readonly zone: string;
}

/** Events in their order as sentences, newest first; each change is held against the value before it. */
export function happenings(
  events: readonly AnsweredEvent[],
  names: Names,
  { times, zone }: Clock,
): Happening[] {
  const before = new Map<string, unknown>();
  const leaves = new Map<string, unknown>();
  const told = events.flatMap((event): Happening[] => {
    if (event.kind === 'pick-returned') return [];
    const changes = event.kind === 'changed' ? changesIn(event, before, names) : [];
    for (const [name, value] of setIn(event)) before.set(name, value);
    if (event.kind === 'leave-recorded') leaves.set(text(event.data['id']), event.human['leave']);
    if (event.kind === 'delegated') leaves.set(text(event.data['id']), { to: event.data['to'] });
    return [
      {
        seq: event.seq,
        at: times.when(event.at),
        who: whoOf(event, names),
        what: whatOf(event, { names, zone, known: leaves.get(text(event.data['id'])), changes }),
        changes: changes.length === 1 && changes[0]?.from === null ? [] : changes,
        why:
          text(event.human['reason']) ||
          text((event.human['leave'] as { reason?: unknown } | undefined)?.reason) ||
          null,
      },
    ];
  });
  return told.reverse();
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

const setIn = ({ human }: AnsweredEvent): (readonly [string, unknown])[] =>
  Object.entries(human).flatMap(([name, value]) =>
    name.startsWith('set/') ? [[name.slice('set/'.length), value] as const] : [],
  );

function whoOf({ actor }: AnsweredEvent, { people }: Names): Happening['who'] {
  if (actor.kind === 'system') return { name: sentence(actor.id), to: null, program: true };
  return {
    name: people[actor.id] ?? actor.id,
    to: `/directory/people/${actor.id}`,
    program: actor.kind !== 'person',
  };
}

const sentence = (id: string): string => {
  const words = id.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
};

type Change = Happening['changes'][number];

function changesIn(event: AnsweredEvent, before: ReadonlyMap<string, unknown>, names: Names): Change[] {
  return setIn(event).map(([field, value]) => {
    const label = fieldLabels[field] ?? sentence(field);
    const was = before.get(field);
    const now = entriesOf(field, value, names);
    const then = entriesOf(field, was ?? [], names);
    if (now === null || then === null)
      return { label, from: valueWords(field, was, names), to: valueWords(field, value, names) };
    return { label, from: null, to: entriesChanged(then, now) };
  });
}

/** What came and what went of a list. */
function entriesChanged(then: readonly string[], now: readonly string[]): string {
  const came = now.filter((entry) => !then.includes(entry));
  const went = then.filter((entry) => !now.includes(entry));
  const words = [
    ...(came.length > 0 ? [`added ${came.join(', ')}`] : []),
    ...(went.length > 0 ? [`removed ${went.join(', ')}`] : []),
  ];
  return words.length === 0 ? 'put in another order' : words.join('; ');
}

interface Telling {
  readonly names: Names;
  readonly zone: string;
  /** What was recorded under the id that this event names. */
  readonly known: unknown;
  readonly changes: readonly Change[];
}

const says: Readonly<Record<string, (event: AnsweredEvent, telling: Telling) => string>> = {
  created: () => 'added this to the directory',
  changed: (_event, { changes }) => changedWords(changes),
  deactivated: () => 'took it out of use',
  reactivated: () => 'took it into use again',
  'leave-recorded': ({ human }, telling) => `recorded leave ${stretch(human['leave'], telling)}`,
  'leave-cancelled': (_event, telling) => `cancelled the leave ${stretch(telling.known, telling)}`,
  'went-away': ({ human }, { zone }) =>
    typeof human['until'] === 'number' ? `set away until ${untilWords(zone, human['until'])}` : 'set away',
  'came-back': () => 'set back again',
  'role-granted': ({ data }) => `gave the role ${roleOf(data)}`,
  'role-revoked': ({ data }) => `took the role ${roleOf(data)} away`,
  delegated: ({ data, human }, telling) =>
    `let ${nameOf(data['to'], telling)} decide ${stretch(human['delegation'], telling)}`,
  'delegation-ended': (_event, telling) => {
    const to = (telling.known as { readonly to?: unknown } | undefined)?.to;
    return `ended the delegation${to === undefined ? '' : ` to ${nameOf(to, telling)}`}`;
  },
  joined: ({ data }, telling) =>
    `added ${nameOf(data['person'], telling)}${typeof data['weight'] === 'number' ? ` with weight ${data['weight']}` : ''}`,
  left: ({ data }, telling) => `removed ${nameOf(data['person'], telling)}`,
  'made-up': ({ data }, telling) =>
    `gave ${nameOf(data['person'], telling)} ${String(data['items'])} more beside the ordinary share`,
};

const whatOf = (event: AnsweredEvent, telling: Telling): string =>
  says[event.kind]?.(event, telling) ?? sentence(event.kind).toLowerCase();

const roleOf = (data: AnsweredEvent['data']): string =>
  systemRoleTitle(text(data['role'])) ?? text(data['role']);

const nameOf = (id: unknown, { names }: Telling): string => names.people[text(id)] ?? text(id);

/** One change of a list is the sentence itself; others stand below it. */
function changedWords(changes: readonly Change[]): string {
  const [only] = changes;
  if (changes.length === 1 && only !== undefined)
    return only.from === null ? `changed ${lower(only.label)}: ${only.to}` : `changed ${lower(only.label)}`;
  return `changed ${changes.map(({ label }) => lower(label)).join(', ')}`;
}

const lower = (label: string): string =>
  label === 'E-mail' ? 'e-mail' : label.charAt(0).toLowerCase() + label.slice(1);

function stretch(value: unknown, { zone }: Telling): string {
  const span = Object(value) as Readonly<Record<string, unknown>>;
  const from = span['from'] ?? span['startsAt'];
  const until = span['until'] ?? span['endsAt'];
  if (typeof from !== 'number' || typeof until !== 'number') return '';
  return `for ${spanWords(zone, from, until)}`;
}
