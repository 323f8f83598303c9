import { sentenceOf } from '../../domain/condition/condition-sentence.ts';
import { countryNames } from '../../domain/form/country-names.ts';
import type { Column } from '../../domain/form/fields/column-kinds.ts';
import type { Field } from '../../domain/form/fields/field-kinds.ts';
import { formCatalogue } from '../../domain/form/form-facts.ts';
import type { Form } from '../../domain/form/form-schema.ts';
import { optionsOf } from '../../domain/form/option.ts';
import { type Text, textIn } from '../../domain/form/text-schema.ts';
import type { Json } from '../../domain/hash/canonical-json.ts';
import type { Choosable } from './choosable.server.ts';
import type { FieldView, OptionView, SectionView } from './form-view.ts';
import { noteParagraphs } from './note-paragraphs.server.ts';

/** The sections of a form as they are drawn, with what can be chosen in the directory. */
export function formView(form: Form, choosable: Choosable): readonly SectionView[] {
  const fields = new Map(form.fields.map((field) => [field.id, field]));
  return form.sections.map(({ id, title, help, when, fields: ids }) => ({
    id,
    title: textIn(title, form.language),
    ...said('help', help, form),
    ...(when === undefined ? {} : { when: conditionInWords(when, form) }),
    fields: ids.flatMap((fieldId) => {
      const field = fields.get(fieldId);
      return field === undefined ? [] : [fieldView(field, form, choosable)];
    }),
  }));
}

const said = (name: 'help' | 'example' | 'unit', text: Text | undefined, { language }: Form) =>
  text === undefined ? {} : { [name]: textIn(text, language) };

function fieldView(field: Field, form: Form, choosable: Choosable): FieldView {
  const { when } = field;
  return {
    ...questionView(field, form, choosable),
    ...(when === undefined ? {} : { when: conditionInWords(when, form) }),
    ...settingsOf(field, form, choosable),
  };
}

function questionView(field: Field | Column, form: Form, choosable: Choosable): FieldView {
  const options = optionsFor(field, form, choosable);
  return {
    id: field.id,
    kind: field.kind,
    label: textIn(field.label ?? '', form.language),
    required: 'required' in field && field.required === true,
    ...said('help', 'help' in field ? field.help : undefined, form),
    ...said('example', 'example' in field ? field.example : undefined, form),
    ...(options === undefined ? {} : { options }),
    ...limitsOf(field, form),
  };
}

function limitsOf(field: Field | Column, form: Form): Partial<FieldView> {
  switch (field.kind) {
    case 'money':
      return { currencies: currenciesOf(field.currencies, form) };
    case 'number':
      return said('unit', field.unit, form);
    case 'short_text':
    case 'long_text':
      return field.maxLength === undefined ? {} : { maxLength: field.maxLength };
    case 'date':
      return {
        ...(field.min === undefined ? {} : { min: field.min }),
        ...(field.max === undefined ? {} : { max: field.max }),
      };
    default:
      return {};
  }
}

function settingsOf(field: Field, form: Form, choosable: Choosable): Partial<FieldView> {
  switch (field.kind) {
    case 'table':
      return {
        columns: field.columns.map((column) => questionView(column, form, choosable)),
        maxRows: field.maxRows ?? 50,
      };
    case 'file':
      return {
        maxFiles: field.maxFiles ?? 10,
        ...(field.accept === undefined ? {} : { accept: field.accept }),
        ...(field.maxBytes === undefined ? {} : { maxBytes: field.maxBytes }),
      };
    case 'note':
      return { text: noteParagraphs(textIn(field.text, form.language)) };
    default:
      return {};
  }
}

function currenciesOf(wanted: readonly string[] | undefined, { currencies }: Form): readonly string[] {
  if (currencies === undefined) return [];
  const known = [...new Set([currencies.base, ...Object.keys(currencies.rates ?? {})])];
  return wanted === undefined ? known : wanted.filter((code) => known.includes(code));
}

const countries: readonly OptionView[] = Object.entries(countryNames)
  .map(([id, label]) => ({ id, label }))
  .sort((one, other) => one.label.localeCompare(other.label, 'en-GB'));

function optionsFor(
  field: Field | Column,
  form: Form,
  choosable: Choosable,
): readonly OptionView[] | undefined {
  switch (field.kind) {
    case 'choice':
    case 'multi_choice':
      return optionsOf(field, form).map(({ id, label }) => ({ id, label: textIn(label, form.language) }));
    case 'country': {
      const { only } = field;
      return only === undefined ? countries : countries.filter(({ id }) => only.includes(id));
    }
    case 'person':
    case 'team':
    case 'account':
      return choosable[field.kind];
    default:
      return undefined;
  }
}

/** A condition as a sentence, with options by their labels. */
function conditionInWords(condition: unknown, form: Form): string {
  const catalogue = new Map(formCatalogue(form).map((fact) => [fact.key, fact]));
  return sentenceOf(labelled(condition as Json, form), catalogue);
}

function labelled(node: Json, form: Form, among: ReadonlyMap<string, string> = new Map()): Json {
  if (typeof node === 'string') return among.get(node) ?? node;
  if (Array.isArray(node)) {
    const own = new Map([...among, ...node.flatMap((item) => [...labelsOf(item, form)])]);
    return node.map((item) => labelled(item, form, own));
  }
  if (typeof node !== 'object' || node === null || Object.hasOwn(node, 'var')) return node;
  return Object.fromEntries(Object.entries(node).map(([key, item]) => [key, labelled(item, form)]));
}

/** The labels of the options of the field that a node reads. */
function labelsOf(node: Json, form: Form): ReadonlyMap<string, string> {
  const key = typeof node === 'object' && node !== null ? Reflect.get(node, 'var') : undefined;
  const field = form.fields.find(({ id }) => id === key);
  if (field?.kind !== 'choice' && field?.kind !== 'multi_choice') return new Map();
  return new Map(optionsOf(field, form).map(({ id, label }) => [id, `“${textIn(label, form.language)}”`]));
}
