import { describe, expect, test } from 'vitest';
import { runChain } from '../../../../domain/routing/run-chain.ts';
import { chainOf, goes, inputs, is, item, person, pool } from './route-fixture.ts';

const people = ['ana', 'bo', 'cy'].map((id) => person(id));
const emea = { people, pools: [pool('emea', ['ana', 'bo', 'cy'])] };
const toEmea = { ...item('soft'), when: is('kind', 'software'), to: { pool: 'emea' } };
const software = { kind: 'software' };

describe('a rule that is true', () => {
  test('assigns somebody from its pool, with the charge, the ledger and what follows', () => {
    const more = { next: 'Read the contract', acknowledgeWithin: { duration: '4h', calendar: 'hq' } };
    const outcome = runChain(chainOf({ rules: [{ ...toEmea, ...more }] }), inputs(software, emea));
    expect(outcome).toMatchObject({
      terminal: 'assigned',
      pool: 'emea',
      stage: 'rules',
      by: 'soft',
      reason: 'because soft',
      strategy: 'round_robin',
      ...more,
    });
    const { person: p = '', delta, record } = outcome;
    expect(delta?.[p]).toBeLessThan(0);
    expect(record.ledger).toMatchObject({ pool: 'emea', before: { ana: 0, bo: 0, cy: 0 }, after: delta });
    expect(record.candidates.map((entry) => entry.person)).toEqual(['ana', 'bo', 'cy']);
    expect(outcome.factsRead).toEqual(['kind']);
  });

  test('wins over later ones, which are recorded as not reached', () => {
    const chain = chainOf({ rules: [toEmea, { ...toEmea, id: 'later' }] });
    expect(
      runChain(chain, inputs(software, emea)).record.stages.map(({ id, outcome }) => [id, outcome]),
    ).toEqual([
      ['soft', 'yes'],
      ['later', 'not_reached'],
      ['default', 'not_reached'],
    ]);
  });

  test('asks nobody to acknowledge what lies in a queue', () => {
    const within = { acknowledgeWithin: { duration: '4h' }, next: 'Look' };
    const chain = chainOf({ rules: [{ ...item('all'), to: { queue: 'review' }, ...within }] });
    const outcome = runChain(chain, inputs({}));
    expect(outcome.next).toBe('Look');
    expect(outcome.acknowledgeWithin).toBeUndefined();
  });

  test('is skipped when it is disabled', () => {
    const chain = chainOf({ rules: [{ ...toEmea, enabled: false }] });
    const outcome = runChain(chain, inputs(software, emea));
    expect(outcome).toMatchObject({
      terminal: 'queued',
      queue: 'inbox',
      team: 'procurement',
      stage: 'default',
    });
    expect(outcome.record.stages[0]).toMatchObject({ outcome: 'disabled' });
  });

  test('needs no condition', () => {
    const chain = chainOf({ rules: [{ ...item('all'), to: { queue: 'review' } }] });
    expect(runChain(chain, inputs({}))).toMatchObject({ terminal: 'queued', queue: 'review', by: 'all' });
  });
});

describe('a rule that is not true', () => {
  test('leaves its trace, and the default decides', () => {
    const outcome = runChain(chainOf({ rules: [toEmea] }), inputs({ kind: 'services' }, emea));
    expect(outcome).toMatchObject({ stage: 'default', by: 'default', reason: 'no rule applies' });
    expect(outcome.record.stages[0]).toMatchObject({
      id: 'soft',
      outcome: 'no',
      trace: { op: '==', result: false },
    });
  });

  test('leaves no trace when none is asked for, and decides the same', () => {
    const traced = runChain(chainOf({ rules: [toEmea] }), inputs({ kind: 'services' }, emea));
    const quick = runChain(
      chainOf({ rules: [toEmea] }),
      inputs({ kind: 'services' }, emea, { traced: false }),
    );
    expect(quick.record.stages[0]).toEqual({
      stage: 'rules',
      id: 'soft',
      outcome: 'no',
      to: { pool: 'emea' },
    });
    expect(quick.record.decision).toEqual(traced.record.decision);
  });
});

describe('a missing input', () => {
  test.each([true, false])('is recorded, never a match and never silent (traced: %s)', (traced) => {
    const rules = [toEmea, { ...toEmea, id: 'tier', when: is('account.tier', 'gold') }];
    const outcome = runChain(chainOf({ rules }), inputs({ kind: 'x' }, emea, { traced }));
    expect(outcome.missing).toEqual(['account.tier']);
    expect(outcome.reason).toBe('no rule applies; missing input: account.tier');
    expect(outcome.record.stages[1]).toMatchObject({ outcome: 'unknown', missing: ['account.tier'] });
  });

  test('is named when nobody is found in the end', () => {
    const chain = chainOf({ rules: [toEmea], default: { to: { pool: 'nobody' } } });
    expect(runChain(chain, inputs({}, emea))).toMatchObject({
      terminal: 'unassigned',
      stage: 'default',
      reason: 'there is no pool nobody; missing input: kind',
    });
  });
});

describe('an error while evaluating', () => {
  const broken = { '+': 'nonsense' };
  test.each([
    [
      'rules',
      {
        rules: [
          { ...item('bad'), when: broken, to: { pool: 'emea' } },
          { ...toEmea, when: true },
        ],
      },
    ],
    [
      'screen',
      { screen: [{ ...item('bad'), kind: 'condition', when: broken, ...goes({ queue: 'inbox' }) }] },
    ],
    [
      'suppress',
      { suppress: [{ ...item('bad'), when: broken, action: 'do_not_route', reviewOn: '2027-01-01' }] },
    ],
    [
      'suppress',
      {
        suppress: [
          { ...item('bad'), when: true, action: 'hold', until: { when: broken }, reviewOn: '2027-01-01' },
        ],
      },
    ],
  ])('in %s is unassigned with the error, never the next rule', (stage, parts) => {
    const outcome = runChain(chainOf(parts), inputs(software, emea));
    expect(outcome).toMatchObject({ terminal: 'unassigned', stage, by: 'bad' });
    expect(outcome.reason).toMatch(/^rule error: bad: The condition cannot be used/);
    expect(outcome.record.stages.find((entry) => entry.id === 'bad')).toMatchObject({ outcome: 'error' });
  });

  test('that only the values cause is caught as well', () => {
    const rows = Array.from({ length: 20_000 }, (_, i) => `w${i}`);
    const when = { has: [{ var: 'words' }, 'w1'] };
    const chain = chainOf({ rules: [{ ...item('dear'), when, to: { pool: 'emea' } }] });
    expect(runChain(chain, inputs({ words: rows }, emea))).toMatchObject({
      terminal: 'unassigned',
      by: 'dear',
    });
  });
});
