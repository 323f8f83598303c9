import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Store } from '../../../../server/ports/store.ts';
import { openEmbeddedStore } from '../../../../server/store/embedded/open-embedded-store.ts';

const rounds = 20;
const writerPath = join(import.meta.dirname, '../../../support/store-writer.ts');

/** What the killed processes said was acknowledged. */
interface Acknowledged {
  readonly docs: Map<string, { v: number; state: string }>;
  readonly blobs: Set<string>;
  readonly positions: Set<number>;
  count: number;
}

/** Runs a writer, kills it after `ms` of writing, and notes each whole line it wrote. */
async function runAndKill(directory: string, prefix: string, ms: number, told: Acknowledged): Promise<void> {
  const child = spawn(process.execPath, ['--import', 'tsx', writerPath, directory, prefix], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => {
    if (said === '') setTimeout(() => child.kill('SIGKILL'), ms);
    said += chunk.toString();
  });
  await new Promise((resolve) => child.once('close', resolve));
  expect(child.signalCode).toBe('SIGKILL');
  for (const line of said.slice(0, said.lastIndexOf('\n')).split('\n')) note(line, told);
}

function note(line: string, told: Acknowledged): void {
  const [what, first = '', second = '', ...rest] = line.split(' ');
  if (what === 'doc' && (told.docs.get(first)?.v ?? 0) < Number(second)) {
    told.docs.set(first, { v: Number(second), state: rest.join(' ') });
  }
  if (what === 'blob') told.blobs.add(first);
  if (what === 'log') told.positions.add(Number(first));
  if (what === 'count') told.count = Math.max(told.count, Number(first));
}

async function expectAll(store: Store, told: Acknowledged): Promise<void> {
  for (const [id, { v, state }] of told.docs) {
    const doc = await store.aggregates.load(id);
    expect(doc?._v ?? 0, id).toBeGreaterThanOrEqual(v);
    if (doc?._v === v) expect(JSON.stringify(doc.state)).toBe(state);
  }
  for (const hash of told.blobs) expect(await store.blobs.get(hash), hash).toBeDefined();
  const end = await store.log.end();
  expect(end).toBeGreaterThanOrEqual(Math.max(0, ...told.positions));
  const rows = await store.log.read(0, end + 10);
  expect(rows.map(({ position }) => position)).toEqual(Array.from({ length: end }, (_, i) => i + 1));
  expect(await store.counters.next('kill')).toBeGreaterThan(told.count);
}

/** Index entries and documents tell the same story: a turn is there whole or not at all. */
async function expectWholeTurns(store: Store): Promise<void> {
  const ids = await store.aggregates.ids(null, 1_000_000);
  const docs = await store.aggregates.loadMany(ids);
  const expected = docs.flatMap(({ _id, index }) =>
    index.lists.includes('all') ? [`${index.sort} ${_id}`] : [],
  );
  const listed = await store.aggregates.range('all', null, 1_000_000);
  expect(listed.map(({ id, sort }) => `${sort} ${id}`)).toEqual(expected.sort());
  const due = await store.aggregates.due(Number.MAX_SAFE_INTEGER - 1, 1_000_000);
  const owed = docs.filter(({ nextDueAt }) => nextDueAt !== null).map(({ _id }) => _id);
  expect(due.map(({ id }) => id).sort()).toEqual(owed.sort());
}

describe('the embedded store after kill -9', () => {
  let directory: string;
  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'signalbox-kill-'));
  });
  afterAll(async () => {
    await rm(directory, { recursive: true, force: true });
  });

  it(`has everything it acknowledged, ${rounds} times over`, async () => {
    const told: Acknowledged = { docs: new Map(), blobs: new Set(), positions: new Set(), count: 0 };
    for (let round = 0; round < rounds; round++) {
      const before = told.docs.size;
      await runAndKill(directory, `r${round}`, 30 + Math.random() * 400, told);
      const store = await openEmbeddedStore({ directory });
      try {
        await expectAll(store, told);
        await expectWholeTurns(store);
      } finally {
        await store.close();
      }
      if (round === 0) expect(told.docs.size).toBeGreaterThan(before);
    }
    expect(told.docs.size).toBeGreaterThan(100);
    expect(told.positions.size).toBeGreaterThan(50);
  });
});
