import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { slottedCases } from '../../../../domain/routing/load-slots.ts';
import type { CaseState } from '../../../../domain/stream/case/case-state.ts';
import { decideComment } from '../../../../domain/stream/case/commands/talk.ts';
import type { LoadState } from '../../../../domain/stream/load/load-stream.ts';
import type { PoolState } from '../../../../domain/stream/pool/pool-stream.ts';
import type { Store } from '../../../../server/ports/store.ts';
import { projectionsOf } from '../../../../server/projections.ts';
import { openEmbeddedStore } from '../../../../server/store/embedded/open-embedded-store.ts';
import { openMongoStore } from '../../../../server/store/mongo/open-mongo-store.ts';
import { isOutsideHeld, releaseOutside } from '../../../../server/use-cases/backup/held-outside.ts';
import { commandCase } from '../../../../server/use-cases/case/case-command.ts';
import { submitCase } from '../../../../server/use-cases/case/submit-case.ts';
import { installationKey } from '../../../../server/use-cases/log/installation-key.ts';
import { readRecord } from '../../../../server/use-cases/route/store-record.ts';
import { withBookkeeping } from '../../../../server/use-cases/route/write-bookkeeping.ts';
import { rebuildProjections } from '../../../../server/use-cases/upkeep/rebuild-projections.ts';
import { backupLines, restoreLines, secretBox } from '../../../support/backup-lines.ts';
import { exportLog, verifyLines } from '../../../support/export-log.ts';
import { foldedStore } from '../../../support/folded-store.ts';
import { describeWithMongo, mongoKind, startMongoCompatible } from '../../../support/mongo-server.ts';
import { aMonday, type Product, startProduct } from '../../../support/product.ts';
import { actorOf, smallCompany } from '../../../support/small-company.ts';
import { smallType } from '../../../support/small-type.ts';

type Engine = 'embedded' | 'mongo';
const closing: (() => Promise<void>)[] = [];
let serverUrl = '';

async function openStore(engine: Engine): Promise<Store> {
  if (engine === 'mongo')
    return openMongoStore({ url: serverUrl, database: `b${randomBytes(6).toString('hex')}` });
  const directory = await mkdtemp(join(tmpdir(), 'signalbox-backup-'));
  closing.push(() => rm(directory, { recursive: true, force: true }));
  return openEmbeddedStore({ directory, clock: { now: () => aMonday } });
}

async function submit(product: Product, amount: number): Promise<string> {
  const { id } = await submitCase(
    product.services.deps,
    { actor: await actorOf(product, 'ria'), commandId: randomUUID(), authorise: () => undefined },
    { slug: 'purchase', values: { item: 'Desk', amount: { amount, currency: 'EUR' } }, source: 'api' },
  );
  return id;
}

async function comment(product: Product, id: string, text: string): Promise<void> {
  const call = {
    actor: await actorOf(product, 'ria'),
    command: { id: randomUUID(), body: text },
    kind: 'comment',
    authorise: () => undefined,
  };
  await commandCase(product.services.deps, id, call, (state, world) =>
    decideComment(state, { text, visibility: 'public', mentions: [] }, world),
  );
}

/** Something that would leave the product an hour from now. */
async function oweDelivery(store: Store, id: string): Promise<void> {
  const doc = await store.aggregates.load<CaseState>(id);
  if (doc === undefined) throw new Error('the case is gone');
  const arm = { kind: 'deliver', key: 'deliver:test', dueAt: aMonday + 3_600_000 } as const;
  expect(await store.aggregates.replace(withBookkeeping(doc, doc.state, arm))).toBe(true);
}

/** What the credits of a pool have to be: the deltas of every routed decision of its cases. */
async function owedCredits(store: Store, pool: string): Promise<Record<string, number>> {
  const credits: Record<string, number> = {};
  for (const { event } of await store.log.read(0, 100_000)) {
    if (event.kind !== 'routed' || event.data['pool'] !== pool || event.data['person'] === undefined)
      continue;
    const bytes = await store.blobs.get(String(event.data['record']));
    const delta = bytes === undefined ? {} : (readRecord(bytes).decision.delta ?? {});
    for (const [person, units] of Object.entries(delta)) credits[person] = (credits[person] ?? 0) + units;
  }
  return credits;
}

