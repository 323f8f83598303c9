import { expect, test } from 'vitest';
import { buildBody } from '../../../../plugins/http-sync/build-body.ts';
import { mappingSchema } from '../../../../plugins/http-sync/mapping.ts';

const event = {
  kind: 'case.routed',
  caseId: 'case-1',
  number: 'VEN-7',
  type: 'vendor',
  at: 0,
  data: {
    vendor: 'Okafor & Sons',
    spend: 1200,
    tags: ['eu', 'new'],
    'requester.department': 'Sales',
    account: { tier: { name: 'gold' } },
    empty: null,
  },
};
const body = (mapping: unknown, clears = false) => buildBody(mappingSchema.parse(mapping), event, clears);

test('puts facts, templates and literals where the mapping says', () => {
  expect(
    body({
      title: { template: 'Case {{case.number}}: {{ vendor }} ({{tags}}){{missing}}' },
      'money.amount': { fact: 'spend' },
      'money.currency': { literal: 'EUR' },
      'meta.list': { literal: [1, { a: null }] },
      department: { fact: 'requester.department' },
      tier: { fact: 'account.tier.name' },
      type: { fact: 'case.type' },
      at: { fact: 'event.at' },
    }),
  ).toEqual({
    title: 'Case VEN-7: Okafor & Sons (eu, new)',
    money: { amount: 1200, currency: 'EUR' },
    meta: { list: [1, { a: null }] },
    department: 'Sales',
    tier: 'gold',
    type: 'vendor',
    at: '1970-01-01T00:00:00.000Z',
  });
});

test('leaves a missing fact out when creating and clears it when patching, unless told otherwise', () => {
  const mapping = {
    plain: { fact: 'missing' },
    none: { fact: 'empty' },
    kept: { fact: 'missing', whenMissing: 'omit' },
    nulled: { fact: 'missing', whenMissing: 'null' },
  };
  expect(body(mapping)).toEqual({ nulled: null });
  expect(body(mapping, true)).toEqual({ plain: null, none: null, nulled: null });
});

test('reads own values only', () => {
  expect(body({ a: { fact: 'toString' }, b: { fact: 'account.constructor.name' } })).toEqual({});
});

test('does not read a template inside a value', () => {
  const sly = { ...event, data: { vendor: '{{case.id}}' } };
  expect(buildBody(mappingSchema.parse({ a: { template: '{{vendor}}' } }), sly, false)).toEqual({
    a: '{{case.id}}',
  });
});

test.each([
  [{}],
  [{ a: { fact: 'x' }, 'a.b': { fact: 'y' } }],
  [{ '__proto__.x': { literal: 1 } }],
  [{ 'a.constructor': { literal: 1 } }],
  [{ 'a..b': { literal: 1 } }],
  [{ a: { fact: 'x', template: 'y' } }],
  [{ a: {} }],
])('refuses the mapping %j', (mapping) => {
  expect(mappingSchema.safeParse(mapping).success).toBe(false);
});
