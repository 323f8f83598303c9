import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';
import { canonicalJson } from '../hash/canonical-json.ts';
import { type Hasher, pureHasher } from './hasher.ts';

/** What one row of the log contributes to the tree: where it stands and the chain hash of its event. */
export interface Leaf {
  readonly position: number;
  readonly stream: string;
  readonly seq: number;
  readonly hash: string;
}

/** The hash of a leaf (RFC 9162, 2.1.1): SHA-256 of 0x00 ‖ UTF-8 of JCS(`{hash, position, seq, stream}`). */
export function leafHash(leaf: Leaf, hasher: Hasher = pureHasher): Uint8Array {
  const { hash, position, seq, stream } = leaf;
  return hasher.bytes(`\0${canonicalJson({ hash, position, seq, stream })}`);
}

/** One buffer for all nodes: hashing is done before the next one is written. */
const node = new Uint8Array(65).fill(1, 0, 1);

/** The hash of an inner node: SHA-256 of 0x01 ‖ left ‖ right. */
export function nodeHash(left: Uint8Array, right: Uint8Array, hasher: Hasher = pureHasher): Uint8Array {
  node.set(left, 1);
  node.set(right, 33);
  return hasher.bytes(node);
}

/** A tree of any size in few words: its size and the hashes (hex) of its perfect subtrees, the largest first. */
export interface FrontierState {
  readonly size: number;
  readonly peaks: readonly string[];
}

/** The right edge of a growing tree; memory and the cost of one leaf grow with the logarithm of the size. */
export interface Frontier {
  readonly append: (leaf: Uint8Array) => void;
  readonly size: () => number;
  /** The RFC 9162 tree hash (hex) of all leaves so far; of none, the hash of nothing. */
  readonly root: () => string;
  /** What `createFrontier` takes to go on from here. */
  readonly state: () => FrontierState;
}

/** A tree that grows leaf by leaf, on from `state`. */
export function createFrontier(
  hasher: Hasher = pureHasher,
  state: FrontierState = { size: 0, peaks: [] },
): Frontier {
  const peaks: Uint8Array[] = state.peaks.map((peak) => hexToBytes(peak));
  let size = state.size;
  return {
    append(leaf) {
      let peak = leaf;
      for (let rest = size; rest % 2 === 1; rest = Math.floor(rest / 2)) {
        peak = nodeHash(peaks.pop() ?? peak, peak, hasher);
      }
      peaks.push(peak);
      size += 1;
    },
    size: () => size,
    root: () => bytesToHex(foldPeaks(peaks, hasher)),
    state: () => ({ size, peaks: peaks.map((peak) => bytesToHex(peak)) }),
  };
}

function foldPeaks(peaks: readonly Uint8Array[], hasher: Hasher): Uint8Array {
  const last = peaks.at(-1);
  if (last === undefined) return hasher.bytes('');
  return peaks.slice(0, -1).reduceRight((right, left) => nodeHash(left, right, hasher), last);
}

/** The tree hash of hashes handed in as a list. */
export function treeHash(leaves: readonly Uint8Array[], hasher: Hasher = pureHasher): Uint8Array {
  const frontier = createFrontier(hasher);
  for (const leaf of leaves) frontier.append(leaf);
  return hexToBytes(frontier.root());
}
