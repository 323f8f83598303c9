import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';
import { type Hasher, pureHasher } from './hasher.ts';
import { nodeHash, treeHash } from './merkle.ts';

/** Leaves `start` to `end` (exclusive), counted from 0; a proof is the tree hashes of a list of these. */
export interface LeafRange {
  readonly start: number;
  readonly end: number;
}

/** The largest power of two below `size`, where RFC 9162 splits a tree; `size` is at least 2. */
function splitOf(size: number): number {
  let split = 1;
  while (split * 2 < size) split *= 2;
  return split;
}

/** The ranges whose tree hashes prove that leaf `index` stands in the first `size` leaves (RFC 9162, 2.1.3.1). */
export function inclusionRanges(index: number, size: number): LeafRange[] {
  const ranges: LeafRange[] = [];
  let start = 0;
  let end = size;
  while (end - start > 1) {
    const middle = start + splitOf(end - start);
    if (index < middle) {
      ranges.push({ start: middle, end });
      end = middle;
    } else {
      ranges.push({ start, end: middle });
      start = middle;
    }
  }
  return ranges.reverse();
}

/** The ranges whose tree hashes prove that the first `first` leaves begin the first `size` ones (RFC 9162, 2.1.4.1). */
export function consistencyRanges(first: number, size: number): LeafRange[] {
  const ranges: LeafRange[] = [];
  let start = 0;
  let end = size;
  if (first === 0) return ranges;
  while (end > first) {
    const middle = start + splitOf(end - start);
    if (first <= middle) {
      ranges.push({ start: middle, end });
      end = middle;
    } else {
      ranges.push({ start, end: middle });
      start = middle;
    }
  }
  if (start > 0) ranges.push({ start, end });
  return ranges.reverse();
}

const hashes = (leaves: readonly Uint8Array[], ranges: readonly LeafRange[], hasher: Hasher): string[] =>
  ranges.map(({ start, end }) => bytesToHex(treeHash(leaves.slice(start, end), hasher)));

/** The inclusion proof (hex, leaf to root) of leaf `index` among these leaf hashes. */
export function inclusionProof(
  leaves: readonly Uint8Array[],
  index: number,
  hasher: Hasher = pureHasher,
): string[] {
  return hashes(leaves, inclusionRanges(index, leaves.length), hasher);
}

/** The proof (hex) that the first `first` of these leaf hashes form the beginning of the whole. */
export function consistencyProof(
  leaves: readonly Uint8Array[],
  first: number,
  hasher: Hasher = pureHasher,
): string[] {
  return hashes(leaves, consistencyRanges(first, leaves.length), hasher);
}

/** What an inclusion proof claims: this leaf hash at this index (from 0) of the tree with this size and root. */
export interface InclusionClaim {
  readonly leaf: Uint8Array;
  readonly index: number;
  readonly size: number;
  readonly root: string;
}

const hashPattern = /^[0-9a-f]{64}$/;

/** Whether the proof shows the claim (RFC 9162, 2.1.3.2). */
export function verifyInclusion(
  claim: InclusionClaim,
  proof: readonly string[],
  hasher: Hasher = pureHasher,
): boolean {
  const { index, size } = claim;
  if (!Number.isSafeInteger(index) || index < 0 || index >= size) return false;
  let at = index;
  let last = size - 1;
  let node = claim.leaf;
  for (const part of proof) {
    if (last === 0 || !hashPattern.test(part)) return false;
    const sibling = hexToBytes(part);
    if (at % 2 === 1 || at === last) {
      node = nodeHash(sibling, node, hasher);
      while (at % 2 === 0 && at !== 0) [at, last] = [half(at), half(last)];
    } else {
      node = nodeHash(node, sibling, hasher);
    }
    [at, last] = [half(at), half(last)];
  }
  return last === 0 && bytesToHex(node) === claim.root;
}

const half = (value: number): number => Math.floor(value / 2);

/** A tree by its size and root (hex). */
export interface TreeHead {
  readonly size: number;
  readonly root: string;
}

/** Whether the proof shows that the first tree is the beginning of the second (RFC 9162, 2.1.4.2). */
export function verifyConsistency(
  first: TreeHead,
  second: TreeHead,
  proof: readonly string[],
  hasher: Hasher = pureHasher,
): boolean {
  if (first.size > second.size || !proof.every((part) => hashPattern.test(part))) return false;
  if (first.size === second.size) return proof.length === 0 && first.root === second.root;
  if (first.size === 0) return proof.length === 0 && first.root === hasher.hex('');
  let at = first.size - 1;
  let last = second.size - 1;
  while (at % 2 === 1) [at, last] = [half(at), half(last)];
  const path = at === 0 ? [first.root, ...proof] : [...proof];
  const seed = path.shift();
  if (seed === undefined || !hashPattern.test(seed)) return false;
  const heads = climb({ at, last }, hexToBytes(seed), path, hasher);
  return heads !== undefined && heads.first === first.root && heads.second === second.root;
}

function climb(
  place: { at: number; last: number },
  seed: Uint8Array,
  path: readonly string[],
  hasher: Hasher,
): { first: string; second: string } | undefined {
  let { at, last } = place;
  let first = seed;
  let second = seed;
  for (const part of path) {
    if (last === 0) return undefined;
    const sibling = hexToBytes(part);
    if (at % 2 === 1 || at === last) {
      first = nodeHash(sibling, first, hasher);
      second = nodeHash(sibling, second, hasher);
      while (at % 2 === 0 && at !== 0) [at, last] = [half(at), half(last)];
    } else {
      second = nodeHash(second, sibling, hasher);
    }
    [at, last] = [half(at), half(last)];
  }
  return last === 0 ? { first: bytesToHex(first), second: bytesToHex(second) } : undefined;
}
