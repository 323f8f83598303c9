import { z } from 'zod';
import { isTimeZone } from '../../calendar/is-time-zone.ts';
import { isPlainText, linePattern, lineWords, textWords } from '../../fact/plain-text.ts';
import { countryNames } from '../../form/country-names.ts';

/** The id of a directory object: given once, used in addresses and definitions. */
export const slugSchema = z
  .string()
  .regex(
    /^[a-z0-9][a-z0-9._-]{0,62}$/,
    'Write an id of small letters, digits, dots, - and _, beginning with a letter or digit.',
  );

/** One line of text people read, trimmed, without control characters, of at most `max` characters. */
export const lineSchema = (max: number) =>
  z
    .string()
    .normalize('NFC')
    .trim()
    .min(1, 'Give some text.')
    .max(max, `Shorten this to ${max} characters.`)
    .regex(linePattern, lineWords);

/** Why something is done, in the words of whoever does it: up to `max` characters, trimmed, in lines of plain text. */
export const whySchema = (max: number) => z.string().trim().max(max).refine(isPlainText, textWords);

/** A word that conditions compare: a tier, a segment, a skill, a group. */
export const wordSchema = lineSchema(80);

/** An e-mail address in small letters. */
export const emailSchema = z
  .email('Give one e-mail address, such as ana@example.com.')
  .max(254)
  .toLowerCase();

/** A list of `item`, each once, at most `max`. */
export const setOf = <T extends z.ZodType>(item: T, max: number) =>
  z
    .array(item)
    .max(max, `Give ${max} at most.`)
    .refine((items) => new Set(items).size === items.length, 'Name each once.');

/** An ISO 3166-1 alpha-2 country code. */
export const countrySchema = z
  .string()
  .refine((code) => Object.hasOwn(countryNames, code), 'Give a two-letter country code such as FR.');

/** An IANA time-zone id. */
export const zoneSchema = z
  .string()
  .max(64)
  .refine(isTimeZone, 'Name a time zone by its region and city, such as Europe/Dublin.');

/** A point in time, epoch milliseconds. */
export const instantSchema = z.int('Give a time in milliseconds since 1970.').min(0).max(8.64e15);
