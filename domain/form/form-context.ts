import { z } from 'zod';
import { currencyDigits } from './currency-digits.ts';
import { type OptionList, optionListSchema } from './option.ts';
import { languageSchema } from './text-schema.ts';

/** The schema of an ISO 4217 currency code. */
export const currencySchema = z
  .string()
  .refine((code) => currencyDigits(code) !== undefined, 'Give an ISO 4217 currency code such as EUR');

/** The schema of the visible table of rates: 1 unit of a currency is so many units of the base. */
export const currenciesSchema = z.strictObject({
  base: currencySchema,
  rates: z
    .record(currencySchema, z.number().min(0.000001).max(1_000_000_000))
    .refine((rates) => Object.keys(rates).length <= 200, 'List 200 currencies at most')
    .optional(),
});
export type Currencies = z.infer<typeof currenciesSchema>;

/** The parts of a form every field may lean on: its language, its currencies and its lists. */
export const contextShape = {
  language: languageSchema,
  currencies: currenciesSchema.optional(),
  lists: z.array(optionListSchema).max(100).optional(),
};

/** What a field kind may read of the form around a field. */
export interface FormContext {
  readonly language: string;
  readonly currencies?: Currencies | undefined;
  readonly lists?: readonly OptionList[] | undefined;
}
