import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, BrowserContextOptions } from 'playwright-core';
import { openBrowser } from '../../support/browser.ts';
import { type BuiltProduct, startBuilt } from '../../support/built-product.ts';
import { httpSecret } from '../../support/http-product.ts';
import { startBenchProduct } from '../load/bench-product.ts';
import { HttpClient, load } from '../load/http-load.ts';
import { type EmptyPage, startEmptyPage } from './empty-page.ts';
import { carry, namesInner } from './in-page.ts';

/** The built product over a filled store, a browser, and an empty page beside them. */
export interface Stage {
  readonly browser: Browser;
  readonly origin: string;
  readonly empty: EmptyPage;
  /** A window with nothing in its cache in which this person is signed in. */
  open(person: string | null, more?: Opening): Promise<BrowserContext>;
  end(): Promise<void>;
}

/** How a window is opened otherwise than plainly. */
export interface Opening {
  readonly width?: number;
  /** Presses a key at every frame until a list answers. */
  readonly pressing?: boolean;
}

const password = 'five quiet herons on a jetty';
const heights: Readonly<Record<number, number>> = { 1440: 900, 360: 740 };

/** Sets it up; a store that `SIGNALBOX_BENCH_STORE` names is filled once and stays. */
export async function openStage(cases: number): Promise<Stage> {
  execFileSync(process.execPath, ['scripts/build.mjs', '--if-stale'], { stdio: 'inherit' });
  const kept = process.env['SIGNALBOX_BENCH_STORE'];
  const data = kept ?? (await mkdtemp(join(tmpdir(), 'signalbox-screens-')));
  await fill(data, cases);
  const product = await startBuilt('start', { SIGNALBOX_SECRET: httpSecret }, data);
  const [browser, empty] = await Promise.all([openBrowser(), startEmptyPage()]);
  const cookies = new Map<string, BrowserContextOptions['storageState']>();
  const context = async (options: BrowserContextOptions, { width = 1440, pressing = false }: Opening) => {
    const viewport = { width, height: heights[width] ?? 900 };
    const opened = await browser.newContext({ baseURL: product.origin, viewport, ...options });
    await opened.addInitScript(namesInner);
    await opened.addInitScript(carry, { pressing });
    return opened;
  };
  return {
    ...{ browser, origin: product.origin, empty },
    async open(person, more = {}) {
      if (person === null) return context({}, more);
      const storageState = cookies.get(person) ?? (await cookieOf(browser, product, person));
      cookies.set(person, storageState);
      return context(storageState === undefined ? {} : { storageState }, more);
    },
    async end() {
      await browser.close();
      await empty.stop();
      await product.end();
      if (kept === undefined) await rm(data, { recursive: true, force: true });
    },
  };
}

/** Open cases that were put there, and beside them some that were submitted: pages of those hold everything. */
async function fill(data: string, cases: number): Promise<void> {
  const mark = join(data, `filled-with-${cases}`);
  if (existsSync(mark)) return;
  const filler = await startBenchProduct({ cases, data });
  const client = new HttpClient(filler.origin, 8);
  await load(client, { clients: 4, count: 80 }, (i) => ({
    ...{ method: 'POST', path: '/request-types/purchase/cases', token: filler.tokens['ria'] ?? '' },
    body: { values: { item: `Desk ${i}`, amount: { amount: 500, currency: 'EUR' } } },
  }));
  const { status } = await client.send({
    ...{ method: 'POST', path: '/connections', token: filler.tokens['amy'] ?? '' },
    body: {
      ...{ id: 'hook', plugin: 'webhook', title: 'Hook', reason: 'for the pages' },
      config: { url: 'https://hooks.example.test/in' },
    },
  });
  if (status !== 201) throw new Error(`the connection was refused with ${status}`);
  client.close();
  await filler.stop();
  await writeFile(mark, '');
}

/** Somebody who has set a password by the link that the command line gives. */
async function cookieOf(browser: Browser, product: BuiltProduct, person: string) {
  const env = { ...process.env, SIGNALBOX_DATA: product.data, SIGNALBOX_SECRET: httpSecret };
  const args = ['bin/signalbox.mjs', 'person', 'link', person, '--json'];
  const { link } = JSON.parse(execFileSync(process.execPath, args, { env, encoding: 'utf8' })) as {
    readonly link: string;
  };
  const context = await browser.newContext({ baseURL: product.origin });
  const page = await context.newPage();
  await page.goto(new URL(link).pathname);
  for (const field of await page.locator('input[type="password"]').all()) await field.fill(password);
  await page.locator('main button[type="submit"], form button[type="submit"]').first().click();
  await page.waitForURL((url) => !url.pathname.startsWith('/welcome'));
  const state = await context.storageState();
  await context.close();
  return state;
}
