import type { Field } from '../form/fields/field-kinds.ts';
import type { Form } from '../form/form-schema.ts';
import { optionsOf } from '../form/option.ts';
import { type OverviewItem, told } from './overview-item.ts';
import { capital, dayInWords, joined, type Speaker } from './speaker.ts';

/** What a form asks, section by section: when each is shown, and each field with what it takes. */
export function formItems(say: Speaker, form: Form): OverviewItem[] {
  const fields = new Map(form.fields.map((field) => [field.id, field]));
  return form.sections.map((section) => {
    const asked = section.fields.flatMap((id) => fields.get(id) ?? []).filter(({ kind }) => kind !== 'note');
    const shown = section.when === undefined ? 'Always asked.' : `Asked if ${say.asked(section.when)}.`;
    return told(section.id, say.text(section.title), [asked.length === 0 ? 'Asks for nothing.' : shown], {
      notes: section.help === undefined ? [] : [say.text(section.help)],
      items: asked.map((field) => fieldItem(say, field, form)),
    });
  });
}

function fieldItem(say: Speaker, field: Field, form: Form): OverviewItem {
  const when = field.when === undefined ? '' : `, shown only if ${say.asked(field.when)}`;
  const says = [`${capital(taken(say, field, form))}${required(say, field)}${when}.`];
  if ('edit' in field && field.edit !== undefined) {
    for (const { states, roles } of field.edit) {
      const where = joined(
        states.map((id) => say.state(id)),
        'or',
      );
      says.push(`Later, in ${where}, ${rolesInWords(say, roles)} may change it.`);
    }
  }
  return told(field.id, say.text(field.label ?? field.id), says, { notes: fieldNotes(say, field) });
}

function fieldNotes(say: Speaker, field: Field): string[] {
  if (field.kind === 'note') return [];
  return [
    ...(field.see === undefined ? [] : [`Seen only by ${rolesInWords(say, field.see)}.`]),
    ...(field.sensitive === true ? ['Sensitive: who reads it is on record.'] : []),
    ...(field.purpose === undefined ? [] : [purposes[field.purpose]]),
  ];
}

const purposes = {
  urgency: 'This is the urgency of the request.',
  due_date: 'This is the day the request is due.',
  impact: 'This is the impact of the request.',
  evidence: 'This is the evidence of the request.',
  amount: 'This is the amount the request is about.',
} as const;

function required(say: Speaker, field: Field): string {
  if (!('required' in field) || field.required === undefined || field.required === false) return '';
  return field.required === true ? ', required' : `, required if ${say.asked(field.required)}`;
}

function rolesInWords(say: Speaker, roles: readonly string[]): string {
  return joined(
    roles.map((role) => say.roles(role)),
    'and',
  );
}

const plain: Readonly<Partial<Record<Field['kind'], string>>> = {
  short_text: 'a line of text',
  long_text: 'a longer text',
  yes_no: 'yes or no',
  person: 'a person',
  team: 'a team',
  account: 'an account',
  country: 'a country',
  email: 'an e-mail address',
  url: 'a web address',
  phone: 'a phone number',
};

/** The most options that are told one by one. */
const mostOptions = 12;

function taken(say: Speaker, field: Field, form: Form): string {
  switch (field.kind) {
    case 'choice':
    case 'multi_choice': {
      const options = optionsOf(field, form).map(({ label }) => `“${say.text(label)}”`);
      const one = field.kind === 'choice';
      if (options.length > mostOptions) return `${one ? 'one' : 'any'} of ${options.length} options`;
      return `${one ? 'one' : 'any'} of ${joined(options, one ? 'or' : 'and')}`;
    }
    case 'number':
      return `a number${bounds(field.min, field.max)}`;
    case 'money':
      return `an amount of money${bounds(field.min, field.max, form.currencies?.base)}`;
    case 'date':
      return `a day${bounds(field.min, field.max)}`;
    case 'datetime':
      return 'a day and a time';
    case 'file':
      return field.maxFiles === 1 ? 'a file' : 'files';
    case 'table':
      return `a table of ${joined(
        field.columns.map((column) => say.text(column.label)),
        'and',
      )}`;
    case 'computed':
      return 'worked out from other answers';
    default:
      return plain[field.kind] ?? 'a text to read';
  }
}

function bounds(min: number | string | undefined, max: number | string | undefined, unit = ''): string {
  const said = (bound: number | string): string =>
    `${typeof bound === 'number' ? bound.toString() : dayInWords(bound)}${unit === '' ? '' : ` ${unit}`}`;
  if (min !== undefined && max !== undefined) return ` from ${said(min)} to ${said(max)}`;
  if (min !== undefined) return ` from ${said(min)}`;
  return max === undefined ? '' : ` up to ${said(max)}`;
}
