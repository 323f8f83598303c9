import { describe, expect, it } from 'vitest';
import { compileDefinition } from '../../../../domain/definition/compile-definition.ts';
import { definitionSchema } from '../../../../domain/definition/definition-schema.ts';
import { runDefinitionTests } from '../../../../domain/definition/run-tests.ts';
import type { TestCase } from '../../../../domain/definition/test-case-schema.ts';
import { inventedEnvironment, inventedPerson } from '../../../../domain/definition/test-environment.ts';
import { definitionFixture, withChange } from '../../../support/definition-fixture.ts';

const compiled = (changes: Record<string, unknown> = {}) =>
  compileDefinition(definitionSchema.parse(withChange(definitionFixture(), changes)));

const software = {
  vendor_name: 'Acme',
  vendor_type: 'software',
  country: 'FR',
  spend: { amount: '20000', currency: 'EUR' },
  urgency: 'low',
};
const services = { ...software, vendor_type: 'services', country: 'US' };

type Input = Partial<TestCase['input']>;

/** What came out otherwise in one test of the vendor definition, as `what: got`. */
function failing(input: Input, expect: TestCase['expect'], changes: Record<string, unknown> = {}): string[] {
  const test = {
    id: 't',
    title: 'T',
    at: '2026-03-02T10:00:00Z',
    input: { values: software, ...input },
    expect,
  };
  const { results } = runDefinitionTests(compiled({ ...changes, '/tests': [test] }));
  return (results[0]?.failures ?? []).map(({ what, got }) => `${what}: ${got}`);
}

