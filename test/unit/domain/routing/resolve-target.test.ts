import { describe, expect, test } from 'vitest';
import { runChain } from '../../../../domain/routing/run-chain.ts';
import { oneItem } from '../../../../domain/routing/strategies/deficit-ledger.ts';
import { chainOf, inputs, item, load, now, person, pool, team } from './route-fixture.ts';

const people = ['ana', 'bo', 'cy'].map((id) => person(id));

describe('when a target yields nobody', () => {
  const empty = {
    people,
    pools: [pool('emea', ['ana'], {}), pool('none', [])],
    teams: [team('ops', ['ana']), team('ghost', [])],
  };
  const away = { ...empty, people: [person('ana', { active: false })] };
  const rule = (more: object) => ({ ...item('first'), when: true, to: { pool: 'emea' }, ...more });

  test('the next rule is tried, and the fall-through shows', () => {
    const chain = chainOf({ rules: [rule({}), { ...item('second'), to: { queue: 'review' } }] });
    const outcome = runChain(chain, inputs({}, away));
    expect(outcome).toMatchObject({ terminal: 'queued', queue: 'review', by: 'second' });
    expect(outcome.record.stages[0]).toMatchObject({
      id: 'first',
      nobody: { why: 'nobody for pool emea: 1 inactive', onNobody: 'next' },
    });
  });

  test('the backup is asked', () => {
    const chain = chainOf({ rules: [rule({ onNobody: 'backup', backup: { team: 'ops' } })] });
    expect(runChain(chain, inputs({}, away))).toMatchObject({
      terminal: 'queued',
      team: 'ops',
      by: 'first',
      reason: 'because first; backup, since nobody for pool emea: 1 inactive',
    });
  });

  test('a backup that yields nobody either, or is not there, falls through', () => {
    for (const backup of [{ backup: { team: 'ghost' } }, {}]) {
      const chain = chainOf({ rules: [rule({ onNobody: 'backup', ...backup })] });
      expect(runChain(chain, inputs({}, away))).toMatchObject({ stage: 'default', queue: 'inbox' });
    }
  });

  test('the case waits in the pool', () => {
    const chain = chainOf({ rules: [rule({ onNobody: 'wait', next: 'Ring them' })] });
    expect(runChain(chain, inputs({}, away))).toMatchObject({
      terminal: 'queued',
      waitingPool: 'emea',
      by: 'first',
      reason: 'waiting: nobody for pool emea: 1 inactive',
      next: 'Ring them',
    });
  });

  test('the case is held and tried again where a single person is waited for', () => {
    const chain = chainOf({ rules: [rule({ to: { accountOwner: true }, onNobody: 'wait' })] });
    const outcome = runChain(chain, inputs({ 'account.owner': 'ana' }, away));
    expect(outcome).toMatchObject({ terminal: 'held', hold: { until: now + 600_000, owner: 'lead' } });
    const byDefault = chainOf({ default: { to: { manager: true }, onNobody: 'wait' } });
    expect(runChain(byDefault, inputs({}, away))).toMatchObject({
      terminal: 'held',
      hold: { owner: 'procurement-lead', reason: 'waiting: the requester’s manager is not known' },
    });
  });

  test('the case is unassigned at once where the rule says so', () => {
    const chain = chainOf({ rules: [rule({ onNobody: 'unassigned' })] });
    expect(runChain(chain, inputs({}, away))).toMatchObject({
      terminal: 'unassigned',
      by: 'first',
      reason: 'nobody for pool emea: 1 inactive',
    });
  });

  test.each([
    ['an empty pool', { pool: 'none' }, 'pool none has nobody'],
    ['an unknown pool', { pool: 'zzz' }, 'there is no pool zzz'],
    ['an empty team', { team: 'ghost' }, 'team ghost has no members'],
    ['an unknown team', { team: 'zzz' }, 'there is no team zzz'],
    ['an unknown queue', { queue: 'zzz' }, 'there is no queue zzz'],
    ['a role nobody holds', { role: 'ceo' }, 'role ceo has nobody'],
    [
      'a role only the requester holds',
      { role: 'asker' },
      'nobody for role asker: 1 not permitted for this case',
    ],
    ['a field without a value', { field: 'buyer' }, 'field buyer is not known'],
    ['no account', { accountOwner: true }, 'the account’s owner is not known'],
    ['no territory', { territoryOwner: true }, 'the territory’s owner is not known'],
    ['a requester without a manager', { manager: true }, 'the requester’s manager is not known'],
  ])('%s says so', (_case, to, why) => {
    const holders = [...people, person('req', { roles: ['asker'] })];
    const outcome = runChain(chainOf({ default: { to } }), inputs({}, { ...empty, people: holders }));
    expect(outcome.terminal).toBe('unassigned');
    expect(outcome.reason.split('; missing')[0]).toBe(why);
  });

  test('the missing fact behind it is named', () => {
    expect(runChain(chainOf({ default: { to: { field: 'buyer' } } }), inputs({})).missing).toEqual(['buyer']);
  });
});

