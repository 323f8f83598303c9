import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { chainHash } from '../../../domain/hash/chain-hash.ts';
import { sealValue } from '../../../domain/hash/seal-value.ts';
import { checkpointHash, readCheckpoint, verifyCheckpoint } from '../../../domain/ledger/checkpoint.ts';
import { createFrontier, leafHash } from '../../../domain/ledger/merkle.ts';
import { createVerifier } from '../../../domain/ledger/verify-export.ts';
import { verifyMain } from '../../../server/cli/verify-main.ts';
import { verifySignature } from '../../../server/connectors/verify-signature.ts';

const place = (name: string): URL => new URL(name, import.meta.url);
const read = (name: string): string => readFileSync(place(name), 'utf8');

const vectors = z
  .object({
    publicKey: z.string(),
    events: z.array(
      z.object({
        event: z.looseObject({ stream: z.string(), seq: z.number() }),
        previous: z.string(),
        hash: z.string(),
      }),
    ),
    seals: z.array(z.object({ salt: z.string(), value: z.json(), seal: z.string() })),
    leaves: z.array(z.string()),
    roots: z.array(z.string()),
    checkpointHashes: z.array(z.string()),
  })
  .parse(JSON.parse(read('vectors.json')));

const verifyLines = (name: string) => {
  const verifier = createVerifier({ verifySignature, expectedPublicKey: vectors.publicKey });
  for (const line of read(name).split('\n').slice(0, -1)) verifier.line(line);
  return verifier.end();
};

describe('hashes computed elsewhere', () => {
  it('chain the events', () => {
    expect(vectors.events).toHaveLength(12);
    for (const { event, previous, hash } of vectors.events) expect(chainHash(event, previous)).toBe(hash);
  });

  it('seal the values', () => {
    expect(vectors.seals).toHaveLength(5);
    for (const { salt, value, seal } of vectors.seals) expect(sealValue(salt, value)).toBe(seal);
  });

  it('make the leaves and the root at every size', () => {
    const frontier = createFrontier();
    expect(frontier.root()).toBe(vectors.roots[0]);
    for (const [index, { event, hash }] of vectors.events.entries()) {
      const leaf = leafHash({ position: index + 1, stream: event.stream, seq: event.seq, hash });
      expect(Buffer.from(leaf).toString('hex')).toBe(vectors.leaves[index]);
      frontier.append(leaf);
      expect(frontier.root()).toBe(vectors.roots[index + 1]);
    }
  });

  it('name a checkpoint, whose signature holds', () => {
    const signed = readCheckpoint(JSON.parse(read('checkpoint.json')));
    if (signed === undefined) throw new Error('the golden checkpoint has no shape');
    expect(checkpointHash(signed.checkpoint)).toBe(vectors.checkpointHashes[0]);
    expect(verifyCheckpoint(vectors.publicKey, signed, verifySignature)).toBe(true);
  });
});

describe('exports written elsewhere', () => {
  it('verify when complete', () => {
    expect(verifyLines('complete.jsonl')).toMatchObject({
      verified: true,
      complete: true,
      rows: 12,
      streams: 3,
      checkpoints: 2,
      opened: 5,
      erased: 1,
      root: vectors.roots[12],
    });
  });

  it('verify when filtered', () => {
    expect(verifyLines('filtered.jsonl')).toMatchObject({
      verified: true,
      complete: false,
      filter: { stream: 'case-b' },
      rows: 4,
      streams: 1,
      checkpoints: 1,
      root: vectors.roots[12],
    });
  });

  it('verify from the command line, in these words', async () => {
    const out: string[] = [];
    const io = { stdin: process.stdin, out: (text: string) => void out.push(text), err: () => undefined };
    const file = fileURLToPath(place('complete.jsonl'));
    const kept = fileURLToPath(place('checkpoint.json'));
    expect(await verifyMain([file, '--key', vectors.publicKey, '--checkpoint', kept], io)).toBe(0);
    expect(out.join('')).toBe(read('complete.txt'));
  });
});