const withoutZeros = (credits: Readonly<Record<string, number>>) =>
  Object.fromEntries(Object.entries(credits).filter(([, units]) => units !== 0));

async function requireAtRest(store: Store): Promise<void> {
  const docs = await store.aggregates.loadMany(await store.aggregates.ids(null, 100_000));
  const open = docs.filter(({ kind, state }) => kind === 'case' && (state as CaseState).open);
  for (const { _id, kind, state } of docs) {
    if (kind === 'load') {
      const owned = open.filter((doc) => `load:${(doc.state as CaseState).owner}` === _id);
      expect(slottedCases(state as LoadState).sort()).toEqual(owned.map((doc) => doc._id).sort());
    }
    if (kind !== 'pool') continue;
    const { credits, picks } = state as PoolState;
    expect(picks).toEqual({});
    expect(withoutZeros(credits)).toEqual(withoutZeros(await owedCredits(store, _id.slice('pool:'.length))));
  }
}

const pairs: readonly (readonly [Engine, Engine])[] = [
  ['embedded', 'embedded'],
  ['embedded', 'mongo'],
  ['mongo', 'embedded'],
];

beforeAll(async () => {
  if (mongoKind() === undefined) return;
  const server = await startMongoCompatible();
  serverUrl = server?.url ?? '';
  closing.push(async () => server?.stop());
});
afterAll(async () => {
  for (const close of closing.reverse()) await close();
});

