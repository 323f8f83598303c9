import { describe, expect, it } from 'vitest';
import { createExportWriter } from '../../../../domain/ledger/export-writer.ts';
import { sampleLog } from './sample-log.ts';

const log = sampleLog(33);

describe('the writer', () => {
  it('refuses gaps, missing proofs, proofs that do not belong, and a filtered export without its checkpoint', () => {
    const [first, second] = log.rows;
    if (first === undefined || second === undefined) throw new Error('there are rows');
    const whole = createExportWriter(log.header(), log.key.sign);
    expect(() => whole.row(second)).toThrow('leaves out no row');
    expect(() => whole.row(first, { previous: '', proof: [] })).toThrow('exactly in filtered exports');
    const part = createExportWriter(log.header({ complete: false }), log.key.sign);
    expect(() => part.row(first)).toThrow('exactly in filtered exports');
    expect(() => part.trailer()).toThrow('has one checkpoint');
  });
});
