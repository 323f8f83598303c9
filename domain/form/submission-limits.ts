import { DomainError } from '../error/domain-error.ts';
import { canonicalJson } from '../hash/canonical-json.ts';
import { isBoundedJson, isRecord } from './bounded-json.ts';

/** What one submission may be: bytes of canonical JSON, and nesting. */
export const submissionLimits = { bytes: 100_000, depth: 16, problems: 100 } as const;

/**
 * The raw values as an object of bounded JSON.
 * @throws MALFORMED for anything else, TOO_LARGE above 100,000 bytes.
 */
export function boundedValues(raw: unknown): Readonly<Record<string, unknown>> {
  if (!isRecord(raw)) throw new DomainError('MALFORMED', 'Give the values as an object: {"field": value}.');
  if (!isBoundedJson(raw, submissionLimits.depth))
    throw new DomainError(
      'MALFORMED',
      `Give values that JSON can hold, nested at most ${submissionLimits.depth} deep.`,
    );
  const bytes = new TextEncoder().encode(canonicalJson(raw)).length;
  if (bytes > submissionLimits.bytes)
    throw new DomainError(
      'TOO_LARGE',
      `Shorten the values: together they take ${bytes} bytes, and ${submissionLimits.bytes} are allowed.`,
    );
  return raw;
}