for (const [from, to] of pairs) {
  const needsMongo = from === 'mongo' || to === 'mongo';
  (needsMongo ? describeWithMongo : describe)(`backup of ${from} under load, restored onto ${to}`, () => {
    let source: Product;
    let restored: Product;
    let lines: string[] = [];
    let acknowledged: string[] = [];
    let talkative = '';
    const attachment = randomBytes(700_000);
    const digest = createHash('sha256').update(attachment).digest('hex');

    beforeAll(async () => {
      source = await startProduct({ store: await openStore(from) });
      await smallCompany(source);
      await source.publish(smallType);
      for (let i = 0; i < 12; i += 1) acknowledged.push(await submit(source, 100 + i));
      talkative = acknowledged[0] ?? '';
      await source.store.blobs.put(digest, attachment);
      await source.drain();
      await oweDelivery(source.store, acknowledged[1] ?? '');
      const before = [...acknowledged];
      let seen = 0;
      lines = await backupLines(source.store, source.clock.now(), async (line) => {
        seen += 1;
        if (seen % 7 === 0) acknowledged.push(await submit(source, 2_000 + seen));
        if (!line.startsWith('{"backup"')) return;
        // Far more than a tail keeps, all of it logged before the document is read.
        for (let i = 0; i < 70; i += 1) await comment(source, talkative, `word ${i} ${'x'.repeat(200)}`);
        await source.drain();
      });
      acknowledged = before;
      const store = await openStore(to);
      await restoreLines(store, lines, source.clock.now());
      restored = await startProduct({ store, seed: 'restored', now: source.clock.now() });
    });
    afterAll(async () => {
      await source?.close();
      await restored?.close();
    });

    it('holds every case acknowledged before it began, with all that was said', async () => {
      const docs = await restored.store.aggregates.loadMany<CaseState>(acknowledged);
      expect(docs.map(({ _id }) => _id)).toEqual(acknowledged);
      const [talk] = await restored.store.aggregates.loadMany<CaseState>([talkative]);
      expect(talk?.state.comments).toBe(70);
      const bytes = await restored.store.blobs.get(digest);
      expect(Buffer.from(bytes ?? []).equals(attachment)).toBe(true);
    });

    it('takes along what a tail does not hold any more', () => {
      const long = lines.filter((line) => line.startsWith('{"aggregate"')).map((line) => JSON.parse(line));
      const { between } = long.find(({ aggregate }) => aggregate._id === talkative);
      expect(between.length).toBeGreaterThan(0);
    });

    it('keeps every document as it was read, versions and tokens included', async () => {
      const read = lines
        .filter((line) => line.startsWith('{"aggregate"'))
        .map((line) => JSON.parse(line).aggregate);
      expect(read.length).toBeGreaterThan(20);
      for (const doc of read) {
        const found = await restored.store.aggregates.load(doc._id);
        expect(found?._v).toBeGreaterThanOrEqual(doc._v);
        expect(found?.seq).toBeGreaterThanOrEqual(doc.seq);
        expect(found?.logged).toBe(found?.seq);
        if (doc.kind === 'case') expect(found?.state).toEqual(doc.state);
      }
    });

    it('verifies, names the restore, and continues the checkpoints', async () => {
      const key = await installationKey(restored.store.records, secretBox);
      const report = verifyLines(await exportLog(restored.store, key));
      expect(report.findings).toEqual([]);
      expect(report).toMatchObject({ verified: true, generation: 2, checkpoints: 1 });
      const { end } = JSON.parse(lines.at(-1) ?? '');
      expect(report.restores).toMatchObject([{ from: end.position, generation: 2 }]);
      expect(report.to).toBeGreaterThan(end.position);
    });

    it('goes on where it was, and comes to rest with slots and credits as decided', async () => {
      await restored.drain();
      restored.clock.pass(61_000);
      await restored.drain();
      expect(restored.faults).toEqual([]);
      for (const { stored, folded } of await foldedStore(restored.store)) expect(stored).toEqual(folded);
      await requireAtRest(restored.store);
      const numbers = new Set<string>();
      const ids = await restored.store.aggregates.ids(null, 100_000);
      for (const { kind, state } of await restored.store.aggregates.loadMany(ids))
        if (kind === 'case') numbers.add((state as CaseState).number);
      const fresh = await submit(restored, 150);
      const [doc] = await restored.store.aggregates.loadMany<CaseState>([fresh]);
      expect(numbers.has(doc?.state.number ?? '')).toBe(false);
    });

    it('holds what goes outside until it is released', async () => {
      const owed = async () => {
        const doc = await restored.store.aggregates.load(acknowledged[1] ?? '');
        return doc?.effects.find(({ id }) => id === 'deliver:test');
      };
      expect(await isOutsideHeld(restored.store)).toBe(true);
      expect(await owed()).toMatchObject({ quarantined: true, error: 'held after restore', leaseUntil: 0 });
      const held = await restored.store.aggregates.range('quarantined', null, 100);
      expect(held.map(({ id }) => id)).toContain(acknowledged[1]);
      expect(await releaseOutside(restored.services.deps)).toBeGreaterThanOrEqual(held.length);
      expect(await isOutsideHeld(restored.store)).toBe(false);
      expect(await owed()).toMatchObject({ quarantined: false, attempts: 0, dueAt: restored.clock.now() });
      expect(await restored.store.aggregates.range('quarantined', null, 10)).toEqual([]);
    });

    it('shows the same inboxes and counts after they are built anew', async () => {
      const { store } = restored;
      const inbox = () => store.work.range('handle:person:bo', null, 100);
      const counts = async () => {
        const ids = await store.records.ids('bucket', null, 10_000);
        return Promise.all(
          ids.map(async (id) => [
            id.slice(id.indexOf('|')),
            (await store.records.get('bucket', id))?.data['counts'],
          ]),
        );
      };
      await rebuildProjections(store, projectionsOf(store));
      const before = [await inbox(), await counts()];
      for (const found of before) expect(found.length).toBeGreaterThan(0);
      await rebuildProjections(store, projectionsOf(store));
      expect([await inbox(), await counts()]).toEqual(before);
    });
  });
}
