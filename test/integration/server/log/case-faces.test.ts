import { afterAll, beforeAll, expect, it } from 'vitest';
import { CaseFaces } from '../../../../server/use-cases/log/case-faces.ts';
import { caseDoc, stateOf } from '../../../support/case-of.ts';
import { makeLogRow } from '../../../support/make-log-row.ts';
import { openTestStore } from '../../../support/open-store.ts';

let opened: Awaited<ReturnType<typeof openTestStore>>;
const at = (seq: number) => 1_700_000_000_000 + seq;
const row = (seq: number, kind: string, data: Record<string, string | number>, stream = 'c1') => {
  const plain = makeLogRow(seq, stream, seq);
  return { ...plain, event: { ...plain.event, kind, data } };
};
const rows = [
  row(1, 'submitted', { version: 3, definition: 'old' }),
  row(2, 'attached', { digest: 'd1' }),
  row(3, 'voted', { basis: 'b1' }),
  row(4, 'type-changed', { version: 7, definition: 'new' }),
  row(5, 'attached', { digest: 'd2' }),
  row(6, 'voted', { basis: 'b2' }),
  row(7, 'changed', {}, 'person:ria'),
];
beforeAll(async () => {
  opened = await openTestStore();
  await opened.store.log.append(rows);
  const attachments = [2, 5].map((seq) => ({
    ...{ id: `f${seq}`, digest: seq === 2 ? 'd1' : 'd2', size: 1, name: 'f', by: 'ria' },
    ...{ at: at(seq), field: null },
  }));
  const state = stateOf({ number: 'VEN-7', version: 7, definition: 'new', attachments });
  await opened.store.aggregates.insert(caseDoc('c1', state));
});
afterAll(() => opened.close());

it('says of each vote the version and the evidence of its own time', async () => {
  const faces = await new CaseFaces(opened.store).of(rows, new Set(rows));
  const shown = rows.map((one) => [faces.get(one)?.version, faces.get(one)?.evidence]);
  expect(shown).toEqual([
    ['3', undefined],
    ['3', undefined],
    ['3', 'old d1'],
    ['7', undefined],
    ['7', undefined],
    ['7', 'new d1 d2'],
    [undefined, undefined],
  ]);
  expect(rows.map((one) => faces.get(one)?.case_number)).toEqual([...Array(6).fill('VEN-7'), undefined]);
});

it('knows a change of type that is not among the wanted rows, also from a page before', async () => {
  const faces = new CaseFaces(opened.store);
  const [vote, later] = [rows[2], rows[5]];
  if (vote === undefined || later === undefined) throw new Error('there are two votes');
  expect((await faces.of(rows.slice(0, 4), new Set([vote]))).get(vote)?.version).toBe('3');
  const next = await faces.of(rows.slice(4), new Set([later]));
  expect([next.size, next.get(later)?.version]).toEqual([1, '7']);
});
