import AxeBuilder from '@axe-core/playwright';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeWithBrowser, openBrowser } from '../support/browser.ts';
import { type HttpProduct, startHttpProduct } from '../support/http-product.ts';

describeWithBrowser('the page of the API, in a browser', () => {
  let web: HttpProduct;
  let browser: Browser;
  beforeAll(async () => {
    [web, browser] = await Promise.all([startHttpProduct(), openBrowser()]);
  });
  afterAll(async () => {
    await browser.close();
    await web.close();
  });

  it.each([
    ['light', 1280],
    ['dark', 320],
  ] as const)(
    'reads well in %s at %i px, under its policy, with nothing from elsewhere',
    async (colorScheme, width) => {
      const context = await browser.newContext({ colorScheme, viewport: { width, height: 800 } });
      const page = await context.newPage();
      const complaints: string[] = [];
      const asked: string[] = [];
      page.on('console', (message) => complaints.push(message.text()));
      page.on('request', (request) => asked.push(new URL(request.url()).pathname));
      await page.goto(`${web.origin}/api/docs`);
      await page.getByRole('heading', { name: 'Signalbox API' }).waitFor();
      expect(await page.evaluate(() => getComputedStyle(document.body).marginTop)).toBe('0px');
      const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(over).toBeLessThanOrEqual(0);
      await page.getByRole('link', { name: 'Cases', exact: true }).click();
      expect(new URL(page.url()).hash).toBe('#Cases');
      expect(complaints).toEqual([]);
      expect(asked.filter((path) => path !== '/favicon.ico')).toEqual(['/api/docs']);
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes.length, nodes[0]?.html])).toEqual([]);
      await context.close();
    },
    60_000,
  );
});
