import { randomUUID } from 'node:crypto';
import { must } from '../../lib/api.server.ts';
import type { Deed } from './deed.server.ts';
import { delegationColumns, delegationRows, scopeWords, standingOf } from './delegation-rows.server.ts';
import type { Desk, Names } from './desk.server.ts';
import type { ListView } from './directory-view.ts';
import { personField, personIn } from './fields.server.ts';
import { addressOf, type Kind, type Narrowing, type ObjectPage } from './kind.server.ts';
import { misread } from './misread.server.ts';
import type { DelegationAnswer } from './person-answer.ts';
import { dateIn, spanWords } from './spans.server.ts';

interface Listed {
  readonly given: readonly DelegationAnswer[];
  readonly received: readonly DelegationAnswer[];
  readonly next: string | null;
  readonly names: Names;
}

interface Types {
  readonly items: readonly { readonly slug: string; readonly title: string }[];
}

const seesEverybody = ({ me }: Desk): boolean => me.roles.includes('admin') || me.roles.includes('auditor');

/** Delegations: who decides for whom, from when to when, of what. */
export const delegationsKind: Kind = {
  slug: 'delegations',
  label: 'Delegations',
  none: 'No delegation is in force or to come',
  searches: false,
  isOpen: ({ me }) => me.may('read', 'Person'),
  filters: async () => [
    {
      name: 'show',
      label: 'Which',
      options: [
        { id: '', label: 'in force and to come' },
        { id: 'all', label: 'all, with those that are over' },
      ],
    },
  ],
  list: listDelegations,
  create: createDelegation,
  read: readDelegation,
};

async function listDelegations(desk: Desk, { show, cursor }: Narrowing): Promise<ListView> {
  const [{ given, received, next, names }, types] = await Promise.all([
    must<Listed>(desk.context, 'listDelegations', {
      query: { expand: 'names', ...(seesEverybody(desk) ? { of: 'everybody', cursor, limit: 50 } : {}) },
    }),
    typesOf(desk),
  ]);
  const all = [...given, ...received]
    .filter(({ endsAt }) => show === 'all' || endsAt > desk.now)
    .sort((a, b) => a.startsAt - b.startsAt);
  return {
    columns: delegationColumns,
    rows: delegationRows(desk, all, (id) => names.people[id] ?? id, titleIn(types)),
    next,
  };
}

const dayMs = 86_400_000;

/** Whoever asks delegates for themselves; administrators for anybody. */
function createDelegation(desk: Desk): Deed | null {
  const forAnybody = desk.me.roles.includes('admin');
  if (!forAnybody && !desk.me.may('delegate', 'Person', { id: desk.me.id })) return null;
  return {
    id: 'create',
    label: 'New delegation',
    title: forAnybody ? 'Let somebody decide for somebody else' : 'Let somebody else decide for you',
    lead: 'Whoever is named signs in their place, within these bounds, and never on their own request. It is not passed on.',
    verb: 'Delegate',
    done: 'Made.',
    controls: { startsAt: 'first', endsAt: 'last', from: 'person' },
    fields: async () => [
      ...(forAnybody
        ? [{ ...(await personField(desk, 'person', 'Who is decided for')), required: true }]
        : []),
      { ...(await personField(desk, 'to', 'Who decides')), required: true },
      { name: 'first', label: 'First day', kind: 'date', required: true },
      { name: 'last', label: 'Last day', kind: 'date', required: true },
      {
        name: 'types',
        label: 'Only these request types',
        kind: 'checks',
        wide: true,
        hint: 'None means all of them.',
        options: (await typesOf(desk)).items.map(({ slug, title }) => ({ id: slug, label: title })),
      },
      {
        name: 'amountUpTo',
        label: 'Only up to this amount',
        kind: 'number',
        hint: 'In the base currency; nothing means any.',
      },
      { name: 'reason', label: 'Why', kind: 'line', wide: true },
    ],
    values: async () => ({
      person: forAnybody ? [] : [desk.me.id],
      first: [dateIn(desk.zone, desk.now)],
      last: [dateIn(desk.zone, desk.now + 7 * dayMs)],
    }),
    command: async (posted) => {
      const people = await desk.people();
      const to = personIn(posted, 'to', people);
      const person = forAnybody ? personIn(posted, 'person', people) : desk.me.id;
      if (person === null) throw misread('person', 'Say who is decided for.');
      if (to === null) throw misread('to', 'Say who decides.');
      const types = posted.all('types');
      return {
        operationId: 'createDelegation',
        body: {
          person,
          to,
          startsAt: posted.day('first', desk.zone, 'begins'),
          endsAt: posted.day('last', desk.zone, 'ends'),
          types: types.length === 0 ? null : types,
          amountUpTo: posted.number('amountUpTo'),
          reason: posted.text('reason'),
        },
      };
    },
  };
}

const typesOf = ({ context }: Desk): Promise<Types> =>
  must<Types>(context, 'listRequestTypes', { query: { limit: 200 } });

const titleIn =
  ({ items }: Types) =>
  (slug: string): string =>
    items.find((type) => type.slug === slug)?.title ?? slug;

async function readDelegation(desk: Desk, id: string): Promise<ObjectPage> {
  const one = await must<DelegationAnswer>(desk.context, 'getDelegation', { params: { id } });
  const [people, types] = await Promise.all([
    Promise.all(
      [one.from, one.to].map((person) =>
        must<{ name: string; managerId: string | null }>(desk.context, 'getPerson', {
          params: { id: person },
        }),
      ),
    ),
    typesOf(desk),
  ]);
  const [from, to] = people;
  const title = `${to?.name ?? one.to} for ${from?.name ?? one.from}`;
  const mayEnd =
    one.endsAt > desk.now &&
    desk.me.may('delegate', 'Person', { id: one.from, managerId: from?.managerId ?? null });
  return {
    rev: 0,
    deeds: mayEnd ? [endDeed(one, title)] : [],
    history: { operationId: 'listDelegationHistory', id },
    view: {
      id,
      title,
      second: `Decides ${spanWords(desk.zone, one.startsAt, one.endsAt)}`,
      avatar: { name: to?.name ?? one.to, kind: 'person' },
      flags: [standingOf(one, desk.now)],
      presses: mayEnd ? [{ deed: 'end', label: 'End now', key: randomUUID() }] : [],
      deeds: [],
      sections: [
        {
          kind: 'facts',
          title: 'What it covers',
          facts: [
            { label: 'Who decides', pieces: [{ text: to?.name ?? one.to, to: addressOf('people', one.to) }] },
            {
              label: 'For whom',
              pieces: [{ text: from?.name ?? one.from, to: addressOf('people', one.from) }],
            },
            { label: 'When', pieces: [{ text: spanWords(desk.zone, one.startsAt, one.endsAt) }] },
            {
              label: 'Of what',
              pieces: [
                {
                  text: scopeWords(one, titleIn(types)),
                },
              ],
            },
          ],
          note: 'Nobody decides on their own request by it, and it is not passed on. Another scope is made anew.',
        },
      ],
      aside: [],
    },
  };
}

const endDeed = ({ id }: DelegationAnswer, title: string): Deed => ({
  id: 'end',
  label: 'End now',
  title: `End ${title}`,
  verb: 'End now',
  done: 'Ended.',
  command: () => ({
    operationId: 'changeDelegation',
    params: { id },
    body: { ended: true },
    to: '/directory/delegations',
  }),
});
