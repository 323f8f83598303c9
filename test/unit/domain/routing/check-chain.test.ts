import { describe, expect, test } from 'vitest';
import type { FactCatalogue, FactDeclaration } from '../../../../domain/fact/fact.ts';
import { chainReferences } from '../../../../domain/routing/chain-references.ts';
import { chainSchema } from '../../../../domain/routing/chain-schema.ts';
import { checkChain, type KnownIds } from '../../../../domain/routing/check-chain.ts';
import { queueSchema } from '../../../../domain/routing/queue-schema.ts';
import { scoreSchema } from '../../../../domain/routing/score-schema.ts';
import { goes, is, item } from './route-fixture.ts';

const facts: FactDeclaration[] = [
  { key: 'amount', type: 'number', origin: 'form', label: 'Amount' },
  { key: 'account.tier', type: 'text', origin: 'account', label: 'Tier' },
  { key: 'territory.id', type: 'text', origin: 'territory', label: 'Territory' },
];
const catalogue: FactCatalogue = new Map(facts.map((fact) => [fact.key, fact]));
const known: KnownIds = {
  queue: new Set(['inbox']),
  team: new Set(['ops']),
  pool: new Set(['emea']),
  role: new Set(['lead']),
  field: new Set(['amount', 'mail']),
  calendar: new Set(['hq']),
  skill: new Set(['tax']),
};
const raw = (parts: object) => ({
  id: 'intake',
  title: 'Intake',
  rules: [],
  default: { to: { queue: 'inbox' } },
  ...parts,
});
const check = (parts: object, ids: KnownIds = known) =>
  checkChain(chainSchema.parse(raw(parts)), catalogue, ids);
const rule = (more: object = {}) => ({ ...item('r'), when: is('amount', 1), to: { pool: 'emea' }, ...more });
const suppression = (more: object = {}) => ({
  ...item('s'),
  when: true,
  action: 'hold',
  reviewOn: '2027-01-01',
  ...more,
});

const whole = {
  match: {
    account: { by: [{ field: 'mail' }, { domain: 'mail' }, { name: 'mail', atLeast: 0.9 }] },
    territory: { country: 'mail' },
  },
  screen: [
    { ...item('d'), kind: 'duplicate', fields: ['mail'], withinDays: 3, ...goes({ queue: 'inbox' }) },
    { ...item('c'), kind: 'condition', when: true, ...goes({ review: 'inbox' }) },
    { ...item('e'), kind: 'condition', when: true, ...goes({ continue: true }) },
  ],
  suppress: [suppression({ until: { when: is('amount', 2) } })],
  rules: [
    rule({
      onNobody: 'backup',
      backup: { team: 'ops' },
      skills: [{ skill: 'tax', level: 1 }],
      acknowledgeWithin: { duration: '4h', calendar: 'hq' },
    }),
    rule({ id: 'r2', to: { accountOwner: true } }),
    rule({ id: 'r3', to: { role: 'lead' }, acknowledgeWithin: { duration: '4h' } }),
  ],
};

test('a sound chain has no problems', () => {
  expect(check(whole)).toEqual([]);
});

test('everything a chain names outside itself is found with its place', () => {
  const found = chainReferences(chainSchema.parse(raw(whole))).map(
    ({ kind, id, pointer }) => `${pointer} ${kind} ${id}`,
  );
  expect(found).toEqual([
    '/match/account/by/0/field field mail',
    '/match/account/by/1/domain field mail',
    '/match/account/by/2/name field mail',
    '/match/territory/country field mail',
    '/screen/0/owner/role role lead',
    '/screen/0/fields/0 field mail',
    '/screen/0/then/queue queue inbox',
    '/screen/1/owner/role role lead',
    '/screen/1/then/review queue inbox',
    '/screen/2/owner/role role lead',
    '/suppress/0/owner/role role lead',
    '/rules/0/owner/role role lead',
    '/rules/0/to/pool pool emea',
    '/rules/0/backup/team team ops',
    '/rules/0/skills/0/skill skill tax',
    '/rules/0/acknowledgeWithin/calendar calendar hq',
    '/rules/1/owner/role role lead',
    '/rules/2/owner/role role lead',
    '/rules/2/to/role role lead',
    '/default/to/queue queue inbox',
  ]);
});

test('each unknown reference is a problem, and kinds nobody lists are not checked', () => {
  const nothing = Object.fromEntries(Object.keys(known).map((kind) => [kind, new Set<string>()]));
  expect(check(whole, nothing)).toHaveLength(20);
  expect(check(whole, nothing)[0]).toEqual({
    pointer: '/match/account/by/0/field',
    message: 'There is no field mail.',
    mend: 'Add the field, or name one that exists.',
    blocking: true,
  });
  expect(check(whole, {})).toEqual([]);
});

