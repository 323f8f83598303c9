import { expect, it } from 'vitest';
import { decidesInWords, takesInWords } from '../../../../app/lib/type-words.server.ts';

const card = { accountable: 'the sales lead', approvers: [], target: null, finished: null };
const hour = 3_600_000;

it('says who decides where nobody has to approve', () => {
  expect(decidesInWords(card)).toBe('Decided by the sales lead; no further approval is needed.');
});

it('names the approvers, and counts what is more than four', () => {
  expect(decidesInWords({ ...card, approvers: ['your manager', 'the finance lead'] })).toBe(
    'Looked after by the sales lead; may need approval by your manager or the finance lead.',
  );
  expect(decidesInWords({ ...card, approvers: ['a', 'b', 'c', 'd', 'e'] })).toMatch(
    /by a, b, c or 2 others\.$/,
  );
});

it('says how long it took lately rather than how long it is meant to take', () => {
  const both = { ...card, target: '5 working days', finished: { p50: 30 * hour, p95: 100 * hour } };
  expect(takesInWords(both)).toBe('Usually done within 2 days, nearly always within 5 days.');
  expect(takesInWords({ ...both, finished: { p50: hour / 2, p95: 3 * hour } })).toBe(
    'Usually done within an hour, nearly always within 3 hours.',
  );
  expect(takesInWords({ ...both, finished: { p50: 25 * hour, p95: 26 * hour } })).toBe(
    'Nearly always done within 2 days.',
  );
  expect(takesInWords({ ...both, finished: null })).toBe('Meant to be done within 5 working days.');
  expect(takesInWords(card)).toBeNull();
});
