import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type RefusalCode, refusalCodes } from '../../../../../domain/error/codes.ts';
import { DomainError } from '../../../../../domain/error/domain-error.ts';
import { Fault } from '../../../../../domain/error/fault.ts';
import { failureCodes } from '../../../../../server/http/core/failure-codes.ts';
import { problemOf } from '../../../../../server/http/core/problem.ts';

const root = join(import.meta.dirname, '../../../../..');
const codes = Object.keys(refusalCodes) as RefusalCode[];

function sourcesIn(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => join(root, folder, name));
}

describe('problems', () => {
  it('carry no code that nothing in the product refuses with', () => {
    const text = ['domain', 'server', 'plugins', 'app']
      .flatMap(sourcesIn)
      .filter((path) => !path.endsWith('domain/error/codes.ts'))
      .map((path) => readFileSync(path, 'utf8'))
      .join('\n');
    expect(codes.filter((code) => !text.includes(`'${code}'`))).toEqual([]);
  });

  it('are all documented, with the status and the title they have', () => {
    const page = readFileSync(join(root, 'docs/errors.md'), 'utf8');
    const rows = [...page.matchAll(/^\| `([A-Z_]+)` \| (\d+) \| (.+) \|$/gm)].map(
      ([, code, status, title]) => [code, { status: Number(status), title }],
    );
    expect(Object.fromEntries(rows)).toEqual({ ...refusalCodes, ...failureCodes });
    expect(rows).toHaveLength(codes.length + Object.keys(failureCodes).length);
  });

  it.each(codes)('say of %s what kind it is, which status, in words, with the places', (code) => {
    const details = [{ pointer: '/a', detail: 'Mend this.' }];
    const error = new DomainError(code, 'Do this.', { details, data: { rev: 3 } });
    expect(problemOf(error, 'request-1')).toMatchObject({
      bug: false,
      document: {
        type: `urn:signalbox:problem:${code.toLowerCase().replaceAll('_', '-')}`,
        title: refusalCodes[code].title,
        status: refusalCodes[code].status,
        detail: 'Do this.',
        code,
        requestId: 'request-1',
        errors: details,
        data: { rev: 3 },
      },
    });
    expect(refusalCodes[code].status).toBeGreaterThanOrEqual(400);
    expect(refusalCodes[code].status).toBeLessThan(500);
  });

  it('say how to sign in, and when to come back', () => {
    expect(problemOf(new DomainError('NOT_SIGNED_IN', 'x'), 'r').headers['WWW-Authenticate']).toMatch(
      /^Bearer/,
    );
    const slow = new DomainError('RATE_LIMITED', 'x', { data: { retryAfterS: 7 } });
    expect(problemOf(slow, 'r').headers['Retry-After']).toBe('7');
  });

  it('say nothing of our insides', () => {
    const away = problemOf(new Fault('STORE_FAILED', 'mongodb://secret@host'), 'request-1');
    expect(away.document).toMatchObject({ ...failureCodes.UNAVAILABLE, code: 'UNAVAILABLE' });
    expect(Number(away.headers['Retry-After'])).toBeGreaterThan(0);
    const final = problemOf(new Fault('STORE_FAILED', 'mongodb://secret@host', { retryable: false }), 'r');
    const bug = problemOf(new TypeError('cannot read secret of undefined'), 'r');
    for (const { document, bug: ours, headers } of [final, bug]) {
      expect([document.status, document.code, ours, headers]).toEqual([500, 'INTERNAL', true, {}]);
      expect(document.title).toBe(failureCodes.INTERNAL.title);
    }
    expect(JSON.stringify([away, final, bug])).not.toContain('secret');
  });
});
