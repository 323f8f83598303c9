import { advises, blocks, type Problem } from '../error/problem.ts';
import { repeatedOptions } from './check-field-settings.ts';
import { purposes } from './field-common.ts';
import { type Field, isAsked } from './fields/field-kinds.ts';
import type { Form } from './form-schema.ts';
import type { Text } from './text-schema.ts';

/** The first words of facts that do not come from the form. */
const reservedIds = [
  'requester',
  'behalf',
  'account',
  'territory',
  'open',
  'score',
  'source',
  'agent',
  'priority',
  'time',
  'case',
];

/** What each purpose may be carried by. */
const kindsByPurpose: Readonly<Record<(typeof purposes)[number], readonly Field['kind'][]>> = {
  urgency: ['choice'],
  impact: ['choice'],
  due_date: ['date', 'datetime'],
  evidence: ['file', 'url', 'short_text', 'long_text', 'table'],
  amount: ['money', 'number', 'computed'],
};

/** Ids given twice, fields without a place or with two, sections naming what is not there, purposes, words missing in the form's language. */
export function checkFormStructure(form: Form): Problem[] {
  return [
    ...repeated(form.fields, '/form/fields', 'field'),
    ...repeated(form.sections, '/form/sections', 'section'),
    ...repeated(form.lists ?? [], '/form/lists', 'list'),
    ...(form.lists ?? []).flatMap((list, index) =>
      repeatedOptions(list, form, `/form/lists/${index}/options`),
    ),
    ...form.fields.flatMap((field, index) => placeProblems(form, field, `/form/fields/${index}`)),
    ...form.sections.flatMap((section, index) => sectionProblems(form, section, `/form/sections/${index}`)),
    ...purposeProblems(form),
    ...currencyProblems(form),
    ...languageProblems(form),
  ];
}

function repeated(items: readonly { readonly id: string }[], at: string, noun: string): Problem[] {
  return items.flatMap(({ id }, index) =>
    items.findIndex((item) => item.id === id) === index
      ? []
      : [
          blocks(
            `${at}/${index}/id`,
            `There are two ${noun}s with the id “${id}”`,
            'give one of them another id',
          ),
        ],
  );
}

function placeProblems(form: Form, { id }: Field, at: string): Problem[] {
  const places = form.sections.flatMap((section) => section.fields).filter((named) => named === id).length;
  const problems: Problem[] = [];
  if (reservedIds.includes(id))
    problems.push(
      blocks(`${at}/id`, `“${id}” is the word for facts from elsewhere`, `call it “the_${id}”, for example`),
    );
  if (places === 0)
    problems.push(
      blocks(`${at}/id`, `No section shows the field “${id}”`, 'name it in a section, or remove it'),
    );
  if (places > 1)
    problems.push(
      blocks(`${at}/id`, `The field “${id}” is named ${places} times in sections`, 'keep one place'),
    );
  return problems;
}

function sectionProblems(form: Form, section: Form['sections'][number], at: string): Problem[] {
  if (section.fields.length === 0)
    return [
      advises(`${at}/fields`, `The section “${section.id}” is empty`, 'name fields in it, or remove it'),
    ];
  return section.fields.flatMap((id, index) =>
    form.fields.some((field) => field.id === id)
      ? []
      : [blocks(`${at}/fields/${index}`, `There is no field “${id}”`, 'add the field, or take its name out')],
  );
}

function purposeProblems(form: Form): Problem[] {
  const problems: Problem[] = [];
  for (const purpose of purposes) {
    const bearers = form.fields.filter((field) => field.kind !== 'note' && field.purpose === purpose);
    const [first, second] = bearers;
    if (first === undefined && purpose !== 'amount')
      problems.push(
        advises('/form/fields', `No field has the purpose ${purpose}`, 'give it to the field that drives it'),
      );
    if (second !== undefined)
      problems.push(
        blocks(
          `/form/fields/${form.fields.indexOf(second)}/purpose`,
          `Two fields have the purpose ${purpose}`,
          'keep it on one',
        ),
      );
    for (const bearer of bearers) {
      const kinds = kindsByPurpose[purpose];
      if (!kinds.includes(bearer.kind))
        problems.push(
          blocks(
            `/form/fields/${form.fields.indexOf(bearer)}/purpose`,
            `A field of kind ${bearer.kind} cannot have the purpose ${purpose}`,
            `use one of the kinds ${kinds.join(', ')}`,
          ),
        );
    }
  }
  return problems;
}

function currencyProblems({ currencies }: Form): Problem[] {
  if (currencies === undefined || currencies.rates?.[currencies.base] === undefined) return [];
  const at = `/form/currencies/rates/${currencies.base}`;
  return [
    blocks(at, `${currencies.base} is the base currency, so it has no rate`, 'remove it from the table'),
  ];
}

function languageProblems(form: Form): Problem[] {
  const texts: [string, Text | undefined][] = [
    ...form.sections.map((section, index): [string, Text] => [
      `/form/sections/${index}/title`,
      section.title,
    ]),
    ...form.fields.map((field, index): [string, Text | undefined] => [
      `/form/fields/${index}/label`,
      field.label,
    ]),
    ...form.fields.flatMap((field, index): [string, Text | undefined][] =>
      isAsked(field) ? [[`/form/fields/${index}/help`, field.help]] : [],
    ),
  ];
  return texts.flatMap(([at, text]) =>
    text === undefined || typeof text === 'string' || Object.hasOwn(text, form.language)
      ? []
      : [
          advises(
            at,
            `The words are missing in ${form.language}, the form's language`,
            `add them under ${form.language}`,
          ),
        ],
  );
}
