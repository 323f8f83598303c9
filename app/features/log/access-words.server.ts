import type { AccessKind } from '../../../server/use-cases/access-log/record-access.ts';
import type { NamesInLog } from '../../../server/use-cases/lists/names-in-log.ts';
import { type Told, timesIn } from '../../lib/times.server.ts';
import { bySecond } from './log-words.server.ts';

/** What ids on a page of the access log stand for. */
export type AccessNames = Pick<NamesInLog, 'people' | 'cases' | 'things'>;

/** One entry of the access log as the API answers it. */
export interface AnsweredAccess {
  readonly id: string;
  readonly at: number;
  readonly kind: AccessKind;
  readonly person: string | null;
  readonly address: string | null;
  readonly what: Readonly<Record<string, unknown>>;
}

/** One entry as the page shows it. */
export interface AccessLine {
  readonly id: string;
  readonly day: string;
  readonly at: Told;
  readonly who: { readonly name: string; readonly known: boolean };
  readonly what: string;
  readonly bad: boolean;
  /** Where it came from. */
  readonly from: string;
  readonly on: { readonly label: string; readonly to: string | null } | null;
}

/** What the access log can be narrowed to, in words. */
export const accessKindWords: Readonly<Record<AccessKind, string>> = {
  'signed-in': 'Sign-ins',
  'sign-in-refused': 'Refused sign-ins',
  'signed-out': 'Sign-outs',
  'token-refused': 'Refused tokens',
  'password-set': 'Passwords set',
  'link-made': 'Sign-in links made',
  'permission-changed': 'Permission changes',
  'directory-changed': 'Directory changes',
  'sensitive-seen': 'Views of sensitive answers',
  downloaded: 'Downloads',
  exported: 'Exports',
};

type What = AnsweredAccess['what'];
/** The name of somebody by their id, or of a thing by its stream; nothing where it has none. */
type Name = (id: string) => string | undefined;

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

const says: Readonly<Record<AccessKind, (what: What, name: Name) => string>> = {
  'signed-in': ({ by }) => (by === 'link' ? 'Signed in by a one-time link' : 'Signed in'),
  'sign-in-refused': ({ why }) =>
    why === 'too-many'
      ? 'Sign-in refused: too many attempts'
      : why === 'change'
        ? 'Password change refused: the old password was wrong'
        : 'Sign-in refused: no such account, or a wrong password',
  'signed-out': () => 'Signed out',
  'token-refused': () => 'Token refused: unknown, revoked or expired',
  'password-set': ({ by }) =>
    by === 'link' ? 'Set a password by a one-time link' : 'Changed their password',
  'link-made': ({ about }, name) => `Made a sign-in link for ${name(text(about)) ?? 'somebody who left'}`,
  'permission-changed': (what, name) => changed(what, name),
  'directory-changed': (what, name) => changed(what, name),
  'sensitive-seen': ({ fields }) => `Saw sensitive answers: ${listed(fields)}`,
  downloaded: () => 'Downloaded a file',
  exported: ({ format, filter }) =>
    `Exported the log as ${formats[text(format)] ?? text(format)}${narrowed(filter)}`,
};

const formats: Readonly<Record<string, string>> = { jsonl: 'JSON Lines', csv: 'CSV' };

const deeds: Readonly<Record<string, string>> = {
  created: 'Made',
  changed: 'Changed',
  deactivated: 'Deactivated',
  reactivated: 'Reactivated',
  revoked: 'Revoked',
  'role-granted': 'Granted a role to',
  'role-revoked': 'Took a role from',
  joined: 'Added a member to',
  left: 'Removed a member from',
};

const things: Readonly<Record<string, string>> = {
  installation: 'the installation',
  token: 'a token',
};

function changed(what: What, name: Name): string {
  const [kind = '', id = ''] = text(what['stream']).split(/:(.*)/, 2);
  const event = text(what['event']);
  const about = text(what['about']);
  const title = name(text(what['stream'])) ?? '';
  const called = title === '' ? (things[kind] ?? `the ${kind} ${id}`) : `the ${kind} “${title}”`;
  const thing = about === '' ? called : (name(about) ?? 'somebody who left');
  const fields = Array.isArray(what['fields']) ? `: ${listed(what['fields'])}` : '';
  return `${deeds[event] ?? `${sentence(event)}:`} ${thing}${fields}`;
}

const sentence = (kind: string): string => {
  const words = kind.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
};

const listed = (value: unknown): string =>
  Array.isArray(value) ? value.map((id) => text(id).replaceAll('_', ' ')).join(', ') : 'some';

const narrowed = (filter: unknown): string =>
  typeof filter === 'object' && filter !== null && Object.keys(filter).length > 0
    ? ', narrowed'
    : ', all of it';

/** Entries as sentences in the zone of whoever reads them. */
export function accessLinesOf(
  entries: readonly AnsweredAccess[],
  names: AccessNames,
  zone: string,
): AccessLine[] {
  const times = timesIn(zone);
  const day = new Intl.DateTimeFormat('en-GB', {
    ...{ timeZone: zone, weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  });
  const clock = new Intl.DateTimeFormat('en-GB', {
    ...{ timeZone: zone, hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' },
  });
  const name: Name = (id) => names.people[id] ?? names.things[id];
  return entries.map(({ id, at, kind, person, address, what }) => ({
    id,
    day: day.format(at),
    at: bySecond(times.when(at), clock.format(at), day.format(at)),
    who: whoOf(person, address, names),
    what: says[kind](what, name),
    bad: kind === 'sign-in-refused' || kind === 'token-refused',
    from: address?.replace(/^::ffff:/, '') ?? '–',
    on: placeOf(text(what['case']), names),
  }));
}

/** Whoever did it; what the product does of its own accord has no address and no name. */
function whoOf(person: string | null, address: string | null, { people }: AccessNames): AccessLine['who'] {
  if (person === null) return { name: 'Nobody known', known: false };
  const name = people[person];
  if (name === undefined && address === null) return { name: 'Signalbox', known: false };
  return { name: name ?? person, known: true };
}

const placeOf = (id: string, { cases }: AccessNames): AccessLine['on'] =>
  id === '' ? null : { label: cases[id] ?? id, to: cases[id] === undefined ? null : `/cases/${id}` };
