import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalJson } from '../../../../domain/hash/canonical-json.ts';
import { type DecisionRecord, terminals } from '../../../../domain/routing/decision-record.ts';
import { strategyNames } from '../../../../domain/routing/directory.ts';
import { removalReasons } from '../../../../domain/routing/removal.ts';
import { replayRecord } from '../../../../domain/routing/replay-record.ts';
import { type RouteOutcome, runChain } from '../../../../domain/routing/run-chain.ts';
import { whyNot } from '../../../../domain/routing/why-not.ts';
import {
  account,
  calendar,
  chainOf,
  goes,
  inputs,
  is,
  item,
  load,
  now,
  person,
  pool,
  team,
  territory,
} from './route-fixture.ts';

const stored = (record: DecisionRecord): DecisionRecord =>
  JSON.parse(canonicalJson(record)) as DecisionRecord;

const names = ['ana', 'bo', 'cy', 'di'];
const targets = [
  { pool: 'emea' },
  { pool: 'apac' },
  { pool: 'gone' },
  { team: 'ops' },
  { team: 'gone' },
  { queue: 'inbox' },
  { queue: 'gone' },
  { role: 'lead' },
  { field: 'buyer' },
  { manager: true },
  { accountOwner: true },
  { territoryOwner: true },
];

const condition = fc.oneof(
  fc.constantFrom(true, false, { '+': 'broken' }),
  fc
    .record({ fact: fc.constantFrom('a', 'b', 'account.tier'), value: fc.constantFrom('x', 'y') })
    .map((c) => is(c.fact, c.value)),
);
const way = fc.record(
  {
    to: fc.constantFrom(...targets),
    onNobody: fc.constantFrom('next', 'backup', 'wait', 'unassigned'),
    backup: fc.constantFrom(...targets),
    exclude: fc.subarray(['requester_manager', 'previous_owners']),
    skills: fc.constant([{ skill: 'tax', level: 2 }]),
  },
  { requiredKeys: ['to'] },
);
const ids =
  (prefix: string) =>
  <T extends object>(items: readonly T[]) =>
    items.map((one, i) => ({ ...item(`${prefix}${i}`), ...one }));
const chain = fc
  .record({
    screen: fc.array(
      fc.record({
        when: condition,
        where: fc.constantFrom({ queue: 'inbox' }, { continue: true, lowUrgency: true }),
      }),
      { maxLength: 1 },
    ),
    suppress: fc.array(
      fc.record({ when: condition, action: fc.constantFrom('do_not_route', 'hold', 'do_not_notify') }),
      { maxLength: 1 },
    ),
    rules: fc.array(
      fc.tuple(way, condition).map(([w, when]) => ({ ...w, when })),
      { maxLength: 4 },
    ),
    default: way,
    match: fc.constantFrom(undefined, {
      account: { by: [{ domain: 'mail' }, { name: 'a', atLeast: 0.5 }] },
      territory: { country: 'b' },
    }),
  })
  .map(({ screen, suppress, rules, match, ...rest }) =>
    chainOf({
      ...rest,
      screen: ids('s')(screen.map(({ when, where }) => ({ kind: 'condition', when, ...goes(where) }))),
      suppress: ids('u')(suppress.map((one) => ({ ...one, reviewOn: '2027-01-01' }))),
      rules: ids('r')(rules),
      ...(match === undefined ? {} : { match }),
    }),
  );

const somebody = fc.record({
  active: fc.boolean(),
  roles: fc.subarray(['lead']),
  calendarId: fc.constantFrom(null, 'open', 'closed', 'gone'),
  managerId: fc.constantFrom(null, 'di'),
  skills: fc.constantFrom({}, { tax: 2 }),
  capacity: fc.constantFrom(null, 1, 3),
  leave: fc.constantFrom([], [{ from: 0, until: 5 }], [{ from: 0, until: now + 5 }]),
});
const situation = fc
  .record({
    facts: fc.record(
      {
        a: fc.constantFrom('x', 'y'),
        b: fc.constantFrom('x', 'FR'),
        mail: fc.constantFrom('jo@acme.com', 'jo@gmail.com'),
        buyer: fc.constantFrom('ana', 'zoe'),
      },
      { requiredKeys: [] },
    ),
    people: fc.tuple(...names.map((id) => somebody.map((more) => person(id, more)))),
    known: fc.subarray(names, { minLength: 2 }),
    strategy: fc.constantFrom(...strategyNames),
    held: fc.array(fc.nat(3), { minLength: 4, maxLength: 4 }),
    credit: fc.integer({ min: -9, max: 9 }),
    more: fc.record({
      atCapacity: fc.subarray(names),
      skip: fc.subarray(names),
      conflicted: fc.subarray(names),
      previousOwners: fc.subarray(names),
      traced: fc.boolean(),
      waitingSince: fc.constantFrom(null, 0),
    }),
  })
  .map(({ facts, people, known, strategy, held, credit, more }) =>
    inputs(
      facts,
      {
        people: [...people.filter(({ id }) => known.includes(id)), person('req', { managerId: 'ana' })],
        pools: [
          pool('emea', ['ana', 'bo', 'cy'], { strategy, credits: { ana: credit, bo: -credit, cy: 0 } }),
          pool('apac', ['di'], { calendarId: 'open', makeUps: [{ person: 'di', left: 1, until: now + 1 }] }),
        ],
        teams: [team('ops', ['ana'])],
        loads: names.map((id, i) =>
          load(
            id,
            Array.from({ length: held[i] ?? 0 }, (_, n) => `x${n}`),
          ),
        ),
        calendars: { open: calendar('08:00', '18:00'), closed: calendar('20:00', '22:00') },
        accounts: [
          account('acme', { domains: ['acme.com'], tier: 'x', ownerId: 'bo' }),
          account('xy', { name: 'x' }),
        ],
        territories: [territory('fr', { countries: ['FR'], ownerId: 'cy' })],
      },
      more,
    ),
  );

