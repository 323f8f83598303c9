import type { Field } from '../../../domain/form/fields/field-kinds.ts';
import type { Form } from '../../../domain/form/form-schema.ts';
import { optionAnywhere } from '../../../domain/form/option.ts';
import { textIn } from '../../../domain/form/text-schema.ts';
import type { NamesInCase } from '../../../server/use-cases/case/names-in-case.ts';
import { idInWords } from '../../lib/routing-reason.server.ts';
import type { FactWords } from './trace-words.server.ts';

/** Words for facts by the form of the case: labels, and options by their labels. */
export function factWords({ names, form }: { readonly names: NamesInCase; readonly form: Form }): FactWords {
  const fields = new Map<string, Field>(form.fields.map((field) => [field.id, field]));
  const optionOf = (fact: string, value: unknown): string | undefined => {
    const field = fields.get(fact);
    // What is computed, or comes from elsewhere, speaks of the form's options too.
    if (field === undefined || field.kind === 'computed') return optionAnywhere(form, value, form.language);
    if (!('options' in field) || !Array.isArray(field.options)) return undefined;
    for (const option of field.options) {
      if (typeof option !== 'string' && option.id === value) return textIn(option.label, form.language);
    }
    return undefined;
  };
  const word = (fact: string, value: unknown): string => {
    if (value === true) return 'yes';
    if (value === false) return 'no';
    if (typeof value === 'number') return value.toLocaleString('en-GB');
    if (typeof value !== 'string') return JSON.stringify(value);
    if (fact === 'account.lists') return idInWords(value);
    return (
      optionOf(fact, value) ??
      names.people[value] ??
      names.teams[value] ??
      names.territories[value] ??
      (fields.has(fact) ? value : elsewhere(fact, value))
    );
  };
  return {
    label: (fact) => names.facts[fact] ?? fact.replaceAll(/[._]/g, ' '),
    value: (fact, value) =>
      Array.isArray(value) ? value.map((part) => word(fact, part)).join(', ') : word(fact, value),
  };
}

/** Such as `erp-poster`: what another system calls something. */
const looksLikeId = /^[a-z][a-z0-9]*([-_][a-z0-9]+)+$/;

/** A value that is no answer, in words where it looks like an id. */
function elsewhere(fact: string, value: string): string {
  if (fact.endsWith('.region')) return regionWords(value);
  return looksLikeId.test(value) ? idInWords(value) : value;
}

/** Regions are words without a title: short ones are letters, such as EMEA. */
const regionWords = (region: string): string =>
  region.length <= 4
    ? region.toUpperCase()
    : `${region.charAt(0).toUpperCase()}${region.slice(1)}`.replaceAll('-', ' ');
