import { describe, expect, it } from 'vitest';
import { assert } from '../../../../domain/error/assert.ts';
import { refusalCodes } from '../../../../domain/error/codes.ts';
import { DomainError } from '../../../../domain/error/domain-error.ts';
import { Fault } from '../../../../domain/error/fault.ts';
import { advises, blocks } from '../../../../domain/error/problem.ts';

describe('refusals', () => {
  it('carry their code, message, places and data', () => {
    const details = [{ pointer: '/values/amount', detail: 'Give an amount' }];
    const refusal = new DomainError('VALIDATION_FAILED', 'One value is missing', {
      details,
      data: { rev: 3 },
    });
    expect(refusal).toBeInstanceOf(Error);
    expect(refusal).toMatchObject({
      name: 'DomainError',
      code: 'VALIDATION_FAILED',
      message: 'One value is missing',
      details,
      data: { rev: 3 },
      status: 422,
    });
  });

  it('have no places and no data unless given', () => {
    const refusal = new DomainError('CASE_CLOSED', 'The case is closed');
    expect(refusal.details).toEqual([]);
    expect(refusal.data).toEqual({});
    expect(refusal.status).toBe(409);
  });

  it.each(Object.entries(refusalCodes))(
    '%s is upper case, answered as 4xx and has a title',
    (code, entry) => {
      expect(code).toMatch(/^[A-Z]+(_[A-Z]+)*$/);
      expect(entry.status).toBeGreaterThanOrEqual(400);
      expect(entry.status).toBeLessThan(500);
      expect(entry.title).toMatch(/^[A-Z].*[^.]$/);
    },
  );

  it('have titles of their own', () => {
    const titles = Object.values(refusalCodes).map(({ title }) => title);
    expect(new Set(titles).size).toBe(titles.length);
  });
});

describe('faults', () => {
  it('are retryable unless said otherwise, and keep their cause', () => {
    const cause = new Error('disk');
    expect(new Fault('STORE_GONE', 'The store is gone', { cause })).toMatchObject({
      name: 'Fault',
      code: 'STORE_GONE',
      message: 'The store is gone',
      retryable: true,
      cause,
    });
    expect(new Fault('BAD_ANSWER', 'It said no', { retryable: false }).retryable).toBe(false);
    expect(new Fault('X', 'x').cause).toBeUndefined();
  });
});

describe('a broken promise', () => {
  it('is a plain error that names the promise', () => {
    expect(() => assert(false, 'one is one')).toThrow(new Error('Broken promise: one is one'));
    expect(() => assert(0, 'zero is something')).toThrow(Error);
  });

  it('is not thrown when the promise holds', () => {
    expect(() => assert(true, 'one is one')).not.toThrow();
    expect(() => assert('text', 'text is something')).not.toThrow();
  });
});

describe('problems of a definition', () => {
  it('say where, what and how to mend it, and whether they keep it from being published', () => {
    const [pointer, message, mend] = ['/form/fields/0', 'has no label', 'Give it one'] as const;
    expect(blocks(pointer, message, mend)).toEqual({ pointer, message, mend, blocking: true });
    expect(advises(pointer, message, mend)).toEqual({ pointer, message, mend, blocking: false });
  });
});
