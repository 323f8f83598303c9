import type { NamesInLog } from '../../../server/use-cases/lists/names-in-log.ts';
import type { NamesOfVersion } from '../../../server/use-cases/lists/names-of-version.ts';
import { idInWords } from '../../lib/routing-reason.server.ts';
import { systemRoleTitle } from '../../lib/system-role-titles.ts';

type Titles = NamesOfVersion['states'];

const none: NamesOfVersion = {
  ...{ states: {}, transitions: {}, gates: {}, clocks: {} },
  ...{ queues: {}, rules: {}, fields: {} },
};

/** Kinds of streams by what their things are. */
const kinds: Readonly<Record<string, string>> = {
  requestType: 'request type',
  draft: 'draft',
  person: 'person',
  load: 'work list',
  installation: 'installation',
};

/** Names for what one row says, in the words of its case where it has one. */
export interface Naming extends NamesOfVersion {
  person(id: unknown): string;
  /** A pool or team as people call it. */
  thing(kind: 'pool' | 'team' | 'territory', id: unknown): string;
  /** Every pool, or every team, that has a name here, by id. */
  things(kind: 'pool' | 'team'): Titles;
  role(id: unknown): string;
  type(slug: unknown): string;
  rule(id: string): string;
  /** What a stream is: `the pool “Buyers EMEA”`; in front of a verb, or behind one. */
  stream(stream: string): string;
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Names for a row of this case, or of what is no case. */
export function namingFor(names: NamesInLog, caseId: string): Naming {
  const version = names.versions[caseId] ?? none;
  const person = (id: unknown): string => names.people[text(id)] ?? 'somebody who left';
  const type = (slug: unknown): string => names.types[text(slug)] ?? capital(idInWords(text(slug)));
  return {
    ...version,
    person,
    type,
    thing: (kind, id) => names.things[`${kind}:${text(id)}`] ?? idInWords(text(id)),
    things: (kind) =>
      Object.fromEntries(
        Object.entries(names.things).flatMap(([stream, title]) =>
          stream.startsWith(`${kind}:`) ? [[stream.slice(kind.length + 1), title] as const] : [],
        ),
      ),
    role: (id) => names.roles[text(id)] ?? systemRoleTitle(text(id)) ?? idInWords(text(id)),
    rule: (id) =>
      id === 'default' ? 'everything no rule is for' : `“${version.rules[id] ?? idInWords(id)}”`,
    stream(stream) {
      const [kind = '', id = ''] = stream.split(/:(.*)/s, 2);
      if (kind === 'installation') return 'the installation';
      if (kind === 'person') return person(id);
      if (kind === 'load') return `the work of ${person(id)}`;
      if (kind === 'draft' || kind === 'requestType')
        return `${kind === 'draft' ? 'the draft of ' : ''}“${type(id)}”`;
      const title = names.things[stream];
      return `the ${kinds[kind] ?? kind}${title === undefined ? '' : ` “${title}”`}`;
    },
  };
}

/** With a capital letter. */
export const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
