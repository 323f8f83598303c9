import type { Field } from '../../domain/form/fields/field-kinds.ts';
import type { Form } from '../../domain/form/form-schema.ts';
import { textIn } from '../../domain/form/text-schema.ts';
import type { AppContext } from './app-context.ts';
import { namesOfReferences, type ReferenceNames } from './reference-names.server.ts';
import { valueInWords } from './value-in-words.server.ts';

/** One answer of a case as people read it. */
export interface ShownValue {
  readonly id: string;
  readonly label: string;
  readonly kind: Field['kind'];
  /** The whole answer in one line; of a table, how many rows. */
  readonly text: string;
  /** Where a web address, a mail address or a telephone number leads. */
  readonly href?: string;
  /** The files of a file field, with where to get them. */
  readonly files?: readonly { readonly name: string; readonly link: string }[];
  /** The rows of a table under their heads; an empty cell is an empty text. */
  readonly table?: { readonly heads: readonly string[]; readonly rows: readonly (readonly string[])[] };
}

/** A section of the form with the answers it has. */
export interface ShownSection {
  readonly id: string;
  readonly title: string;
  readonly values: readonly ShownValue[];
}

/** What of a case its answers are read from: the answer of `getCase`. */
export interface Answered {
  readonly values: Readonly<Record<string, unknown>>;
  readonly attachments: readonly { readonly id: string; readonly name: string; readonly link: string }[];
}

/**
 * The answers of a case in words, by the sections of its form (the answer of `getCaseForm`): options by their labels, people,
 * teams and accounts by their names, money, numbers and dates as they are written here. Sections without an answer are left out.
 */
export async function shownValues(
  context: Pick<AppContext, 'api' | 'person'>,
  form: Form,
  { values, attachments }: Answered,
): Promise<readonly ShownSection[]> {
  const names = await namesOfReferences(context, form, values);
  const told = { form, names, zone: context.person?.zone ?? 'UTC', attachments };
  const fields = new Map(form.fields.map((field) => [field.id, field]));
  return form.sections.flatMap(({ id, title, fields: ids }) => {
    const shown = ids.flatMap((fieldId) => {
      const field = fields.get(fieldId);
      const value = values[fieldId];
      return field === undefined || value === undefined || value === null
        ? []
        : [shownValue(field, value, told)];
    });
    return shown.length === 0 ? [] : [{ id, title: textIn(title, form.language), values: shown }];
  });
}

interface Told {
  readonly form: Form;
  readonly names: ReferenceNames;
  readonly zone: string;
  readonly attachments: Answered['attachments'];
}

function shownValue(field: Field, value: unknown, told: Told): ShownValue {
  const { form, attachments } = told;
  const plain = {
    id: field.id,
    label: textIn(field.label ?? field.id, form.language),
    kind: field.kind,
    text: valueInWords(field, value, told),
  };
  if (field.kind === 'table' && Array.isArray(value)) return { ...plain, table: tableOf(field, value, told) };
  if (field.kind === 'file' && Array.isArray(value))
    return { ...plain, files: attachments.filter(({ id }) => value.includes(id)) };
  const href = hrefOf(field.kind, value);
  return href === undefined ? plain : { ...plain, href };
}

function tableOf(
  { columns }: Extract<Field, { kind: 'table' }>,
  rows: readonly unknown[],
  told: Told,
): NonNullable<ShownValue['table']> {
  return {
    heads: columns.map(({ label }) => textIn(label, told.form.language)),
    rows: rows.map((row) =>
      columns.map((column) => {
        const cell = typeof row === 'object' && row !== null ? Reflect.get(row, column.id) : undefined;
        return cell === undefined ? '' : valueInWords(column, cell, told);
      }),
    ),
  };
}

function hrefOf(kind: Field['kind'], value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  if (kind === 'url') return /^https?:\/\//i.test(value) ? value : undefined;
  if (kind === 'email') return `mailto:${encodeURIComponent(value).replace('%40', '@')}`;
  return kind === 'phone' ? `tel:${value.replaceAll(/[^+\d]/g, '')}` : undefined;
}
