import { z } from 'zod';
import type { Detail } from '../../error/domain-error.ts';
import type { Json } from '../../hash/canonical-json.ts';
import { isRecord } from '../bounded-json.ts';
import { declareFact } from '../declare-fact.ts';
import { escapePointer } from '../escape-pointer.ts';
import { fieldConfig } from '../field-common.ts';
import type { FieldBase, FieldKind, TextContext } from '../field-kind.ts';
import type { FormContext } from '../form-context.ts';
import { jsonFromText } from '../json-from-text.ts';
import { isBlank, type Parsed, refused } from '../parsed.ts';
import { textIn } from '../text-schema.ts';
import { type Column, columnKind, columnSchema } from './column-kinds.ts';

type Row = Readonly<Record<string, Json>>;

interface TableField extends FieldBase {
  readonly columns: readonly Column[];
  readonly minRows?: number | undefined;
  readonly maxRows?: number | undefined;
}

/** Rows of named columns, at most `maxRows` (50 unless said, 200 at most); a cell without a value has no key. */
export const table = {
  kind: 'table',
  config: fieldConfig('table', {
    columns: z.array(columnSchema).min(1).max(20),
    minRows: z.int().min(1).max(200).optional(),
    maxRows: z.int().min(1).max(200).optional(),
  }),
  parse(raw, { columns, minRows = 1, maxRows = 50 }, form) {
    if (!Array.isArray(raw)) return refused('Give a list of rows, even for a single one.');
    if (raw.length > maxRows) return refused(`Give at most ${maxRows} ${maxRows === 1 ? 'row' : 'rows'}.`);
    if (raw.length < minRows) return refused(`Give at least ${minRows} ${minRows === 1 ? 'row' : 'rows'}.`);
    const rows: Row[] = [];
    const problems: Detail[] = [];
    for (const [index, item] of raw.entries()) {
      const parsed = parseRow(item, columns, form);
      if ('value' in parsed) rows.push(parsed.value);
      else
        problems.push(
          ...parsed.problems.map((problem) => ({ ...problem, pointer: `/${index}${problem.pointer}` })),
        );
    }
    return problems.length > 0 ? { problems } : { value: rows };
  },
  facts: (value, { id }) => ({ [id]: value, [`${id}.count`]: value.length }),
  declarations: (field, form) => [
    declareFact(field, form, 'rows'),
    declareFact(field, form, 'number', { part: 'count' }),
  ],
  display: (value, { columns }, form) => value.map((row) => rowInWords(row, columns, form)).join('\n'),
  fromText: (text, { columns }, form) => rowsFromJson(jsonFromText(text) ?? text, columns, form),
  references: (value, { columns }) =>
    value.flatMap((row, index) =>
      columns.flatMap((column) => {
        const cell = row[column.id];
        const references = cell === undefined ? [] : (columnKind(column).references?.(cell, column) ?? []);
        return references.map((found) => ({ ...found, pointer: `/${index}/${column.id}${found.pointer}` }));
      }),
    ),
} satisfies FieldKind<TableField, readonly Row[]> & { readonly config: z.ZodType };

function parseRow(raw: unknown, columns: readonly Column[], form: FormContext): Parsed<Row> {
  if (!isRecord(raw)) return refused('Give a row as {"column": value}.');
  const unknown = Object.keys(raw).find((key) => !columns.some(({ id }) => id === key));
  if (unknown !== undefined)
    return refused('The table has no such column: leave it out.', `/${escapePointer(unknown)}`);
  const row: Record<string, Json> = {};
  const problems: Detail[] = [];
  for (const column of columns) {
    const cell = Object.hasOwn(raw, column.id) ? raw[column.id] : undefined;
    const pointer = `/${column.id}`;
    if (isBlank(cell)) {
      if (column.required === true) problems.push({ pointer, detail: 'Fill this in.' });
      continue;
    }
    const parsed = columnKind(column).parse(cell, column, form);
    if ('value' in parsed) row[column.id] = parsed.value;
    else
      problems.push(
        ...parsed.problems.map((problem) => ({ ...problem, pointer: pointer + problem.pointer })),
      );
  }
  if (problems.length > 0) return { problems };
  return Object.keys(row).length === 0
    ? refused('The row is empty: fill it in or leave it out.')
    : { value: row };
}

function rowInWords(row: Row, columns: readonly Column[], form: FormContext): string {
  const cells = columns.flatMap((column) => {
    const cell = row[column.id];
    if (cell === undefined) return [];
    return [`${textIn(column.label, form.language)}: ${columnKind(column).display(cell, column, form)}`];
  });
  return cells.join('; ');
}

/** Cells that are text are read as text, as a form post writes them; rows without any are left out. */
function rowsFromJson(json: unknown, columns: readonly Column[], form: TextContext): unknown {
  if (!Array.isArray(json)) return json;
  return json
    .filter((row) => !isRecord(row) || !Object.values(row).every(isBlank))
    .map((row) => {
      if (!isRecord(row)) return row;
      const cells = Object.entries(row).map(([key, cell]) => {
        const column = columns.find(({ id }) => id === key);
        const isText = column !== undefined && typeof cell === 'string' && !isBlank(cell);
        return [key, isText ? columnKind(column).fromText(cell, column, form) : cell] as const;
      });
      return Object.fromEntries(cells);
    });
}
