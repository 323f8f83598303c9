import type { z } from 'zod';
import type { Detail } from '../error/domain-error.ts';
import { escapePointer } from './escape-pointer.ts';

type Issue = z.core.$ZodIssue;

/** What a schema refused, as places and sentences; `at` is the pointer of the value itself. */
export function issueDetails(issues: readonly Issue[], at = ''): Detail[] {
  return issues.flatMap((issue) => {
    const pointer = at + issue.path.map((key) => `/${escapePointer(String(key))}`).join('');
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) => ({
        pointer: `${pointer}/${escapePointer(key)}`,
        detail: 'There is no field with this name here. Leave it out.',
      }));
    const closest = issue.code === 'invalid_union' ? closestBranch(issue.errors) : undefined;
    return closest === undefined ? [{ pointer, detail: issue.message }] : issueDetails(closest, pointer);
  });
}

/** Of several kinds of value, the one that was meant: the only one whose outermost shape fits. */
function closestBranch(branches: readonly (readonly Issue[])[]): readonly Issue[] | undefined {
  const fitting = branches.filter((branch) => branch.every(({ path }) => path.length > 0));
  return fitting.length === 1 ? fitting[0] : undefined;
}
