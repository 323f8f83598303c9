import { blocks, type Problem } from '../error/problem.ts';
import { type Field, fieldKind } from '../form/fields/field-kinds.ts';
import { seersOf } from '../form/may-see-field.ts';
import { moneyInWords } from '../form/money-in-words.ts';
import { type Text, textIn } from '../form/text-schema.ts';
import type { Values } from '../form/values.ts';
import type { Definition } from './definition-schema.ts';

/** The name of what an answer points at: an account or a team, by its id; undefined when nobody knows it. */
type NameOf = (kind: 'account' | 'team', id: string) => string | undefined;

const place = /\{\{\s*([^{}]*?)\s*\}\}/g;
const longest = 200;

/** Kinds that fit in a line and name no person: titles outlive those they speak of. */
const fitting: ReadonlySet<Field['kind']> = new Set([
  ...(['short_text', 'choice', 'multi_choice', 'country', 'number', 'money', 'date'] as const),
  ...(['account', 'team'] as const),
]);

/** The fields a text for titles names, in order. */
export function placesIn(text: Text): readonly string[] {
  const texts = typeof text === 'string' ? [text] : Object.values(text);
  return texts.flatMap((one) => [...one.matchAll(place)].map(([, key]) => key ?? ''));
}

/** A text for titles with each of its places filled in. */
export function withPlaces(text: string, fill: (key: string) => string): string {
  return text.replace(place, (_whole, key: string) => fill(key));
}

/**
 * The title of a case: the first of the definition's texts for it whose places are all answered. Without one, the type's name and the first
 * answer that is found by search. Nothing that only some see is said in it.
 */
export function caseTitle(definition: Definition, values: Values, nameOf: NameOf): string {
  const { form, title, caseTitle: texts = [] } = definition;
  const said = (key: string): string | undefined => {
    const field = form.fields.find(({ id }) => id === key);
    return field === undefined || !mayStand(field) ? undefined : answerIn(field, values, { form, nameOf });
  };
  for (const text of texts) {
    const filled = filledIn(textIn(text, form.language), said);
    if (filled !== undefined) return filled.slice(0, longest);
  }
  const type = textIn(title, form.language);
  const [name] = searchableAnswers(definition, values);
  return (name === undefined ? type : `${type}: ${name}`).slice(0, longest);
}

/** The answers a case is found by, as they are shown: searchable, and open to everybody who reads the case. */
export function searchableAnswers({ form }: Definition, values: Values): readonly string[] {
  return form.fields.flatMap((field) => {
    const value = Object.hasOwn(values, field.id) ? values[field.id] : undefined;
    const found = 'searchable' in field && field.searchable === true;
    const open = !('sensitive' in field && field.sensitive === true);
    return value !== undefined && found && open ? [fieldKind(field).display(value, field, form)] : [];
  });
}

/** What is wrong with the texts for titles: a place that is no field, or one whose answer does not belong in a title. */
export function caseTitleProblems({ form, caseTitle: texts = [] }: Definition): readonly Problem[] {
  const fields = new Map<string, Field>(form.fields.map((field) => [field.id, field]));
  return texts.flatMap((text, index) =>
    [...new Set(placesIn(text))].flatMap((key) => {
      const field = fields.get(key);
      const at = `/caseTitle/${index}`;
      if (field === undefined)
        return [blocks(at, `the title names “${key}”, which is no field of the form`, 'name a field')];
      if (mayStand(field)) return [];
      return [
        blocks(
          at,
          `the title names “${key}”, which is too long for it, a person, or not shown to everybody`,
          'name a field of one line that everybody sees who reads the case',
        ),
      ];
    }),
  );
}

const mayStand = (field: Field): boolean => fitting.has(field.kind) && seersOf(field) === undefined;

/** The text with its places filled in; undefined when one of them is not answered. */
function filledIn(text: string, said: (key: string) => string | undefined): string | undefined {
  const words = new Map(placesIn(text).map((key) => [key, said(key)] as const));
  if ([...words.values()].includes(undefined)) return undefined;
  return withPlaces(text, (key) => words.get(key) ?? '').trim();
}

function answerIn(
  field: Field,
  values: Values,
  { form, nameOf }: Pick<Definition, 'form'> & { readonly nameOf: NameOf },
): string | undefined {
  const value = Object.hasOwn(values, field.id) ? values[field.id] : undefined;
  if (value === undefined || value === null) return undefined;
  if (field.kind === 'money') return moneyInWords(value);
  if (field.kind === 'account' || field.kind === 'team') return nameOf(field.kind, String(value));
  const shown = fieldKind(field).display(value, field, form);
  return shown === '' ? undefined : shown;
}
