import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { installationObject } from '../../../../domain/stream/installation/installation-object.ts';
import type { InstallationState } from '../../../../domain/stream/installation/installation-stream.ts';
import { createSecretBox } from '../../../../server/connectors/secret-box.ts';
import { verifySignature } from '../../../../server/connectors/verify-signature.ts';
import type { Store } from '../../../../server/ports/store.ts';
import { openEmbeddedStore } from '../../../../server/store/embedded/open-embedded-store.ts';
import { openMongoStore } from '../../../../server/store/mongo/open-mongo-store.ts';
import { createObject } from '../../../../server/use-cases/directory/write-object.ts';
import { announceKey } from '../../../../server/use-cases/log/announce-key.ts';
import {
  checkpointsBehind,
  createCheckpointSigner,
  lastCheckpoint,
} from '../../../../server/use-cases/log/checkpoints.ts';
import { type InstallationKey, installationKey } from '../../../../server/use-cases/log/installation-key.ts';
import { secretBox } from '../../../support/backup-lines.ts';
import { countingIds } from '../../../support/counting-ids.ts';
import { exportLog, verifyLines } from '../../../support/export-log.ts';
import { makeLogRow } from '../../../support/make-log-row.ts';
import { describeWithMongo, startMongoCompatible } from '../../../support/mongo-server.ts';

const minute = 60_000;

const engines: Readonly<Record<string, () => Promise<{ store: Store; stop: () => Promise<void> }>>> = {
  embedded: async () => {
    const directory = await mkdtemp(join(tmpdir(), 'signalbox-checkpoints-'));
    const store = await openEmbeddedStore({ directory });
    return { store, stop: () => rm(directory, { recursive: true, force: true }) };
  },
  mongo: async () => {
    const server = await startMongoCompatible();
    if (server === undefined) throw new Error('the suite is skipped without a server');
    return { store: await openMongoStore({ url: server.url }), stop: () => server.stop() };
  },
};

for (const [engine, open] of Object.entries(engines)) {
  (engine === 'mongo' ? describeWithMongo : describe)(`checkpoints on ${engine}`, () => {
    let store: Store;
    let stop: () => Promise<void>;
    let key: InstallationKey;
    let end = 0;
    const grow = async (rows: number) => {
      const fresh = Array.from({ length: rows }, (_, i) =>
        makeLogRow(end + 1 + i, `stream-${end + 1 + i}`, 1),
      );
      end += rows;
      expect(await store.log.append(fresh)).toBe(rows);
    };
    beforeAll(async () => {
      ({ store, stop } = await open());
      key = await installationKey(store.records, secretBox);
    });
    afterAll(async () => {
      await store?.close();
      await stop?.();
    });

    it('are signed by one key, which every process finds and only the secret opens', async () => {
      const [one, two] = await Promise.all([
        installationKey(store.records, secretBox),
        installationKey(store.records, secretBox),
      ]);
      expect([one.publicKey, two.publicKey]).toEqual([key.publicKey, key.publicKey]);
      expect(verifySignature(key.publicKey, 'said', two.sign('said'))).toBe(true);
      const stranger = createSecretBox('a secret of somebody else altogether, quite long');
      await expect(installationKey(store.records, stranger)).rejects.toMatchObject({
        code: 'SECRET_UNREADABLE',
      });
    });

    it('are due after ten minutes with anything new, or at once when they must be', async () => {
      const signer = createCheckpointSigner(store, key);
      expect(await signer.sign(100 * minute)).toBeUndefined();
      await grow(3);
      expect((await signer.sign(100 * minute))?.checkpoint).toMatchObject({
        size: 3,
        generation: 1,
        previous: null,
      });
      await grow(1);
      expect(await signer.sign(109 * minute)).toBeUndefined();
      expect((await signer.sign(109 * minute, true))?.checkpoint.size).toBe(4);
      await grow(1);
      expect((await signer.sign(119 * minute))?.checkpoint.size).toBe(5);
      expect(await signer.sign(500 * minute, true)).toBeUndefined();
    });

    it('are due after a thousand events, however soon', async () => {
      const signer = createCheckpointSigner(store, key);
      await grow(999);
      expect(await signer.sign(119 * minute)).toBeUndefined();
      await grow(1);
      expect((await signer.sign(119 * minute))?.checkpoint.size).toBe(1_005);
    });

    it('stay one chain when several processes sign, and verify', async () => {
      const signers = [1, 2, 3].map(() => createCheckpointSigner(store, key));
      for (let round = 0; round < 4; round += 1) {
        await grow(2);
        await Promise.all(signers.map((signer) => signer.sign(200 * minute + round, true)));
      }
      expect((await lastCheckpoint(store.records))?.checkpoint.size).toBe(end);
      const kept = await checkpointsBehind(store.records, 1_005, 100);
      expect(kept.map(({ checkpoint }) => checkpoint.size)).toEqual([1_007, 1_009, 1_011, 1_013]);
      const report = verifyLines(await exportLog(store, key));
      expect(report.findings.filter(({ code }) => code === 'checkpoint' || code === 'signature')).toEqual([]);
      expect(report.checkpoints).toBe(8);
    });

    it('are signed with a key that the log names, entered once', async () => {
      const deps = {
        store,
        clock: { now: () => 0 },
        ids: countingIds('key'),
        claimMs: 0,
        committed: () => undefined,
      };
      expect(await announceKey(deps, key)).toBe(false);
      const call = { actor: { kind: 'system', id: 'test' } as const, command: { id: 'make', body: '' } };
      await createObject(deps, installationObject, call, { id: 'main', fields: { name: 'Test' } });
      const announced = await Promise.all([announceKey(deps, key), announceKey(deps, key)]);
      expect(announced).toContain(true);
      expect(await announceKey(deps, key)).toBe(false);
      const doc = await store.aggregates.load<InstallationState>('installation:main');
      expect(doc).toMatchObject({ rev: 2, state: { publicKey: key.publicKey } });
    });

    it('are kept by the next signer where the last one was cut off', async () => {
      const last = await lastCheckpoint(store.records);
      const id = (await store.records.ids('checkpoint', null, 100)).find((each) =>
        each.startsWith(String(last?.checkpoint.size).padStart(16, '0')),
      );
      await store.records.delete('checkpoint', id ?? '');
      expect(await checkpointsBehind(store.records, 1_011, 10)).toEqual([]);
      await createCheckpointSigner(store, key).sign(0);
      expect(await checkpointsBehind(store.records, 1_011, 10)).toEqual([last]);
    });
  });
}
