import type { z } from 'zod';
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

interface ChoiceField extends FieldBase, OptionSource {}

/** One of the field's options, stored by the option's id. */
export const choice = {
  kind: 'choice',
  config: fieldConfig('choice', optionSourceShape),
  column: columnConfig('choice', optionSourceShape),
  parse(raw, field, form) {
    const options = optionsOf(field, form);
    const chosen = options.find((option) => option.id === raw);
    return chosen === undefined
      ? refused(`Choose one of: ${optionsInWords(options)}.`)
      : { value: chosen.id };
  },
  facts: (value, { id }) => ({ [id]: value }),
  declarations: (field, form) => [
    declareFact(field, form, 'choice', { options: optionsOf(field, form).map(({ id }) => id) }),
  ],
  display: (value, field, form) => optionLabel(optionsOf(field, form), value, form.language),
  fromText: (text, field, form) => optionNamed(optionsOf(field, form), text) ?? text,
} satisfies FieldKind<ChoiceField, string> & Record<'config' | 'column', z.ZodType>;
