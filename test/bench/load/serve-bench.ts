/** A product on the embedded engine with a company in it, in a process of its own; talks to whoever forked it. */
import { httpCompany, startHttpProduct } from '../../support/http-product.ts';
import { fillWithCases } from '../../support/many-cases.ts';
import { fillLog } from '../../support/many-events.ts';
import { smallType } from '../../support/small-type.ts';

/** What the bench may ask for. */
export type ToBench = 'memory' | 'resident' | 'processor' | 'stop';
/** What it is told. */
export type FromBench =
  | { readonly kind: 'ready'; readonly origin: string; readonly tokens: Readonly<Record<string, string>> }
  | { readonly kind: 'figure'; readonly value: number };

const buyers = Array.from({ length: 8 }, (_, i) => `buyer-${i}`);
const personas = ['ria', 'bo', 'ada', 'lea', 'dan', 'amy', ...buyers];
const scopes = ['admin'];

const tell = (message: FromBench): void => void process.send?.(message);

const mongodbUrl = process.env['BENCH_MONGODB_URL'];
const dataDir = process.env['BENCH_DATA'];
const web = await startHttpProduct({
  limits: { perCaller: 10_000_000, perAddress: 10_000_000 },
  config: {
    ...(mongodbUrl === undefined ? {} : { mongodbUrl }),
    ...(dataDir === undefined ? {} : { dataDir }),
  },
});
// Connections stay open between two loads.
web.server.keepAliveTimeout = 120_000;
await httpCompany(web);
for (const id of buyers) {
  const systemRoles = ['requester', 'agent'];
  await web.create('person', id, { name: id, email: `${id}@example.test`, zone: 'UTC', systemRoles });
}
await web.change('pool', 'buyers', { members: buyers.map((person) => ({ person, weight: 1 })) });
await web.publish(smallType);
const tokens: Record<string, string> = {};
for (const person of personas) tokens[person] = (await web.as(person, scopes)).token ?? '';
await web.settle();
const type = await web.product.store.aggregates.load<{ versions: { hash: string }[] }>(
  'requestType:purchase',
);
await fillWithCases(web.product.store, Number(process.argv[2] ?? 0), {
  ...{ mine: 'bo', team: 'buyers' },
  definition: type?.state.versions[0]?.hash ?? '',
});
await fillLog(web.product.store, Number(process.argv[3] ?? 0));
await web.product.store.flushed();

process.on('message', (message: ToBench) => {
  if (message === 'stop') void web.close().then(() => process.exit(0));
  else if (message === 'memory' || message === 'resident') {
    if (message === 'memory') globalThis.gc?.();
    tell({ kind: 'figure', value: process.memoryUsage().rss / 2 ** 20 });
  } else {
    const { user, system } = process.cpuUsage();
    tell({ kind: 'figure', value: (user + system) / 1_000 });
  }
});
tell({ kind: 'ready', origin: web.origin, tokens });
