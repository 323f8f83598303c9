import { startBenchProduct } from './load/bench-product.ts';
import { HttpClient, type Load, type LoadRequest, load, spread } from './load/http-load.ts';

/** One line of the table of results. */
interface Row {
  readonly work: string;
  readonly perSecond?: number;
  readonly p50?: number;
  readonly p95?: number;
  readonly p99?: number;
  readonly unit: string;
}

const submission = (token: string, i: number): LoadRequest => ({
  method: 'POST',
  path: '/request-types/purchase/cases',
  token,
  body: { values: { item: `Desk ${i}`, amount: { amount: 500, currency: 'EUR' } } },
});

interface CaseView {
  readonly owner: { readonly id: string } | string | null;
}

/** Who has the case, once it is assigned. */
async function ownerOf(client: HttpClient, token: string, id: string): Promise<string> {
  for (;;) {
    const { body } = await client.send({ method: 'GET', path: `/cases/${id}`, token });
    const { owner } = JSON.parse(body) as CaseView;
    if (owner !== null) return typeof owner === 'string' ? owner : owner.id;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

/** Submissions at a steady pace, whatever the product answers: ms from the acknowledgement until the case is seen assigned. */
async function untilAssigned(
  client: HttpClient,
  token: string,
  pace: { readonly perSecond: number; readonly seconds: number },
): Promise<number[]> {
  const times: number[] = [];
  const under: Promise<void>[] = [];
  const begun = performance.now();
  for (let i = 0; i < pace.perSecond * pace.seconds; i += 1) {
    const wait = begun + (i * 1_000) / pace.perSecond - performance.now();
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    under.push(
      client.send(submission(token, i)).then(async ({ body }) => {
        const acknowledged = performance.now();
        await ownerOf(client, token, (JSON.parse(body) as { id: string }).id);
        times.push(performance.now() - acknowledged);
      }),
    );
  }
  await Promise.all(under);
  return times;
}

/** Submissions and transitions over HTTP on the embedded engine, 8 clients; then how long a submission waits for its owner at 50 a second. */
export async function run(count = 2_000, seconds = 60): Promise<readonly Row[]> {
  const product = await startBenchProduct();
  const client = new HttpClient(product.origin, 16);
  const ria = product.tokens['ria'] ?? '';
  try {
    await load(client, { clients: 8, count: 500 }, (i) => submission(ria, i));
    const before = await product.processor();
    const begun = performance.now();
    const submitted = await load(client, { clients: 8, count }, (i) => submission(ria, i));
    const ids = submitted.answers.map(({ body }) => (JSON.parse(body) as { id: string }).id);
    const last = await Promise.all(ids.slice(-8).map((id) => ownerOf(client, ria, id)));
    const routed = count / ((performance.now() - begun) / 1_000);
    const cost = ((await product.processor()) - before) / count;
    const owners = [...(await Promise.all(ids.slice(0, -8).map((id) => ownerOf(client, ria, id)))), ...last];
    const moved = await load(client, { clients: 8, count }, (i) => ({
      method: 'POST',
      path: `/cases/${ids[i]}/transitions`,
      token: product.tokens[owners[i] ?? ''] ?? '',
      body: { transition: 'reject', comment: 'Not needed.' },
    }));
    const waited = spread(await untilAssigned(client, ria, { perSecond: 50, seconds }));
    return [
      { work: 'submit, 8 clients', ...figures(submitted), unit: 'ms' },
      { work: 'submitted, routed and assigned, 8 clients', perSecond: routed, unit: '' },
      { work: 'processor time of one submission, all told', p50: cost, unit: 'ms' },
      { work: 'checked, logged transition, 8 clients', ...figures(moved), unit: 'ms' },
      { work: `acknowledged to assigned, 50 a second for ${seconds} s`, ...waited, unit: 'ms' },
    ];
  } finally {
    client.close();
    await product.stop();
  }
}

function figures({ perSecond, p50, p95, p99 }: Load): Load {
  return { perSecond, p50, p95, p99 };
}
