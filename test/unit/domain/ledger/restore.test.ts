import { describe, expect, it } from 'vitest';
import { createExportWriter } from '../../../../domain/ledger/export-writer.ts';
import type { Report } from '../../../../domain/ledger/verify-report.ts';
import { nodeHasher, SampleLog, sampleLog } from './sample-log.ts';
import { verify } from './verify.ts';

const codes = (report: Report): string[] => report.findings.map(({ code }) => code);
const log = sampleLog(33);

describe('a restore from a backup', () => {
  /** Thirty events and three checkpoints; the backup held 24, the restored installation went on from there. */
  const restored = (from: number, generation = 2): SampleLog => {
    const before = sampleLog(30, 10, log.key);
    const after = new SampleLog(log.key);
    for (const { event, sealed } of before.rows.slice(0, 24)) {
      const human = Object.fromEntries(
        Object.entries(sealed).map(([name, { value }]) => [name, Number(value) || String(value)]),
      );
      after.add({ stream: event.stream, kind: event.kind, data: event.data, human });
      if (after.rows.length % 10 === 0) after.sign();
    }
    after.add({
      stream: 'installation',
      kind: 'restored',
      data: { from, generation },
      actor: { kind: 'system', id: 'restore' },
    });
    after.generation = generation;
    for (let i = 0; i < 10; i += 1) after.add({ stream: 'case-1', kind: 'anew' });
    after.sign();
    return after;
  };
  const lost = sampleLog(30, 10, log.key).checkpoints[2];
  const beyondLines = (other: SampleLog): string[] => {
    const writer = createExportWriter(other.header(), log.key.sign, nodeHasher);
    const lines = [writer.header()];
    for (const row of other.rows) {
      lines.push(writer.row(row));
      for (const signed of other.checkpoints)
        if (signed.checkpoint.size === row.position) lines.push(writer.checkpoint(signed));
      if (lost !== undefined && row.position === 30) lines.push(writer.checkpoint(lost));
    }
    return [...lines, writer.trailer()];
  };

  it('verifies as the declared fork it is, and names the checkpoint left behind', () => {
    const report = verify(beyondLines(restored(24)));
    expect(report.findings).toEqual([]);
    expect(report).toMatchObject({ verified: true, generation: 2, checkpoints: 3 });
    expect(report.restores).toEqual([{ position: 25, from: 24, generation: 2 }]);
    expect(report.beyond).toEqual([lost?.checkpoint]);
  });

  it('explains why a checkpoint that was kept is not continued', () => {
    const report = verify(restored(24).complete(), { trusted: lost });
    expect(report).toMatchObject({
      verified: true,
      trusted: { size: 30, outcome: 'beyond' },
      beyond: [lost?.checkpoint],
    });
    const behind = new SampleLog(log.key);
    behind.rows.push(...restored(24).rows.slice(0, 25));
    expect(verify(behind.complete({ generation: 2 }), { trusted: lost })).toMatchObject({
      verified: true,
      trusted: { outcome: 'beyond' },
    });
  });

  it('explains nothing before the position it is from', () => {
    const other = restored(24);
    const early = other.checkpoints[1];
    if (early === undefined) throw new Error('there are checkpoints');
    const forged = { ...early.checkpoint, root: 'a'.repeat(64) };
    const text = `signalbox checkpoint v1\n${JSON.stringify(Object.fromEntries(Object.entries(forged).sort()))}`;
    const report = verify(other.complete(), {
      trusted: { checkpoint: forged, signature: log.key.sign(text) },
    });
    expect(codes(report)).toEqual(['trusted']);
  });

  it('explains nothing that its own generation signed', () => {
    const forged = lost && { ...lost.checkpoint, generation: 2 };
    const text = `signalbox checkpoint v1\n${JSON.stringify(Object.fromEntries(Object.entries(forged ?? {}).sort()))}`;
    const trusted = forged && { checkpoint: forged, signature: log.key.sign(text) };
    expect(codes(verify(restored(24).complete(), { trusted }))).toEqual(['trusted']);
  });

  it('cannot be from the future, from nowhere, or to a generation that was there', () => {
    expect(codes(verify(restored(25).complete()))).toContain('restore');
    expect(codes(verify(restored(24, 1).complete()))).toContain('restore');
    const vague = new SampleLog();
    vague.add({ stream: 'installation', kind: 'restored', data: { from: 'start' } });
    expect(codes(verify(vague.complete()))).toEqual(['restore']);
  });

  it('counts only in the stream of the installation', () => {
    const other = new SampleLog();
    other.add({ stream: 'case-1', kind: 'restored', data: { from: 0, generation: 2 } });
    expect(verify(other.complete()).restores).toEqual([]);
  });
});
