import { applyOperations } from '../../definition/apply-operations.ts';
import type { JsonObject, Operation } from '../../definition/operation.ts';
import { operationsBetween } from '../../definition/operations-between.ts';
import { type Overlap, rebaseOperations } from '../../definition/rebase-operations.ts';
import { DomainError } from '../../error/domain-error.ts';
import { escapePointer } from '../../form/escape-pointer.ts';

/** A whole document as somebody wants it saved, with what it was made from and what is saved now. */
export interface SaveAttempt {
  /** What the document was made from. */
  readonly seen: JsonObject;
  /** What is saved now; the same as `seen` when nobody saved meanwhile. */
  readonly current: JsonObject;
  readonly wanted: JsonObject;
}

/** What is to be saved, and the changes it makes to what is saved now. */
export interface MergedSave {
  readonly document: JsonObject;
  readonly operations: readonly Operation[];
}

/**
 * The document to save: the changes the person made, on top of what others saved meanwhile.
 * @throws DomainError CONFLICT with the place of every change that somebody else made differently; nothing is saved then.
 */
export function mergeSave({ seen, current, wanted }: SaveAttempt): MergedSave {
  const mine = operationsBetween(seen, wanted);
  const { clean, overlaps } = rebaseOperations(mine, operationsBetween(seen, current));
  if (overlaps.length > 0) throw conflictOf(overlaps);
  return { document: applyOperations(current, clean), operations: clean };
}

const pointerOf = ({ path }: Operation): string => path.map((key) => `/${escapePointer(key)}`).join('');

function conflictOf(overlaps: readonly Overlap[]): DomainError {
  const places = overlaps.length === 1 ? 'one place' : `${overlaps.length} places`;
  return new DomainError(
    'CONFLICT',
    `Somebody else saved other changes in ${places}. Look at theirs, then decide which to keep.`,
    {
      details: overlaps.map(({ mine, theirs }) => ({
        pointer: pointerOf(mine),
        detail: `You wanted to ${mine.op} this; meanwhile ${pointerOf(theirs)} was changed (${theirs.op}).`,
      })),
      data: { overlaps },
    },
  );
}
