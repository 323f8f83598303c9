import type { z } from 'zod';
import { type Detail, DomainError } from '../../error/domain-error.ts';
import { escapePointer } from '../../form/escape-pointer.ts';

type Issue = z.core.$ZodIssue;

/** What zod found wrong, as places and sentences; `at` is the pointer of the value itself. */
function detailsOf(issues: readonly Issue[], at = ''): Detail[] {
  return issues.flatMap((issue) => {
    const pointer = at + issue.path.map((key) => `/${escapePointer(String(key))}`).join('');
    if (issue.code !== 'unrecognized_keys') return [{ pointer, detail: issue.message }];
    return issue.keys.map((key) => ({
      pointer: `${pointer}/${escapePointer(key)}`,
      detail: 'This field is not known here. Leave it out.',
    }));
  });
}

/**
 * A value read by its schema.
 * @throws DomainError VALIDATION_FAILED naming each place.
 */
export function readBy<T>(schema: z.ZodType<T>, value: unknown, at = ''): T {
  const read = schema.safeParse(value);
  if (read.success) return read.data;
  throw new DomainError('VALIDATION_FAILED', 'Some values need another look.', {
    details: detailsOf(read.error.issues, at),
  });
}
