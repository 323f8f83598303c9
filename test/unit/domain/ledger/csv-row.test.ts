import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvColumns, csvRow, safeCell } from '../../../../domain/ledger/csv-row.ts';
import { SampleLog } from './sample-log.ts';

const rowOf = (sample: Parameters<SampleLog['add']>[0]) => new SampleLog().add(sample);
const cell = (cells: readonly string[], column: (typeof csvColumns)[number]): string | undefined =>
  cells[csvColumns.indexOf(column)];

describe('a row for people', () => {
  it('says who, when, what, on which evidence and under which version', () => {
    const data = {
      number: 'VEN-7',
      type: 'vendor',
      version: 3,
      decision: 'approve',
      gate: { gate: 'g1', steps: [] },
      gateId: 'security',
      for: 'p9',
      state: 'review',
      transition: 't1',
      person: 'p7',
      queue: 'q1',
      rule: 'r1',
      basis: 'b4515',
      record: 'd1',
      digest: 'd2',
      code: 'CASE_CLOSED',
    };
    const row = rowOf({
      stream: 'case-1',
      kind: 'decided',
      data,
      human: { reason: 'Fine', comment: 'Well done' },
    });
    expect(Object.fromEntries(csvRow(row).map((text, i) => [csvColumns[i], text]))).toEqual({
      position: '1',
      time: '2026-01-05T09:00:01.000Z',
      actor: 'p1',
      actor_kind: 'person',
      stream: 'case-1',
      seq: '1',
      kind: 'decided',
      case_number: 'VEN-7',
      type: 'vendor',
      version: '3',
      state: 'review',
      transition: 't1',
      assignee: 'p7',
      queue: 'q1',
      decision: 'approve',
      gate: 'security',
      for: 'p9',
      rule: 'r1',
      reason: 'Fine',
      comment: 'Well done',
      basis: 'b4515',
      evidence: 'd1 d2',
      refusal: 'CASE_CLOSED',
      command: 'c1',
      cause: '',
      erased: '',
      hash: row.hash,
    });
  });

  it('takes what the event does not say from what is known beside it, and nothing else', () => {
    const row = rowOf({ stream: 'case-1', data: { version: 2, number: null, basis: { a: 1 } } });
    const cells = csvRow(
      { ...row, event: { ...row.event, cause: 'e1' } },
      { case_number: '=1', version: '9' },
    );
    expect(cell(cells, 'case_number')).toBe("'=1");
    expect(cell(cells, 'version')).toBe('2');
    expect(cell(cells, 'basis')).toBe('{"a":1}');
    expect(cell(cells, 'cause')).toBe('e1');
    expect(cell(cells, 'reason')).toBe('');
  });

  it('shows what people wrote, whatever the event calls it, lists included', () => {
    for (const name of ['comment', 'text', 'question', 'answer', 'message']) {
      expect(cell(csvRow(rowOf({ stream: 'case-1', human: { [name]: 'Hello' } })), 'comment')).toBe('Hello');
    }
    const handed = rowOf({
      stream: 'case-1',
      data: { to: 'p3', for: ['p1', 'p2'] },
      human: { reason: 'Leave' },
    });
    expect(cell(csvRow(handed), 'assignee')).toBe('p3');
    expect(cell(csvRow(handed), 'for')).toBe('p1 p2');
  });

  it('names the values that were erased', () => {
    const row = rowOf({ stream: 'case-1', human: { reason: 'x', comment: 'y', amount: 1 } });
    const { reason } = row.sealed;
    const cells = csvRow({ ...row, sealed: reason === undefined ? {} : { reason } });
    expect(cell(cells, 'erased')).toBe('amount comment');
    expect(cell(cells, 'reason')).toBe('x');
  });
});

describe('a safe cell', () => {
  it.each([
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    '\tx',
    '\rx',
    '\nx',
    ' =1',
    '\u00a0=1',
    '\u3000=1',
    '\u200b=1',
    '\ufeff=1',
    '"=1',
    "'=1",
    '" =1',
    '\u201c=1',
    '\t\t=1',
    '\uff1d1',
    '\uff0b1',
    '\uff0d1',
    '\uff201',
    ' \uff1d1',
    '\ufe661',
    '\ufe621',
    '\ufe631',
    '\ufe6b1',
  ])('puts an apostrophe before %j', (text) => {
    expect(safeCell(text)).toBe(`'${text}`);
  });

  it.each([
    '',
    ' ',
    'x',
    '1',
    '1-2',
    'a=b',
    'p@x',
    '"quoted"',
    "it's",
    '(=1)',
    '\u00bd',
    '5 > 3',
    '#1',
    ' x',
  ])('leaves %j as it is', (text) => {
    expect(safeCell(text)).toBe(text);
  });

  it('never begins like a formula, whatever the text, also once a spreadsheet has read it back', () => {
    const sign = fc.constantFrom('=', '+', '-', '@', '\t', '\r', ' ', '"', "'", '\uff1d', '\u200b', 'a', '1');
    fc.assert(
      fc.property(fc.array(sign, { maxLength: 6 }), (signs) => {
        const text = signs.join('');
        const safe = safeCell(text);
        expect(safe === text || safe === `'${text}`).toBe(true);
        if (safe === text) {
          const [first = ''] = text.replace(/^[\s\u200b"']+/u, '').normalize('NFKC');
          expect(['=', '+', '-', '@']).not.toContain(first);
          expect(text).not.toMatch(/^[\t\r\n]/);
        }
      }),
    );
  });

  it('keeps its place in a CSV file that a library writes', () => {
    const row = rowOf({ stream: 'case-1', human: { comment: '=HYPERLINK("http://x";"y")\r\n;,"' } });
    const text = stringify([csvRow(row)], { quoted: true });
    expect(text).toContain(`"'=HYPERLINK(""http://x"";""y"")\r\n;,"""`);
  });
});