describe('the tests of a definition', () => {
  it('pass where the product decides as they say', () => {
    const run = runDefinitionTests(compiled());
    expect(run.results.flatMap(({ failures }) => failures)).toEqual([]);
    expect(run.passed).toBe(true);
  });

  it('say of everything expected what came out instead', () => {
    const wrong: TestCase['expect'] = {
      terminal: 'queued',
      rule: 'sponsored',
      pool: 'elsewhere',
      queue: 'inbox',
      team: 'procurement',
      person: 'ana',
      owner: 'nobody',
      gates: [],
      suppressedBy: 'freeze',
      screenedBy: 'asked-already',
      missing: ['x'],
      priority: 1,
      lowUrgency: true,
      refused: ['country'],
    };
    expect(failing({}, wrong)).toEqual([
      'terminal: assigned',
      'rule: emea-software',
      'pool: procurement-emea',
      'queue: none',
      'team: none',
      'person: pool:procurement-emea:1',
      'owner: procurement-lead',
      'gates: finance, security',
      'suppressedBy: none',
      'screenedBy: none',
      'missing: account.lists',
      'priority: 3',
      'lowUrgency: false',
      'refused: the submission was accepted',
    ]);
  });

  it('may expect the form to refuse, naming the fields', () => {
    const values = { ...software, country: 'nowhere', urgency: 'later' };
    expect(failing({ values }, { refused: ['urgency', 'country'] })).toEqual([]);
    expect(failing({ values }, { refused: ['urgency'] })[0]).toMatch(/^refused: country, urgency: /);
    expect(failing({ values }, {})[0]).toMatch(/^refused: country, urgency: /);
    const nested = { ...software, country: JSON.parse(`${'['.repeat(60)}${']'.repeat(60)}`) as [] };
    expect(failing({ values: nested }, {})).toHaveLength(1);
  });

  it('look at the clocks they name: which one, how long, until when', () => {
    const due = (id: string, dueAt: string) => failing({}, { clocks: [{ id, dueAt }] });
    expect(due('resolution', '2026-03-07T10:00:00Z')).toEqual([]);
    expect(due('resolution', '2026-03-08T10:00:00Z')).toEqual([
      'clock resolution: due 2026-03-07T10:00:00.000Z',
    ]);
    expect(failing({}, { clocks: [{ id: 'resolution', duration: '2d' }] })).toEqual([
      'clock resolution: lasts 5d',
    ]);
    const later = { '/clocks/0/start': { onEnter: ['review'] } };
    expect(failing({}, { clocks: [{ id: 'first-response' }] }, later)).toEqual([
      'clock first-response: resolution',
    ]);
    const atOnce = {
      '/clocks/0/start': { onEnter: ['submitted'] },
      '/clocks/0/targets/0/calendar': { from: 'requester' },
    };
    expect(failing({}, { clocks: [{ id: 'first-response', duration: '8h' }] }, atOnce)).toEqual([]);
  });

  it('fall through to the next rule when everybody in a pool is away', () => {
    const rule = { rule: 'default', queue: 'inbox', terminal: 'queued' } as const;
    expect(failing({ absent: ['pool:procurement-emea'] }, rule)).toEqual([]);
    expect(failing({ absent: ['pool:procurement-emea:1'] }, { person: 'pool:procurement-emea:2' })).toEqual(
      [],
    );
    expect(
      failing({ absent: ['pool:unknown', 'team:unknown', 'somebody'] }, { rule: 'emea-software' }),
    ).toEqual([]);
    const toRole = { '/chains/0/rules/0/to': { role: 'finance-lead' } };
    expect(failing({ absent: ['role:finance-lead'] }, rule, toRole)).toEqual([]);
    const waits = { '/chains/0/rules/0/onNobody': 'wait' };
    expect(
      failing(
        { absent: ['pool:procurement-emea'] },
        { terminal: 'waiting', pool: 'procurement-emea' },
        waits,
      ),
    ).toEqual([]);
    const toTeam = { '/chains/0/rules/0/to': { team: 'procurement' } };
    expect(
      failing({ absent: ['team:procurement'] }, { terminal: 'queued', team: 'procurement' }, toTeam),
    ).toEqual([]);
  });

  it('invent whoever a person field, the account or the requester names', () => {
    const values = { ...services, sponsor: 'ana' };
    expect(failing({ values }, { rule: 'sponsored', person: 'ana' })).toEqual([]);
    expect(failing({ values, absent: ['ana'] }, { rule: 'default', missing: [] })).toEqual([
      'missing: account.lists',
    ]);
    const toManager = { '/chains/0/rules/0/to': { manager: true } };
    expect(failing({ requester: { manager: 'ben' } }, { person: 'ben' }, toManager)).toEqual([]);
    expect(failing({ behalf: { id: 'cy', manager: 'dan' } }, { person: 'dan' }, toManager)).toEqual([]);
    const toOwner = { '/chains/0/rules/0/to': { accountOwner: true } };
    expect(
      failing({ account: { id: 'a', owner: 'eve' } }, { person: 'eve', missing: ['account.lists'] }, toOwner),
    ).toEqual([]);
    const toTerritory = { '/chains/0/rules/0/to': { territoryOwner: true } };
    expect(failing({ territory: { owner: 'fay' } }, { person: 'fay' }, toTerritory)).toEqual([]);
  });

  it('know of earlier cases for duplicate screens', () => {
    const earlier = [{ daysBefore: 3, values: { vendor_name: ' ACME ' } }];
    const found = { screenedBy: 'asked-already', queue: 'duplicates', lowUrgency: true };
    expect(failing({ earlier }, found)).toEqual([]);
    expect(
      failing({ earlier: [{ daysBefore: 31, values: { vendor_name: 'Acme' } }] }, { rule: 'emea-software' }),
    ).toEqual([]);
    expect(
      failing({ earlier: [{ daysBefore: 3, values: { vendor_name: 'Other' } }] }, { rule: 'emea-software' }),
    ).toEqual([]);
    const perAccount = { '/chains/0/screen/0/per': 'account' };
    expect(failing({ earlier }, { rule: 'emea-software' }, perAccount)).toEqual([]);
    expect(failing({ earlier, account: { id: 'a' } }, found, perAccount)).toEqual([]);
  });

  it('take scores, other facts, a source and the proposal of an agent', () => {
    const reads = (condition: object) => ({
      '/chains/0/rules/1/when': condition,
      '/chains/0/rules/1/to': { queue: 'duplicates' },
    });
    const hit = { queue: 'duplicates' };
    const given: [Input, object][] = [
      [{ scores: { fit: 80 } }, { '>': [{ var: 'score.fit' }, 70] }],
      [{ source: 'agent' }, { '==': [{ var: 'source' }, 'agent'] }],
      [{ facts: { 'open.vendor.requester': 2 } }, { '>': [{ var: 'open.vendor.requester' }, 1] }],
      [{}, { '==': [{ var: 'open.vendor.requester' }, 0] }],
      [{ account: { id: 'a' } }, { '==': [{ var: 'open.vendor.account' }, 0] }],
      [
        { proposal: { account: 'a', intent: 'renew', confidence: 0.4 } },
        { '<': [{ var: 'agent.confidence' }, 0.5] },
      ],
      [{ requester: { department: 'it', roles: ['buyer'] } }, { in: ['buyer', { var: 'requester.roles' }] }],
      [{}, { '==': [{ var: 'time.weekday' }, 1] }],
    ];
    for (const [input, condition] of given)
      expect(failing({ values: services, ...input }, hit, reads(condition))).toEqual([]);
    expect(
      failing(
        { values: services },
        { queue: 'inbox', missing: [] },
        reads({ '==': [{ var: 'open.vendor.account' }, 0] }),
      ),
    ).toEqual(['missing: account.lists, open.vendor.account']);
  });

  it('run in a given company too', () => {
    const definition = compiled({ '/tests/0/expect': { person: 'zoe' } });
    const { directory } = inventedEnvironment(definition.document);
    const pool = directory.pools.get('procurement-emea');
    if (pool === undefined) throw new Error('the pool is invented');
    const environment = {
      directory: {
        ...directory,
        people: new Map([
          ['zoe', inventedPerson('zoe')],
          ['requester', inventedPerson('requester')],
        ]),
        pools: new Map([
          [pool.id, { ...pool, members: [{ person: 'zoe', weight: 1 }], credits: { zoe: 0 } }],
        ]),
        calendars: new Map([['always', directory.calendars.get('always') ?? { rev: 1, calendar: never() }]]),
      },
    };
    expect(runDefinitionTests(definition, environment).results[0]).toMatchObject({ passed: true });
  });

  it('follow the automatic steps that are possible at once', () => {
    const auto = {
      '/workflow/transitions/0/auto': true,
      '/workflow/transitions/0/guard': { '==': [{ var: 'vendor_type' }, 'services'] },
    };
    expect(failing({ values: services }, { owner: 'procurement-lead', rule: 'default' }, auto)).toEqual([]);
    const small = { ...services, spend: { amount: 1, currency: 'EUR' } };
    expect(
      failing({ values: small }, { owner: 'finance-lead', person: 'role:finance-clerk:1' }, auto),
    ).toEqual([]);
  });

  it('know that a case which is closed at once goes to nobody', () => {
    const closed = { '/workflow/transitions/2/auto': true, '/workflow/transitions/2/comment': undefined };
    expect(failing({}, { terminal: 'assigned', missing: [] }, closed)).toEqual(['terminal: none']);
    const run = runDefinitionTests(compiled(closed));
    expect(run.coverage.terminals).toEqual({ closed: 3 });
  });

  it('stop following automatic steps that go round', () => {
    const round = {
      '/workflow/transitions/0/auto': true,
      '/workflow/transitions/4/auto': true,
      '/workflow/transitions/4/to': 'submitted',
      '/workflow/states/1/gates': [],
      '/workflow/transitions/1/auto': false,
      '/workflow/transitions/4/kind': 'normal',
    };
    expect(failing({}, { terminal: 'assigned' }, round)).toEqual([]);
  });

  it('tell what they have not tried', () => {
    const { coverage } = runDefinitionTests(compiled());
    expect(coverage.rules).toEqual([
      { chain: 'intake', rule: 'emea-software', tests: 1 },
      { chain: 'intake', rule: 'sponsored', tests: 0 },
      { chain: 'intake', rule: 'default', tests: 0 },
      { chain: 'finance-ops', rule: 'default', tests: 0 },
    ]);
    expect(coverage.conditions).toContainEqual({
      pointer: '/chains/0/rules/0/when',
      yes: 1,
      no: 2,
      unknown: 0,
    });
    expect(coverage.terminals).toEqual({ assigned: 1, held: 1, suppressed: 1 });
  });

  it('are none where there are none', () => {
    const run = runDefinitionTests(compiled({ '/tests': undefined }));
    expect(run).toMatchObject({ passed: true, results: [], coverage: { terminals: {} } });
  });
});

const never = (): never => {
  throw new Error('the calendar `always` is always invented');
};
