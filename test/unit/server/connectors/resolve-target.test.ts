import { expect, test } from 'vitest';
import { type AllowEntry, parseAllowEntry } from '../../../../server/config/allow-entry.ts';
import { compileAllowList } from '../../../../server/connectors/allow-list.ts';
import { resolveTarget } from '../../../../server/connectors/resolve-target.ts';

function target(url: string, addresses: readonly string[], allowed: readonly string[] = []) {
  const entries = allowed.map(parseAllowEntry).filter((entry): entry is AllowEntry => entry !== null);
  return resolveTarget(new URL(url), async () => addresses, compileAllowList(entries));
}

test('answers with every address when all of them are public', async () => {
  expect(await target('https://crm.example/x', ['93.184.215.14', '2606:2800::1'])).toEqual([
    { address: '93.184.215.14', family: 4 },
    { address: '2606:2800::1', family: 6 },
  ]);
});

test('refuses a name when one of its addresses is not public', async () => {
  await expect(target('https://crm.example/', ['93.184.215.14', '10.0.0.5'])).rejects.toMatchObject({
    code: 'CALL_BLOCKED',
    retryable: false,
    message: expect.stringContaining('crm.example (10.0.0.5)'),
  });
});

test.each([
  'https://127.0.0.1/',
  'https://127.1/',
  'https://2130706433/',
  'https://0x7f000001/',
  'https://0177.0.0.1/',
  'https://[::1]/',
  'https://[::ffff:127.0.0.1]/',
  'https://[64:ff9b::7f00:1]/',
  'https://169.254.169.254/latest/meta-data',
])('refuses %s without asking a resolver', async (url) => {
  await expect(target(url, ['93.184.215.14'])).rejects.toMatchObject({ code: 'CALL_BLOCKED' });
});

test('refuses plain http to a public place that is not listed', async () => {
  await expect(target('http://crm.example/', ['93.184.215.14'])).rejects.toMatchObject({
    code: 'CALL_BLOCKED',
    message: expect.stringContaining('without encryption'),
  });
  await expect(target('http://crm.example/', ['93.184.215.14'], ['crm.example'])).resolves.toHaveLength(1);
});

test('lets through what is listed by name, by address and by range, on the listed port only', async () => {
  const crm = 'http://crm.internal:8443/';
  for (const entry of ['crm.internal', 'crm.internal:8443', '10.0.0.0/8', '10.0.0.5', '10.0.0.5:8443']) {
    await expect(target(crm, ['10.0.0.5'], [entry])).resolves.toHaveLength(1);
  }
  for (const entry of ['other.internal', 'crm.internal:443', '10.1.0.0/16', '10.0.0.5:80', 'internal']) {
    await expect(target(crm, ['10.0.0.5'], [entry])).rejects.toMatchObject({ code: 'CALL_BLOCKED' });
  }
});

test('does not take a listed IPv4 range for its IPv6 forms', async () => {
  await expect(target('https://a.example/', ['::ffff:10.0.0.5'], ['10.0.0.0/8'])).rejects.toMatchObject({
    code: 'CALL_BLOCKED',
  });
});

test('compares names in lower case and without the dot at the end', async () => {
  await expect(target('https://CRM.Internal./', ['10.0.0.5'], ['crm.internal'])).resolves.toHaveLength(1);
});

test('is tried again when a name cannot be resolved', async () => {
  const list = compileAllowList([]);
  const failing = async () => Promise.reject(new Error('ENOTFOUND'));
  const url = new URL('https://crm.example/');
  await expect(resolveTarget(url, failing, list)).rejects.toMatchObject({
    code: 'CALL_FAILED',
    retryable: true,
  });
  await expect(resolveTarget(url, async () => [], list)).rejects.toMatchObject({ code: 'CALL_FAILED' });
});
