import AxeBuilder from '@axe-core/playwright';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeWithBrowser, openBrowser } from '../support/browser.ts';
import { type BuiltProduct, startBuilt } from '../support/built-product.ts';

describeWithBrowser('the first run, in a browser', () => {
  let product: BuiltProduct;
  let browser: Browser;
  const complaints: string[] = [];

  beforeAll(async () => {
    [product, browser] = await Promise.all([startBuilt('start'), openBrowser()]);
  }, 150_000);
  afterAll(async () => {
    await browser.close();
    await product.stop();
  });

  const openPage = async (context: BrowserContext): Promise<Page> => {
    const page = await context.newPage();
    page.on('console', (message) => complaints.push(`${page.url()}: ${message.text()}`));
    page.on('pageerror', (error) => complaints.push(`${page.url()}: ${error.message}`));
    return page;
  };
  const link = (): string => {
    const found = /http:\/\/localhost:\d+\/welcome\/\S+/.exec(product.printed());
    if (found === null) throw new Error(`no link was printed: ${product.printed()}`);
    return found[0];
  };

  it('makes the first administrator by the printed link, once, and lets them in and out', async () => {
    const context = await browser.newContext();
    const page = await openPage(context);
    await page.goto(product.origin);
    expect(new URL(page.url()).pathname).toBe('/sign-in');
    await page.goto(link());
    await page.getByLabel('Your name').fill('Ada Example');
    await page.getByLabel('E-mail').fill('ada@example.test');
    await page.getByLabel('Password').fill('four plain words here');
    await page.getByRole('button', { name: 'Become administrator' }).click();
    await page.getByRole('heading', { name: 'Start' }).waitFor();
    expect(await page.getByText('Nothing can be requested yet').isVisible()).toBe(true);
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    await page.getByLabel('E-mail').fill('ada@example.test');
    await page.getByLabel('Password').fill('not the password');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('alert').waitFor();
    await page.getByLabel('Password').fill('four plain words here');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('heading', { name: 'Start' }).waitFor();
    // What a page links to beside itself, such as an export, is reached by the same session.
    expect(await page.evaluate(async () => (await fetch('/api/v1/me')).status)).toBe(200);
    const again = await page.goto(link());
    expect(again?.status()).toBe(404);
    await page.getByRole('heading', { name: 'This link opens nothing any more' }).waitFor();
    expect(await page.getByText('signalbox person link').isVisible()).toBe(true);
    await context.close();
    expect(complaints.filter((text) => !text.includes('404'))).toEqual([]);
  }, 60_000);

  it('offers the request types that come with it, and takes one in as a draft', async () => {
    const context = await browser.newContext();
    const page = await openPage(context);
    await page.goto(`${product.origin}/sign-in`);
    await page.getByLabel('E-mail').fill('ada@example.test');
    await page.getByLabel('Password').fill('four plain words here');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('heading', { name: 'What to do first' }).waitFor();
    await page.getByRole('main').getByRole('link', { name: 'Request types' }).click();
    await page.getByRole('heading', { name: 'Ready types that come with Signalbox' }).waitFor();
    expect(await page.getByRole('button', { name: /^Import as a draft of/ }).count()).toBe(6);
    await page.getByRole('button', { name: /^Import as a draft of Customer issue/ }).click();
    await page.waitForURL(/\/types\/customer-issue\/draft/);
    await page.getByText('Not published yet').first().waitFor();
    const missing = await page.goto(`${product.origin}/no-such-page`);
    expect(missing?.status()).toBe(404);
    await page.getByRole('heading', { name: 'There is no such page' }).waitFor();
    expect(await page.getByRole('link', { name: 'Catalogue' }).isVisible()).toBe(true);
    await context.close();
  }, 60_000);

  it('says that there is no such page without running into its own rules for scripts', async () => {
    const context = await browser.newContext();
    const page = await openPage(context);
    const before = complaints.length;
    expect((await page.goto(`${product.origin}/no-such-page`))?.status()).toBe(404);
    await page.getByRole('heading', { name: 'There is no such page' }).waitFor();
    await page.waitForLoadState('networkidle');
    expect((await page.goto(`${product.origin}/assets/no-such.js`))?.status()).toBe(404);
    await context.close();
    expect(product.printed()).not.toMatch(/No route matches|ENOENT|^ +at /m);
    expect(complaints.slice(before).filter((text) => !text.includes('status of 404'))).toEqual([]);
  }, 60_000);

  it('shows the page of the API in the product’s typeface', async () => {
    const context = await browser.newContext();
    const page = await openPage(context);
    const font = page.waitForResponse((answer) => answer.url().endsWith('.woff2'));
    await page.goto(`${product.origin}/api/docs`);
    expect((await font).status()).toBe(200);
    const family = await page.evaluate(() => getComputedStyle(document.body).fontFamily);
    expect(family).toMatch(/^"?Inter Variable/);
    expect(await page.locator('body').innerText()).not.toContain('`');
    await context.close();
  }, 60_000);

  it('works without JavaScript', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${product.origin}/sign-in`);
    await page.getByLabel('E-mail').fill('ada@example.test');
    await page.getByLabel('Password').fill('four plain words here');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('heading', { name: 'Start' }).waitFor();
    await context.close();
  }, 60_000);

  for (const colorScheme of ['light', 'dark'] as const) {
    for (const width of [360, 1440]) {
      it(`reads well for everybody in ${colorScheme} at ${width} px`, async () => {
        const context = await browser.newContext({ colorScheme, viewport: { width, height: 900 } });
        const page = await openPage(context);
        await page.goto(`${product.origin}/sign-in`);
        expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
        await page.getByLabel('E-mail').fill('ada@example.test');
        await page.getByLabel('Password').fill('four plain words here');
        await page.getByRole('button', { name: 'Sign in' }).click();
        await page.getByRole('heading', { name: 'Start' }).waitFor();
        expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
        const overflow = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect(overflow).toBeLessThanOrEqual(0);
        const head = await page.locator('aside').boundingBox();
        if (width === 360) expect(head?.height).toBeLessThan(60);
        if (process.env.PICTURES)
          await page.screenshot({ path: `${process.env.PICTURES}/start-${colorScheme}-${width}.png` });
        await context.close();
      }, 60_000);
    }
  }
});