describe('targets', () => {
  const staff = [
    person('boss', { roles: ['lead'] }),
    person('ana', { managerId: 'boss', roles: ['lead'] }),
    person('req', { managerId: 'ana' }),
    person('kid', { managerId: 'boss' }),
  ];
  const facts = { buyer: 'ana', 'account.owner': 'ana', 'territory.owner': 'boss' };
  test.each([
    ['a field’s person', { field: 'buyer' }, {}, 'ana'],
    ['the account’s owner', { accountOwner: true }, {}, 'ana'],
    ['the territory’s owner', { territoryOwner: true }, {}, 'boss'],
    ['the requester’s manager', { manager: true }, {}, 'ana'],
    ['the manager of the person it is for', { manager: true }, { behalfId: 'kid' }, 'boss'],
  ])('%s is assigned without a pool', (_case, to, more, who) => {
    const outcome = runChain(chainOf({ default: { to } }), inputs(facts, { people: staff }, more));
    expect(outcome).toMatchObject({ terminal: 'assigned', person: who });
    expect(outcome.pool).toBeUndefined();
    expect(outcome.delta).toBeUndefined();
    expect(outcome.record.ledger).toBeNull();
  });

  test('of a role the least loaded holder is assigned', () => {
    const directory = { people: staff, loads: [load('ana', ['x']), load('boss', ['y', 'z'])] };
    expect(runChain(chainOf({ default: { to: { role: 'lead' } } }), inputs({}, directory)).person).toBe(
      'ana',
    );
  });

  test('a team sees the case in its queue', () => {
    const chain = chainOf({ default: { to: { team: 'ops' } } });
    expect(runChain(chain, inputs({}, { teams: [team('ops', ['ana'])] }))).toMatchObject({
      terminal: 'queued',
      team: 'ops',
    });
  });
});

describe('a pick', () => {
  const chain = chainOf({ default: { to: { pool: 'p' } } });

  test('is decided as if its own earlier pick were absent', () => {
    const fresh = { people, pools: [pool('p', ['ana', 'bo', 'cy'])] };
    const first = runChain(chain, inputs({}, fresh));
    const pending = { p: first.person ?? '', hash: 'h', delta: first.delta ?? {}, token: 1, at: now };
    const charged = pool('p', ['ana', 'bo', 'cy'], {
      credits: first.delta ?? {},
      picks: { 'c1:1': pending },
    });
    const again = runChain(chain, inputs({}, { people, pools: [charged] }));
    expect(again.record).toEqual(first.record);
  });

  test('uses up a make-up of somebody eligible, and charges nobody', () => {
    const owed = pool('p', ['ana', 'bo', 'cy'], {
      credits: { ana: oneItem, bo: 0, cy: -oneItem },
      makeUps: [{ person: 'cy', left: 1, until: now + 1 }],
    });
    const outcome = runChain(chain, inputs({}, { people, pools: [owed] }));
    expect(outcome).toMatchObject({ person: 'cy', makeUp: true, delta: {} });
    const elsewhere = runChain(chain, inputs({}, { people, pools: [{ ...owed, strategy: 'ordered' }] }));
    expect(elsewhere.person).toBe('ana');
    expect(elsewhere.makeUp).toBeUndefined();
  });

  test('relaxes skills with waiting time in a pool of skills, and in no other', () => {
    const skills = [{ skill: 'tax', level: 3, relax: { everyMinutes: 60, by: 1, atLeast: 1 } }];
    const waited = { waitingSince: now - 2 * 3_600_000 };
    const who = [person('ana', { skills: { tax: 1 } })];
    const decide = (strategy: 'skills' | 'weighted') =>
      runChain(chain, inputs({}, { people: who, pools: [pool('p', ['ana'], { strategy, skills })] }, waited))
        .terminal;
    expect(decide('skills')).toBe('assigned');
    expect(decide('weighted')).toBe('unassigned');
  });
});
