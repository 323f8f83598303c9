import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Aggregate } from '../../../domain/stream/aggregate.ts';
import type { CaseState } from '../../../domain/stream/case/case-state.ts';
import type { InstallationState } from '../../../domain/stream/installation/installation-stream.ts';
import type { RequestTypeState } from '../../../domain/stream/request-type/request-type-stream.ts';
import { readConfig } from '../../../server/config/config.ts';
import { prepareDemo } from '../../../server/demo/prepare-demo.ts';
import { type SeededDemo, seedDemo } from '../../../server/demo/seed-demo.ts';
import { passwordHashOf } from '../../../server/identity/credentials.ts';
import { isPassword } from '../../../server/identity/password.ts';
import type { LogRow } from '../../../server/ports/log.ts';
import type { Store } from '../../../server/ports/store.ts';
import { openEmbeddedStore } from '../../../server/store/embedded/open-embedded-store.ts';
import { findToken } from '../../../server/use-cases/directory/tokens.ts';
import { makeAggregate } from '../../support/make-aggregate.ts';

/** A Friday afternoon in Paris. */
const now = Date.UTC(2026, 10, 20, 15, 0, 0);
const slow = 240_000;
const configIn = (directory: string) =>
  readConfig({ SIGNALBOX_DATA: directory, SIGNALBOX_SECRET: 'a secret for tests of the demo only' });
const failed = (what: string, error: unknown) => {
  throw new Error(`${what}: ${String(error)}`);
};

async function rowsOf(store: Store): Promise<LogRow[]> {
  const rows: LogRow[] = [];
  for (;;) {
    const page = await store.log.read(rows.length, 1_000);
    rows.push(...page);
    if (page.length < 1_000) return rows;
  }
}

