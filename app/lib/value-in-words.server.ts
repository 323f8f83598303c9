import { choice } from '../../domain/form/fields/choice.ts';
import type { Column } from '../../domain/form/fields/column-kinds.ts';
import { country } from '../../domain/form/fields/country.ts';
import type { Field } from '../../domain/form/fields/field-kinds.ts';
import { multiChoice } from '../../domain/form/fields/multi-choice.ts';
import type { Form } from '../../domain/form/form-schema.ts';
import { optionAnywhere } from '../../domain/form/option.ts';
import { type Text, textIn } from '../../domain/form/text-schema.ts';
import type { ReferenceNames } from './reference-names.server.ts';

/** What an answer is told with. */
export interface Telling {
  readonly form: Form;
  readonly names: ReferenceNames;
  /** Moments are told in this time zone. */
  readonly zone: string;
}

/** One stored answer in one line of British English; of a table or files, how many. */
export function valueInWords(field: Field | Column, value: unknown, telling: Telling): string {
  switch (field.kind) {
    case 'money':
      return moneyInWords(value);
    case 'number':
      return `${numberInWords(value)} ${unitOf(field, value, telling)}`.trim();
    case 'computed':
      return typeof value === 'boolean'
        ? yesOrNo(value)
        : (optionAnywhere(telling.form, value, telling.form.language) ?? numberInWords(value));
    case 'yes_no':
      return yesOrNo(value);
    case 'date':
      return dayInWords(String(value));
    case 'datetime':
      return momentInWords(String(value), telling.zone);
    case 'table':
      return counted(value, 'row');
    case 'file':
      return counted(value, 'file');
    default:
      return namedValue(field, value, telling);
  }
}

/** Units are written as many of them; of one, an English word for time, people or things is said as one. */
const many =
  /^(?:second|minute|hour|day|week|month|quarter|year|seat|user|unit|piece|licence|license|employee|device|item)s$/;

function unitOf({ unit }: { readonly unit?: Text | undefined }, value: unknown, { form }: Telling): string {
  if (unit === undefined) return '';
  const words = textIn(unit, form.language);
  return value === 1 && many.test(words) ? words.slice(0, -1) : words;
}

function namedValue(field: Field | Column, value: unknown, { form, names }: Telling): string {
  switch (field.kind) {
    case 'choice':
      return choice.display(String(value), field, form);
    case 'multi_choice':
      return Array.isArray(value) ? multiChoice.display(value.map(String), field, form) : String(value);
    case 'country':
      return country.display(String(value));
    case 'person':
    case 'team':
    case 'account':
      return names.get(`${field.kind}:${String(value)}`) ?? String(value);
    default:
      return String(value);
  }
}

const yesOrNo = (value: unknown): string => (value === true ? 'Yes' : 'No');

const counted = (value: unknown, what: string): string => {
  const count = Array.isArray(value) ? value.length : 0;
  return count === 1 ? `1 ${what}` : `${count} ${what}s`;
};

/** `€84,000`; decimals where there are some. */
function moneyInWords(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value);
  const { amount, currency } = value as { readonly amount?: unknown; readonly currency?: unknown };
  if (typeof amount !== 'number' || typeof currency !== 'string') return '';
  const whole = Number.isInteger(amount) ? { minimumFractionDigits: 0, maximumFractionDigits: 0 } : {};
  return new Intl.NumberFormat('en-GB', { style: 'currency', currency, ...whole }).format(amount);
}

const numbers = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 6 });

const numberInWords = (value: unknown): string =>
  typeof value === 'number' ? numbers.format(value) : String(value);

const days = new Intl.DateTimeFormat('en-GB', {
  ...{ timeZone: 'UTC', weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' },
});

/** `Mon, 2 Nov 2026` without the comma. */
function dayInWords(day: string): string {
  const at = Date.parse(`${day}T00:00:00Z`);
  return Number.isNaN(at) ? day : days.format(at).replace(',', '');
}

function momentInWords(moment: string, zone: string): string {
  const at = Date.parse(moment);
  if (Number.isNaN(at)) return moment;
  const words = new Intl.DateTimeFormat('en-GB', {
    ...{ timeZone: zone, weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' },
    ...{ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  });
  return words.format(at).replace(',', '');
}
