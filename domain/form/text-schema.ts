import { z } from 'zod';

/** A text people read: one string, or one per language (`{en: 'Country', fr: 'Pays'}`). */
export type Text = string | Readonly<Record<string, string>>;

const languagePattern = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$/;

/** The schema of a language tag such as `en` or `fr-CA`. */
export const languageSchema = z.string().regex(languagePattern, 'Give a language tag such as en or fr-CA');

/** The schema of a text of at most `maxLength` characters in each language, and at most 50 languages. */
export function textOf(maxLength: number) {
  const words = z.string().min(1, 'Give some text').max(maxLength);
  const byLanguage = z
    .record(languageSchema, words)
    .refine((texts) => Object.keys(texts).length > 0, 'Give the text in one language at least')
    .refine((texts) => Object.keys(texts).length <= 50, 'Give the text in 50 languages at most');
  return z.union([words, byLanguage]);
}

/** The schema of a title, label, help or reason: up to 2,000 characters in each language. */
export const textSchema = textOf(2000);

/** The text in a language: exactly, else in its base language (`fr` for `fr-CA`), else in English, else in the first there is. */
export function textIn(text: Text, language: string): string {
  if (typeof text === 'string') return text;
  const [base = language] = language.split('-');
  for (const wanted of [language, base, 'en']) {
    const words = Object.hasOwn(text, wanted) ? text[wanted] : undefined;
    if (words !== undefined) return words;
  }
  return Object.values(text)[0] ?? '';
}
