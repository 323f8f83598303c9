import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { openBrowser } from '../support/browser.ts';
import { type BuiltProduct, startBuilt } from '../support/built-product.ts';
import { httpSecret } from '../support/http-product.ts';
import { startBenchProduct } from './load/bench-product.ts';
import { HttpClient, load } from './load/http-load.ts';

/** One line of the table of results. */
interface Row {
  readonly what: string;
  readonly median: number;
  readonly p95?: number;
  readonly unit: string;
  readonly aim: string;
}

const password = 'five quiet herons on a jetty';
const times = 9;
/** The compiler of this file names inner functions by a helper that pages do not have. */
const helper = 'globalThis.__name = (named) => named;';

/** How it feels in Chromium over many open cases, every twentieth of them one person's own. */
export async function run(cases = 100_000): Promise<readonly Row[]> {
  execFileSync(process.execPath, ['scripts/build.mjs', '--if-stale'], { stdio: 'inherit' });
  const data = await mkdtemp(join(tmpdir(), 'signalbox-screens-'));
  const filler = await startBenchProduct({ cases, data });
  await submitSome(filler.origin, filler.tokens['ria'] ?? '');
  await filler.stop();
  const product = await startBuilt('start', { SIGNALBOX_SECRET: httpSecret }, data);
  const browser = await openBrowser();
  try {
    return await measured(browser, product);
  } finally {
    await browser.close();
    await product.end();
    await rm(data, { recursive: true, force: true });
  }
}

/** Real cases beside those that were only put there: pages of cases can be opened of them. */
async function submitSome(origin: string, token: string): Promise<void> {
  const client = new HttpClient(origin, 8);
  await load(client, { clients: 4, count: 80 }, (i) => ({
    ...{ method: 'POST', path: '/request-types/purchase/cases', token },
    body: { values: { item: `Desk ${i}`, amount: { amount: 500, currency: 'EUR' } } },
  }));
  client.close();
}

async function measured(browser: Browser, product: BuiltProduct): Promise<Row[]> {
  const many = await signedIn(browser, product, 'bo');
  const rows = [...(await coldInbox(browser, many, product)), ...(await longList(many, product))];
  await many.close();
  const few = await signedIn(browser, product, 'buyer-0');
  rows.push(...(await betweenCases(few, product)));
  await few.close();
  return rows;
}

/** Somebody who has set a password by the link that the command line gives. */
async function signedIn(browser: Browser, product: BuiltProduct, person: string): Promise<BrowserContext> {
  const env = { ...process.env, SIGNALBOX_DATA: product.data, SIGNALBOX_SECRET: httpSecret };
  const args = ['bin/signalbox.mjs', 'person', 'link', person, '--json'];
  const { link } = JSON.parse(execFileSync(process.execPath, args, { env, encoding: 'utf8' })) as {
    readonly link: string;
  };
  const context = await browser.newContext({
    baseURL: product.origin,
    viewport: { width: 1440, height: 900 },
  });
  await context.addInitScript(helper);
  const page = await context.newPage();
  await page.goto(new URL(link).pathname);
  for (const field of await page.locator('input[type="password"]').all()) await field.fill(password);
  await page.locator('main button[type="submit"], form button[type="submit"]').first().click();
  await page.waitForURL((url) => !url.pathname.startsWith('/welcome'));
  await page.close();
  return context;
}

/** From asking for the page with nothing in the cache until a key moves in the list. */
async function coldInbox(browser: Browser, known: BrowserContext, { origin }: BuiltProduct): Promise<Row[]> {
  const ready: number[] = [];
  const scripts: number[] = [];
  const shifts: number[] = [];
  const storageState = await known.storageState();
  for (let i = 0; i < times; i++) {
    const context = await browser.newContext({ baseURL: origin, storageState });
    await context.addInitScript(helper);
    const page = await context.newPage();
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.goto('/inbox', { waitUntil: 'commit' });
    await hydrated(page);
    ready.push(await page.evaluate(() => performance.now()));
    await page.waitForLoadState('networkidle');
    scripts.push(await page.evaluate(scriptBytes));
    shifts.push(await page.evaluate(layoutShift));
    await context.close();
  }
  return [
    { what: 'inbox, cold, until it answers to keys', ...spread(ready), unit: 'ms', aim: '< 1,000' },
    { what: 'scripts of the inbox, compressed', median: middle(scripts) / 1_000, unit: 'kB', aim: '< 180' },
    { what: 'layout shift of the inbox', median: middle(shifts), unit: '', aim: '0' },
  ];
}

