import { isSameJson, type Operation } from './operation.ts';

/** Two changes that cannot both be made. */
export interface Overlap {
  readonly mine: Operation;
  readonly theirs: Operation;
}

/** What is left of one's own changes on top of those of others. */
export interface Rebased {
  /** Changes that touch nothing the others touched; what both did alike is left out. */
  readonly clean: readonly Operation[];
  readonly overlaps: readonly Overlap[];
}

/** Sorts one's changes into those that still apply after the others', and those that overlap with one of theirs. */
export function rebaseOperations(mine: readonly Operation[], theirs: readonly Operation[]): Rebased {
  const clean: Operation[] = [];
  const overlaps: Overlap[] = [];
  for (const own of mine) {
    if (theirs.some((other) => isAlike(own, other))) continue;
    const other = theirs.find((candidate) => overlap(own, candidate));
    if (other === undefined) clean.push(own);
    else overlaps.push({ mine: own, theirs: other });
  }
  return { clean, overlaps };
}

function isAlike(a: Operation, b: Operation): boolean {
  if (a.op !== b.op || a.path.length !== b.path.length || !begins(a.path, b.path)) return false;
  if (a.op === 'move' && b.op === 'move') return a.behind === b.behind;
  return a.op === 'remove' || ('after' in a && 'after' in b && isSameJson(a.after, b.after));
}

/** One lies within the other. Moving an item does not touch what is in it. */
function overlap(a: Operation, b: Operation): boolean {
  const [outer, inner] = a.path.length <= b.path.length ? [a, b] : [b, a];
  if (!begins(outer.path, inner.path)) return false;
  return outer.op !== 'move' || outer.path.length === inner.path.length;
}

function begins(outer: readonly string[], inner: readonly string[]): boolean {
  return outer.every((key, index) => inner[index] === key);
}
