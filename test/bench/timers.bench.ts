import { smallType } from '../support/small-type.ts';
import { type BenchProduct, startBenchProduct } from './load/bench-product.ts';
import { HttpClient, spread } from './load/http-load.ts';

/** One line of the table of results: ms between the instant a clock crossed its threshold and the event that says so. */
interface Row {
  readonly work: string;
  readonly timers: number;
  readonly earliest: number;
  readonly p50: number;
  readonly p99: number;
  readonly 'p99.9': number;
  readonly latest: number;
}

/** The event of a clock that changed, as an export tells it. */
interface ClockChanged {
  readonly event: {
    readonly kind: string;
    readonly at: number;
    readonly data: { readonly clock?: { readonly dueAt: number | null; readonly fired: readonly unknown[] } };
  };
}

const minute = 60_000;

/** How late clocks fire: cases at a steady pace, each with a minute to respond, while others still come in. */
export async function run(perSecond = 40, seconds = 90): Promise<readonly Row[]> {
  const product = await startBenchProduct();
  const client = new HttpClient(product.origin, 16);
  try {
    await giveOneMinute(product);
    const begun = performance.now();
    const sent: Promise<unknown>[] = [];
    for (let i = 0; i < perSecond * seconds; i += 1) {
      const wait = begun + (i * 1_000) / perSecond - performance.now();
      if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
      const body = { values: { item: `Desk ${i}`, amount: { amount: 500, currency: 'EUR' } } };
      const token = product.tokens['ria'] ?? '';
      sent.push(client.send({ method: 'POST', path: '/request-types/purchase/cases', token, body }));
    }
    await Promise.all(sent);
    await new Promise((resolve) => setTimeout(resolve, minute + 10_000));
    const late = (await latenesses(product)).sort((a, b) => a - b);
    const { p50, p99 } = spread(late);
    const at = (part: number): number => late[Math.floor(part * (late.length - 1))] ?? Number.NaN;
    return [
      {
        work: `clocks of a minute, ${perSecond} submissions a second meanwhile`,
        ...{ timers: late.length, earliest: at(0), p50, p99, 'p99.9': at(0.999), latest: at(1) },
      },
    ];
  } finally {
    client.close();
    await product.stop();
  }
}

/** Publishes the small type with a minute to respond. */
async function giveOneMinute({ origin, tokens }: BenchProduct): Promise<void> {
  const [first, ...others] = smallType.clocks;
  const clocks = [{ ...first, targets: [{ duration: '1m', calendar: 'hq' }] }, ...others];
  const asked = async (method: string, path: string, body?: object, etag?: string | null) => {
    const response = await fetch(`${origin}/api/v1/request-types/purchase/${path}`, {
      method,
      headers: {
        authorization: `Bearer ${tokens['dan']}`,
        'content-type': 'application/json',
        ...(typeof etag === 'string' ? { 'if-match': etag } : {}),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return response.headers.get('etag');
  };
  const etag = await asked('GET', 'draft');
  await asked('PUT', 'draft', { ...smallType, clocks }, etag);
  await asked('POST', 'publish', { reason: 'A minute is enough to measure' });
}

async function latenesses({ origin, tokens }: BenchProduct): Promise<number[]> {
  const answer = await fetch(`${origin}/api/v1/log/export?format=jsonl`, {
    headers: { authorization: `Bearer ${tokens['ada']}` },
  });
  const lines = (await answer.text()).split('\n').filter((line) => line.includes('"clock-changed"'));
  return lines.flatMap((line) => {
    const { event } = JSON.parse(line) as ClockChanged;
    const { clock } = event.data;
    return clock === undefined || clock.dueAt === null || clock.fired.length === 0
      ? []
      : [event.at - clock.dueAt];
  });
}
