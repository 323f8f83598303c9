import { randomUUID } from 'node:crypto';
import type { PoolShares } from '../../../server/use-cases/directory/pool-shares.ts';
import { must } from '../../lib/api.server.ts';
import type { Deed } from './deed.server.ts';
import { type Desk, type Names, readObject } from './desk.server.ts';
import type { DeedLink, Fact, Section, ShareBar } from './directory-view.ts';
import { strategyWords, valueWords } from './field-words.server.ts';
import { addressOf, type Kind, type ObjectPage } from './kind.server.ts';
import { changePlain, createPlain, listPlain, type PlainKind, standingFilter } from './plain-kind.server.ts';
import { type PoolAnswer, poolEditor } from './pool-editor.server.ts';
import { memberDeeds } from './pool-members.server.ts';
import { barsOf, sharesSentence } from './pool-shares.server.ts';

const plain: PlainKind = {
  slug: 'pools',
  subject: 'Pool',
  name: 'Pool',
  names: 'Pools',
  one: 'pool',
  example: 'frontline-emea',
  outOfUse: 'Nobody is picked from it any more. Rules that send to it fall through to what they say then.',
};

/** Pools: who shares work, how, and who is owed. */
export const poolsKind: Kind = {
  slug: 'pools',
  label: 'Pools',
  none: 'There is no pool yet',
  searches: true,
  isOpen: ({ me }) => me.may('read', 'Pool'),
  filters: async () => [standingFilter],
  list: (desk, narrowing) =>
    listPlain<PoolAnswer>(desk, plain, narrowing, {
      columns: [
        { label: 'Name' },
        { label: 'Work is shared', as: 'side' },
        { label: 'Team', as: 'side' },
        { label: 'Members', as: 'number' },
      ],
      row: ({ id, title, strategy, teamId, members, active }, names) => [
        {
          avatar: { name: title, kind: 'pool' },
          pieces: [{ text: title, note: id }],
          ...(active ? {} : { flags: [{ text: 'Out of use' }] }),
        },
        { pieces: [{ text: strategyWords[strategy] ?? strategy }] },
        { pieces: teamId === null ? [] : [{ text: names.teams[teamId] ?? teamId }] },
        { pieces: [{ text: String(members.length) }] },
      ],
    }),
  create: (desk) => createPlain(desk, plain, poolEditor(desk, null)),
  read: readPool,
};

async function readPool(desk: Desk, id: string): Promise<ObjectPage> {
  const [pool, shares] = await Promise.all([
    readObject<PoolAnswer>(desk, 'getPool', id),
    must<PoolShares>(desk.context, 'getPoolLedger', { params: { id } }),
  ]);
  const deeds: Deed[] = [
    ...changePlain(desk, plain, pool, poolEditor(desk, pool)),
    ...memberDeeds(desk, pool, shares),
  ];
  const links = (ids: readonly string[]): DeedLink[] =>
    deeds.filter((deed) => ids.includes(deed.id)).map((deed) => ({ id: deed.id, label: deed.label }));
  return {
    rev: pool.rev,
    deeds,
    history: { operationId: 'listPoolHistory', id },
    view: {
      id,
      title: pool.title,
      second: `Work is shared ${strategyWords[pool.strategy] ?? pool.strategy}`,
      avatar: { name: pool.title, kind: 'pool' },
      flags: pool.active ? [] : [{ text: 'Out of use', tone: 'danger' }],
      presses: [],
      deeds: links(['change', 'deactivate', 'reactivate']),
      sections: [sharesSection(desk, pool, shares, links(['join', 'weights', 'make-up']))],
      aside: [{ kind: 'facts', title: `About ${pool.title}`, facts: aboutFacts(pool, pool.names) }],
    },
  };
}

function sharesSection(
  desk: Desk,
  pool: PoolAnswer,
  shares: PoolShares,
  deeds: readonly DeedLink[],
): Section {
  const keeps = ['round_robin', 'weighted', 'skills'].includes(pool.strategy);
  const mayLeave = desk.me.may('join', 'Pool', { ...pool });
  const press = (person: string, name: string): ShareBar['press'] =>
    mayLeave ? { deed: 'leave', label: 'Remove', key: randomUUID(), fields: { person }, about: name } : null;
  return {
    kind: 'shares',
    title: 'Members and their shares',
    deeds,
    keeps,
    none: 'Nobody is in it: rules that send to it fall through.',
    note: sharesSentence(desk, shares, { strategy: pool.strategy, keeps }),
    bars: barsOf(desk, shares, keeps, press),
  };
}

function aboutFacts(pool: PoolAnswer, names: Names): Fact[] {
  const { teamId, calendarId, lookAheadMs, skills, moveOnLeave } = pool;
  return [
    {
      label: 'Team',
      pieces: [
        teamId === null
          ? { text: 'none', note: 'nobody else sees what the pool works on' }
          : { text: names.teams[teamId] ?? teamId, to: addressOf('teams', teamId) },
      ],
    },
    {
      label: 'Hours',
      pieces: [
        calendarId === null
          ? { text: 'those of each member' }
          : {
              text: valueWords('calendarId', calendarId, names),
              to: calendarId === 'always' ? undefined : addressOf('calendars', calendarId),
            },
      ],
    },
    ...(lookAheadMs === 0
      ? []
      : [
          {
            label: 'End of a shift',
            pieces: [{ text: `no pick in its last ${Math.round(lookAheadMs / 60_000)} minutes` }],
          },
        ]),
    ...(skills.length === 0
      ? []
      : [
          {
            label: 'Every case needs',
            pieces: [{ text: skills.map(({ skill, level }) => `${skill} ${level}`).join(', ') }],
          },
        ]),
    {
      label: 'On leave',
      pieces: [
        { text: moveOnLeave ? 'what a member holds is routed again' : 'what a member holds stays with them' },
      ],
    },
    { label: 'Id', pieces: [{ text: pool.id }] },
  ];
}
