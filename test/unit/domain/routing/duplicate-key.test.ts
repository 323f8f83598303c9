import { describe, expect, test } from 'vitest';
import { factSet } from '../../../../domain/fact/fact-set.ts';
import { duplicateKey } from '../../../../domain/routing/duplicate-key.ts';
import type { DuplicateScreen } from '../../../../domain/routing/screen-schema.ts';
import { goes, item } from './route-fixture.ts';

const screen = (more: Partial<DuplicateScreen> = {}): DuplicateScreen => ({
  ...item('dup'),
  kind: 'duplicate',
  fields: ['name', 'amount'],
  withinDays: 30,
  ...(goes({ queue: 'inbox' }) as { then: DuplicateScreen['then'] }),
  ...more,
});
const scope = { requesterId: 'req', accountId: 'a1' };
const key = (values: object, more: Partial<DuplicateScreen> = {}, who: typeof scope | object = scope) =>
  duplicateKey(screen(more), factSet({ ...values }), { ...scope, ...who });

describe('the key of a duplicate', () => {
  const acme = key({ name: 'Acme  Ltd', amount: 5 });

  test('is the same whatever the case, the spacing and the compatibility form', () => {
    expect(key({ name: ' ACME ltd', amount: 5 })).toBe(acme);
    expect(key({ name: 'Ａcme Ltd', amount: 5 })).toBe(acme);
  });

  test.each([
    ['another value', { name: 'Acme Ltd', amount: 6 }, {}],
    ['a number written as text', { name: 'Acme Ltd', amount: '5' }, {}],
    ['another screen', { name: 'Acme Ltd', amount: 5 }, { id: 'other' }],
    ['a screen per requester', { name: 'Acme Ltd', amount: 5 }, { per: 'requester' as const }],
  ])('differs for %s', (_title, values, more) => {
    expect(key(values, more)).not.toBe(acme);
  });

  test('is each requester’s or account’s own where the screen says so', () => {
    const values = { name: 'Acme', amount: 5 };
    expect(key(values, { per: 'requester' }, { requesterId: 'other' })).not.toBe(
      key(values, { per: 'requester' }),
    );
    expect(key(values, { per: 'account' }, { requesterId: 'other' })).toBe(key(values, { per: 'account' }));
    expect(key(values, {}, { requesterId: 'other', accountId: null })).toBe(key(values));
  });

  test('is not there when a field is missing, or the account is', () => {
    expect(key({ name: 'Acme' })).toBeUndefined();
    expect(key({ name: 'Acme', amount: 5 }, { per: 'account' }, { accountId: null })).toBeUndefined();
  });

  test('begins with the screen’s id', () => {
    expect(acme).toMatch(/^dup:[0-9a-f]{64}$/);
  });
});
