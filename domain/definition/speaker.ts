import type { Condition } from '../condition/condition.ts';
import { sentenceOf, type ValueNames } from '../condition/condition-sentence.ts';
import { literalInWords } from '../condition/grammar/phrase.ts';
import { countryNames } from '../form/country-names.ts';
import type { Form } from '../form/form-schema.ts';
import { optionAnywhere, optionsOf } from '../form/option.ts';
import { type Text, textIn } from '../form/text-schema.ts';
import type { Json } from '../hash/canonical-json.ts';
import type { CompiledDefinition } from './compile-definition.ts';
import type { NamesOfOthers } from './names-of-others.ts';
import { manyOfRole, oneOfRole } from './role-in-words.ts';

/** Words for the parts of one definition. */
export interface Speaker {
  text(text: Text): string;
  /** A condition as it reads behind “if”. */
  condition(condition: Condition): string;
  /** The same for a condition a form holds, which its schema leaves open. */
  asked(condition: unknown): string;
  state(id: string): string;
  transition(id: string): string;
  queue(id: string): string;
  gate(id: string): string;
  chain(id: string): string;
  clock(id: string): string;
  field(id: string): string;
  /** An option of the field with this purpose, by its label. */
  purpose(purpose: string, option: string): string;
  team(id: string): string;
  pool(id: string): string;
  calendar(id: string): string;
  /** Whoever has a role, as one: `the finance lead`. */
  role(id: string): string;
  /** Those who have a role: `finance approvers`. */
  roles(id: string): string;
  readonly others: NamesOfOthers;
}

/** Words for the parts of a definition, in the language of its form; `others` are names of what it points at. */
export function speaker(
  { document, catalogue }: Pick<CompiledDefinition, 'document' | 'catalogue'>,
  others: NamesOfOthers = {},
): Speaker {
  const { form } = document;
  const text = (words: Text): string => textIn(words, form.language);
  const named = (items: readonly { readonly id: string; readonly title: Text }[], id: string): string => {
    const item = items.find((one) => one.id === id);
    return `“${item === undefined ? id : text(item.title)}”`;
  };
  const values = valueNames(form);
  const titled = (names: Readonly<Record<string, string>> | undefined, id: string): string =>
    `“${ownOf(names, id) ?? id}”`;
  const title = (role: string): string => ownOf(others.roles, role) ?? role.replaceAll('-', ' ');
  return {
    text,
    condition: (condition) => sentenceOf(condition, catalogue, values),
    asked: (condition) => sentenceOf(condition as Json, catalogue, values),
    state: (id) => named(document.workflow.states, id),
    transition: (id) => named(document.workflow.transitions, id),
    queue: (id) => named(document.queues ?? [], id),
    gate: (id) => named(document.gates ?? [], id),
    chain: (id) => named(document.chains, id),
    clock: (id) => named(document.clocks ?? [], id),
    field: (id) => {
      const field = form.fields.find((one) => one.id === id);
      return `“${field?.label === undefined ? id : text(field.label)}”`;
    },
    purpose: (purpose, option) => {
      const field = form.fields.find((one) => 'purpose' in one && one.purpose === purpose);
      return (field === undefined ? undefined : values(field.id, option)) ?? option;
    },
    team: (id) => titled(others.teams, id),
    pool: (id) => `“${ownOf(others.pools, id)?.title ?? id}”`,
    calendar: (id) => titled(others.calendars, id),
    role: (id) => `the ${oneOfRole(title(id))}`,
    roles: (id) => manyOfRole(title(id)),
    others,
  };
}

function ownOf<T>(names: Readonly<Record<string, T>> | undefined, id: string): T | undefined {
  return names !== undefined && Object.hasOwn(names, id) ? names[id] : undefined;
}

/** Options by their labels, and countries by their names, beside the facts of a form. */
function valueNames(form: Form): ValueNames {
  const fields = new Map(form.fields.map((field) => [field.id, field]));
  return (fact, value) => {
    const field = fields.get(fact);
    // A list of accounts has an id and no title.
    if (field === undefined) return fact === 'account.lists' ? quoted(value.replaceAll('-', ' ')) : undefined;
    if (field.kind === 'country') return ownOf(countryNames, value);
    if (field.kind === 'computed') return quoted(optionAnywhere(form, value, form.language));
    if (field.kind !== 'choice' && field.kind !== 'multi_choice') return undefined;
    const option = optionsOf(field, form).find(({ id }) => id === value);
    return quoted(option === undefined ? undefined : textIn(option.label, form.language));
  };
}

const quoted = (words: string | undefined): string | undefined =>
  words === undefined ? undefined : `“${words}”`;

/** A list in a sentence: `a, b and c`. */
export function joined(items: readonly string[], word: 'and' | 'or'): string {
  const last = items.at(-1) ?? '';
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} ${word} ${last}`;
}

/** A number of things: `1 day`, `3 days`. */
export function countOf(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** The same words as the beginning of a sentence. */
export function capital(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

/** Words that begin and end as a sentence does; those that end already stay. */
export function sentence(words: string): string {
  return `${capital(words)}${/[.?!…]$/.test(words) ? '' : '.'}`;
}

/** A day as people write it: `31 January 2027`. */
export function dayInWords(day: string): string {
  return literalInWords(day);
}

const units: Readonly<Record<string, string>> = { w: 'week', d: 'working day', h: 'hour', m: 'minute' };

/** A duration as it reads in a sentence: `2d` as `2 working days`. */
export function spanInWords(duration: string): string {
  const parts = [...duration.matchAll(/(\d+)([wdhm])/g)].map(([, count = '', unit = '']) => {
    return `${count} ${units[unit]}${count === '1' ? '' : 's'}`;
  });
  return joined(parts, 'and');
}
