import type { PoolShares } from '../../../server/use-cases/directory/pool-shares.ts';
import type { Desk } from './desk.server.ts';
import type { Flag, ShareBar } from './directory-view.ts';
import { dayWords, untilWords } from './spans.server.ts';

const absenceFlags: Readonly<Record<string, Flag>> = {
  unknown: { text: 'Not found', tone: 'danger' },
  inactive: { text: 'Not active', tone: 'danger' },
  away: { text: 'Away', tone: 'warning' },
  'on-leave': { text: 'On leave', tone: 'warning' },
};

/** Members of a pool as bars beside each other, on one scale. */
export function barsOf(
  desk: Pick<Desk, 'zone'>,
  { members }: PoolShares,
  keeps: boolean,
  press: (person: string, name: string) => ShareBar['press'],
): ShareBar[] {
  const longest = Math.max(1, ...members.map(({ got, owed }) => Math.max(got, keeps ? got + owed : 0)));
  return members.map((member) => {
    const { person, name, weight, capacity, open, skills, absence, got, owed, makeUp } = member;
    return {
      id: person,
      name,
      weight,
      got,
      due: oneDigit(got + owed),
      owed: signed(owed),
      owes: Math.abs(owed) < 0.05 ? 'even' : owed > 0 ? 'owed' : 'ahead',
      bar: got / longest,
      mark: keeps ? Math.max(0, got + owed) / longest : null,
      ...heldOf(open, capacity),
      skills: Object.entries(skills ?? {})
        .map(([skill, level]) => `${skill} ${level}`)
        .join(', '),
      flag: absence == null ? null : (absenceFlags[absence] ?? null),
      makeUp: makeUp === null ? null : `${makeUp.left} to make up by ${untilWords(desk.zone, makeUp.until)}`,
      press: press(person, name),
    };
  });
}

/** What a member holds beside what they can, where it may be seen. */
function heldOf(
  open: number | undefined,
  capacity: number | null | undefined,
): Pick<ShareBar, 'open' | 'full'> {
  if (open === undefined) return { open: null, full: false };
  if (capacity == null) return { open: String(open), full: false };
  return { open: `${open} of ${capacity}`, full: open >= capacity };
}

const oneDigit = (number: number): string => (Math.abs(number) < 0.05 ? '0.0' : number.toFixed(1));

/** With its sign, and a true minus. */
function signed(number: number): string {
  if (Math.abs(number) < 0.05) return '0.0';
  return number > 0 ? `+${number.toFixed(1)}` : `−${Math.abs(number).toFixed(1)}`;
}

/** What the bars come to, in a sentence. */
export function sharesSentence(
  { zone }: Pick<Desk, 'zone'>,
  { members, counted }: PoolShares,
  { strategy, keeps }: { readonly strategy: string; readonly keeps: boolean },
): string {
  const { picks, since, whole } = counted;
  if (picks === 0) return 'Nothing was picked from this pool lately.';
  const when = since === null ? '' : `${whole ? '' : ' lately,'} since ${dayWords(zone, since)}`;
  const counts = `${picks === 1 ? '1 case was' : `${picks} cases were`} given out${when}.`;
  if (!keeps)
    return `${counts} ${
      strategy === 'ordered'
        ? 'The first who can takes each case, so nobody is owed anything.'
        : 'Each goes to whoever has least, so nobody is owed anything.'
    }`;
  const most = Math.max(0, ...members.map(({ owed }) => Math.abs(owed)));
  const bound =
    strategy === 'round_robin'
      ? ` With ${members.length} members the bound is ${((members.length - 1) / 2).toFixed(1)}.`
      : '';
  return `${counts} Nobody is more than ${most.toFixed(1)} from their share.${bound}`;
}
