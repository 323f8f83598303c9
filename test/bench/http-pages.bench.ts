import { startMongoCompatible } from '../support/mongo-server.ts';
import { startBareServer } from './load/bare-server.ts';
import { type BenchSize, startBenchProduct } from './load/bench-product.ts';
import { HttpClient, type Load, load } from './load/http-load.ts';

/** One line of the table of results. */
interface Row {
  readonly engine: string;
  readonly work: string;
  readonly cases: number;
  readonly p50?: number;
  readonly p95?: number;
  readonly perSecond?: number;
  readonly bytes?: number;
  /** p50 of as many bytes from a server that does nothing else, and how many times that ours takes. */
  readonly bare?: number;
  readonly times?: number;
  readonly unit: string;
}

/** How often a page is asked for: before it is measured, one after another, and by eight at once. */
interface Counts {
  readonly before: number;
  readonly alone: number;
  readonly together: number;
}

const many: Counts = { before: 50, alone: 300, together: 1_000 };
/** Enough for the growth, of a server that takes a hundred times as long. */
const few: Counts = { before: 5, alone: 30, together: 40 };

/** What is read, by whom. */
const pages: readonly (readonly [string, string, string])[] = [
  ['inbox page of 50', 'bo', '/cases?view=mine&limit=50'],
  ['of the team', 'bo', '/cases?view=team&limit=50'],
  ['unassigned', 'bo', '/cases?view=unassigned&limit=50'],
  ['all', 'ada', '/cases?limit=50'],
  ['search', 'ada', '/cases?q=heron&limit=50'],
  ['log page', 'ada', '/log?limit=50'],
];

/** Pages over HTTP on the embedded engine, few cases beside many, and the memory that many take; then on the MongoDB-compatible server, to see the growth. */
export async function run(
  sizes: readonly number[] = [1_000, 120_000],
  onServer: readonly number[] = [250, 1_000],
): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (const cases of sizes) rows.push(...(await pagesAmong({ cases }, 'embedded', many)));
  for (const cases of onServer) {
    const server = await startMongoCompatible();
    if (server === undefined) break;
    rows.push(
      ...(await pagesAmong({ cases, mongodbUrl: server.url.replace('/?', '/bench?') }, 'server', few)),
    );
    await server.stop();
  }
  return rows;
}

/** What HTTP alone costs for an answer of this size, in the same run. */
async function bareAnswer(bytes: number): Promise<Load> {
  const bare = await startBareServer(bytes);
  const client = new HttpClient(bare.origin, 1);
  try {
    const request = () => ({ method: 'GET' as const, path: '/', token: 'none' });
    await load(client, { clients: 1, count: 100 }, request);
    return await load(client, { clients: 1, count: 300 }, request);
  } finally {
    client.close();
    bare.stop();
  }
}

async function pagesAmong(
  size: BenchSize & { readonly cases: number },
  engine: string,
  { before, alone, together }: Counts,
): Promise<Row[]> {
  const { cases } = size;
  const product = await startBenchProduct(size);
  const client = new HttpClient(product.origin, 8);
  try {
    const rows: Row[] = [];
    for (const [work, person, path] of pages) {
      const request = () => ({ method: 'GET' as const, path, token: product.tokens[person] ?? '' });
      await load(client, { clients: 1, count: before }, request);
      const { p50, p95 } = await load(client, { clients: 1, count: alone }, request);
      const { perSecond, answers } = await load(client, { clients: 8, count: together }, request);
      const bytes = answers[0]?.body.length ?? 0;
      const bare = await bareAnswer(bytes);
      rows.push({
        engine,
        work,
        cases,
        p50,
        p95,
        perSecond,
        bytes,
        bare: bare.p50,
        times: (p50 ?? 0) / (bare.p50 ?? 1),
        unit: 'ms',
      });
    }
    rows.push({ engine, work: 'memory', cases, p50: await product.memory(), unit: 'MiB' });
    return rows;
  } finally {
    client.close();
    await product.stop();
  }
}
