import type { Field } from '../form/fields/field-kinds.ts';
import type { Form } from '../form/form-schema.ts';
import { joined, type Speaker } from './speaker.ts';

/** What a form asks, section by section, and on which conditions. */
export function formSentences(say: Speaker, form: Form): string[] {
  const fields = new Map(form.fields.map((field) => [field.id, field]));
  return form.sections.flatMap((section) => {
    const shown = section.fields.flatMap((id) => fields.get(id) ?? []);
    const asked = shown.filter(({ kind }) => kind !== 'note' && kind !== 'computed');
    const when = section.when === undefined ? '' : `, if ${say.asked(section.when)},`;
    const list = joined(
      asked.map((field) => `${say.field(field.id)}${required(field)}`),
      'and',
    );
    const head = asked.length === 0 ? [] : [`“${say.text(section.title)}”${when} asks for ${list}.`];
    return [...head, ...shown.flatMap((field) => aboutField(say, field))];
  });
}

function required(field: Field): string {
  return 'required' in field && field.required === true ? ' (required)' : '';
}

function aboutField(say: Speaker, field: Field): string[] {
  const name = say.field(field.id);
  const sentences: string[] = [];
  if (field.when !== undefined) sentences.push(`${name} is shown only if ${say.asked(field.when)}.`);
  if ('required' in field && typeof field.required === 'object')
    sentences.push(`${name} is required if ${say.asked(field.required)}.`);
  if ('see' in field && field.see !== undefined)
    sentences.push(`${name} is seen only by ${joined(field.see, 'and')}.`);
  return sentences;
}
