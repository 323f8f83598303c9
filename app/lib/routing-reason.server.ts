/** What the places of routing are called, by id. */
export interface PlaceNames {
  readonly pools: Readonly<Record<string, string>>;
  readonly teams: Readonly<Record<string, string>>;
  readonly queues: Readonly<Record<string, string>>;
  readonly people?: Readonly<Record<string, string>>;
  readonly fields?: Readonly<Record<string, string>>;
}

/** An id nobody has a name for, as words. */
export const idInWords = (id: string): string => id.replaceAll(/[-_.]+/g, ' ');

const shortened: Readonly<Record<string, string>> = {
  inactive: 'no longer here',
  'not permitted for this case': 'may not have this case',
  'without the skill': 'without the skill',
  'on leave or away': 'away',
  'outside hours': 'outside their hours',
  'at capacity': 'full',
  'excluded by the rule': 'left out by the rule',
};

const removal = new RegExp(`(\\d+) (${Object.keys(shortened).join('|')})`, 'g');
const place = /\b(pool|team|queue|role|person|field) ([a-z0-9][a-z0-9._-]*)/g;

/**
 * Why routing decided as it did, in the names people gave: what is on record says `nobody for pool emea: 3 outside hours`, by ids, since
 * names change and records do not.
 */
export function routingReason(stored: string, names: PlaceNames): string {
  const parts = stored
    .replace(/^waiting: /, '')
    .replaceAll(/\.?; backup, since /g, '; ')
    .split(/\.?; /)
    .map((part) => partWords(part, names));
  const words = [...new Set(parts)].join('; ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function partWords(part: string, names: PlaceNames): string {
  const nobody = /^nobody for ([^:]+): (.*)$/.exec(part);
  if (nobody !== null) {
    const [, where = '', why = ''] = nobody;
    const out = why.replaceAll(removal, (_, many: string, reason: string) => `${many} ${shortened[reason]}`);
    return `nobody ${where.startsWith('pool ') || where.startsWith('team ') ? 'in ' : 'for '}${called(where, names)} was free: ${out}`;
  }
  if (part.startsWith('missing input: ')) {
    const missing = part.slice('missing input: '.length).split(', ');
    return `not filled in: ${missing.map((id) => `“${names.fields?.[id] ?? idInWords(id)}”`).join(', ')}`;
  }
  return called(part, names);
}

/** Only what has a name is replaced: a reason is also what a designer wrote, in words of their own. */
function called(text: string, names: PlaceNames): string {
  const { pools, teams, queues, people = {}, fields = {} } = names;
  const known: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    ...{ pool: pools, team: teams, queue: queues, person: people, field: fields },
  };
  return text.replaceAll(place, (all, kind: string, id: string) => {
    const named = known[kind];
    return (named !== undefined && Object.hasOwn(named, id) ? named[id] : undefined) ?? all;
  });
}
