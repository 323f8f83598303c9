import type { NamesInCase } from '../../../server/use-cases/case/names-in-case.ts';
import { type Said, saidIn } from '../../lib/mentions.ts';
import type { Times, Told } from '../../lib/times.server.ts';
import type { CaseEvent } from './case-answers.ts';

/** A piece of a sentence; names are strong. */
export type Words = readonly (string | { readonly strong: string })[];

/** One line of what happened to a case. */
export interface Entry {
  readonly id: number;
  readonly at: Told;
  /** The drawing beside it, or the name whose initials stand there. */
  readonly icon: string;
  readonly who: string | null;
  readonly words: Words;
  /** What was said, word for word. */
  readonly said?: readonly Said[];
  readonly internal?: true;
  /** Beside the words, smaller. */
  readonly note?: string;
  /** Offers the decision record. */
  readonly why?: true;
  readonly group: 'comments' | 'decisions' | 'other';
}

/** What an event is worded with. */
export interface Telling {
  readonly names: NamesInCase;
  readonly me: string;
  readonly times: Times;
  /** Titles of the fields of the form, by id. */
  readonly fields: ReadonlyMap<string, string>;
}

/** What one event becomes: the words, and what stands beside them. */
export type Part = Omit<Entry, 'id' | 'at' | 'who' | 'icon' | 'group'> &
  Partial<Pick<Entry, 'icon' | 'group'>> & { readonly byName?: true };

/** A text an event carries. */
export const textOf = (event: CaseEvent, name: string): string | undefined => {
  const value = event.data[name] ?? event.human[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
};

/** Somebody by name; whoever reads is “you”. */
export function called(id: string, { names, me }: Pick<Telling, 'names' | 'me'>): string {
  return id === me ? 'you' : (names.people[id] ?? 'Somebody who left');
}

/** With a capital letter. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function actorIn({ actor }: CaseEvent, telling: Telling): { readonly strong: string } {
  if (actor.kind === 'system') return { strong: actor.id === 'clock' ? 'The clock' : 'Routing' };
  return { strong: capital(called(actor.id, telling)) };
}

/** Who did it, and what. */
export const by = (event: CaseEvent, telling: Telling, ...rest: Words): Words => [
  actorIn(event, telling),
  ...rest,
];

/** What was said word for word. */
export const said = (event: CaseEvent, name: string) => {
  const text = event.human[name];
  return typeof text === 'string' && text !== '' ? { said: [text] } : {};
};

/** What was said word for word, with those it mentions; who is mentioned otherwise than by name stands beside it. */
export function saidTo(event: CaseEvent, { names, me }: Telling): Pick<Part, 'said' | 'note'> {
  const text = event.human['text'];
  if (typeof text !== 'string') return { note: 'The text was erased.' };
  const ids = Array.isArray(event.data['mentions']) ? event.data['mentions'].map(String) : [];
  const people = ids.map((id) => ({ id, name: names.people[id] ?? 'Somebody who left' }));
  const words = saidIn(text, people, me);
  const shown = new Set(words.map((part) => (typeof part === 'string' ? '' : part.mention)));
  const others = people
    .filter(({ name }) => !shown.has(name))
    .map((person) => called(person.id, { names, me }));
  return { said: words, ...(others.length === 0 ? {} : { note: `Mentioned: ${others.join(', ')}` }) };
}

/** A name. */
export const strong = (text: string) => ({ strong: text });

/** Where a case was sent. */
export function placeOf(event: CaseEvent, { names }: Telling): string | undefined {
  const [pool, team, queue] = ['pool', 'team', 'queue'].map((name) => textOf(event, name));
  if (queue !== undefined) return `the queue ${names.queues[queue] ?? queue}`;
  if (pool !== undefined) return `the pool ${names.pools[pool] ?? pool}`;
  return team === undefined ? undefined : `the team ${names.teams[team] ?? team}`;
}
