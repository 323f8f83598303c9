import { announceKey } from '../../server/use-cases/log/announce-key.ts';
import type { ApiClient } from './api-client.ts';
import { type HttpProduct, type HttpProductOptions, httpCompany, startHttpProduct } from './http-product.ts';
import { smallType } from './small-type.ts';

/** A product with the small company and its one request type, and clients of everybody in it. */
export interface SmallWeb {
  readonly web: HttpProduct;
  as(person: string): ApiClient;
  /** Submits a purchase and answers its id. */
  submit(amount: number, person?: string): Promise<string>;
  /** The case as this person sees it once somebody has it. */
  owned(
    id: string,
    person?: string,
  ): Promise<{ readonly owner: string; readonly rev: number; readonly basis: string }>;
  close(): Promise<void>;
}

const everybody = [
  'ria',
  'rob',
  'bo',
  'bea',
  'bill',
  'fay',
  'finn',
  'lea',
  'otto',
  'ada',
  'dan',
  'amy',
  'bot',
];

export async function startSmallWeb(
  options: HttpProductOptions & {
    readonly type?: { readonly slug: string; readonly [key: string]: unknown };
  } = {},
): Promise<SmallWeb> {
  const { type = smallType, ...plain } = options;
  const web = await startHttpProduct(plain);
  await httpCompany(web);
  // As the product does by itself within seconds; tests that count what happens need it behind them.
  await announceKey(web.product.services.deps, web.product.key);
  await web.publish(type);
  const clients = new Map<string, ApiClient>();
  for (const person of everybody) clients.set(person, await web.as(person));
  const as = (person: string): ApiClient => {
    const client = clients.get(person);
    if (client === undefined) throw new Error(`nobody is called ${person}`);
    return client;
  };
  return {
    web,
    as,
    async submit(amount, person = 'ria') {
      const answer = await as(person).post('/request-types/purchase/cases', {
        values: { item: 'Desk', amount: { amount, currency: 'EUR' } },
      });
      if (answer.status !== 201) throw new Error(answer.text);
      return answer.json.id;
    },
    async owned(id, person = 'ria') {
      for (let tries = 0; tries < 200; tries += 1) {
        const { json } = await as(person).get(`/cases/${id}`);
        if (json.owner !== null) return json;
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
      throw new Error(`nobody got ${id}`);
    },
    close: () => web.close(),
  };
}
