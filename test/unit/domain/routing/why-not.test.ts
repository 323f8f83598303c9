import { describe, expect, test } from 'vitest';
import type { PoolView } from '../../../../domain/routing/directory.ts';
import { runChain } from '../../../../domain/routing/run-chain.ts';
import { oneItem } from '../../../../domain/routing/strategies/deficit-ledger.ts';
import { whyNot } from '../../../../domain/routing/why-not.ts';
import {
  chainOf,
  type Directory,
  goes,
  inputs,
  is,
  item,
  load,
  now,
  person,
  pool,
  team,
} from './route-fixture.ts';

const toPool = chainOf({ default: { to: { pool: 'p' } } });

/** Why not `who`, of a pool of ana, bo and cy. */
const inPool = (who: string, more: Partial<PoolView>, directory: Directory = {}, subject: object = {}) => {
  const people = ['ana', 'bo', 'cy'].map((id) => person(id));
  const given = { people, pools: [pool('p', ['ana', 'bo', 'cy'], more)], ...directory };
  return whyNot(runChain(toPool, inputs({}, given, subject)).record, who);
};
const fair = { credits: { ana: oneItem, bo: 0, cy: -oneItem } };

describe('why not', () => {
  test('the person picked: because it is theirs', () => {
    expect(inPool('ana', fair)).toEqual({
      reason: 'picked',
      at: 'default',
      smallestChange: { kind: 'none' },
    });
  });

  test('somebody with less credit: by how many items', () => {
    const why = inPool('cy', fair);
    expect(why).toMatchObject({ reason: 'outranked', at: 'default' });
    expect(why.smallestChange).toMatchObject({ kind: 'rank', standing: { reason: 'less_credit' } });
    const { standing } = why.smallestChange as { standing: { items: number } };
    expect(standing.items).toBeCloseTo(2, 6);
  });

  test('somebody who lost a tie', () => {
    const even = {
      members: [
        { person: 'ana', weight: 1 },
        { person: 'bo', weight: 1 },
      ],
      credits: { ana: 0, bo: 0 },
    };
    const loser = inPool('ana', even).reason === 'picked' ? 'bo' : 'ana';
    expect(inPool(loser, even).smallestChange).toEqual({ kind: 'rank', standing: { reason: 'lost_tie' } });
  });

  test('somebody with more to do: by how many cases', () => {
    const loads = [load('ana', []), load('bo', ['x', 'y']), load('cy', ['z'])];
    const busy = { loads };
    expect(inPool('bo', { strategy: 'least_loaded' }, busy).smallestChange).toEqual({
      kind: 'rank',
      standing: { reason: 'more_load', fewer: 2 },
    });
    const tied = { loads: [load('bo', ['x', 'y']), load('cy', ['z'])], people: [person('bo'), person('cy')] };
    expect(inPool('bo', { strategy: 'least_loaded' }, tied).smallestChange).toMatchObject({
      standing: { fewer: 2 },
    });
    const same = { people: [person('bo'), person('cy')] };
    const loser = inPool('bo', { strategy: 'least_loaded' }, same).reason === 'picked' ? 'cy' : 'bo';
    expect(inPool(loser, { strategy: 'least_loaded' }, same).smallestChange).toMatchObject({
      standing: { reason: 'lost_tie' },
    });
  });

  test('somebody further down the order, or less skilled, or while a make-up was due', () => {
    expect(inPool('cy', { strategy: 'ordered' }).smallestChange).toMatchObject({
      standing: { reason: 'later_in_order' },
    });
    const needs = {
      strategy: 'skills' as const,
      skills: [{ skill: 'tax', level: 2, relax: { everyMinutes: 1, by: 1, atLeast: 0 } }],
    };
    const skilled = { people: [person('ana', { skills: { tax: 2 } }), person('bo', { skills: { tax: 1 } })] };
    expect(inPool('bo', needs, skilled, { waitingSince: now - 600_000 }).smallestChange).toEqual({
      kind: 'rank',
      standing: { reason: 'less_skill', skills: { tax: 1 } },
    });
    const owed = { ...fair, makeUps: [{ person: 'cy', left: 1, until: now + 1 }] };
    expect(inPool('ana', owed).smallestChange).toMatchObject({ standing: { reason: 'made_up_to_another' } });
  });

  test('a holder of the role: by load', () => {
    const people = [person('ana', { roles: ['lead'] }), person('bo', { roles: ['lead'] })];
    const chain = chainOf({ default: { to: { role: 'lead' } } });
    const { record } = runChain(chain, inputs({}, { people, loads: [load('bo', ['x'])] }));
    expect(whyNot(record, 'bo').smallestChange).toMatchObject({
      standing: { reason: 'more_load', fewer: 1 },
    });
  });

  test('somebody at capacity: how many fewer, and whether that is enough', () => {
    const full = { loads: [load('ana', ['x', 'y'])], people: [person('ana', { capacity: 1 }), person('bo')] };
    expect(inPool('ana', fair, full)).toEqual({
      reason: 'at_capacity',
      at: 'default',
      smallestChange: { kind: 'removal', values: { open: 2, capacity: 1, fewer: 2 } },
    });
    const poor = { credits: { ana: -oneItem, bo: oneItem, cy: 0 } };
    expect(inPool('ana', poor, full).smallestChange).toMatchObject({ and: { reason: 'less_credit' } });
  });

  test('somebody found full while being seated', () => {
    const why = inPool('ana', fair, {}, { atCapacity: ['ana'] });
    expect(why).toMatchObject({ reason: 'at_capacity', smallestChange: { values: { foundFull: true } } });
  });

  test('somebody on leave where load decides: whether they would have had it', () => {
    const away = { away: { since: 0, until: null } };
    const busy = {
      people: [person('ana', away), person('bo')],
      loads: [load('ana', ['x', 'y']), load('bo', [])],
    };
    expect(inPool('ana', { strategy: 'least_loaded' }, busy).smallestChange).toMatchObject({
      kind: 'removal',
      and: { reason: 'more_load', fewer: 2 },
    });
    const idle = { ...busy, loads: [load('bo', ['x'])] };
    expect(inPool('ana', { strategy: 'least_loaded' }, idle).smallestChange).toEqual({
      kind: 'removal',
      values: { away: true, until: null },
    });
  });

  test('the only one, removed: nothing else would have to change', () => {
    const alone = { people: [person('ana', { active: false })] };
    expect(inPool('ana', {}, alone)).toMatchObject({
      reason: 'inactive',
      smallestChange: { kind: 'removal', values: { active: false } },
    });
  });

  test('the requester: nothing would change it', () => {
    expect(inPool('ana', fair, {}, { requesterId: 'ana' })).toEqual({
      reason: 'not_permitted',
      at: 'default',
      smallestChange: { kind: 'none' },
    });
  });
});

