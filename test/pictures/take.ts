/**
 * Takes a picture of every screen, on a desk and on a phone, in light and in dark, into `pictures/` or the folder PICTURES names;
 * with words as arguments, of screens whose address or name holds one.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { openBrowser } from '../support/browser.ts';
import { startBuilt } from '../support/built-product.ts';
import { type DemoInBrowser, openDemoInBrowser } from '../support/demo-in-browser.ts';
import { addressIn, idsOfDemo, screens } from '../support/screens.ts';

const folder = process.env['PICTURES'] ?? 'pictures';
const wanted = process.argv.slice(2);
const widths = [1440, 360] as const;

/** One picture to be taken in both schemes at both widths. */
interface Shot {
  readonly who: string | null;
  readonly address: string;
  /** What it shows beside its address. */
  readonly name?: string;
  /** What is done on the page before. */
  readonly first?: (page: Page, context: BrowserContext) => Promise<unknown>;
}

const review = (page: Page) => page.getByRole('button', { name: 'Review before sending' }).click();

/** What no address says: what was typed, opened or lost. */
const states: readonly Shot[] = [
  {
    ...{ who: 'requester', address: '/catalogue/vendor-onboarding', name: 'errors' },
    first: async (page) => {
      await review(page);
      await page.getByRole('alert').waitFor();
    },
  },
  {
    ...{ who: 'requester', address: '/catalogue/customer-issue', name: 'errors' },
    first: async (page) => {
      await review(page);
      await page.getByRole('alert').waitFor();
    },
  },
  { ...{ who: 'requester', address: '/catalogue/vendor-onboarding', name: 'review' }, first: fillVendor },
  {
    ...{ who: 'handler', address: '/inbox', name: 'offline' },
    first: async (page, context) => {
      await context.setOffline(true);
      await page
        .getByText(/^Shown as of/)
        .first()
        .waitFor();
    },
  },
  {
    ...{ who: 'handler', address: '/inbox?view=team', name: 'chosen' },
    first: async (page) => {
      for (const box of (await page.getByRole('checkbox').all()).slice(0, 3)) await box.check();
    },
  },
  {
    ...{ who: 'handler', address: '/inbox?view=team', name: 'keys' },
    first: async (page) => {
      await page.keyboard.press('?');
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    ...{ who: 'handler', address: '/inbox', name: 'palette' },
    first: async (page) => {
      await page.keyboard.press('ControlOrMeta+k');
      await page.getByRole('dialog').waitFor();
    },
  },
  { who: 'approver', address: '/inbox?view=approvals' },
  { who: 'approver', address: '/cases/{sign}' },
  { who: 'approver', address: '/cases/{sign}?do=approve' },
  { who: 'approver', address: '/cases/{sign}?do=reject' },
  { who: 'handler', address: '/' },
  { who: 'approver', address: '/' },
  { who: 'requester', address: '/cases/{case}', name: 'denied' },
  { who: 'requester', address: '/log', name: 'denied' },
  { who: 'requester', address: '/settings/roles', name: 'denied' },
];

async function fillVendor(page: Page): Promise<void> {
  await page.getByLabel('Vendor name').fill('Harbour Analytics');
  await page.getByLabel('A new vendor').check();
  await page.getByLabel('What they provide').selectOption('Hardware or goods');
  await page.getByLabel('Country of the vendor').selectOption('Ireland');
  await page.getByLabel('Spend per year', { exact: true }).fill('84,000');
  await page.getByLabel('Length of the contract').fill('2');
  await page.getByLabel('Why do we need it?').fill('It replaces three spreadsheets.');
  await page.getByLabel('Urgency').selectOption('Normal');
  await page.getByLabel('Who is affected').selectOption('A team');
  await review(page);
  await page.getByRole('heading', { name: 'Read it once more' }).waitFor();
}

const isWanted = ({ address, name = '' }: Shot): boolean =>
  wanted.length === 0 || wanted.some((word) => address.includes(word) || name.includes(word));

/** Takes one picture at a width in both schemes; the page is opened once. */
async function take(open: () => Promise<{ context: BrowserContext; page: Page }>, path: string, shot: Shot) {
  const { context, page } = await open();
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  await page.goto(path);
  await page.waitForLoadState('networkidle');
  try {
    await shot.first?.(page, context);
    await keep(page, shot);
  } finally {
    await context.setOffline(false);
  }
}

/** Keeps what a page shows now, in both schemes. */
async function keep(page: Page, shot: Shot): Promise<void> {
  const width = page.viewportSize()?.width ?? 0;
  const words = `${shot.who ?? 'nobody'}-${shot.address}-${shot.name ?? ''}`;
  const name = words.replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^-|-$/g, '');
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.screenshot({ path: join(folder, `${name}-${width}-${colorScheme}.png`) });
  }
}

