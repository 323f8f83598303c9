import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { factSet } from '../../../../domain/fact/fact-set.ts';
import { domainsToTry, normalDomain } from '../../../../domain/routing/mail-domain.ts';
import { accountKeys, matchAccount } from '../../../../domain/routing/match-account.ts';
import type { AccountMatch } from '../../../../domain/routing/match-schema.ts';
import { matchTerritory } from '../../../../domain/routing/match-territory.ts';
import { matchedFacts } from '../../../../domain/routing/matched-facts.ts';
import { nameLikeness, nameWords } from '../../../../domain/routing/name-likeness.ts';
import { account, territory } from './route-fixture.ts';

describe('the domain of', () => {
  test.each([
    ['Jo@Acme.COM', 'acme.com'],
    ['https://www.acme.com/about?x=1', 'acme.com'],
    ['acme.co.uk.', 'acme.co.uk'],
    ['shop.acme.com:8080', 'shop.acme.com'],
    ['"odd@name"@acme.com', 'acme.com'],
    ['nobody', undefined],
    ['', undefined],
    ['a@b@', undefined],
  ])('%s is %s', (text, domain) => {
    expect(normalDomain(text)).toBe(domain);
  });

  test('a mailbox is tried with its parents, and a public one not at all', () => {
    expect(domainsToTry('jo@eu.mail.acme.com')).toEqual(['eu.mail.acme.com', 'mail.acme.com', 'acme.com']);
    expect(domainsToTry('jo@gmail.com')).toEqual([]);
    expect(domainsToTry('jo')).toEqual([]);
  });
});

describe('names', () => {
  test.each([
    ['Acme, Inc.', 'ACME'],
    ['Société Générale S.A.', 'Societe Generale'],
    ['The Müller GmbH & Co. KG', 'Muller'],
    ['Data Works', 'DataWorks Ltd'],
  ])('%s and %s are the same', (a, b) => {
    expect(nameLikeness(a, b)).toBe(1);
  });

  test.each([
    ['Acme Software', 'Acme Sofware', 0.95, 1],
    ['Microsoft Ireland', 'Ireland Microsoft', 0.99, 1.001],
    ['Acme Software', 'Acme Solutions', 0, 0.5],
    ['Northwind', 'Contoso', 0, 0.01],
    ['', 'Acme', 0, 0],
    ['Martha', 'Marhta', 0.95, 0.97],
  ])('%s and %s are alike between %f and %f', (a, b, least, most) => {
    expect(nameLikeness(a, b)).toBeGreaterThanOrEqual(least);
    expect(nameLikeness(a, b)).toBeLessThanOrEqual(most);
  });

  test('made of nothing but legal forms keep them', () => {
    expect(nameWords('The Company Ltd')).toEqual(['the', 'company', 'ltd']);
  });

  test('are alike both ways, from 0 to 1, and wholly to themselves', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 24 }), fc.string({ maxLength: 24 }), (a, b) => {
        const likeness = nameLikeness(a, b);
        expect(likeness).toBeCloseTo(nameLikeness(b, a), 12);
        expect(likeness).toBeGreaterThanOrEqual(0);
        expect(likeness).toBeLessThanOrEqual(1);
        if (nameWords(a).length > 0) expect(nameLikeness(a, a)).toBe(1);
      }),
    );
  });
});

