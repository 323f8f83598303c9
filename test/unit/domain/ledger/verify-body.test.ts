import { describe, expect, it } from 'vitest';
import type { Report } from '../../../../domain/ledger/verify-report.ts';
import { edited } from './edited.ts';
import { sampleLog } from './sample-log.ts';
import { verify } from './verify.ts';

const codes = (report: Report): string[] => report.findings.map(({ code }) => code);
const log = sampleLog(33);
const complete = log.complete();
const filtered = log.filtered(({ event }) => event.stream !== 'case-2');

describe('the header and the trailer', () => {
  it('make a file unusable when there is no header', () => {
    expect(verify([])).toMatchObject({
      usable: false,
      verified: false,
      findings: [{ message: 'the file is empty' }],
    });
    expect(verify(['x', 'y'])).toMatchObject({ usable: false, findings: [{ code: 'header', line: 1 }] });
    const changes = {
      format: 'x',
      version: 2,
      generation: -1,
      complete: 1,
      from: 2,
      to: 0.5,
      publicKey: 1,
      exportedAt: null,
      filter: 1,
      more: 1,
    };
    for (const [key, value] of Object.entries(changes)) {
      expect(verify(edited(complete, 0, (header) => ({ ...header, [key]: value }))).usable).toBe(false);
    }
    expect(verify(edited(filtered, 0, (header) => ({ ...header, from: 0 }))).usable).toBe(false);
    expect(verify(edited(filtered, 0, (header) => ({ ...header, from: 9, to: 7 }))).usable).toBe(false);
  });

  it('are named when the header was reformatted', () => {
    expect(verify(complete.with(0, ` ${complete[0]}`)).findings[0]).toMatchObject({
      code: 'altered',
      line: 1,
    });
  });

  it('are named when the header holds text that canonical JSON cannot', () => {
    const broken = (filtered[0] ?? '').replace('"some"', '"\\ud800"');
    expect(verify(filtered.with(0, broken)).findings[0]).toMatchObject({ code: 'altered', line: 1 });
  });

  it('are named when the file ends before or goes on behind what the header says', () => {
    const shorter = log.complete({ to: 34 });
    expect(verify(shorter).findings).toEqual([
      { code: 'cut', line: 39, message: 'the file ends at position 33, the header at 34' },
    ]);
    expect(verify(log.complete({ to: 32 })).findings.map(({ message }) => message)).toEqual([
      'position 33 lies beyond 32, where the header ends',
    ]);
  });

  it('are named when the trailer is missing, broken or not the last line', () => {
    expect(verify(complete.slice(0, -1)).findings).toEqual([
      { code: 'cut', line: 38, message: 'the trailer is missing: the file was cut' },
    ]);
    expect(verify([...complete, 'x']).findings).toEqual([
      { code: 'trailer', line: 39, message: 'something stands behind the trailer' },
    ]);
    const last = complete.length - 1;
    expect(verify(complete.with(last, ` ${complete[last]}`)).findings[0]).toMatchObject({
      code: 'altered',
      line: 38,
    });
    for (const [key, value] of Object.entries({
      rows: 'x',
      checkpoints: -1,
      root: 'x',
      digest: 'x',
      more: 1,
    })) {
      const report = verify(
        edited(complete, last, (end) => ({
          ...end,
          trailer: Object.assign({}, end['trailer'], { [key]: value }),
        })),
      );
      expect(report.findings[0]).toMatchObject({ code: 'altered', line: 38 });
    }
    for (const change of [{ signature: 1 }, { trailer: 1 }, { more: 1 }]) {
      expect(codes(verify(edited(complete, last, (end) => ({ ...end, ...change }))))).toEqual(['altered']);
    }
  });

  it('are named when the trailer counts or hashes something else', () => {
    const last = complete.length - 1;
    const other = { rows: 3, checkpoints: 9, root: '0'.repeat(64), digest: '1'.repeat(64) };
    const report = verify(edited(complete, last, (end) => ({ ...end, trailer: other })));
    expect(report.findings.map(({ message }) => message)).toEqual([
      'the trailer counts 3 events, the file holds 33',
      'the trailer counts 9 checkpoints, the file holds 3',
      'the root in the trailer is not that of the events',
      'a line of the file was changed, added, moved or removed since the export',
      "the trailer's signature is not the key's",
    ]);
  });

  it('are named when a sealed value was taken out of the file', () => {
    const report = verify(edited(complete, 1, ({ sealed: _, ...row }) => row));
    expect(report.erased).toBe(2);
    expect(report.findings.map(({ message }) => message)).toEqual([
      'a line of the file was changed, added, moved or removed since the export',
    ]);
  });
});
