import { maybe } from '../../lib/api.server.ts';
import type { Desk, Names } from './desk.server.ts';
import type { Section } from './directory-view.ts';
import type { DelegationAnswer, HoldingsAnswer } from './person-answer.ts';

/** What somebody holds, with the names of those it concerns. */
export interface Holdings extends HoldingsAnswer {
  named(person: string): string;
  typeTitle(slug: string): string;
}

/** What somebody holds; null where it is not for whoever asks. */
export async function readHoldings({ context }: Desk, id: string): Promise<Holdings | null> {
  const [held, named, types] = await Promise.all([
    maybe<HoldingsAnswer>(context, 'getHoldings', { params: { id } }),
    maybe<{ readonly names: Names }>(context, 'listDelegations', {
      query: { person: id, expand: 'names' },
    }),
    maybe<{ readonly items: readonly { readonly slug: string; readonly title: string }[] }>(
      context,
      'listRequestTypes',
      { query: { view: 'all', limit: 200 } },
    ),
  ]);
  if (held === null) return null;
  const titles = new Map(types?.items.map(({ slug, title }) => [slug, title]));
  return {
    ...held,
    named: (person) => named?.names.people[person] ?? person,
    typeTitle: (slug) => titles.get(slug) ?? slug,
  };
}

const shownAtMost = 50;

/** Everything somebody holds, each with where it goes by rule. */
export function whereItGoes(holdings: Holdings, now: number): Section {
  const { cases, gates, unseen, delegations, pools, teams, named, typeTitle } = holdings;
  const lasts = ({ endsAt }: DelegationAnswer): boolean => endsAt > now;
  const held = [
    ...cases.map((one) => ({
      id: `case ${one.id}`,
      piece: { text: one.number, to: `/cases/${one.id}`, note: one.title },
      what: 'Case',
      goes: `Routed again by the rules of ${typeTitle(one.type)}. It stays theirs until somebody is found.`,
    })),
    ...gates.map((one) => ({
      id: `gate ${one.id}`,
      piece: { text: one.number, to: `/cases/${one.id}`, note: one.title },
      what: 'Signature',
      goes: 'Asked at once of whoever else may sign; of nobody left, the backup or those who answer for the case.',
    })),
    ...delegations.given.filter(lasts).map((one) => ({
      id: `given ${one.id}`,
      piece: { text: named(one.to), to: `/directory/people/${one.to}` },
      what: 'Delegation given',
      goes: 'Rests: there is nothing of theirs left to decide.',
    })),
    ...delegations.received.filter(lasts).map((one) => ({
      id: `received ${one.id}`,
      piece: { text: named(one.from), to: `/directory/people/${one.from}` },
      what: 'Delegation received',
      goes: `Rests: ${named(one.from)} decides for themselves, or chooses somebody else.`,
    })),
    ...pools.map((one) => ({
      id: `pool ${one.id}`,
      piece: { text: one.title, to: `/directory/pools/${one.id}` },
      what: 'Pool',
      goes: 'Stays a member whom no pick reaches. The others share the work.',
    })),
    ...teams.map((one) => ({
      id: `team ${one.id}`,
      piece: { text: one.title, to: `/directory/teams/${one.id}` },
      what: one.leads ? 'Team, as its lead' : 'Team',
      goes: one.leads ? 'Stays its lead in name: give the team another.' : 'Stays a member in name.',
    })),
  ];
  const words = [
    count(cases.length + unseen.cases, 'open case'),
    count(gates.length + unseen.gates, 'signature'),
  ].join(' and ');
  const further = unseenWords(unseen);
  return {
    kind: 'table',
    title: 'What they hold, and where it goes',
    none: further ?? 'They hold nothing.',
    note: [
      `Holds ${words}.`,
      ...(held.length > shownAtMost
        ? [`The first ${shownAtMost} of ${held.length} are shown; the others go by the same rules.`]
        : []),
      ...(further === null ? [] : [`${further} They go by the same rules.`]),
    ].join(' '),
    columns: [{ label: 'What' }, { label: 'Kind', as: 'side' }, { label: 'Where it goes' }],
    rows: held.slice(0, shownAtMost).map(({ id, piece, what, goes }) => ({
      id,
      cells: [{ pieces: [piece] }, { pieces: [{ text: what }], quiet: true }, { pieces: [{ text: goes }] }],
    })),
  };
}

/** Cases and signatures that the reader may not read, in words; null where there are none. */
export function unseenWords({ cases, gates }: HoldingsAnswer['unseen']): string | null {
  const words = [
    ...(cases === 0 ? [] : [count(cases, 'open case')]),
    ...(gates === 0 ? [] : [count(gates, 'signature')]),
  ];
  return words.length === 0 ? null : `Not yours to read: ${words.join(' and ')}.`;
}

const count = (number: number, one: string): string =>
  number === 1 ? `1 ${one}` : `${number === 0 ? 'no' : number} ${one}s`;
