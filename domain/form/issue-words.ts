import type { z } from 'zod';

type RawIssue = z.core.$ZodRawIssue;
type Raw<Code extends RawIssue['code']> = Extract<RawIssue, { readonly code: Code }>;

/**
 * What to do about anything a schema refuses, in plain words, for schemas that have none of their own: pass it as the error
 * of a parse whose issues people or programs are shown.
 */
export function issueWords(issue: RawIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return kinds[issue.expected] ?? anotherValue;
    case 'too_big':
      return tooBig(issue);
    case 'too_small':
      return tooSmall(issue);
    case 'invalid_format':
      return formatWords(issue);
    case 'invalid_value':
      return choose(issue.values);
    case 'not_multiple_of':
      return `Give a multiple of ${issue.divisor}.`;
    case 'unrecognized_keys':
      return 'There is no field with this name here. Leave it out.';
    case 'invalid_union':
      return Array.isArray(issue.options)
        ? choose(issue.options)
        : 'Give one of the kinds of value described for this.';
    case 'invalid_key':
      return `Use another name. ${issue.issues[0]?.message ?? ''}`.trimEnd();
    case 'invalid_element':
      return `Give another item. ${issue.issues[0]?.message ?? ''}`.trimEnd();
    default:
      return anotherValue;
  }
}

const anotherValue = 'Give another value here.';

const kinds: Readonly<Record<string, string>> = {
  string: 'Give a text.',
  number: 'Give a number.',
  nan: 'Give a number.',
  bigint: 'Give a whole number.',
  int: 'Give a whole number.',
  boolean: 'Give true or false.',
  array: 'Give a list.',
  tuple: 'Give a list.',
  set: 'Give a list.',
  object: 'Give an object with named fields.',
  record: 'Give an object with named fields.',
  map: 'Give an object with named fields.',
  date: 'Give a date, such as 2026-03-02.',
  null: 'Give null.',
  nonoptional: 'Give a value.',
  never: 'Leave this out.',
  undefined: 'Leave this out.',
};

/** What is counted, one and many; nothing for numbers and moments, which are compared. */
const counted: Readonly<Record<string, readonly [one: string, many: string]>> = {
  string: ['character', 'characters'],
  array: ['item', 'items'],
  set: ['item', 'items'],
  tuple: ['item', 'items'],
  map: ['field', 'fields'],
  record: ['field', 'fields'],
  object: ['field', 'fields'],
  file: ['byte', 'bytes'],
};

const spelt = (count: number | bigint): string => count.toLocaleString('en-GB');

function amount(count: number | bigint, origin: string): string {
  const [one, many] = counted[origin] ?? [];
  return one === undefined ? spelt(count) : `${spelt(count)} ${Number(count) === 1 ? one : many}`;
}

function tooBig({ origin, maximum, inclusive, exact }: Raw<'too_big'>): string {
  if (exact === true) return `Give exactly ${amount(maximum, origin)}.`;
  return inclusive === false
    ? `Give less than ${amount(maximum, origin)}.`
    : `Give at most ${amount(maximum, origin)}.`;
}

function tooSmall({ origin, minimum, inclusive, exact }: Raw<'too_small'>): string {
  if (exact === true) return `Give exactly ${amount(minimum, origin)}.`;
  if (origin === 'string' && Number(minimum) === 1) return 'Give a text.';
  return inclusive === false
    ? `Give more than ${amount(minimum, origin)}.`
    : `Give at least ${amount(minimum, origin)}.`;
}

const formats: Readonly<Record<string, string>> = {
  email: 'Give one e-mail address, such as ana@example.com.',
  url: 'Give a whole web address, such as https://example.com/page.',
  uuid: 'Give a UUID.',
  date: 'Give a date, such as 2026-03-02.',
  datetime: 'Give a moment, such as 2026-03-02T10:00:00Z.',
  time: 'Give a time of day, such as 13:37.',
  ipv4: 'Give an IPv4 address, such as 192.0.2.1.',
  ipv6: 'Give an IPv6 address, such as 2001:db8::1.',
  base64: 'Give base64.',
};

function formatWords({ format, ...issue }: Raw<'invalid_format'>): string {
  if (format === 'starts_with') return `Begin with “${String(issue['prefix'])}”.`;
  if (format === 'ends_with') return `End with “${String(issue['suffix'])}”.`;
  if (format === 'includes') return `Put “${String(issue['includes'])}” in.`;
  return formats[format] ?? 'Write this the way it is described at /api/docs.';
}

function choose(values: readonly unknown[]): string {
  const [only] = values;
  return values.length === 1 ? `Give ${String(only)}.` : `Choose one of: ${values.map(String).join(', ')}.`;
}
