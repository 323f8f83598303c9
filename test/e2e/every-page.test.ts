import AxeBuilder from '@axe-core/playwright';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { describeWithBrowser } from '../support/browser.ts';
import { type DemoInBrowser, openDemoInBrowser } from '../support/demo-in-browser.ts';
import { addressIn, idsOfDemo, pageRoutes, type Screen, screens } from '../support/screens.ts';

/** Rules of axe that look at colours: the only ones that another scheme can change. */
const colourRules = ['color-contrast', 'link-in-text-block'];
const widths = [1440, 360] as const;

it('knows every page of the product, so that a new one is tried too', () => {
  expect(screens.map(({ route }) => route).sort()).toEqual(pageRoutes());
});

describeWithBrowser('every page, in a browser', () => {
  let demo: DemoInBrowser;
  let ids: ReadonlyMap<string, string>;
  const opened = new Map<string, { readonly context: BrowserContext; readonly page: Page }>();

  beforeAll(async () => {
    demo = await openDemoInBrowser();
    ids = await idsOfDemo(demo);
  }, 150_000);
  afterAll(() => demo.close());

  /** A page of somebody at a width, signed in once for all addresses. */
  const pageOf = async (who: string | null, width: number): Promise<Page> => {
    const key = `${who} at ${width}`;
    const known = opened.get(key);
    if (known !== undefined) return known.page;
    const options = { viewport: { width, height: 900 }, reducedMotion: 'reduce' } as const;
    const made = await demo.open(who, options);
    opened.set(key, made);
    return made.page;
  };

  describe.each(screens.map((screen) => [screen.route, screen] as const))('%s', (_, screen) => {
    it('reads well at both widths in both schemes, says nothing to the console, has a title and one heading', async () => {
      const trouble = await Promise.all(widths.map((width) => look(screen, width)));
      expect(trouble.flat()).toEqual([]);
      expect(complaintsOf(demo, screen)).toEqual([]);
    }, 60_000);

    if (screen.notFor !== undefined)
      it(`is kept from ${screen.notFor}s, who are told so within the frame`, async () => {
        const page = await pageOf(screen.notFor ?? null, 1440);
        const answer = await page.goto(addressIn(screen.address, ids));
        expect([403, 404]).toContain(answer?.status());
        expect(await page.getByRole('complementary', { name: 'Main' }).count()).toBe(1);
        expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1);
        expect(await page.locator('main').innerText()).toMatch(/you|your/i);
        expect(await page.locator('main table, main form').count()).toBe(0);
        // A browser notes each page that was refused.
        expect(demo.complaints.splice(0).filter((said) => !/status of 40[34]/.test(said))).toEqual([]);
      }, 30_000);

    if (screen.who !== null && screen.route !== '$')
      it('sends whoever has not signed in to do so', async () => {
        const answer = await fetch(`${demo.product.origin}${addressIn(screen.address, ids)}`, {
          redirect: 'manual',
        });
        expect(answer.status).toBe(302);
        expect(answer.headers.get('location')).toMatch(/^\/sign-in/);
      });
  });

  /** What is wrong with a page at a width, in words. */
  async function look(screen: Screen, width: number): Promise<string[]> {
    const page = await pageOf(screen.who, width);
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
    await page.goto(addressIn(screen.address, ids));
    await page.waitForLoadState('networkidle');
    const found: string[] = [];
    if (!/\S+.*· Signalbox$/.test(await page.title())) found.push(`its title is “${await page.title()}”`);
    const headings = await page.getByRole('heading', { level: 1 }).count();
    if (headings !== 1) found.push(`${headings} first headings`);
    found.push(...(await axeIn(page, 'light')), ...(await axeIn(page, 'dark')));
    found.push(...(await firstStop(page, screen)));
    if (width === 360) await page.setViewportSize({ width: 320, height: 900 });
    const over = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    if (over > 0) found.push(`${over} px too wide`);
    await page.setViewportSize({ width, height: 900 });
    return found.map((words) => `${screen.address} at ${width} px: ${words}`);
  }
});

/** What axe finds; in the dark what only colours change. */
async function axeIn(page: Page, colorScheme: 'light' | 'dark'): Promise<string[]> {
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
  const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'] });
  const { violations } = await (colorScheme === 'dark' ? axe.withRules(colourRules) : axe).analyze();
  return violations.map(
    ({ id, nodes }) => `${colorScheme}, ${id}: ${nodes.map(({ html }) => html).join(' ')}`,
  );
}

/** Within the frame, Tab leads first to the way past it, and shows that it does. */
async function firstStop(page: Page, { who }: Screen): Promise<string[]> {
  if (who === null) return [];
  await page.evaluate(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  });
  await page.keyboard.press('Tab');
  const stop = page.locator(':focus-visible');
  const words = await stop.innerText().catch(() => 'nothing');
  if (words !== 'Skip to content') return [`Tab leads first to “${words}”`];
  const box = await stop.boundingBox();
  return box !== null && box.y >= 0 && box.height > 10 ? [] : ['the way past the frame does not show'];
}

/** What the consoles said; of a page that there is not, a browser says so itself. */
function complaintsOf(demo: DemoInBrowser, { route }: Screen): string[] {
  return demo.complaints.splice(0).filter((said) => route !== '$' || !said.includes('status of 404'));
}