describe('an account', () => {
  const by: AccountMatch['by'] = [{ field: 'vendor' }, { domain: 'mail' }, { name: 'name', atLeast: 0.85 }];
  const find = (
    facts: object,
    accounts: Parameters<typeof matchAccount>[2],
    more: Partial<AccountMatch> = {},
  ) => matchAccount({ by, ...more }, factSet({ ...facts }), accounts);
  const codes = (result: ReturnType<typeof find>) => result.entries.map(({ id, code }) => [id, code]);

  test('is found by its id before anything else', () => {
    const result = find({ vendor: 'a2', mail: 'jo@acme.com' }, [
      account('a1', { domains: ['acme.com'] }),
      account('a2'),
    ]);
    expect(result).toEqual({
      found: account('a2'),
      entries: [{ kind: 'account', id: 'a2', by: 'field', score: 1, code: 'matched' }],
      missing: [],
    });
  });

  test('is found by the longest part of the domain', () => {
    const accounts = [
      account('a1', { domains: ['acme.com'] }),
      account('a2', { domains: ['WWW.EU.acme.com'] }),
    ];
    const result = find({ mail: 'jo@x.eu.acme.com' }, accounts);
    expect(result.found?.id).toBe('a2');
    expect(result.missing).toEqual(['vendor']);
    expect(find({ mail: 'jo@acme.com' }, accounts).found?.id).toBe('a1');
  });

  test('is found by its name, and those who came close are recorded', () => {
    const accounts = [
      account('a1', { name: 'Blue Harbor Freight' }),
      account('a2', { name: 'Blue Harbour Freight Ltd' }),
      account('a3', { name: 'Blue Harbour Freight Services' }),
      account('a4', { name: 'Red Valley' }),
    ];
    const result = find({ name: 'Blue Harbour Freight' }, accounts);
    expect(result.found?.id).toBe('a2');
    expect(codes(result)).toEqual([
      ['a2', 'matched'],
      ['a3', 'too_different'],
      ['a1', 'lost_on_score'],
    ]);
  });

  test('is not found when no name is like enough, by default at 0.85', () => {
    const accounts = [account('a1', { name: 'Blue Harbour Freight Services' })];
    expect(
      find({ name: 'Blue Harbour Freight' }, accounts, { by: [{ name: 'name' }] }).found,
    ).toBeUndefined();
    expect(
      find({ name: 'Blue Harbour Freight' }, accounts, { by: [{ name: 'name', atLeast: 0.8 }] }).found?.id,
    ).toBe('a1');
  });

  test('records at most five that came close', () => {
    const accounts = Array.from({ length: 9 }, (_, i) =>
      account(`a${i}`, { name: 'Blue Harbour Freight Services' }),
    );
    const { entries } = find({ name: 'Blue Harbour Freight' }, accounts);
    expect(entries.map(({ id }) => id)).toEqual(['a0', 'a1', 'a2', 'a3', 'a4']);
  });

  test('is chosen among several by the tie-breakers in order, then by id', () => {
    const twins = [
      account('a4', { domains: ['x.io'], createdAt: 5, parentId: 'a2' }),
      account('a3', { domains: ['x.io'], createdAt: 5 }),
      account('a2', { domains: ['x.io'], createdAt: 5 }),
      account('a1', { domains: ['x.io'], createdAt: 9 }),
      account('a0', { domains: ['x.io'], createdAt: 1, active: false }),
    ];
    const oldest = find({ mail: 'x.io' }, twins, { tieBreakers: ['active', 'parent', 'oldest'] });
    expect(codes(oldest)).toEqual([
      ['a2', 'matched'],
      ['a0', 'lost_on_active'],
      ['a4', 'lost_on_parent'],
      ['a1', 'lost_on_oldest'],
      ['a3', 'lost_on_id'],
    ]);
    const newest = find({ mail: 'x.io' }, twins, { tieBreakers: ['newest'] });
    expect(newest.found?.id).toBe('a1');
    expect(find({ mail: 'x.io' }, twins.toReversed(), { tieBreakers: ['newest'] })).toEqual(newest);
    expect(find({ mail: 'x.io' }, twins).found?.id).toBe('a0');
  });

  test('is not lost to a tie-breaker that nobody passes', () => {
    const inactive = [
      account('a1', { domains: ['x.io'], active: false }),
      account('a2', { domains: ['x.io'], active: false }),
    ];
    expect(find({ mail: 'x.io' }, inactive, { tieBreakers: ['active'] }).found?.id).toBe('a1');
  });

  test('that cannot be looked for names what is missing', () => {
    expect(find({}, [account('a1')])).toEqual({
      found: undefined,
      entries: [],
      missing: ['vendor', 'mail', 'name'],
    });
  });

  test('is looked up by keys, so that not all have to be loaded', () => {
    const facts = factSet({ vendor: 'a1', mail: 'jo@eu.acme.com' });
    expect(accountKeys({ by }, facts)).toEqual({
      ids: ['a1'],
      domains: ['eu.acme.com', 'acme.com'],
      names: [],
    });
    expect(accountKeys({ by }, factSet({ name: 'Acme' })).names).toEqual(['Acme']);
  });
});

describe('a territory', () => {
  const by = { country: 'country', postal: 'postal', segment: 'segment' };
  const find = (facts: object, territories: Parameters<typeof matchTerritory>[2], config: object = by) =>
    matchTerritory(config, factSet({ ...facts }), territories);
  const paris = territory('paris', { countries: ['FR'], postal: [{ from: '75', to: '77' }] });
  const france = territory('france', { countries: ['FR', 'MC'] });
  const banks = territory('banks', { segments: ['bank'] });
  const rest = territory('rest');

  test.each([
    [{ country: 'FR', postal: '75 011' }, 'paris'],
    [{ country: 'fr', postal: '77999' }, 'paris'],
    [{ country: 'FR', postal: '78000' }, 'france'],
    [{ country: 'FR' }, 'france'],
    [{ country: 'FR', segment: 'bank' }, 'banks'],
    [{ country: 'DE' }, 'rest'],
    [{}, 'rest'],
  ])('%j is %s', (facts, id) => {
    expect(find(facts, [rest, banks, france, paris]).found?.id).toBe(id);
  });

  test('records those it won over, and what was missing', () => {
    const overlap = territory('a-france', { countries: ['FR'] });
    expect(find({ country: 'FR' }, [rest, france, overlap])).toEqual({
      found: overlap,
      entries: [
        { kind: 'territory', id: 'a-france', by: 'country', score: 1, code: 'matched' },
        { kind: 'territory', id: 'france', by: 'country', score: 1, code: 'lost_on_id' },
        { kind: 'territory', id: 'rest', by: 'anywhere', score: 1, code: 'less_specific' },
      ],
      missing: ['postal', 'segment'],
    });
  });

  test('may be none', () => {
    expect(find({ country: 'DE' }, [france], { country: 'country' })).toEqual({
      found: undefined,
      entries: [],
      missing: [],
    });
  });

  test('of letters compares like text: the outward code of London', () => {
    const london = territory('london', { postal: [{ from: 'EC1', to: 'EC4' }] });
    expect(find({ postal: 'ec2a-4bx' }, [london]).found).toBe(london);
    expect(find({ postal: 'ED1 1AA' }, [london]).found).toBeUndefined();
  });
});

test('matched facts carry the attributes, leave out what is not there, and cannot be shadowed by an attribute', () => {
  const rich = account('a1', { tier: 'gold', lists: ['vip'], attributes: { seats: 40, id: 'fake' } });
  const facts = matchedFacts(rich, territory('t1', { region: 'EMEA' }));
  expect({ ...facts }).toEqual({
    'account.seats': 40,
    'account.id': 'a1',
    'account.name': 'a1',
    'account.tier': 'gold',
    'account.lists': ['vip'],
    'territory.id': 't1',
    'territory.region': 'EMEA',
  });
  expect({ ...matchedFacts(undefined, undefined) }).toEqual({});
});
