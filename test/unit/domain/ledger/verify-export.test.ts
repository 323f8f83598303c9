import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createVerifier } from '../../../../domain/ledger/verify-export.ts';
import type { Report } from '../../../../domain/ledger/verify-report.ts';
import { verifySignature } from '../../../../server/connectors/verify-signature.ts';
import { SampleLog, sampleKey, sampleLog } from './sample-log.ts';
import { verify } from './verify.ts';

const codes = (report: Report): string[] => report.findings.map(({ code }) => code);
const log = sampleLog(33);
const complete = log.complete();
const filtered = log.filtered(({ event }) => event.stream !== 'case-2');

describe('a good export', () => {
  it('verifies when complete, and says what it holds', () => {
    expect(verify(complete, { key: log.key.publicKey })).toEqual({
      verified: true,
      usable: true,
      findings: [],
      moreFindings: 0,
      lines: 38,
      rows: 33,
      streams: 5,
      complete: true,
      from: 1,
      to: 33,
      generation: 1,
      exportedAt: log.header().exportedAt,
      publicKey: log.key.publicKey,
      keyExpected: true,
      root: JSON.parse(complete.at(-1) ?? '').trailer.root,
      checkpoints: 3,
      lastCheckpoint: log.checkpoints[2]?.checkpoint,
      restores: [],
      beyond: [],
      erased: 0,
      opened: 44,
    });
  });

  it('says whether its key is the one that was known by another sign', () => {
    const told = (isExpectedKey: (publicKey: string) => boolean) => {
      const verifier = createVerifier({ verifySignature, isExpectedKey });
      for (const line of complete) verifier.line(line);
      return verifier.end();
    };
    expect(told((key) => key === log.key.publicKey)).toMatchObject({ verified: true, keyExpected: true });
    const other = told(() => false);
    expect(other).toMatchObject({ verified: false, keyExpected: false });
    expect(other.findings).toMatchObject([{ code: 'signature', line: 1 }]);
  });

  it('verifies when filtered', () => {
    const report = verify(filtered);
    expect(report).toMatchObject({ verified: true, complete: false, checkpoints: 1, keyExpected: false });
    expect(report.filter).toEqual({ wanted: 'some' });
    expect(report.lastCheckpoint).toEqual(log.checkpoints[2]?.checkpoint);
    expect(report.root).toBe(log.checkpoints[2]?.checkpoint.root);
  });

  it('verifies with the hash that needs no native code', () => {
    const verifier = createVerifier({ verifySignature });
    for (const line of complete) verifier.line(line);
    expect(verifier.end().verified).toBe(true);
  });

  it.each([0, 1, 2, 10, 11, 64, 65])('verifies for a log of %i events, complete and filtered', (count) => {
    const some = sampleLog(count);
    expect(verify(some.complete())).toMatchObject({ verified: true, rows: count });
    expect(verify(some.filtered(({ position }) => position % 2 === 0)).verified).toBe(true);
  });

  it('verifies whatever values people entered and whichever were erased', () => {
    const value = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.boolean(),
    );
    const names = fc.stringMatching(/^[a-z][A-Za-z0-9_]{0,8}$/);
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.dictionary(names, value), fc.nat(), fc.boolean()), { maxLength: 20 }),
        (events) => {
          const some = new SampleLog(log.key);
          let erased = 0;
          for (const [human, stream, erase] of events) {
            const row = some.add({ stream: `s${stream % 3}`, human });
            if (!erase) continue;
            erased += Object.keys(row.sealed).length;
            some.rows[some.rows.length - 1] = { ...row, sealed: {} };
          }
          some.sign();
          const report = verify(some.complete());
          expect(report.findings).toEqual([]);
          expect(report.erased).toBe(erased);
          expect(verify(some.filtered(() => true))).toMatchObject({ verified: true, erased });
        },
      ),
      { numRuns: 25 },
    );
  });
});

describe('the key', () => {
  it('is named when the export was made under another one', () => {
    const report = verify(complete, { key: sampleKey().publicKey });
    expect(report.findings[0]).toMatchObject({ code: 'signature', line: 1 });
    expect(report.findings.filter(({ code }) => code === 'signature')).toHaveLength(5);
  });

  it('must have signed the checkpoint that was kept', () => {
    const kept = log.checkpoints[0];
    expect(verify(complete, { trusted: kept })).toMatchObject({
      verified: true,
      trusted: { size: 10, outcome: 'agrees' },
    });
    const forged = kept && { ...kept, signature: log.checkpoints[1]?.signature ?? '' };
    expect(codes(verify(complete, { trusted: forged }))).toEqual(['trusted']);
  });

  it('may have signed a checkpoint of an empty log', () => {
    const empty = new SampleLog(log.key);
    const kept = empty.sign();
    empty.add({ stream: 'case-1' });
    expect(verify(empty.complete(), { trusted: kept })).toMatchObject({
      verified: true,
      trusted: { size: 0, outcome: 'agrees' },
    });
  });
});
