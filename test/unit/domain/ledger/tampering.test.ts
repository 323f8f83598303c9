import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Report } from '../../../../domain/ledger/verify-report.ts';
import { edited } from './edited.ts';
import { SampleLog, sampleLog } from './sample-log.ts';
import { verify } from './verify.ts';

const codes = (report: Report): string[] => report.findings.map(({ code }) => code);
const log = sampleLog(33);
const complete = log.complete();
const filtered = log.filtered(({ event }) => event.stream !== 'case-2');

describe('a file that was tampered with', () => {
  const flip = (lines: readonly string[], byte: number, bit: number): Buffer => {
    const bytes = Buffer.from(`${lines.join('\n')}\n`);
    const at = byte % bytes.length;
    bytes[at] = (bytes[at] ?? 0) ^ (1 << bit);
    return bytes;
  };
  const linesOf = (bytes: Buffer): string[] => {
    const lines = bytes.toString('utf8').split('\n');
    return lines.at(-1) === '' ? lines.slice(0, -1) : lines;
  };
  const placeOf = (lines: readonly string[], byte: number): number =>
    Buffer.from(`${lines.join('\n')}\n`)
      .subarray(0, byte)
      .toString('latin1')
      .split('\n').length;

  it.each([
    ['complete', complete],
    ['filtered', filtered],
  ])('is reported at its line after any one-bit change (%s)', (_, lines) => {
    const size = Buffer.byteLength(`${lines.join('\n')}\n`);
    // The last byte is the LF behind the trailer, which may be left out.
    fc.assert(
      fc.property(fc.nat({ max: size - 2 }), fc.nat({ max: 7 }), (byte, bit) => {
        const report = verify(linesOf(flip(lines, byte, bit)), { key: log.key.publicKey });
        expect(report.verified).toBe(false);
        const line = placeOf(lines, byte);
        // A header that still reads as one is missed at the trailer, where the digest stands.
        const places = line === 1 ? [1, lines.length] : [line];
        expect(report.findings.some((finding) => places.includes(finding.line))).toBe(true);
      }),
      { numRuns: 150 },
    );
  });

  it('is reported after a change of any byte of a small export', () => {
    const small = sampleLog(2, 2, log.key).complete();
    const size = Buffer.byteLength(`${small.join('\n')}\n`);
    const missed = Array.from({ length: size - 1 }, (_, byte) => byte).filter(
      (byte) => verify(linesOf(flip(small, byte, byte % 8))).verified,
    );
    expect(missed).toEqual([]);
  });

  it.each([
    ['complete', complete],
    ['filtered', filtered],
  ])('is reported after any deletion, exchange, repetition or cut (%s)', (_, lines) => {
    const line = fc.nat({ max: lines.length - 1 });
    fc.assert(
      fc.property(line, line, fc.nat({ max: lines.length - 1 }), (one, two, cut) => {
        expect(verify(lines.toSpliced(one, 1)).verified).toBe(false);
        expect(verify(lines.toSpliced(two, 0, lines[one] ?? '')).verified).toBe(false);
        expect(verify(lines.slice(0, cut)).verified).toBe(false);
        if (one === two) return;
        expect(verify(lines.with(one, lines[two] ?? '').with(two, lines[one] ?? '')).verified).toBe(false);
      }),
      { numRuns: 30 },
    );
  });

  it('names a missing event', () => {
    const report = verify(complete.toSpliced(4, 1));
    expect(report.findings[0]).toMatchObject({
      code: 'position',
      line: 5,
      position: 5,
      message: 'position 4 is missing',
    });
    expect(
      report.findings.some(
        ({ code, message }) => code === 'stream-gap' && /^event 1 of stream case-1 missing$/.test(message),
      ),
    ).toBe(true);
    expect(report.root).toBe('');
  });

  it('names missing events', () => {
    const report = verify(complete.toSpliced(2, 6));
    expect(report.findings[0]?.message).toBe('positions 2 to 7 are missing');
    expect(codes(report)).toContain('stream-gap');
  });

  it('names several missing events of one stream', () => {
    const one = new SampleLog();
    for (let i = 0; i < 5; i += 1) one.add({ stream: 'case-1' });
    const messages = verify(one.complete().toSpliced(2, 2)).findings.map(({ message }) => message);
    expect(messages).toContain('events 2 to 3 of stream case-1 missing');
  });

  it('names exchanged events', () => {
    const report = verify(complete.with(3, complete[4] ?? '').with(4, complete[3] ?? ''));
    expect(report.findings[0]).toMatchObject({ line: 4, position: 4, message: 'position 3 is missing' });
    expect(report.findings.find(({ line }) => line === 5)).toMatchObject({ code: 'position', position: 3 });
  });

  it('names an event that stands there twice', () => {
    const report = verify(complete.toSpliced(3, 0, complete[3] ?? ''));
    expect(report.findings.filter(({ line }) => line === 5).map(({ code }) => code)).toEqual([
      'position',
      'stream-repeat',
    ]);
  });

  it('names a line that is nothing it knows', () => {
    for (const junk of ['', '{', 'null', '[]', '{"a":1}', '{"position":1}', '["\\ud800"]']) {
      const report = verify(complete.toSpliced(3, 0, junk));
      expect(report.findings.find(({ line }) => line === 4)).toMatchObject({ code: 'malformed' });
    }
  });

  it('names a line that RFC 8785 cannot hold, or that is nested too deep', () => {
    const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`;
    for (const value of ['"\\ud800"', deep]) {
      const row = (complete[1] ?? '').replace(/"data":\{[^}]*\}/, () => `"data":{"a":${value}}`);
      expect(verify(complete.with(1, row)).findings[0]).toMatchObject({ line: 2 });
      const sealed = (complete[1] ?? '').replace(/"value":[^}]*\}/, () => `"value":${value}}`);
      expect(verify(complete.with(1, sealed)).findings[0]).toMatchObject({ code: 'malformed', line: 2 });
    }
  });

  it('names an event that is written in another form than the canonical one', () => {
    const changes = [
      (row: string) => row.replace('"at"', '"\\u0061t"'),
      (row: string) => row.replace('"at":', '"at": '),
      (row: string) => row.replace('"at":', '"at":1,"at":'),
      (row: string) => row.replace('"event":', '"event":{},"event":'),
      (row: string) => row.replace('"v":1}', '"v":1.0}'),
    ];
    for (const change of changes) {
      const row = change(complete[1] ?? '');
      expect(row).not.toBe(complete[1]);
      const report = verify(complete.with(1, row));
      expect(report.findings[0]).toMatchObject({ code: 'chain', line: 2 });
      expect(codes(report)).toContain('trailer');
    }
  });

  it('names a line around an event that is not in canonical form', () => {
    const changes = [
      (row: string) => ` ${row}`,
      (row: string) => `${row}\r`,
      (row: string) => row.replace('"hash":', '"hash": '),
      (row: string) => row.replace('"position":1', '"position":1.0'),
      (row: string) => `${row.slice(0, -1)},"zone":1}`,
    ];
    for (const change of changes) {
      const row = change(complete[1] ?? '');
      expect(row).not.toBe(complete[1]);
      const report = verify(complete.with(1, row));
      expect(report.findings[0]).toMatchObject({ code: 'altered', line: 2 });
      expect(codes(report)).toContain('trailer');
    }
  });

  it.each<[string, (row: Record<string, unknown>) => unknown, string]>([
    ['an event', (row) => ({ ...row, event: Object.assign({}, row['event'], { at: 1 }) }), 'chain'],
    ['a hash', (row) => ({ ...row, hash: '0'.repeat(64) }), 'chain'],
    ['the stream of a row', (row) => ({ ...row, stream: 'case-9' }), 'altered'],
    ['the number of a row', (row) => ({ ...row, seq: 9 }), 'altered'],
    ['proofs where none belong', (row) => ({ ...row, proof: [] }), 'altered'],
    ['an unknown key', (row) => ({ ...row, other: 1 }), 'altered'],
    ['a position that is no number', (row) => ({ ...row, position: '1' }), 'malformed'],
    ['an event that is none', (row) => ({ ...row, event: [] }), 'malformed'],
    [
      'an event without an actor',
      (row) => ({ ...row, event: Object.assign({}, row['event'], { actor: 1 }) }),
      'malformed',
    ],
    [
      'an event without data',
      (row) => ({ ...row, event: Object.assign({}, row['event'], { data: [] }) }),
      'malformed',
    ],
    [
      'an event without a kind',
      (row) => ({ ...row, event: Object.assign({}, row['event'], { kind: 1 }) }),
      'malformed',
    ],
    [
      'seals that are none',
      (row) => ({ ...row, event: Object.assign({}, row['event'], { seals: { a: 1 } }) }),
      'malformed',
    ],
    ['a previous hash that is none', (row) => ({ ...row, previous: 'x' }), 'malformed'],
    ['a proof that is none', (row) => ({ ...row, proof: ['x'] }), 'malformed'],
    ['sealed values that are none', (row) => ({ ...row, sealed: { a: { salt: 1, value: 2 } } }), 'malformed'],
    [
      'more than a sealed value',
      (row) => ({ ...row, sealed: { a: { salt: '', value: 2, x: 3 } } }),
      'malformed',
    ],
    ['a value without a seal', (row) => ({ ...row, sealed: { other: { salt: 'ab', value: 1 } } }), 'seal'],
  ])('names %s', (_, change, code) => {
    const report = verify(edited(complete, 1, change));
    expect(report.findings.filter(({ line }) => line === 2).map((finding) => finding.code)).toContain(code);
  });

  it('names a sealed value that is not the one that was sealed, and a salt of another length', () => {
    const sealedRow = (sealed: unknown): Report => verify(edited(complete, 1, (row) => ({ ...row, sealed })));
    const [row] = log.rows;
    const comment = row?.sealed['comment'];
    const wrong = sealedRow({ comment: { ...comment, value: 'something else' } });
    expect(wrong.findings[0]).toMatchObject({
      code: 'seal',
      line: 2,
      position: 1,
      stream: 'case-0',
      seq: 1,
      message: 'the value "comment" is not the one that was sealed',
    });
    expect(codes(sealedRow({ comment: { ...comment, salt: `${comment?.salt}00` } }))).toContain('seal');
  });

  it('names the first hundred findings and counts the rest', () => {
    const report = verify([...complete, ...Array.from({ length: 250 }, () => 'x')]);
    expect(report.findings).toHaveLength(100);
    expect(report.moreFindings).toBe(150);
  });
});
