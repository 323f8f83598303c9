import { describe, expect, it } from 'vitest';
import type { Report } from '../../../../domain/ledger/verify-report.ts';
import { edited } from './edited.ts';
import { SampleLog, sampleLog } from './sample-log.ts';
import { verify } from './verify.ts';

const codes = (report: Report): string[] => report.findings.map(({ code }) => code);
const log = sampleLog(33);
const complete = log.complete();

describe('a log that was changed before it was exported', () => {
  /** The same events without some, chained and numbered anew and signed by the installation's own key. */
  const rewritten = (keep: (position: number) => boolean): SampleLog => {
    const other = new SampleLog(log.key);
    for (const { event, position, sealed } of log.rows) {
      if (!keep(position)) continue;
      const human = Object.fromEntries(
        Object.entries(sealed).map(([name, { value }]) => [name, String(value)]),
      );
      other.add({ stream: event.stream, kind: event.kind, data: event.data, human });
    }
    other.checkpoints.push(...log.checkpoints);
    return other;
  };

  it('no longer fits its checkpoints when an event is left out', () => {
    const report = verify(rewritten((position) => position !== 15).complete());
    expect(codes(report)).toContain('checkpoint');
  });

  it('no longer fits its checkpoints when a whole stream is left out', () => {
    const other = rewritten((position) => log.rows[position - 1]?.event.stream !== 'case-3');
    expect(verify(other.complete()).findings.map(({ message }) => message)).toContain(
      'events 1 to 10 are not those the checkpoint was signed over',
    );
  });

  it('no longer continues a checkpoint that was kept when its tail is cut', () => {
    const other = rewritten((position) => position <= 25);
    other.checkpoints.length = 0;
    other.sign();
    const kept = log.checkpoints[2];
    const report = verify(other.complete(), { trusted: kept });
    expect(report.findings).toEqual([
      {
        code: 'trusted',
        line: 29,
        message: 'your checkpoint counts 30 events, the export ends at 25: its tail is missing',
      },
    ]);
    expect(report.trusted).toEqual({ size: 30, outcome: 'not agreeing' });
  });

  it('no longer continues a checkpoint that was kept when something before it was changed', () => {
    const other = rewritten(() => true);
    other.checkpoints.length = 0;
    expect(verify(other.complete(), { trusted: log.checkpoints[1] }).findings).toEqual([
      {
        code: 'trusted',
        line: 21,
        message: 'your checkpoint of 20 events has another root: the log before it was changed',
      },
    ]);
  });

  it('names a fork, a repeated number and a number that was skipped within a stream', () => {
    const forked = new SampleLog();
    const first = forked.add({ stream: 'case-1' });
    forked.add({ stream: 'case-1' });
    const insert = (row: typeof first): Report => {
      const other = new SampleLog(forked.key);
      other.rows.push(...forked.rows, { ...row, position: 3 });
      return verify(other.complete());
    };
    const fork = insert({ ...first, event: { ...first.event, data: { other: true } } });
    expect(fork.findings[0]).toMatchObject({
      code: 'stream-fork',
      line: 4,
      message: 'event 1 of stream case-1 stands here again, the stream being at 2: it has forked',
    });
    const again = forked.rows[1];
    if (again === undefined) throw new Error('there are two rows');
    expect(insert(again).findings[0]).toMatchObject({
      code: 'stream-repeat',
      position: 3,
      stream: 'case-1',
      seq: 2,
    });
    const skipped = insert({ ...again, event: { ...again.event, seq: 4 } });
    expect(skipped.findings[0]).toMatchObject({
      code: 'stream-gap',
      message: 'event 3 of stream case-1 missing',
    });
  });

  it('names a time that runs back within a stream', () => {
    const back = new SampleLog();
    const first = back.add({ stream: 'case-1' });
    const second = back.add({ stream: 'case-1' });
    back.rows[1] = { ...second, event: { ...second.event, at: first.event.at - 1 } };
    expect(codes(verify(back.complete()))).toEqual(['chain', 'time']);
  });
});

describe('checkpoints in a complete export', () => {
  it('are named when one is missing from their chain', () => {
    const other = sampleLog(30, 10, log.key);
    other.checkpoints.splice(1, 1);
    expect(verify(other.complete()).findings).toEqual([
      { code: 'checkpoint', line: 33, message: 'a checkpoint before this one is missing or was changed' },
    ]);
  });

  it('are named when they count more or fewer events than stand before them', () => {
    const [header = '', ...rest] = complete;
    const checkpoint = rest.splice(10, 1);
    const early = verify([header, ...rest.toSpliced(9, 0, ...checkpoint)]);
    expect(early.findings.map(({ message }) => message)).toContain(
      'the checkpoint counts 10 events, only 9 stand before it',
    );
    const late = verify([header, ...rest.toSpliced(11, 0, ...checkpoint)]);
    expect(late.findings.map(({ message }) => message)).toContain(
      'the checkpoint of 10 events stands behind event 11',
    );
  });

  it('are named when their signature is not the key’s or their form is broken', () => {
    const at = complete.findIndex((line) => line.startsWith('{"checkpoint"'));
    expect(verify(edited(complete, at, (value) => ({ ...value, signature: '' }))).findings[0]).toMatchObject({
      code: 'signature',
      line: at + 1,
    });
    const broken: ((value: Record<string, unknown>) => unknown)[] = [
      (value) => ({ ...value, more: 1 }),
      (value) => ({ ...value, signature: 1 }),
      (value) => ({ ...value, checkpoint: 1 }),
      ...['size', 'root', 'previous', 'generation', 'at', 'more'].map(
        (key) => (value: Record<string, unknown>) => ({
          ...value,
          checkpoint: Object.assign({}, value['checkpoint'], { [key]: 'x' }),
        }),
      ),
    ];
    for (const change of broken) {
      expect(verify(edited(complete, at, change)).findings[0]).toMatchObject({
        code: 'altered',
        line: at + 1,
      });
    }
    expect(verify(complete.with(at, ` ${complete[at]}`)).findings[0]).toMatchObject({
      code: 'altered',
      line: at + 1,
    });
  });

  it('are named when they are of another generation', () => {
    const other = sampleLog(10, 10, log.key);
    other.generation = 2;
    other.add({ stream: 'case-1' });
    other.sign();
    expect(verify(other.complete()).findings).toEqual([
      { code: 'header', line: 1, message: 'the header names generation 2, the log is in 1' },
      { code: 'checkpoint', line: 14, message: 'the checkpoint is of generation 2, the log is in 1' },
    ]);
  });
});
