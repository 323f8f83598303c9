import { z } from 'zod';
import { declareFact } from '../declare-fact.ts';
import { columnConfig, fieldConfig } from '../field-common.ts';
import type { FieldBase, FieldKind } from '../field-kind.ts';
import {
  type OptionSource,
  optionLabel,
  optionNamed,
  optionSourceShape,
  optionsInWords,
  optionsOf,
} from '../option.ts';
import { refused } from '../parsed.ts';

const count = z.int().min(1).max(500).optional();
const shape = { ...optionSourceShape, min: count, max: count };

interface MultiChoiceField extends FieldBase, OptionSource {
  readonly min?: number | undefined;
  readonly max?: number | undefined;
}

/** Some of the field's options, between `min` and `max` of them, stored by id in the order of the options. */
export const multiChoice = {
  kind: 'multi_choice',
  config: fieldConfig('multi_choice', shape),
  column: columnConfig('multi_choice', shape),
  parse(raw, field, form) {
    const options = optionsOf(field, form);
    if (!Array.isArray(raw)) return refused('Give a list of options, even for a single one.');
    const chosen = new Set<unknown>(raw);
    for (const [index, item] of raw.entries()) {
      if (!options.some((option) => option.id === item))
        return refused(`Choose among: ${optionsInWords(options)}.`, `/${index}`);
    }
    if (chosen.size < raw.length) return refused('Choose each option once.');
    if (field.min !== undefined && chosen.size < field.min) return refused(`Choose at least ${field.min}.`);
    if (field.max !== undefined && chosen.size > field.max) return refused(`Choose at most ${field.max}.`);
    return { value: options.map((option) => option.id).filter((id) => chosen.has(id)) };
  },
  facts: (value, { id }) => ({ [id]: value }),
  declarations: (field, form) => [
    declareFact(field, form, 'choices', { options: optionsOf(field, form).map(({ id }) => id) }),
  ],
  display(value, field, form) {
    const options = optionsOf(field, form);
    return value.map((id) => optionLabel(options, id, form.language)).join(', ');
  },
  fromText(text, field, form) {
    const options = optionsOf(field, form);
    const whole = optionNamed(options, text);
    if (whole !== undefined) return [whole];
    const words = text.split(/[,;\n]/).filter((word) => word.trim() !== '');
    return words.map((word) => optionNamed(options, word) ?? word.trim());
  },
} satisfies FieldKind<MultiChoiceField, readonly string[]> & Record<'config' | 'column', z.ZodType>;
