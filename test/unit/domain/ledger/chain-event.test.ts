import { describe, expect, it } from 'vitest';
import { chainHash } from '../../../../domain/hash/chain-hash.ts';
import { chainEvent, chainEvents, verifyChain } from '../../../../domain/ledger/chain-event.ts';
import { SampleLog } from './sample-log.ts';

const log = new SampleLog();
for (let i = 0; i < 5; i += 1) log.add({ stream: 'case-1', human: { note: i } });
const rows = log.rows;
const events = rows.map(({ event }) => event);
const at = <T>(list: readonly T[], index: number): T => {
  const item = list[index];
  if (item === undefined) throw new Error('no such item');
  return item;
};

describe('chaining', () => {
  it('hashes each event with the hash before it', () => {
    const chained = chainEvents(events);
    expect(chained.map(({ hash }) => hash)).toEqual(rows.map(({ hash }) => hash));
    expect(at(chained, 0).hash).toBe(chainHash(at(events, 0), ''));
    expect(at(chained, 1).hash).toBe(chainHash(at(events, 1), at(chained, 0).hash));
  });

  it('goes on from a hash that is known', () => {
    const rest = chainEvents(events.slice(2), at(rows, 1).hash);
    expect(rest.map(({ hash }) => hash)).toEqual(rows.slice(2).map(({ hash }) => hash));
  });

  it('keeps the sealed values beside the event', () => {
    const { event, sealed } = at(rows, 0);
    expect(chainEvent(event, '', sealed)).toEqual({ event, hash: at(rows, 0).hash, sealed });
    expect(chainEvent(event, '').sealed).toEqual({});
  });
});

describe('verifying a chain', () => {
  it('finds nothing wrong with a whole one, a later part or none', () => {
    expect(verifyChain(rows)).toBeUndefined();
    expect(verifyChain(rows.slice(2), { seq: 2, hash: at(rows, 1).hash })).toBeUndefined();
    expect(verifyChain([])).toBeUndefined();
  });

  it('names the first event that is missing, moved, changed, of another stream or of an earlier time', () => {
    const change = (index: number, more: object, part: object = {}) =>
      rows.with(index, { ...at(rows, index), event: { ...at(events, index), ...more }, ...part });
    expect(verifyChain(rows.toSpliced(2, 1))).toEqual({ index: 2, seq: 4, problem: 'seq' });
    expect(verifyChain(rows.slice(1))).toEqual({ index: 0, seq: 2, problem: 'seq' });
    expect(verifyChain(rows.with(1, at(rows, 2)).with(2, at(rows, 1)))).toEqual({
      index: 1,
      seq: 3,
      problem: 'seq',
    });
    expect(verifyChain(change(3, { kind: 'other' }))).toEqual({ index: 3, seq: 4, problem: 'hash' });
    expect(verifyChain(change(3, {}, { hash: 'ff' }))).toEqual({ index: 3, seq: 4, problem: 'hash' });
    expect(verifyChain(change(3, { stream: 'case-2' }))).toEqual({ index: 3, seq: 4, problem: 'stream' });
    expect(verifyChain(change(3, { at: 5 }))).toEqual({ index: 3, seq: 4, problem: 'time' });
  });

  it('does not accept a later part behind another beginning', () => {
    const problem = verifyChain(rows.slice(2), { seq: 2, hash: at(rows, 0).hash });
    expect(problem).toEqual({ index: 0, seq: 3, problem: 'hash' });
  });
});
