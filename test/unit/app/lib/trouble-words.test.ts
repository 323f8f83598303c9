import { expect, it } from 'vitest';
import { troubleOfError, troubleOfStatus } from '../../../../app/lib/trouble-words.ts';

it('has words of its own for every status somebody may meet', () => {
  const titles = [403, 404, 422, 429, 500, 503].map((status) => troubleOfStatus(status, null).title);
  expect(new Set(titles).size).toBe(6);
});

it('says what was wrong as the refusal says it', () => {
  const refusal = {
    detail: 'This cannot be listed.',
    errors: [{ pointer: '/query/by', detail: 'Give an id.' }, null],
  };
  expect(troubleOfStatus(422, refusal)).toMatchObject({
    says: 'This cannot be listed.',
    details: ['Give an id.'],
  });
  expect(troubleOfStatus(409, refusal).says).toBe('This cannot be listed.');
  expect(troubleOfStatus(403, refusal).says).toMatch(/^This cannot be listed\. If you need it/);
});

it('says nothing of the inside of a failure', () => {
  expect(troubleOfStatus(500, { detail: 'at store.ts' }).says).not.toContain('store.ts');
});

it('tells a lost connection from a mistake', () => {
  expect(troubleOfError(new TypeError('Failed to fetch')).title).toBe('No connection');
  expect(troubleOfError(new TypeError('x is undefined')).title).toBe('Something went wrong here');
  expect(troubleOfError(null).title).toBe('Something went wrong here');
});
