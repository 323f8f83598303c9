import { compiledForm } from './compiled-form.ts';
import type { TextContext } from './field-kind.ts';
import { type AskedField, fieldKind } from './fields/field-kinds.ts';
import type { Form } from './form-schema.ts';
import { isBlank } from './parsed.ts';

/**
 * The raw values that the text of a form post or a CSV row stands for, ready for `validateSubmission`. A name is a field's id,
 * repeated for several choices or files; money may come as `id.amount` and `id.currency`, a table as `id.0.column`.
 * Blank texts are no answer; names that are no question stay, for validation to refuse. `timeZone` reads times without an offset.
 */
export function valuesFromText(
  form: Form,
  entries: Iterable<readonly [name: string, text: string]>,
  more: { readonly timeZone?: string } = {},
): Record<string, unknown> {
  const context: TextContext = { ...form, ...more };
  const { asked } = compiledForm(form);
  const grouped = groupByField(entries, asked);
  const raw = new Map<string, unknown>();
  for (const [name, texts] of grouped) {
    const field = asked.get(name);
    const value = field === undefined ? texts[0]?.text : valueOfTexts(field, texts, context);
    if (!isBlank(value)) raw.set(name, value);
  }
  return Object.fromEntries(raw);
}

/** One text of a field; `path` is what stands behind the field's id, such as `0.price`. */
interface NamedText {
  readonly path: string;
  readonly text: string;
}

function groupByField(
  entries: Iterable<readonly [string, string]>,
  asked: ReadonlyMap<string, AskedField>,
): Map<string, NamedText[]> {
  const grouped = new Map<string, NamedText[]>();
  for (const [name, text] of entries) {
    if (isBlank(text)) continue;
    const dot = name.indexOf('.');
    const isPart = dot > 0 && asked.has(name.slice(0, dot));
    const id = isPart ? name.slice(0, dot) : name;
    const known = grouped.get(id) ?? [];
    known.push({ path: isPart ? name.slice(dot + 1) : '', text });
    grouped.set(id, known);
  }
  return grouped;
}

function valueOfTexts(field: AskedField, texts: readonly NamedText[], context: TextContext): unknown {
  const kind = fieldKind(field);
  const wholes = texts.filter(({ path }) => path === '').map(({ text }) => text);
  if (field.kind === 'money' && wholes.length === 0) return moneyOfParts(field, texts, context);
  if (field.kind === 'table' && wholes.length === 0)
    return kind.fromText(JSON.stringify(rowsOfParts(texts)), field, context);
  const read = wholes.map((text) => kind.fromText(text, field, context));
  return read.every(Array.isArray) ? read.flat() : read[0];
}

/** A currency chosen beside an empty amount is no answer. */
function moneyOfParts(field: AskedField, texts: readonly NamedText[], context: TextContext): unknown {
  const part = (name: string) => texts.find(({ path }) => path === name)?.text ?? '';
  if (isBlank(part('amount'))) return undefined;
  return fieldKind(field).fromText(`${part('amount')} ${part('currency')}`.trim(), field, context);
}

/** Rows by their numbers; cells of money come in two parts, choices repeated. */
function rowsOfParts(texts: readonly NamedText[]): unknown {
  const rows = new Map<number, Map<string, string>>();
  const currencies = new Map<string, string>();
  for (const { path, text } of texts) {
    const [, number, column = path, part] = /^(\d{1,4})\.([^.]+)(?:\.(amount|currency))?$/.exec(path) ?? [];
    const index = Number(number ?? rows.size);
    const row = rows.get(index) ?? new Map<string, string>();
    rows.set(index, row);
    const known = row.get(column);
    if (part === 'currency') currencies.set(`${index}.${column}`, text);
    else row.set(column, known === undefined ? text : `${known},${text}`);
  }
  const ordered = [...rows].sort(([one], [other]) => one - other);
  return ordered.map(([index, row]) => {
    const cells = [...row].map(([column, text]) => {
      const currency = currencies.get(`${index}.${column}`);
      return [column, currency === undefined ? text : `${text} ${currency}`];
    });
    return Object.fromEntries(cells);
  });
}
