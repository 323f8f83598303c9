import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { pureHasher } from '../../../../domain/ledger/hasher.ts';
import { createFrontier, leafHash, treeHash } from '../../../../domain/ledger/merkle.ts';
import {
  consistencyProof,
  inclusionProof,
  verifyConsistency,
  verifyInclusion,
} from '../../../../domain/ledger/merkle-proof.ts';
import { createTileTree, tileSize } from '../../../../domain/ledger/merkle-tiles.ts';

const sha = (...parts: readonly Uint8Array[]): Buffer =>
  parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest();

const splitOf = (n: number): number => 2 ** Math.ceil(Math.log2(n) - 1);

/** RFC 9162, 2.1.1, word by word. */
function naiveRoot(leaves: readonly Uint8Array[]): Uint8Array {
  const [only] = leaves;
  if (only === undefined) return sha();
  if (leaves.length === 1) return only;
  const k = splitOf(leaves.length);
  return sha(Buffer.of(1), naiveRoot(leaves.slice(0, k)), naiveRoot(leaves.slice(k)));
}

/** RFC 9162, 2.1.3.1. */
function naivePath(m: number, leaves: readonly Uint8Array[]): Uint8Array[] {
  if (leaves.length === 1) return [];
  const k = splitOf(leaves.length);
  return m < k
    ? [...naivePath(m, leaves.slice(0, k)), naiveRoot(leaves.slice(k))]
    : [...naivePath(m - k, leaves.slice(k)), naiveRoot(leaves.slice(0, k))];
}

/** RFC 9162, 2.1.4.1. */
function naiveSubproof(m: number, leaves: readonly Uint8Array[], whole: boolean): Uint8Array[] {
  if (m === leaves.length) return whole ? [] : [naiveRoot(leaves)];
  const k = splitOf(leaves.length);
  return m <= k
    ? [...naiveSubproof(m, leaves.slice(0, k), whole), naiveRoot(leaves.slice(k))]
    : [...naiveSubproof(m - k, leaves.slice(k), false), naiveRoot(leaves.slice(0, k))];
}

const hex = (bytes: Uint8Array | undefined): string => Buffer.from(bytes ?? []).toString('hex');
const leavesOf = (size: number): Uint8Array[] =>
  Array.from({ length: size }, (_, i) => sha(Buffer.of(0), Buffer.from(`d${i}`)));
const upTo = 41;
const all = leavesOf(upTo);
const roots = Array.from({ length: upTo + 1 }, (_, size) => hex(naiveRoot(all.slice(0, size))));
const rootAt = (size: number): string => roots[size] ?? '';

describe('the tree hash', () => {
  it('is the published one of the tree that Certificate Transparency implementations share', () => {
    const text = readFileSync(new URL('../../../golden/ledger/rfc6962-tree.json', import.meta.url), 'utf8');
    const tree = z
      .object({ leaves: z.array(z.string()), roots: z.array(z.string()) })
      .parse(JSON.parse(text));
    const frontier = createFrontier();
    expect(frontier.root()).toBe(tree.roots[0]);
    for (const [i, leaf] of tree.leaves.entries()) {
      frontier.append(sha(Buffer.of(0), Buffer.from(leaf, 'hex')));
      expect(frontier.root()).toBe(tree.roots[i + 1]);
    }
  });

  it('agrees with the recursive definition at every size, growing leaf by leaf', () => {
    const frontier = createFrontier();
    for (const [size, leaf] of all.entries()) {
      expect(frontier.size()).toBe(size);
      expect(frontier.root()).toBe(rootAt(size));
      frontier.append(leaf);
    }
    expect(hex(treeHash(all))).toBe(rootAt(upTo));
  });

  it('goes on from a stored state as if it had never stopped', () => {
    for (let stop = 0; stop <= upTo; stop += 1) {
      const before = createFrontier();
      for (const leaf of all.slice(0, stop)) before.append(leaf);
      const after = createFrontier(pureHasher, before.state());
      for (const leaf of all.slice(stop)) after.append(leaf);
      expect(after.root()).toBe(rootAt(upTo));
    }
  });

  it('keeps no more hashes than the size has binary ones', () => {
    const frontier = createFrontier();
    for (const [i, leaf] of all.entries()) {
      frontier.append(leaf);
      expect(frontier.state().peaks).toHaveLength((i + 1).toString(2).replaceAll('0', '').length);
    }
  });

  it('takes 0x00 and the canonical JSON of position, stream, seq and hash for a leaf', () => {
    const row = { seq: 2, stream: 'case-ü', position: 7, hash: 'ab', more: 'ignored' };
    const text = '{"hash":"ab","position":7,"seq":2,"stream":"case-ü"}';
    expect(hex(leafHash(row))).toBe(hex(sha(Buffer.of(0), Buffer.from(text))));
  });
});

