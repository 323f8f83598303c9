import { advises, blocks, type Problem } from '../error/problem.ts';
import type { Column } from './fields/column-kinds.ts';
import type { Field } from './fields/field-kinds.ts';
import type { Form } from './form-schema.ts';
import { type OptionSource, optionsOf } from './option.ts';

/** Settings of a field that do not go together, or name what the form does not have; `at` is the field's pointer. */
export function checkFieldSettings(field: Field, form: Form, at: string): Problem[] {
  const own = [...settingProblems(field, form, at), ...visibilityProblems(field, at)];
  if (field.kind !== 'table') return own;
  const repeated = field.columns.flatMap(({ id }, index) =>
    field.columns.findIndex((column) => column.id === id) === index
      ? []
      : [
          blocks(
            `${at}/columns/${index}/id`,
            `Two columns have the id “${id}”`,
            'give one of them another id',
          ),
        ],
  );
  const columns = field.columns.flatMap((column, index) =>
    settingProblems(column, form, `${at}/columns/${index}`),
  );
  return [
    ...own,
    ...rangeProblems(field.minRows, field.maxRows ?? 50, `${at}/minRows`),
    ...repeated,
    ...columns,
  ];
}

function settingProblems(field: Field | Column, form: Form, at: string): Problem[] {
  switch (field.kind) {
    case 'short_text':
      return [
        ...rangeProblems(field.minLength, field.maxLength ?? 200, `${at}/minLength`),
        ...(field.pattern === undefined || field.patternHelp !== undefined
          ? []
          : [
              advises(
                `${at}/pattern`,
                'The pattern does not say what to give',
                'add patternHelp with an example',
              ),
            ]),
      ];
    case 'long_text':
      return rangeProblems(field.minLength, field.maxLength ?? 5000, `${at}/minLength`);
    case 'number':
      return rangeProblems(field.min, field.max, `${at}/min`);
    case 'money':
      return [
        ...rangeProblems(field.min, field.max, `${at}/min`),
        ...moneyProblems(field.currencies, form, at),
      ];
    case 'date':
      return rangeProblems(field.min, field.max, `${at}/min`);
    case 'datetime':
      return rangeProblems(epochOf(field.min), epochOf(field.max), `${at}/min`);
    case 'choice':
      return optionProblems(field, form, at);
    case 'multi_choice':
      return [
        ...optionProblems(field, form, at),
        ...rangeProblems(field.min, field.max ?? optionsOf(field, form).length, `${at}/min`),
      ];
    default:
      return [];
  }
}

function epochOf(moment: string | undefined): number | undefined {
  return moment === undefined ? undefined : Date.parse(moment);
}

function rangeProblems<T extends number | string>(
  least: T | undefined,
  most: T | undefined,
  at: string,
): Problem[] {
  if (least === undefined || most === undefined || least <= most) return [];
  return [blocks(at, `The least, ${least}, is above the most, ${most}`, 'swap them, or change one')];
}

function moneyProblems(wanted: readonly string[] | undefined, form: Form, at: string): Problem[] {
  const { currencies } = form;
  if (currencies === undefined)
    return [blocks(at, 'The form has no table of currencies', 'add currencies with a base to the form')];
  const known = [currencies.base, ...Object.keys(currencies.rates ?? {})];
  return (wanted ?? []).flatMap((code, index) =>
    known.includes(code)
      ? []
      : [
          blocks(
            `${at}/currencies/${index}`,
            `There is no rate for ${code}`,
            `add ${code} to the form's rates`,
          ),
        ],
  );
}

function optionProblems(source: OptionSource, form: Form, at: string): Problem[] {
  if ((source.options === undefined) === (source.list === undefined))
    return [blocks(at, 'A choice takes its options from one place', 'give either options or a list')];
  if (source.list !== undefined && !form.lists?.some(({ id }) => id === source.list))
    return [
      blocks(`${at}/list`, `There is no list “${source.list}”`, 'add the list to the form, or name another'),
    ];
  return source.options === undefined ? [] : repeatedOptions(source, form, `${at}/options`);
}

/** Options given twice in a choice or a list; `at` is the pointer of the options. */
export function repeatedOptions(source: OptionSource, form: Form, at: string): Problem[] {
  const ids = optionsOf(source, form).map(({ id }) => id);
  return ids.flatMap((id, index) =>
    ids.indexOf(id) === index
      ? []
      : [blocks(`${at}/${index}`, `There are two options with the id “${id}”`, 'remove one')],
  );
}

function visibilityProblems(field: Field, at: string): Problem[] {
  if (field.kind === 'note') return [];
  if (field.searchable !== true || (field.sensitive !== true && field.see === undefined)) return [];
  return [advises(`${at}/searchable`, 'What not everybody sees is never searched', 'take searchable out')];
}
