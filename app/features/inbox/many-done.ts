/** More cases than these are done at once only by somebody who says so. */
export const manyAtOnce = 50;

/** What came of a deed on many cases. */
export interface ManyDone {
  readonly deed: string;
  readonly done: number;
  readonly refused: readonly { readonly id: string; readonly name: string; readonly why: string }[];
  /** What takes it back: the cases as a list of them is posted; none where it cannot be. */
  readonly undo: readonly string[];
  /** What was typed, for another try. */
  readonly comment: string;
  /** Nothing was done: there were so many that it has to be said twice. */
  readonly tooMany: boolean;
}
