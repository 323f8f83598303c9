import { z } from 'zod';
import { partIdSchema } from './part-id.ts';
import { type Text, textIn, textSchema } from './text-schema.ts';

/** The schema of an option's id: it is stored, so it is made once; its label is free. */
export const optionIdSchema = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9_.-]{0,62}$/, 'Use letters, digits, _ . and - (63 at most)');

const fullOption = z.strictObject({ id: optionIdSchema, label: textSchema, help: textSchema.optional() });

/** The schema of 1 to 500 options; a bare id stands for an option labelled by its id. */
export const optionsSchema = z
  .array(z.union([optionIdSchema, fullOption]))
  .min(1)
  .max(500);

/** The schema of a reusable list of options. */
export const optionListSchema = z.strictObject({ id: partIdSchema, options: optionsSchema });
export type OptionList = z.infer<typeof optionListSchema>;

/** One option a person may choose. */
export interface Option {
  readonly id: string;
  readonly label: Text;
}

/** What a choice reads its options from: its own, or a list of the form. */
export interface OptionSource {
  readonly options?: z.infer<typeof optionsSchema> | undefined;
  readonly list?: string | undefined;
}

/** What a choice may say of its options: exactly one of the two, which the form's check sees to. */
export const optionSourceShape = { options: optionsSchema.optional(), list: partIdSchema.optional() };

/** The options of a choice in their order, from itself or from the form's list; none if that list does not exist. */
export function optionsOf(
  source: OptionSource,
  form: { readonly lists?: readonly OptionList[] | undefined },
): readonly Option[] {
  const options = source.options ?? form.lists?.find((list) => list.id === source.list)?.options ?? [];
  return options.map((option) => (typeof option === 'string' ? { id: option, label: option } : option));
}

/** The label of an option in a language, or the id itself if there is no such option. */
export function optionLabel(options: readonly Option[], id: string, language: string): string {
  const option = options.find((candidate) => candidate.id === id);
  return option === undefined ? id : textIn(option.label, language);
}

/** The id of the option a text names, by id first, then by label in any language, ignoring case; else undefined. */
export function optionNamed(options: readonly Option[], text: string): string | undefined {
  if (options.some((option) => option.id === text)) return text;
  const wanted = text.trim().toLowerCase();
  const labels = ({ label }: Option) => (typeof label === 'string' ? [label] : Object.values(label));
  return options.find(
    (option) =>
      option.id.toLowerCase() === wanted || labels(option).some((label) => label.toLowerCase() === wanted),
  )?.id;
}

/** The first options by id, for a sentence. */
export function optionsInWords(options: readonly Option[]): string {
  const shown = options.slice(0, 20).map(({ id }) => id);
  return options.length > shown.length ? `${shown.join(', ')} …` : shown.join(', ');
}

/** The label of the option that a worked-out text is the id of, such as the role chosen in one of several fields; undefined when none is, or several with other labels. */
export function optionAnywhere(
  form: {
    readonly fields: readonly (OptionSource & { readonly kind: string })[];
    readonly lists?: readonly OptionList[] | undefined;
  },
  id: unknown,
  language: string,
): string | undefined {
  const labels = form.fields.flatMap((field) =>
    optionsOf(field, form).flatMap((option) => (option.id === id ? [textIn(option.label, language)] : [])),
  );
  return new Set(labels).size === 1 ? labels[0] : undefined;
}