/** Everything the closed union promises of an outcome. */
function expectClosed(outcome: RouteOutcome): void {
  expect(terminals).toContain(outcome.terminal);
  expect(outcome.reason).not.toBe('');
  if (outcome.terminal === 'assigned') expect(outcome.person).toBeTypeOf('string');
  else expect(outcome.person).toBeUndefined();
  if (outcome.terminal === 'queued') expect(outcome.team ?? outcome.waitingPool).toBeTypeOf('string');
  if (outcome.terminal === 'held') expect(outcome.hold?.until).toBeGreaterThan(now);
  const sum = Object.values(outcome.delta ?? {}).reduce((a, b) => a + b, 0);
  expect(sum).toBe(0);
  expect(outcome.record.reach).toBeDefined();
}

describe('whatever the chain and the directory', () => {
  test('a decision ends in the closed union, is repeatable, and replays from its stored record to the byte', () => {
    fc.assert(
      fc.property(chain, situation, (compiled, given) => {
        const outcome = runChain(compiled, given);
        expectClosed(outcome);
        expect(canonicalJson(runChain(compiled, given).record)).toBe(canonicalJson(outcome.record));
        const { record, ...decided } = outcome;
        const replay = replayRecord(stored(record), compiled);
        expect(replay.notInRecord).toEqual([]);
        const { record: again, ...decidedAgain } = replay.outcome;
        expect(canonicalJson(again)).toBe(canonicalJson(record));
        expect(decidedAgain).toEqual(decided);
      }),
      { numRuns: 400 },
    );
  });

  test('nobody who was removed is picked, and whoever asks why not is answered', () => {
    fc.assert(
      fc.property(chain, situation, fc.constantFrom(...names, 'zoe'), (compiled, given, who) => {
        const { record } = runChain(compiled, given);
        for (const entry of record.candidates) {
          if (entry.removedBy !== null) expect(removalReasons).toContain(entry.removedBy);
        }
        const { person: picked, by } = record.decision;
        const mine = record.candidates.find((entry) => entry.person === picked && entry.removedBy === null);
        if (picked !== undefined) expect(mine?.rule).toBe(by);
        const why = whyNot(stored(record), who);
        expect(why.reason === 'picked').toBe(picked === who);
        expect(why.at).not.toBe('');
      }),
      { numRuns: 300 },
    );
  });

  test('the order of a pool’s members never changes the decision', () => {
    fc.assert(
      fc.property(chain, situation, (compiled, given) => {
        const turned = new Map(
          [...given.directory.pools].map(([id, view]) => [
            id,
            { ...view, members: view.members.toReversed() },
          ]),
        );
        fc.pre(![...turned.values()].some((view) => view.strategy === 'ordered'));
        const other = runChain(compiled, { ...given, directory: { ...given.directory, pools: turned } });
        expect(other.record.decision).toEqual(runChain(compiled, given).record.decision);
      }),
    );
  });
});

describe('replaying under another version', () => {
  const people = [person('ana'), person('bo')];
  const directory = {
    people,
    pools: [pool('one', ['ana']), pool('two', ['bo'])],
    teams: [team('ops', ['ana'])],
  };
  const v1 = chainOf({ rules: [{ ...item('r'), when: is('a', 'x'), to: { pool: 'one' } }] });
  const { record } = runChain(v1, inputs({ a: 'x' }, directory));

  test('says what that version would have decided', () => {
    const v2 = chainOf({ rules: [{ ...item('r'), when: is('a', 'y'), to: { pool: 'one' } }] });
    const replay = replayRecord(stored(record), v2);
    expect(replay.outcome).toMatchObject({ terminal: 'queued', queue: 'inbox' });
    expect(replay.notInRecord).toEqual([]);
  });

  test.each([
    [{ pool: 'two' }, ['pool:two']],
    [{ team: 'ops' }, ['team:ops']],
    [{ role: 'lead' }, ['role:lead']],
    [{ manager: true }, ['person:req']],
  ])('says what of %j the record does not know', (to, missing) => {
    const v2 = chainOf({ default: { to } });
    expect(replayRecord(stored(record), v2)).toMatchObject({
      notInRecord: missing,
      outcome: { terminal: 'unassigned' },
    });
  });

  test('says that a load or calendar was not recorded', () => {
    const { used } = record;
    const cut = {
      ...stored(record),
      used: { ...used, loads: [], people: [person('ana', { calendarId: 'hq' })] },
    };
    expect(replayRecord(cut, v1).notInRecord).toEqual(['calendar:hq', 'load:ana']);
  });
});

test('a record keeps of the directory what was used, and nothing of other cases', () => {
  const busy = pool('p', ['ana'], {
    picks: { 'c9:1': { p: 'ana', hash: 'h', delta: { ana: 0 }, token: 1, at: 1 } },
  });
  const past = person('ana', {
    leave: [
      { from: 0, until: 1 },
      { from: now + 5, until: now + 9 },
    ],
  });
  const directory = {
    people: [past, person('zoe')],
    pools: [busy, pool('q', ['zoe'])],
    loads: [load('ana', ['c9', 'c1'])],
  };
  const { used } = runChain(chainOf({ default: { to: { pool: 'p' } } }), inputs({}, directory)).record;
  expect(used.people).toEqual([{ ...past, leave: [{ from: now + 5, until: now + 9 }] }]);
  expect(used.pools.map(({ id, picks }) => [id, picks])).toEqual([['p', {}]]);
  expect(used.loads).toEqual([{ person: 'ana', rev: 1, accepts: true, open: 1 }]);
});