/** A list of thousands: keys, and frames while it scrolls. */
async function longList(context: BrowserContext, product: BuiltProduct): Promise<Row[]> {
  const page = await context.newPage();
  await page.goto(`${product.origin}/inbox`);
  await hydrated(page);
  const count = () => page.locator('a[data-row]').count();
  for (let before = -1, now = 0; before !== now && now < 5_000; ) {
    before = now;
    await page.evaluate(() => {
      const scroller = document.querySelector('main > div');
      scroller?.scrollTo(0, scroller.scrollHeight);
    });
    await page.waitForTimeout(400);
    now = await count();
    if (now === before) {
      await page.waitForTimeout(2_000);
      now = await count();
    }
  }
  const rows = await count();
  await page.evaluate(() => document.querySelector('main > div')?.scrollTo(0, 0));
  await page.waitForTimeout(500);
  const keys = await keyTimes(page, 'j', 30);
  const frames = await page.evaluate(scrollFrames);
  const long = frames.filter((ms) => ms > 34).length / frames.length;
  await page.close();
  return [
    { what: `key to paint among ${rows} rows`, ...spread(keys), unit: 'ms', aim: '< 50' },
    { what: `frame while ${rows} rows scroll`, ...spread(frames), unit: 'ms', aim: '16.7' },
    { what: 'frames that took two or more', median: 100 * long, unit: '%', aim: '0' },
  ];
}

/** From a click on a case in the list to its page, and back. */
async function betweenCases(context: BrowserContext, product: BuiltProduct): Promise<Row[]> {
  const page = await context.newPage();
  const [hovered, straight]: [number[], number[]] = [[], []];
  for (let i = 0; i < 2 * times; i++) {
    await page.goto(`${product.origin}/inbox`);
    await hydrated(page);
    await page.waitForLoadState('networkidle');
    const link = page.locator('a[data-row]').nth(i % (await page.locator('a[data-row]').count()));
    if (i % 2 === 0) {
      await link.hover();
      await page.waitForTimeout(300);
    }
    (i % 2 === 0 ? hovered : straight).push(await link.evaluate(clickToPaint));
  }
  await page.close();
  return [
    { what: 'click on a case to its page, pointed at before', ...spread(hovered), unit: 'ms', aim: '< 150' },
    { what: 'the same without', ...spread(straight), unit: 'ms', aim: '< 150' },
  ];
}

/** React has taken the page over. */
async function hydrated(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const row = document.querySelector('a[data-row]');
    return row !== null && Object.keys(row).some((key) => key.startsWith('__reactProps'));
  });
}

/** Times of a key from its press to the paint after it, as the browser counts them. */
async function keyTimes(page: Page, key: string, count: number): Promise<number[]> {
  const told = await page.evaluateHandle(() => {
    const seen: number[] = [];
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) if (entry.name === 'keydown') seen.push(entry.duration);
    }).observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit);
    return seen;
  });
  for (let i = 0; i < count; i++) {
    await page.keyboard.press(key);
    await page.waitForTimeout(60);
  }
  const seen = await told.jsonValue();
  // What takes less than 16 ms is not told.
  return [...seen, ...Array.from({ length: Math.max(0, count - seen.length) }, () => 16)];
}

const scriptBytes = (): number =>
  (performance.getEntriesByType('resource') as PerformanceResourceTiming[])
    .filter(({ name }) => name.endsWith('.js'))
    .reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0);

const layoutShift = (): Promise<number> =>
  new Promise((resolve) => {
    let sum = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        sum += 'value' in entry && typeof entry.value === 'number' ? entry.value : 0;
    }).observe({ type: 'layout-shift', buffered: true });
    setTimeout(() => resolve(sum), 200);
  });

const scrollFrames = (): Promise<number[]> =>
  new Promise((resolve) => {
    const scroller = document.querySelector('main > div');
    const frames: number[] = [];
    let last = performance.now();
    const step = (now: number): void => {
      frames.push(now - last);
      last = now;
      scroller?.scrollBy(0, 120);
      if (frames.length < 240) requestAnimationFrame(step);
      else resolve(frames.slice(5));
    };
    requestAnimationFrame(step);
  });

const clickToPaint = (link: SVGElement | HTMLElement): Promise<number> =>
  new Promise((resolve) => {
    const before = document.querySelector('h1')?.textContent;
    const start = performance.now();
    const look = (): void => {
      if (document.querySelector('h1')?.textContent === before) requestAnimationFrame(look);
      else requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - start)));
    };
    link.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, button: 0 }));
    requestAnimationFrame(look);
  });

function middle(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

function spread(values: readonly number[]): { readonly median: number; readonly p95: number } {
  const sorted = [...values].sort((a, b) => a - b);
  return { median: middle(values), p95: sorted[Math.ceil(sorted.length * 0.95) - 1] ?? Number.NaN };
}
