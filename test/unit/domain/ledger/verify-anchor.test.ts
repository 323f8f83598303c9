import { describe, expect, it } from 'vitest';
import type { Report } from '../../../../domain/ledger/verify-report.ts';
import { edited } from './edited.ts';
import { sampleLog } from './sample-log.ts';
import { verify } from './verify.ts';

const codes = (report: Report): string[] => report.findings.map(({ code }) => code);
const log = sampleLog(33);
const filtered = log.filtered(({ event }) => event.stream !== 'case-2');

describe('a filtered export', () => {
  it.each<[string, (row: Record<string, unknown>) => unknown, string]>([
    ['no proof', ({ proof: _, ...row }) => row, 'proof'],
    ['no hash of the event before', ({ previous: _, ...row }) => row, 'proof'],
    ['the proof of another row', (row) => ({ ...row, proof: JSON.parse(filtered[3] ?? '').proof }), 'proof'],
    ['another hash before it', (row) => ({ ...row, previous: 'a'.repeat(64) }), 'chain'],
    ['a changed event', (row) => ({ ...row, event: Object.assign({}, row['event'], { at: 5 }) }), 'chain'],
  ])('is refused for a row with %s', (_, change, code) => {
    const report = verify(edited(filtered, 2, change));
    expect(report.findings.filter(({ line }) => line === 3).map((finding) => finding.code)).toContain(code);
  });

  it('holds rows that follow each other against each other', () => {
    const other = sampleLog(10, 10, log.key);
    const lines = other.filtered(({ event }) => event.stream === 'case-0');
    expect(verify(lines).verified).toBe(true);
    const report = verify(edited(lines, 3, (row) => ({ ...row, previous: 'a'.repeat(64) })));
    expect(codes(report)).toContain('chain');
  });

  it('needs its checkpoint directly behind the header', () => {
    expect(verify(filtered.toSpliced(1, 1)).findings.map(({ message }) => message)).toContain(
      'no valid checkpoint stands behind the header',
    );
    const late = verify(filtered.toSpliced(3, 0, filtered[1] ?? ''));
    expect(late.findings[0]).toMatchObject({ code: 'checkpoint', line: 4 });
    const unsigned = verify(edited(filtered, 1, (value) => ({ ...value, signature: 'x' })));
    expect(codes(unsigned)).toEqual(['signature', 'checkpoint', 'trailer']);
  });

  it('needs a checkpoint of its generation that covers its range', () => {
    const changed = (change: Record<string, unknown>): string[] =>
      verify(edited(filtered, 0, (header) => ({ ...header, ...change }))).findings.map(
        ({ message }) => message,
      );
    expect(changed({ generation: 2 })).toContain('the checkpoint is of generation 1, the header of 2');
    expect(changed({ to: 31 })).toContain('the checkpoint counts 30 events, the header ends at 31');
  });

  it('says whether it leads to the checkpoint that was kept', () => {
    expect(verify(filtered, { trusted: log.checkpoints[2] })).toMatchObject({
      verified: true,
      trusted: { outcome: 'agrees' },
    });
    expect(verify(filtered, { trusted: log.checkpoints[1] })).toMatchObject({
      verified: false,
      trusted: { outcome: 'not agreeing' },
      findings: [{ code: 'trusted', line: 2 }],
    });
  });

  it('does not notice what it does not promise: rows left out by the exporting side', () => {
    const fewer = log.filtered(({ event }) => event.stream === 'case-1');
    expect(verify(fewer).verified).toBe(true);
  });
});
