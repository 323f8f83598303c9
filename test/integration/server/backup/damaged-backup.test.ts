import { createHash, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSecretBox } from '../../../../server/connectors/secret-box.ts';
import type { Store } from '../../../../server/ports/store.ts';
import { openEmbeddedStore } from '../../../../server/store/embedded/open-embedded-store.ts';
import { endText } from '../../../../server/use-cases/backup/backup-format.ts';
import { requireWholeStore } from '../../../../server/use-cases/backup/restore-marker.ts';
import { submitCase } from '../../../../server/use-cases/case/submit-case.ts';
import { installationKey, openInstallationKey } from '../../../../server/use-cases/log/installation-key.ts';
import { backupLines, restoreLines, secretBox } from '../../../support/backup-lines.ts';
import { aMonday, type Product, startProduct } from '../../../support/product.ts';
import { actorOf, smallCompany } from '../../../support/small-company.ts';
import { smallType } from '../../../support/small-type.ts';
import { unreliableStore } from '../../../support/unreliable-store.ts';

let product: Product;
let lines: string[];
const closing: (() => Promise<void>)[] = [];

beforeAll(async () => {
  product = await startProduct();
  await smallCompany(product);
  await product.publish(smallType);
  for (let i = 0; i < 3; i += 1)
    await submitCase(
      product.services.deps,
      { actor: await actorOf(product, 'ria'), commandId: randomUUID(), authorise: () => undefined },
      {
        slug: 'purchase',
        values: { item: 'Desk', amount: { amount: 10 + i, currency: 'EUR' } },
        source: 'api',
      },
    );
  await product.drain();
  lines = await backupLines(product.store, aMonday);
});
afterAll(async () => {
  await product.close();
  for (const close of closing) await close();
});

async function emptyStore(): Promise<Store> {
  const directory = await mkdtemp(join(tmpdir(), 'signalbox-damaged-'));
  const store = await openEmbeddedStore({ directory, clock: { now: () => aMonday } });
  closing.push(async () => {
    await store.close();
    await rm(directory, { recursive: true, force: true });
  });
  return store;
}

const at = (start: string): number => lines.findIndex((line) => line.startsWith(start));
const with_ = (index: number, change: (line: string) => string): string[] =>
  lines.map((line, i) => (i === index ? change(line) : line));

/** The lines with a true digest and signature over whatever they say now: the work of somebody who holds the key. */
async function signedAnew(changed: readonly string[]): Promise<string[]> {
  const body = changed.slice(0, -1);
  const { end } = JSON.parse(changed.at(-1) ?? '');
  const digest = createHash('sha256')
    .update(body.map((line) => `${line}\n`).join(''))
    .digest('hex');
  const key = await installationKey(product.store.records, secretBox);
  const next = { ...end, digest };
  return [...body, JSON.stringify({ end: next, signature: key.sign(endText(next)) })];
}

const reversed = (text: string): string => [...text].reverse().join('');

describe('a damaged backup', () => {
  const damages: Readonly<Record<string, () => readonly string[] | Promise<readonly string[]>>> = {
    'cut before its last line': () => lines.slice(0, -1),
    'cut in its log': () => lines.slice(0, 5),
    empty: () => [],
    'of something else': () => ['{"hello":1}'],
    'with a line that is no JSON': () => with_(at('{"shelf"'), (line) => line.slice(0, -1)),
    'with an event changed': () => with_(3, (line) => line.replace('"kind":"created"', '"kind":"changed"')),
    'with an event left out': () => lines.filter((_, i) => i !== 3),
    'with a document changed': () => with_(at('{"aggregate"'), (line) => line.replace(/"rev":\d/, '"rev":9')),
    'with a document left out': () => lines.filter((_, i) => i !== at('{"aggregate"')),
    'with a record left out': () => lines.filter((_, i) => i !== at('{"shelf"')),
    'with a blob changed': () => with_(at('{"blob"'), (line) => line.replace('"bytes":"ey', '"bytes":"fy')),
    'with something behind its end': () => [...lines, lines[3] ?? ''],
    'signed by somebody else': () =>
      with_(lines.length - 1, (line) =>
        line.replace(/"signature":"(.{20})/, (_, head) => `"signature":"${reversed(head)}`),
      ),
    'whose document left its log, signed anew': () =>
      signedAnew(with_(at('{"aggregate"'), (line) => line.replace(/"head":"./, '"head":"_'))),
    'whose blob is another, signed anew': () =>
      signedAnew(with_(at('{"blob"'), (line) => line.replace('"bytes":"ey', '"bytes":"fy'))),
    'whose log lost its streams, signed anew': () =>
      signedAnew(lines.filter((line) => !line.startsWith('{"aggregate":{"_id":"pool:'))),
  };
  for (const [what, damage] of Object.entries(damages)) {
    it(`is refused: ${what}; the store stays empty`, async () => {
      const store = await emptyStore();
      const damaged = await damage();
      expect(damaged.join('\n')).not.toBe(lines.join('\n'));
      await expect(restoreLines(store, damaged, aMonday)).rejects.toMatchObject({ code: 'BACKUP_UNUSABLE' });
      expect(await store.aggregates.ids(null, 1)).toEqual([]);
      expect(await store.log.end()).toBe(0);
      await requireWholeStore(store);
    });
  }

  it('is restored whole where nothing is damaged', async () => {
    const store = await emptyStore();
    const restored = await restoreLines(store, lines, aMonday);
    expect(restored).toMatchObject({
      generation: 2,
      aggregates: JSON.parse(lines.at(-1) ?? '').end.aggregates,
    });
  });
});

describe('a restore', () => {
  it('refuses a store that holds something', async () => {
    await expect(restoreLines(product.store, lines, aMonday)).rejects.toMatchObject({ code: 'CONFLICT' });
  });

  it('refuses a backup whose secrets would stay closed', async () => {
    const other = createSecretBox('another secret of more than thirty-two characters');
    const record = JSON.parse(lines.find((line) => line.includes('"installation-key"')) ?? '').record;
    expect(() => openInstallationKey(record.data, other)).toThrow('another SIGNALBOX_SECRET');
    expect(openInstallationKey(record.data, secretBox).publicKey).toBe(record.data.publicKey);
  });

  it('leaves a store that refuses to start when it ends in the middle, wherever that is', async () => {
    const whole = await emptyStore();
    const count = await writesUntil(whole, 0);
    expect(count).toBeGreaterThan(20);
    for (let fail = 1; fail <= count; fail += 1) {
      const store = await emptyStore();
      await expect(writesUntil(store, fail)).rejects.toThrow('the disk is gone');
      await expect(requireWholeStore(store)).rejects.toMatchObject({ code: 'RESTORE_UNFINISHED' });
      await expect(restoreLines(store, lines, aMonday)).rejects.toMatchObject({ code: 'RESTORE_UNFINISHED' });
    }
  });
});

/** What a restore writes behind its marker. */
const writes = {
  aggregates: ['reinstate', 'replace', 'insert'],
  log: ['append'],
  blobs: ['put'],
  work: ['project', 'clear'],
  counters: ['raise'],
} as const;

/** Restores into a store whose write of this number fails (0: none); answers how many there were. */
async function writesUntil(store: Store, failing: number): Promise<number> {
  let count = 0;
  const fails = (): boolean => {
    count += 1;
    return count === failing;
  };
  await restoreLines(unreliableStore(store, writes, fails), lines, aMonday);
  return count;
}
