import { expect, test } from 'vitest';
import { outcomeOfResponse } from '../../../../plugins/kit/outcome-of-response.ts';
import { retryAfterMs } from '../../../../plugins/kit/retry-after.ts';

const now = Date.parse('2026-03-01T12:00:00Z');
const answer = (status: number, headers: Record<string, string> = {}) =>
  outcomeOfResponse({ status, headers, text: 'words', truncated: false }, now);

test.each([
  [200, 'delivered'],
  [204, 'delivered'],
  [301, 'refused'],
  [307, 'refused'],
  [400, 'refused'],
  [401, 'refused'],
  [404, 'refused'],
  [409, 'refused'],
  [410, 'refused'],
  [422, 'refused'],
  [408, 'retry'],
  [425, 'retry'],
  [429, 'retry'],
  [500, 'retry'],
  [503, 'retry'],
  [599, 'retry'],
])('an answer of status %i is %s', (status, outcome) => {
  expect(answer(status)).toMatchObject({ outcome, status });
});

test('names where a redirect leads and that it was not followed', () => {
  expect(answer(302, { location: 'http://10.0.0.1/' }).said).toContain('http://10.0.0.1/');
});

test('waits as long as the other side wishes', () => {
  expect(answer(429, { 'retry-after': '7' }).retryAfterMs).toBe(7000);
  expect(answer(503, { 'retry-after': 'Sun, 01 Mar 2026 12:00:30 GMT' }).retryAfterMs).toBe(30_000);
  expect(answer(400, { 'retry-after': '7' }).retryAfterMs).toBeUndefined();
});

test.each([
  [undefined, undefined],
  ['', undefined],
  ['soon', undefined],
  ['-5', undefined],
  ['0', 0],
  ['99999999999', 86_400_000],
  ['Sun, 01 Mar 2020 12:00:30 GMT', 0],
])('reads Retry-After “%s” as %s ms', (header, ms) => {
  expect(retryAfterMs(header, now)).toBe(ms);
});