describe('an inclusion proof', () => {
  it('is the one of the recursive definition and verifies, for every leaf of every size', () => {
    for (let size = 1; size <= upTo; size += 1) {
      const leaves = all.slice(0, size);
      for (const [index, leaf] of leaves.entries()) {
        const proof = inclusionProof(leaves, index);
        expect(proof).toEqual(naivePath(index, leaves).map(hex));
        expect(verifyInclusion({ leaf, index, size, root: rootAt(size) }, proof)).toBe(true);
      }
    }
  });

  it('shows nothing of another leaf, place, size, root or path', () => {
    const place = fc
      .integer({ min: 2, max: upTo })
      .chain((size) => fc.tuple(fc.constant(size), fc.nat({ max: size - 1 })));
    fc.assert(
      fc.property(place, fc.nat(), fc.nat({ max: 255 }), ([size, index], pick, bit) => {
        const leaves = all.slice(0, size);
        const leaf = all[index] ?? Buffer.of();
        const proof = inclusionProof(leaves, index);
        const claim = { leaf, index, size, root: rootAt(size) };
        const other = (index + 1) % size;
        expect(verifyInclusion({ ...claim, leaf: all[other] ?? leaf }, proof)).toBe(false);
        expect(verifyInclusion({ ...claim, index: other }, proof)).toBe(false);
        expect(verifyInclusion({ ...claim, root: rootAt(size - 1) }, proof)).toBe(false);
        expect(verifyInclusion(claim, proof.slice(1))).toBe(false);
        expect(verifyInclusion(claim, [...proof, rootAt(1)])).toBe(false);
        const at = pick % proof.length;
        expect(
          verifyInclusion(
            claim,
            proof.map((part, i) => (i === at ? flipHex(part, bit) : part)),
          ),
        ).toBe(false);
      }),
    );
  });

  it.each([
    ['an index beyond the tree', { index: 3 }],
    ['a negative index', { index: -1 }],
    ['a broken index', { index: 0.5 }],
  ])('is refused for %s', (_, change) => {
    const leaves = all.slice(0, 3);
    const claim = { leaf: all[0] ?? Buffer.of(), size: 3, root: rootAt(3), ...change };
    expect(verifyInclusion(claim, inclusionProof(leaves, 0))).toBe(false);
  });

  it('is refused when a part is no hash', () => {
    const claim = { leaf: all[0] ?? Buffer.of(), index: 0, size: 2, root: rootAt(2) };
    expect(verifyInclusion(claim, ['xyz'])).toBe(false);
  });
});

describe('a consistency proof', () => {
  it('is the one of the recursive definition and verifies, between any two sizes', () => {
    for (let size = 1; size <= 24; size += 1) {
      for (let first = 0; first <= size; first += 1) {
        const leaves = all.slice(0, size);
        const proof = consistencyProof(leaves, first);
        if (first > 0) expect(proof).toEqual(naiveSubproof(first, leaves, true).map(hex));
        const heads = [
          { size: first, root: rootAt(first) },
          { size, root: rootAt(size) },
        ] as const;
        expect(verifyConsistency(...heads, proof)).toBe(true);
      }
    }
  });

  it('shows nothing of another beginning, end or path', () => {
    const sizes = fc
      .integer({ min: 2, max: upTo })
      .chain((size) => fc.tuple(fc.constant(size), fc.integer({ min: 1, max: size - 1 })));
    fc.assert(
      fc.property(sizes, fc.nat(), fc.nat({ max: 255 }), ([size, first], pick, bit) => {
        const proof = consistencyProof(all.slice(0, size), first);
        const begin = { size: first, root: rootAt(first) };
        const end = { size, root: rootAt(size) };
        expect(verifyConsistency({ ...begin, root: rootAt(first - 1) }, end, proof)).toBe(false);
        expect(verifyConsistency(begin, { ...end, root: rootAt(size - 1) }, proof)).toBe(false);
        expect(verifyConsistency(begin, end, proof.slice(1))).toBe(false);
        expect(verifyConsistency(begin, end, [...proof, rootAt(1)])).toBe(false);
        const at = pick % proof.length;
        const changed = proof.map((part, i) => (i === at ? flipHex(part, bit) : part));
        expect(verifyConsistency(begin, end, changed)).toBe(false);
      }),
    );
  });

  it('is refused when the first tree is the larger one, when a part is no hash or a root is none', () => {
    const [two, three] = [
      { size: 2, root: rootAt(2) },
      { size: 3, root: rootAt(3) },
    ];
    expect(verifyConsistency(three, two, [])).toBe(false);
    expect(verifyConsistency(two, three, ['xyz'])).toBe(false);
    expect(verifyConsistency({ size: 2, root: 'xyz' }, three, consistencyProof(all.slice(0, 3), 2))).toBe(
      false,
    );
    expect(verifyConsistency(two, { ...two, root: rootAt(3) }, [])).toBe(false);
    expect(verifyConsistency(two, two, [rootAt(1)])).toBe(false);
    expect(verifyConsistency({ size: 0, root: rootAt(1) }, three, [])).toBe(false);
    expect(verifyConsistency({ size: 3, root: rootAt(3) }, { size: 4, root: rootAt(4) }, [])).toBe(false);
  });
});

describe('the tile tree', () => {
  it.each([1, 2, 255, 256, 257, 511, 512, 513, 1025, 1300])(
    'proves leaves of a tree of %i as the whole tree would',
    (size) => {
      const leaves = leavesOf(size);
      const tree = createTileTree();
      for (const leaf of leaves) tree.append(leaf);
      expect(tree.size()).toBe(size);
      expect(tree.root()).toBe(hex(naiveRoot(leaves)));
      for (const index of new Set(
        [0, 1, 255, 256, 300, 511, 512, size - 2, size - 1].filter((i) => i >= 0 && i < size),
      )) {
        const base = Math.floor(index / tileSize) * tileSize;
        const proof = tree.prove(index, leaves.slice(base, base + tileSize));
        expect(proof).toEqual(naivePath(index, leaves).map(hex));
      }
    },
  );

  it('refuses a leaf it does not hold and leaves that are not its tile', () => {
    const tree = createTileTree();
    tree.append(all[0] ?? Buffer.of());
    expect(() => tree.prove(1, [])).toThrow('a leaf of the tree');
    expect(() => tree.prove(0, all.slice(0, 2))).toThrow('those of the tile');
  });
});

function flipHex(text: string, bit: number): string {
  const bytes = Buffer.from(text, 'hex');
  const at = bit >> 3;
  bytes[at] = (bytes[at] ?? 0) ^ (1 << (bit & 7));
  return bytes.toString('hex');
}
