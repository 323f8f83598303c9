import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRandomIds } from '../../server/clock/random-ids.ts';
import { createDemoClock } from '../../server/demo/demo-clock.ts';
import { demoServices } from '../../server/demo/demo-services.ts';
import { createDemoStage } from '../../server/demo/demo-stage.ts';
import { makeDemoAccess, writeDemoAccess } from '../../server/demo/demo-tokens.ts';
import { foundCompany, nameCompany } from '../../server/demo/found-company.ts';
import { publishGallery } from '../../server/demo/publish-gallery.ts';
import type { Store } from '../../server/ports/store.ts';
import { openEmbeddedStore } from '../../server/store/embedded/open-embedded-store.ts';
import { openMongoStore } from '../../server/store/mongo/open-mongo-store.ts';
import { createToken } from '../../server/use-cases/directory/tokens.ts';
import { type ApiClient, apiClient } from './api-client.ts';
import { openBrowser } from './browser.ts';
import { startBuilt } from './built-product.ts';
import { type DemoInBrowser, inBrowser } from './demo-in-browser.ts';
import { startMongoCompatible } from './mongo-server.ts';
import { startRedis } from './redis-server.ts';

/** The company of the demo with its request types and no case yet, in a product as it is deployed, with a browser before it. */
export interface CompanyInBrowser extends DemoInBrowser {
  /** A client of a persona, or of one of `others`. */
  as(person: string): ApiClient;
}

/** On what it runs: one process over its own store, or a web and a worker process over MongoDB and Redis. */
export type EngineName = 'embedded' | 'scaled out';

interface Place {
  readonly data: string;
  readonly env: Readonly<Record<string, string>>;
  openStore(): Promise<Store>;
  remove(): Promise<void>;
}

/** Starts it; `others` are people beside the personas whom `as` answers, `env` is added to the environment. */
export async function openCompanyInBrowser(
  engine: EngineName,
  others: readonly string[],
  env: Record<string, string> = {},
): Promise<CompanyInBrowser> {
  const place = await (engine === 'embedded' ? embedded() : scaledOut());
  const store = await place.openStore();
  const tokens = await found(store, place.data, others);
  await store.close();
  const given = { ...place.env, ...env };
  const processes =
    engine === 'embedded'
      ? [startBuilt('start', given, place.data)]
      : (['web', 'worker'] as const).map((kind) =>
          startBuilt('start', { ...given, SIGNALBOX_PROCESS: kind }, place.data),
        );
  const [browser, web, ...workers] = await Promise.all([openBrowser(), ...processes]);
  if (web === undefined) throw new Error('no product was started');
  const stop = async () => {
    await Promise.all([web, ...workers].map((one) => one.end()));
    await place.remove();
  };
  const company = inBrowser({ origin: web.origin, data: place.data, stop }, browser);
  return {
    ...company,
    as: (person) => apiClient(web.origin, tokens.get(person) ?? company.persona(person).token),
  };
}

async function embedded(): Promise<Place> {
  const data = await mkdtemp(join(tmpdir(), 'signalbox-company-'));
  return {
    data,
    env: {},
    openStore: () => openEmbeddedStore({ directory: data, syncsOnClose: true }),
    remove: () => rm(data, { recursive: true, force: true }),
  };
}

async function scaledOut(): Promise<Place> {
  const [mongo, redis] = await Promise.all([startMongoCompatible(), startRedis()]);
  if (mongo === undefined || redis === undefined) throw new Error('the suite is skipped without servers');
  const data = await mkdtemp(join(tmpdir(), 'signalbox-company-'));
  const url = new URL(mongo.url);
  url.pathname = `/company-${Date.now()}`;
  return {
    data,
    env: {
      ...{ MONGODB_URL: url.href, REDIS_URL: redis.url },
      SIGNALBOX_SECRET: 'a secret of at least thirty-two characters',
    },
    openStore: () => openMongoStore({ url: url.href }),
    async remove() {
      await Promise.all([mongo.stop(), redis.stop()]);
      await rm(data, { recursive: true, force: true });
    },
  };
}

/** Makes the company, its request types and everybody's tokens, by the commands the demo uses. */
async function found(
  store: Store,
  data: string,
  others: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const now = Date.now();
  const clock = createDemoClock(now);
  const running = demoServices({ store, clock, seed: 'company' });
  const { services } = running;
  try {
    const stage = createDemoStage({ services, clock, seed: 'company', from: now, until: now });
    await nameCompany(stage);
    await foundCompany(stage);
    await publishGallery(stage, 'niamh');
    await writeDemoAccess(data, await makeDemoAccess(stage));
    const tokens = new Map<string, string>();
    const deps = { ...services.deps, ids: createRandomIds(clock) };
    for (const personId of others) {
      const call = { actor: { kind: 'system', id: 'test' } as const, command: stage.command(personId) };
      const token = { personId, name: 'test', scopes: ['cases:write'], expiresAt: null } as const;
      tokens.set(personId, (await createToken(deps, call, token)).secret ?? '');
    }
    await services.settle();
    running.throwFaults();
    return tokens;
  } finally {
    await services.stop(10_000);
  }
}