describe('a problem', () => {
  test.each([
    [
      'an id that is taken, whatever the stage',
      { suppress: [suppression()], rules: [rule({ id: 's' })] },
      '/rules/0/id',
    ],
    ['an id that the default has', { rules: [rule({ id: 'default' })] }, '/rules/0/id'],
    [
      'a comparison of a number with text',
      { rules: [rule({ when: is('amount', 'much') })] },
      '/rules/0/when',
    ],
    [
      'an unknown fact',
      { screen: [{ ...item('c'), kind: 'condition', when: is('amont', 1), ...goes({ queue: 'inbox' }) }] },
      '/screen/0/when',
    ],
    [
      'a wrong type in an end',
      { suppress: [suppression({ until: { when: is('amount', 'x') } })] },
      '/suppress/0/until/when',
    ],
    [
      'a suppression without a date',
      { suppress: [{ ...item('s'), when: true, action: 'hold' }] },
      '/suppress/0',
    ],
    [
      'a suppression with both dates',
      { suppress: [suppression({ expiresOn: '2026-05-01' })] },
      '/suppress/0',
    ],
    [
      'an end of what is no hold',
      { suppress: [suppression({ action: 'do_not_route', until: { days: 2 } })] },
      '/suppress/0/until',
    ],
    ['a backup that is not named', { rules: [rule({ onNobody: 'backup' })] }, '/rules/0/onNobody'],
    ['a backup that is never asked', { rules: [rule({ backup: { team: 'ops' } })] }, '/rules/0/backup'],
    [
      'a default that goes on to the next',
      { default: { to: { queue: 'inbox' }, onNobody: 'next' } },
      '/default/onNobody',
    ],
    [
      'a default with a backup that is never asked',
      { default: { to: { pool: 'emea' }, backup: { queue: 'inbox' } } },
      '/default/backup',
    ],
  ])('is %s', (_title, parts, pointer) => {
    const problems = check(parts);
    expect(problems.map((problem) => problem.pointer.slice(0, pointer.length))).toEqual([pointer]);
    expect(problems[0]).toMatchObject({ blocking: true });
    expect(problems[0]?.mend).not.toBe('');
  });

  test.each([
    ['the account’s owner', { default: { to: { accountOwner: true } } }, '/default/to'],
    ['the territory’s owner', { rules: [rule({ to: { territoryOwner: true } })] }, '/rules/0/to'],
    ['a fact of the account', { rules: [rule({ when: is('account.tier', 'gold') })] }, '/rules/0/when'],
    [
      'a fact of the territory',
      { suppress: [suppression({ when: is('territory.id', 'fr') })] },
      '/suppress/0/when',
    ],
  ])('that does not block is asking for %s without a match', (_title, parts, pointer) => {
    expect(check(parts)).toMatchObject([{ pointer, blocking: false }]);
  });
});

describe('the schema', () => {
  const messages = (parts: object) => {
    const read = chainSchema.safeParse(raw(parts));
    return read.success ? [] : read.error.issues.map((issue) => `/${issue.path.join('/')}: ${issue.message}`);
  };

  test.each([
    ['a person as a target', { rules: [rule({ to: { person: 'ana' } })] }, /^\/rules\/0\/to: .*name a role/],
    ['an empty target', { default: { to: {} } }, /^\/default\/to: The target is empty/],
    ['no target', { default: { to: null } }, /^\/default\/to: The target is empty/],
    ['two targets', { default: { to: { pool: 'a', queue: 'b' } } }, /^\/default\/to: Name one target/],
    ['a chain without a default', { default: undefined }, /^\/default: /],
    ['an owner who is a person', { rules: [rule({ owner: { person: 'ana' } })] }, /^\/rules\/0\/owner/],
    ['a rule without a reason', { rules: [rule({ reason: undefined })] }, /^\/rules\/0\/reason/],
    [
      'a duration that is none',
      { rules: [rule({ acknowledgeWithin: { duration: 'soon' } })] },
      /“soon” is not a duration/,
    ],
    ['an unknown key', { rules: [rule({ colour: 'red' })] }, /colour/],
    ['a territory found by nothing', { match: { territory: {} } }, /Name a field/],
    [
      'an account found by nothing known',
      { match: { account: { by: [{ face: 'x' }] } } },
      /Match an account by/,
    ],
    ['a hold that lasts for ever', { suppress: [suppression({ until: { ever: true } })] }, /A hold lasts/],
    [
      'a screen that leads nowhere',
      { screen: [{ ...item('c'), kind: 'condition', when: true, ...goes({}) }] },
      /Say where it goes/,
    ],
    ['a day that is none', { suppress: [suppression({ reviewOn: 'May' })] }, /YYYY-MM-DD/],
  ])('refuses %s', (_title, parts, message) => {
    expect(messages(parts).join('\n')).toMatch(message);
  });

  test('of queues and scores is strict', () => {
    expect(queueSchema.safeParse({ id: 'inbox', title: 'Inbox', team: 'ops' }).success).toBe(true);
    expect(queueSchema.safeParse({ id: 'inbox', title: 'Inbox', person: 'ana' }).success).toBe(false);
    expect(scoreSchema.safeParse({ id: 'fit', label: 'Fit' }).success).toBe(true);
    expect(scoreSchema.safeParse({ id: '2fit', label: 'Fit' }).success).toBe(false);
  });
});