describe('why not somebody who was never considered', () => {
  const directory = {
    people: ['ana', 'bo', 'cy'].map((id) => person(id)),
    pools: [pool('one', ['ana']), pool('two', ['bo'])],
    teams: [team('ops', ['cy'])],
  };
  const rules = [
    { ...item('far'), when: { and: [is('kind', 'x'), is('tier', 'gold')] }, to: { pool: 'two' } },
    { ...item('near'), when: is('kind', 'x'), to: { pool: 'two' } },
    { ...item('hit'), when: is('tier', 'silver'), to: { pool: 'one' } },
    { ...item('later'), when: true, to: { team: 'ops' } },
  ];
  const facts = { kind: 'y', tier: 'silver' };
  const ask = (who: string, more: object = {}) =>
    whyNot(runChain(chainOf({ rules }), inputs(facts, directory, more)).record, who);

  test('names the rule that came closest, and the facts', () => {
    expect(ask('bo')).toEqual({
      reason: 'rule_not_true',
      at: 'near',
      smallestChange: {
        kind: 'rule_true',
        rule: 'near',
        facts: [{ fact: 'kind', was: 'y', op: '==', with: ['x'], must: true }],
      },
    });
  });

  test('names the rule, and no facts, where no trace was kept', () => {
    expect(ask('bo', { traced: false }).smallestChange).toEqual({
      kind: 'rule_true',
      rule: 'far',
      facts: [],
    });
  });

  test('names the rule that came first, and what would have made it false', () => {
    expect(ask('cy')).toEqual({
      reason: 'rule_not_reached',
      at: 'later',
      smallestChange: {
        kind: 'rule_false',
        rule: 'hit',
        facts: [{ fact: 'tier', was: 'silver', op: '==', with: ['silver'], must: false }],
      },
    });
  });

  test('says what they would have to belong to', () => {
    expect(ask('zoe')).toEqual({
      reason: 'not_a_member',
      at: 'hit',
      smallestChange: { kind: 'member', of: 'pool:one' },
    });
  });

  test('says that the team may claim it', () => {
    const { record } = runChain(chainOf({ default: { to: { team: 'ops' } } }), inputs({}, directory));
    expect(whyNot(record, 'cy')).toEqual({
      reason: 'open_to_the_team',
      at: 'default',
      smallestChange: { kind: 'none' },
    });
    expect(whyNot(record, 'bo')).toMatchObject({
      reason: 'not_a_member',
      smallestChange: { of: 'team:ops' },
    });
  });

  test('says what stopped the case before the rules', () => {
    const screen = [{ ...item('s'), kind: 'condition', when: is('kind', 'y'), ...goes({ queue: 'inbox' }) }];
    const { record } = runChain(chainOf({ screen, rules }), inputs(facts, directory));
    expect(whyNot(record, 'bo')).toMatchObject({
      reason: 'stopped_before_rules',
      at: 's',
      smallestChange: { kind: 'rule_false', rule: 's', facts: [{ fact: 'kind', must: false }] },
    });
    const suppress = [{ ...item('f'), when: true, action: 'do_not_route', reviewOn: '2027-01-01' }];
    const stopped = runChain(chainOf({ suppress, rules }), inputs(facts, directory)).record;
    expect(whyNot(stopped, 'bo').smallestChange).toEqual({ kind: 'rule_false', rule: 'f', facts: [] });
  });
});
