import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startBuilt } from '../support/built-product.ts';
import { httpSecret } from '../support/http-product.ts';
import { startBenchProduct } from './load/bench-product.ts';
import { HttpClient, type LoadRequest, load } from './load/http-load.ts';

/** One line of the table of results, in MiB. */
interface Row {
  readonly cases: number;
  readonly when: string;
  /** Of its own, as the system counts it. */
  readonly own: number;
  /** With the pages of the store's file that are mapped, which the system takes back when it needs them. */
  readonly resident: number;
}

const reads: readonly (readonly [string, string])[] = [
  ['bo', '/cases?view=mine&limit=50'],
  ['bo', '/cases?view=team&limit=50'],
  ['ada', '/cases?limit=50'],
  ['ada', '/cases?q=heron&limit=50'],
  ['ada', '/log?limit=50'],
];

/** What the built product takes of memory over many cases that another process has put there: started, after a thousand pages, after as many submissions. */
export async function run(sizes: readonly number[] = [1_000, 120_000]): Promise<readonly Row[]> {
  execFileSync(process.execPath, ['scripts/build.mjs', '--if-stale'], { stdio: 'inherit' });
  const rows: Row[] = [];
  for (const cases of sizes) rows.push(...(await memoryOver(cases)));
  return rows;
}

async function memoryOver(cases: number): Promise<Row[]> {
  const data = await mkdtemp(join(tmpdir(), 'signalbox-memory-'));
  const filler = await startBenchProduct({ cases, data });
  const { tokens } = filler;
  await filler.stop();
  const product = await startBuilt('start', { SIGNALBOX_SECRET: httpSecret }, data);
  const client = new HttpClient(product.origin, 8);
  const rows: Row[] = [];
  const note = async (when: string) => void rows.push({ cases, when, ...(await memoryOf(product.pid)) });
  try {
    await note('started');
    await load(client, { clients: 8, count: 1_000 }, (i) => pageRequest(tokens, i));
    await note('after 1,000 pages');
    await load(client, { clients: 8, count: 1_000 }, (i) => ({
      ...{ method: 'POST', path: '/request-types/purchase/cases', token: tokens['ria'] ?? '' },
      body: { values: { item: `Desk ${i}`, amount: { amount: 500, currency: 'EUR' } } },
    }));
    await note('after 1,000 submissions');
    return rows;
  } finally {
    client.close();
    await product.end();
    await rm(data, { recursive: true, force: true });
  }
}

function pageRequest(tokens: Readonly<Record<string, string>>, i: number): LoadRequest {
  const [person, path] = reads[i % reads.length] ?? ['ada', '/log'];
  return { method: 'GET', path, token: tokens[person] ?? '' };
}

async function memoryOf(pid: number): Promise<Pick<Row, 'own' | 'resident'>> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  const mebibytes = (name: string): number =>
    Math.round(Number(new RegExp(`^${name}:\\s+(\\d+) kB$`, 'm').exec(status)?.[1]) / 1_024);
  return { own: mebibytes('RssAnon'), resident: mebibytes('VmRSS') };
}
