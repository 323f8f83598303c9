import { describe, expect, it } from 'vitest';
import { reportText } from '../../../../domain/ledger/report-text.ts';
import { SampleLog, sampleLog } from './sample-log.ts';
import { verify } from './verify.ts';

const log = sampleLog(13);
const text = (lines: readonly string[], trust: Parameters<typeof verify>[1] = {}): string[] =>
  reportText(verify(lines, trust), 'aaaa bbbb');

describe('the report in words', () => {
  it('says what a complete export proves and what it does not', () => {
    const lines = text(log.complete(), { key: log.key.publicKey });
    expect(lines[0]).toBe('VERIFIED');
    expect(lines).toContain('Events: 13, streams: 5, positions 1 to 13, generation 1');
    expect(lines).toContain('Key: aaaa bbbb, as you expected');
    expect(lines).toContain('Checkpoints that agree: 1, the last of 10 events at 2026-01-05T09:00:10.000Z');
    expect(lines).toContain('Sealed values: 18 held against their seals, 0 erased or withheld');
    expect(lines.at(-3)).toMatch(/^Proves: these are all events/);
    expect(lines.at(-2)).toMatch(/^Does not prove: that nothing happened after the export/);
    expect(lines.at(-1)).toBe(
      'The last 3 events stand behind no checkpoint; only the signature of the export covers them.',
    );
  });

  it('says of a filtered export that it proves genuineness only', () => {
    const lines = text(log.filtered(({ position }) => position < 4));
    expect(lines).toContain('Filter: {"wanted":"some"}');
    expect(lines).toContain('Key: aaaa bbbb, taken from the file');
    expect(lines.slice(-3)).toEqual([
      'Proves: every event here stands in the signed log as it is shown.',
      'Does not prove: that nothing was left out. Ask for a complete export for that.',
      'The key came with the file: compare its fingerprint with the one the installation published.',
    ]);
  });

  it('names what is wrong with its place and claims no proof', () => {
    const lines = text(log.complete().toSpliced(3, 1));
    expect(lines[0]).toBe('NOT VERIFIED');
    expect(lines[1]).toBe('  line 4, position 4, stream case-1 event 1: position 3 is missing [position]');
    expect(lines).toContain('Root: unknown, since events are missing or out of place');
    expect(lines.at(-1)).toMatch(/It proves nothing\.$/);
  });

  it('prints nothing that would move the cursor', () => {
    const odd = new SampleLog(log.key);
    odd.add({ stream: 'a\u001b[2J\u202eb' });
    const [, finding] = text(odd.complete().with(1, (odd.complete()[1] ?? '').replace('"v":1', '"v":2')));
    expect(finding).toMatch(/^ {2}line 2, position 1, stream a\ufffd\[2J\ufffdb event 1: the hash/);
  });

  it('counts what it does not list', () => {
    expect(text([...log.complete(), ...Array.from({ length: 102 }, () => 'x')])).toContain('  and 2 more');
  });

  it('says why an input cannot be used', () => {
    expect(text([])).toEqual(['UNUSABLE', '  line 1: the file is empty [header]']);
  });

  it('names restores, what they left behind and the checkpoint that was kept', () => {
    const restored = sampleLog(10, 20, log.key);
    restored.add({ stream: 'installation', kind: 'restored', data: { from: 10, generation: 2 } });
    restored.generation = 2;
    const lost = sampleLog(12, 12, log.key).checkpoints[0];
    const lines = text(restored.complete(), { trusted: lost });
    expect(lines).toContain('Checkpoints that agree: 0');
    expect(lines).toContain('Your checkpoint of 12 events: beyond');
    expect(lines).toContain('Restored from a backup that ended at 10: generation 2 begins at position 11');
    expect(lines).toContain('Left behind by a restore: a checkpoint of 12 events, generation 1');
  });

  it('names a restore that cannot stand where it does by position', () => {
    const odd = sampleLog(1, 9, log.key);
    odd.add({ stream: 'installation', kind: 'restored', data: { from: 7, generation: 2 } });
    odd.generation = 2;
    expect(text(odd.complete())[1]).toBe(
      '  line 3, position 2: a restore from 7 to generation 2 cannot stand here [restore]',
    );
  });

  it('says when everything stands behind a checkpoint', () => {
    expect(text(sampleLog(10).complete()).join('\n')).not.toContain('no checkpoint');
  });
});
