/** Takes a picture of every page of the demo, on a desk and on a phone, in light and in dark, into `pictures/`; with words as arguments, of pages whose address holds one. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { type DemoInBrowser, openDemoInBrowser } from '../support/demo-in-browser.ts';

/** Pages by who looks at them; `{case}` is the first case of their inbox or list, `{mine}` the first of their own requests. */
const pages: Readonly<Record<string, readonly string[]>> = {
  requester: [
    '/',
    '/catalogue',
    '/catalogue/vendor-onboarding',
    '/catalogue/refund',
    '/requests',
    '/requests/{mine}',
    '/cases?q=vendor',
  ],
  handler: [
    '/',
    '/inbox',
    '/inbox?view=team&sort=due',
    '/inbox?view=team&peek={case}',
    '/cases/{case}',
    '/cases/{case}?why=1',
    '/cases/{case}?do=assign',
  ],
  approver: ['/inbox?view=approvals', '/cases/{case}', '/cases/{case}?do=approve'],
  designer: [
    '/types',
    '/types/vendor-onboarding',
    '/types/vendor-onboarding/versions',
    '/types/vendor-onboarding/draft',
    '/types/vendor-onboarding/draft/text',
    '/numbers',
    '/cases',
  ],
  auditor: ['/log', '/log?kind=routed', '/log/access', '/log/verify', '/types/refund/versions/1'],
  administrator: [
    '/directory/people',
    '/directory/people?do=create',
    '/directory/teams',
    '/directory/pools',
    '/directory/pools/buyers-emea',
    '/directory/calendars',
    '/directory/accounts',
    '/directory/territories',
    '/directory/delegations',
    '/settings',
    '/settings/connections',
    '/settings/connections/new',
    '/settings/effects',
    '/settings/roles',
    '/settings/tokens',
    '/settings/appearance',
  ],
};

const folder = 'pictures';

async function main(): Promise<void> {
  const wanted = process.argv.slice(2);
  mkdirSync(folder, { recursive: true });
  const demo = await openDemoInBrowser();
  try {
    for (const [persona, addresses] of Object.entries(pages)) await takeAll(demo, persona, addresses, wanted);
  } finally {
    await demo.close();
  }
  for (const complaint of demo.complaints) console.error(complaint);
  if (demo.complaints.length > 0) process.exitCode = 1;
}

async function takeAll(
  demo: DemoInBrowser,
  persona: string,
  addresses: readonly string[],
  wanted: readonly string[],
): Promise<void> {
  const some = addresses.filter((one) => wanted.length === 0 || wanted.some((word) => one.includes(word)));
  if (some.length === 0) return;
  const { context, page } = await demo.signIn(persona);
  const list = persona === 'approver' ? '/inbox?view=approvals' : '/inbox?view=team';
  const known = {
    '{case}': await firstIn(page, list, 'a[data-row]'),
    '{mine}': await firstIn(page, '/requests', 'main li a'),
  };
  for (const address of some) {
    const path = Object.entries(known).reduce((text, [hole, id]) => text.replace(hole, id), address);
    await take(page, persona, path);
  }
  await context.close();
}

/** The id at the end of the first link of a list. */
async function firstIn(page: Page, path: string, link: string): Promise<string> {
  await page.goto(path);
  const found = page.locator(link).first();
  if ((await found.count()) === 0) return 'none';
  return ((await found.getAttribute('href')) ?? '').split('/').at(-1) ?? 'none';
}

async function take(page: Page, persona: string, path: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    for (const width of [1440, 360]) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.setViewportSize({ width, height: 900 });
      await page.goto(path);
      await page.waitForLoadState('networkidle');
      const name = path.replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^-|-$/g, '') || 'start';
      await page.screenshot({ path: join(folder, `${persona}-${name}-${width}-${colorScheme}.png`) });
    }
  }
  console.log(`${persona} ${path}`);
}

await main();