describe('the demo', () => {
  let directory: string;
  let demo: SeededDemo;
  let store: Store;
  let cases: readonly Aggregate<CaseState>[];
  let rows: readonly LogRow[];

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'demo-'));
    demo = await prepareDemo(configIn(directory), { now, failed });
    store = await openEmbeddedStore({ directory });
    const docs = await store.aggregates.loadMany(await store.aggregates.ids(null, 10_000));
    cases = docs.filter((doc): doc is Aggregate<CaseState> => doc.kind === 'case');
    rows = await rowsOf(store);
  }, slow);
  afterAll(async () => {
    await store.close();
    await rm(directory, { recursive: true, force: true });
  });

  it('has about two hundred cases, none of whose deeds a rule refused', () => {
    expect(demo.made).toBe(true);
    expect(cases.length).toBeGreaterThan(190);
    expect(cases.length).toBeLessThan(260);
    expect(demo.play?.deeds).toBeGreaterThan(500);
    expect(demo.play?.refused).toEqual([]);
  });

  it.each([
    ['vendor-onboarding', ['submitted', 'review', 'payment_setup', 'done', 'rejected', 'withdrawn']],
    ['refund', ['received', 'checking', 'with_customer', 'payout', 'refunded', 'declined', 'withdrawn']],
    [
      'access-request',
      ['submitted', 'approval', 'provisioning', 'active', 'already_held', 'granted', 'refused', 'withdrawn'],
    ],
    ['customer-issue', ['received', 'diagnosing', 'waiting_customer', 'fixing', 'solved', 'not_ours']],
    ['sales-enquiry', ['new', 'working', 'nurture', 'terms', 'handed_over', 'won', 'lost']],
  ])('has cases of %s in its states', (type, states) => {
    const found = new Set(cases.filter(({ state }) => state.type === type).map(({ state }) => state.state));
    expect([...found]).toEqual(expect.arrayContaining(states));
  });

  it('has cases wherever routing can leave them, and clocks that were broken', () => {
    const placements = new Set(cases.filter(({ state }) => state.open).map(({ state }) => state.placement));
    expect([...placements].sort()).toEqual(
      ['assigned', 'held', 'queued', 'suppressed', 'unassigned', 'waiting'].sort(),
    );
    const broken = cases.filter(({ state }) =>
      state.clocks.some(({ intervals }) => intervals.some(({ kind }) => kind === 'breached')),
    );
    expect(broken.length).toBeGreaterThan(20);
    expect(broken.length).toBeLessThan(cases.length / 2);
  });

  it('shows everything that can happen on the way', () => {
    const kinds = new Set(rows.map(({ event }) => event.kind));
    expect([...kinds]).toEqual(
      expect.arrayContaining([
        ...['submitted', 'routed', 'seen', 'accepted', 'declined', 'commented', 'asked', 'answered'],
        ...['assigned', 'escalated', 'priority-set', 'attached', 'edited', 'gate-opened', 'voted'],
        ...['vote-retracted', 'reroute-forced', 'clock-changed', 'leave-recorded', 'delegated', 'published'],
        ...['watched', 'snoozed'],
      ]),
    );
  });

  it('lies wholly in the past, in a log without gaps', () => {
    expect(rows.map(({ position }) => position)).toEqual(rows.map((_row, i) => i + 1));
    expect(Math.max(...rows.map(({ event }) => event.at))).toBeLessThanOrEqual(now);
    expect(Math.min(...rows.map(({ event }) => event.at))).toBe(now - 35 * 86_400_000);
    expect(cases.every(({ logged, seq }) => logged === seq)).toBe(true);
  });

  it('owes nothing that is due already, and nothing waits for a person to look at it', async () => {
    expect(await store.aggregates.due(now, 10)).toEqual([]);
    const docs = await store.aggregates.loadMany(await store.aggregates.ids(null, 10_000));
    expect(docs.flatMap(({ effects }) => effects.filter(({ quarantined }) => quarantined))).toEqual([]);
  });

  it('says of every step that it is the demo’s', async () => {
    const others = rows.filter(
      ({ event }) =>
        // A refused attempt is put on record by the product itself.
        event.kind !== 'refused' && event.actor.kind !== 'system' && !event.command.id.startsWith('demo:'),
    );
    expect(others).toEqual([]);
    const main = await store.aggregates.load<InstallationState>('installation:main');
    expect(main?.state).toMatchObject({ demo: true, demoMadeAt: now });
  });

  it('keeps attempts that a rule refused on record', () => {
    const refused = rows.filter(({ event }) => event.kind === 'refused');
    expect(refused.length).toBeGreaterThanOrEqual(3);
    expect(refused.map(({ event }) => event.data['attempted'])).toContain('decide');
  });

  it('has the five types live, in the version their designer gave a reason for', async () => {
    const live = await store.aggregates.range('requestType:live', null, 10);
    const docs = await store.aggregates.loadMany<RequestTypeState>(live.map(({ id }) => id));
    expect(Object.fromEntries(docs.map(({ state }) => [state.slug, state.live]))).toEqual({
      ...{ 'vendor-onboarding': 1, refund: 3, 'access-request': 1 },
      ...{ 'customer-issue': 2, 'sales-enquiry': 1 },
    });
    const reasons = rows.filter(({ event }) => event.kind === 'published').map(({ event }) => event.seals);
    expect(reasons.every((seals) => seals?.['reason'] !== undefined)).toBe(true);
  });

  it('opens to each persona by a token and a password that only the owner of the directory reads', async () => {
    const file = join(directory, 'demo-tokens.json');
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    const { personas } = JSON.parse(await readFile(file, 'utf8'));
    expect(personas.map(({ persona }: { persona: string }) => persona)).toEqual([
      ...['requester', 'handler', 'approver', 'designer', 'auditor', 'administrator', 'agent'],
    ]);
    for (const { person, token, password } of personas) {
      expect((await findToken(store, token, now))?.state.personId).toBe(person);
      if (password === null) continue;
      expect(await isPassword(await passwordHashOf(store, person), password)).toBe(true);
    }
  });

  it('is found again and not made twice', async () => {
    const before = await store.log.end();
    expect(await seedDemo({ store, directory, now: now + 1_000 })).toMatchObject({ made: false });
    expect(await store.log.end()).toBe(before);
  });

  it(
    'comes out the same from the same seed and moment, but for its secrets',
    async () => {
      const other = await mkdtemp(join(tmpdir(), 'demo-'));
      await prepareDemo(configIn(other), { now, failed });
      const again = await openEmbeddedStore({ directory: other });
      const hashes = (all: readonly LogRow[]) =>
        all
          .filter(({ event }) => !event.stream.startsWith('token:'))
          .map(({ event, hash }) => `${event.stream}#${event.seq} ${hash}`)
          .sort();
      expect(hashes(await rowsOf(again))).toEqual(hashes(rows));
      await again.close();
      await rm(other, { recursive: true, force: true });
    },
    slow,
  );
});

describe('a directory that is not the demo’s to use', () => {
  it('is recognised when a demo was cut off there', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'demo-'));
    await writeFile(join(directory, 'store.mdb'), '');
    await writeFile(join(directory, 'demo-unfinished'), '');
    await expect(prepareDemo(configIn(directory), { now, failed })).rejects.toMatchObject({
      code: 'DEMO_UNFINISHED',
      message: expect.stringContaining('Delete that directory'),
    });
    await rm(directory, { recursive: true, force: true });
  });

  it('is left alone when it holds an organisation of its own', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'demo-'));
    const store = await openEmbeddedStore({ directory });
    await store.aggregates.insert(makeAggregate('own'));
    await expect(seedDemo({ store, directory, now })).rejects.toMatchObject({ code: 'DEMO_NOT_EMPTY' });
    await store.close();
    await rm(directory, { recursive: true, force: true });
  });
});
