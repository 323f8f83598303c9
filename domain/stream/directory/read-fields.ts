import type { z } from 'zod';
import { DomainError } from '../../error/domain-error.ts';
import { issueDetails } from '../../form/issue-details.ts';
import { issueWords } from '../../form/issue-words.ts';

/**
 * A value read by its schema.
 * @throws DomainError VALIDATION_FAILED naming each place.
 */
export function readBy<T>(schema: z.ZodType<T>, value: unknown, at = ''): T {
  const read = schema.safeParse(value, { error: issueWords });
  if (read.success) return read.data;
  throw new DomainError('VALIDATION_FAILED', 'Some values need another look.', {
    details: issueDetails(read.error.issues, at),
  });
}
