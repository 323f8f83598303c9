import type { Condition } from '../condition/condition.ts';
import { sentenceOf } from '../condition/condition-sentence.ts';
import { type Text, textIn } from '../form/text-schema.ts';
import type { Json } from '../hash/canonical-json.ts';
import type { CompiledDefinition } from './compile-definition.ts';

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
  field(id: string): string;
}

/** Words for the parts of a definition, in the language of its form. */
export function speaker({ document, catalogue }: CompiledDefinition): Speaker {
  const text = (words: Text): string => textIn(words, document.form.language);
  const named = (items: readonly { readonly id: string; readonly title: Text }[], id: string): string => {
    const item = items.find((one) => one.id === id);
    return `“${item === undefined ? id : text(item.title)}”`;
  };
  return {
    text,
    condition: (condition) => sentenceOf(condition, catalogue),
    asked: (condition) => sentenceOf(condition as Json, catalogue),
    state: (id) => named(document.workflow.states, id),
    transition: (id) => named(document.workflow.transitions, id),
    queue: (id) => named(document.queues ?? [], id),
    field: (id) => {
      const field = document.form.fields.find((one) => one.id === id);
      return field?.label === undefined ? id : text(field.label);
    },
  };
}

/** A list in a sentence: `a, b and c`. */
export function joined(items: readonly string[], word: 'and' | 'or'): string {
  const last = items.at(-1) ?? '';
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} ${word} ${last}`;
}

const units: Readonly<Record<string, string>> = { w: 'week', d: 'working day', h: 'hour', m: 'minute' };

/** A duration as it reads in a sentence: `2d` as `2 working days`. */
export function spanInWords(duration: string): string {
  const parts = [...duration.matchAll(/(\d+)([wdhm])/g)].map(([, count = '', unit = '']) => {
    return `${count} ${units[unit]}${count === '1' ? '' : 's'}`;
  });
  return joined(parts, 'and');
}
