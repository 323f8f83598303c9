import { expect, test } from 'vitest';
import { httpSyncConfig } from '../../../../plugins/http-sync/http-sync-config.ts';
import { locatedId, recordId, recordLink, recordPath } from '../../../../plugins/http-sync/record-address.ts';

const base = { baseUrl: 'https://crm.example/api/', resource: '/tickets' };
const config = httpSyncConfig.parse(base);

test('puts the id into the path, escaped', () => {
  expect(recordPath(config, '42')).toBe('/tickets/42');
  expect(recordPath(config, '../admin?x=$&')).toBe('/tickets/..%2Fadmin%3Fx%3D%24%26');
  expect(recordPath(httpSyncConfig.parse({ ...base, record: '/t/{id}/body' }), '4')).toBe('/t/4/body');
});

test.each(['', '.', '..', '\ud800'])('has no path for the id “%s”', (id) => {
  expect(recordPath(config, id)).toBeUndefined();
});

test('finds the id in the answer or at the end of its location', () => {
  expect(recordId({ id: 7 }, config)).toBe('7');
  expect(recordId({ data: { key: 'k' } }, httpSyncConfig.parse({ ...base, idField: 'data.key' }))).toBe('k');
  expect(recordId({ id: '' }, config)).toBeUndefined();
  expect(recordId(undefined, config)).toBeUndefined();
  const located = (location: string) =>
    locatedId({ status: 201, headers: { location }, text: '', truncated: false });
  expect(located('/tickets/a%20b?x')).toBe('a b');
  expect(located('/tickets/')).toBeUndefined();
  expect(located('/tickets/%E0')).toBeUndefined();
});

test('links to web addresses only', () => {
  const linked = httpSyncConfig.parse({
    ...base,
    linkField: 'url',
    linkPattern: 'https://crm.example/ui/{id}',
  });
  expect(recordLink({ url: 'https://crm.example/t/7' }, '7', linked)).toBe('https://crm.example/t/7');
  expect(recordLink({ url: 'javascript:alert(1)' }, 'a/b', linked)).toBe('https://crm.example/ui/a%2Fb');
  expect(recordLink({ url: 'https://x' }, '7', config)).toBeUndefined();
});

test.each([
  [{ baseUrl: 'ftp://crm.example' }],
  [{ baseUrl: 'https://user:secret@crm.example' }],
  [{ baseUrl: 'https://crm.example/?a=1' }],
  [{ resource: 'tickets' }],
  [{ resource: '/tickets?all' }],
  [{ record: '/tickets/1' }],
  [{ auth: { kind: 'header', name: 'Host' } }],
  [{ auth: { kind: 'header', name: 'X-Key\r\nX' } }],
  [{ auth: { kind: 'basic', username: 'a:b' } }],
  [{ idempotencyHeader: 'Content-Length' }],
  [{ linkPattern: 'javascript:{id}' }],
  [{ limits: { perSecond: 0 } }],
])('refuses the configuration %j', (more) => {
  expect(httpSyncConfig.safeParse({ ...base, ...more }).success).toBe(false);
});

test('asks for modest limits by default', () => {
  expect(config.limits).toEqual({ perSecond: 5, concurrency: 2 });
});
