import { bytesToHex } from '@noble/hashes/utils.js';
import { assert } from '../error/assert.ts';
import { type Hasher, pureHasher } from './hasher.ts';
import { createFrontier, nodeHash, treeHash } from './merkle.ts';
import { inclusionRanges, type LeafRange } from './merkle-proof.ts';

/** Leaves per tile. */
export const tileSize = 256;

/**
 * Inclusion proofs for a long log in two passes: all leaves once, then per wanted row the leaves of its tile again.
 * Holds one hash per tile, that is 32 bytes per 256 rows, and at most twice as many memoised ones.
 */
export interface TileTree {
  readonly append: (leaf: Uint8Array) => void;
  readonly size: () => number;
  readonly root: () => string;
  /** The proof (hex) of leaf `index` in the present tree; `tile` is the leaf hashes of tile `floor(index / 256)`. */
  readonly prove: (index: number, tile: readonly Uint8Array[]) => string[];
}

/** An empty tile tree. */
export function createTileTree(hasher: Hasher = pureHasher): TileTree {
  const tiles: Uint8Array[] = [];
  const whole = createFrontier(hasher);
  const memo = new Map<string, Uint8Array>();
  let open: Uint8Array[] = [];

  /** Tree hash of tiles `start` to `end`: a tile is a perfect subtree, so the rule is the same one level up. */
  const overTiles = (all: readonly Uint8Array[], start: number, end: number): Uint8Array => {
    const only = all[start];
    assert(only !== undefined && end > start, 'a tile range lies within the tree');
    if (end - start === 1) return only;
    const key = `${start}-${end}`;
    const known = memo.get(key);
    if (known !== undefined) return known;
    let split = 1;
    while (split * 2 < end - start) split *= 2;
    const hash = nodeHash(overTiles(all, start, start + split), overTiles(all, start + split, end), hasher);
    memo.set(key, hash);
    return hash;
  };

  return {
    append(leaf) {
      memo.clear();
      whole.append(leaf);
      open.push(leaf);
      if (open.length < tileSize) return;
      tiles.push(treeHash(open, hasher));
      open = [];
    },
    size: whole.size,
    root: whole.root,
    prove(index, tile) {
      const size = whole.size();
      const base = Math.floor(index / tileSize) * tileSize;
      assert(index >= 0 && index < size, 'a proof is asked for a leaf of the tree');
      assert(tile.length === Math.min(tileSize, size - base), 'the leaves handed in are those of the tile');
      const all = open.length === 0 ? tiles : [...tiles, treeHash(open, hasher)];
      const hashOf = ({ start, end }: LeafRange): Uint8Array =>
        start >= base && end <= base + tileSize
          ? treeHash(tile.slice(start - base, end - base), hasher)
          : overTiles(all, start / tileSize, Math.ceil(end / tileSize));
      return inclusionRanges(index, size).map((range) => bytesToHex(hashOf(range)));
    },
  };
}