/** All screens of the demo, by who looks at them. */
async function takeDemo(demo: DemoInBrowser, shots: readonly Shot[]): Promise<number> {
  const ids = await idsOfDemo(demo);
  let failed = 0;
  for (const who of new Set(shots.map((shot) => shot.who))) {
    const pages = await Promise.all(
      widths.map((width) => demo.open(who, { viewport: { width, height: 900 } })),
    );
    for (const shot of shots.filter((one) => one.who === who)) {
      const path = addressIn(shot.address, ids);
      const tries = pages.map((one) => take(async () => one, path, shot));
      for (const result of await Promise.allSettled(tries)) {
        if (result.status === 'fulfilled') continue;
        failed += 1;
        console.error(`${path} ${shot.name ?? ''}: ${result.reason}`);
      }
      console.log(`${who ?? 'nobody'} ${path} ${shot.name ?? ''}`);
    }
    await Promise.all(pages.map(({ context }) => context.close()));
  }
  return failed;
}

/** An empty store: the link of the first run, and what whoever followed it finds. */
async function takeFirstRun(): Promise<void> {
  const [product, browser] = await Promise.all([startBuilt('start'), openBrowser()]);
  const link = /http:\/\/localhost:\d+\/welcome\/\S+/.exec(product.printed())?.[0] ?? '';
  const context = await browser.newContext({ baseURL: product.origin });
  const page = await context.newPage();
  const at = async (path: string, name: string): Promise<void> => {
    for (const width of widths) {
      await page.setViewportSize({ width, height: 900 });
      await take(async () => ({ context, page }), path, { who: null, address: 'first-run', name });
    }
  };
  await at(link, 'welcome');
  await page.getByLabel('Your name').fill('Ada Example');
  await page.getByLabel('E-mail').fill('ada@example.test');
  await page.getByLabel('Password').fill('four plain words here');
  await page.getByRole('button', { name: 'Become administrator' }).click();
  await page.waitForURL((url) => url.pathname === '/');
  for (const place of ['', 'inbox', 'requests', 'catalogue', 'cases', 'log', 'numbers', 'types', 'settings'])
    await at(`/${place}`, place === '' ? 'start' : place);
  await browser.close();
  await product.stop();
}

async function main(): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const shots = [
    ...screens.flatMap(({ who, address, more = [] }) =>
      [address, ...more].map((one) => ({ who, address: one })),
    ),
    ...states,
  ].filter(isWanted);
  const demo = await openDemoInBrowser();
  let failed = 0;
  try {
    failed = await takeDemo(demo, shots);
  } finally {
    await demo.close();
  }
  if (isWanted({ who: null, address: 'first-run' })) await takeFirstRun();
  // What a browser says itself of a page that is refused or of a lost connection is no complaint of ours.
  const complaints = demo.complaints.filter((said) => !/status of 40[34]|ERR_INTERNET/.test(said));
  for (const complaint of complaints) console.error(complaint);
  if (failed + complaints.length > 0) process.exitCode = 1;
}

await main();
