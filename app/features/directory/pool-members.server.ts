import type { PoolShares } from '../../../server/use-cases/directory/pool-shares.ts';
import type { Deed } from './deed.server.ts';
import type { Desk } from './desk.server.ts';
import { personField, personIn, reasonField, reasonWelcome } from './fields.server.ts';
import { misread } from './misread.server.ts';
import type { PoolAnswer } from './pool-editor.server.ts';
import { dateIn } from './spans.server.ts';

const dayMs = 86_400_000;

/** Joining and leaving, weights and make-ups: what changes who gets how much. */
export function memberDeeds(desk: Desk, pool: PoolAnswer, shares: PoolShares): Deed[] {
  const deeds: Deed[] = [];
  if (!pool.active) return deeds;
  if (desk.me.may('join', 'Pool', { ...pool })) deeds.push(joinDeed(desk, pool), leaveDeed(pool));
  if (desk.me.may('update', 'Pool', { ...pool }) && shares.members.length > 0)
    deeds.push(weightsDeed(pool, shares), makeUpDeed(desk, pool, shares));
  return deeds;
}

function joinDeed(desk: Desk, { id, members }: PoolAnswer): Deed {
  const people = async () =>
    (await desk.people()).filter(({ id: person }) => !members.some((member) => member.person === person));
  return {
    id: 'join',
    label: 'Add a member',
    title: 'Add a member',
    lead: 'From this moment they get their share. They begin even: nothing of before is owed to them.',
    verb: 'Add',
    done: 'Added.',
    fields: async () => [
      { ...(await personField(desk, 'person', 'Who')), options: await people(), required: true },
      { name: 'weight', label: 'Weight', kind: 'number', hint: 'How much they take beside the others.' },
      reasonWelcome,
    ],
    values: async () => ({ weight: ['1'] }),
    command: async (posted) => {
      const person = personIn(posted, 'person', await people());
      if (person === null) throw misread('person', 'Say who joins.');
      return {
        operationId: 'joinPool',
        params: { id },
        body: { person, weight: posted.number('weight') ?? 1, reason: posted.text('reason') },
      };
    },
  };
}

const leaveDeed = ({ id }: PoolAnswer): Deed => ({
  id: 'leave',
  label: 'Remove',
  title: 'Remove a member',
  verb: 'Remove',
  done: 'Removed. What they hold stays with them.',
  press: true,
  fields: async () => [{ name: 'person', label: 'Who', kind: 'line', required: true }],
  command: (posted) => ({ operationId: 'leavePool', params: { id, person: posted.text('person') } }),
});

function weightsDeed({ id }: PoolAnswer, { members }: PoolShares): Deed {
  return {
    id: 'weights',
    label: 'Set weights',
    title: 'Set weights',
    lead: 'A weight of 2 takes twice what a weight of 1 does. What is owed so far does not change.',
    verb: 'Set weights',
    done: 'The weights are set.',
    controls: Object.fromEntries(members.map(({ person }) => [`weights.${person}`, `weight-${person}`])),
    fields: async () => [
      ...members.map(({ person, name }) => ({
        name: `weight-${person}`,
        label: name,
        kind: 'number' as const,
        required: true,
      })),
      reasonField,
    ],
    values: async () =>
      Object.fromEntries(members.map(({ person, weight }) => [`weight-${person}`, [String(weight)]])),
    command: (posted) => ({
      operationId: 'setWeights',
      params: { id },
      body: {
        weights: Object.fromEntries(
          members.map(({ person }) => [person, posted.number(`weight-${person}`) ?? 1]),
        ),
        reason: posted.text('reason'),
      },
      guarded: true,
    }),
  };
}

function makeUpDeed(desk: Desk, { id }: PoolAnswer, { members }: PoolShares): Deed {
  return {
    id: 'make-up',
    label: 'Make up',
    title: 'Make up to a member',
    lead: 'Up to 5 items beside the ordinary share, never two in a row, and gone when the time is over. Nobody else is charged for them.',
    verb: 'Make up',
    done: 'It will be made up.',
    controls: { until: 'last' },
    fields: async () => [
      {
        name: 'person',
        label: 'Who',
        kind: 'choice',
        required: true,
        options: members.map(({ person, name }) => ({ id: person, label: name })),
      },
      { name: 'items', label: 'Items', kind: 'number', required: true },
      { name: 'last', label: 'Last day', kind: 'date', required: true },
      reasonWelcome,
    ],
    values: async () => ({ items: ['1'], last: [dateIn(desk.zone, desk.now + 14 * dayMs)] }),
    command: (posted) => ({
      operationId: 'makeUp',
      params: { id },
      body: {
        person: posted.text('person'),
        items: posted.number('items') ?? 0,
        until: posted.day('last', desk.zone, 'ends'),
        reason: posted.text('reason'),
      },
    }),
  };
}
