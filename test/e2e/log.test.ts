import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { verifyMain } from '../../server/cli/verify-main.ts';
import { describeWithBrowser, openBrowser } from '../support/browser.ts';
import { type BuiltProduct, startBuilt } from '../support/built-product.ts';

interface Persona {
  readonly persona: string;
  readonly email: string;
  readonly password: string;
}

describeWithBrowser('the decision log, in a browser', () => {
  let product: BuiltProduct;
  let browser: Browser;
  let personas: readonly Persona[];
  const complaints: string[] = [];

  beforeAll(async () => {
    [product, browser] = await Promise.all([startBuilt('demo'), openBrowser()]);
    const tokens = JSON.parse(await readFile(join(product.data, 'demo-tokens.json'), 'utf8'));
    personas = (tokens as { personas: readonly Persona[] }).personas;
  }, 150_000);
  afterAll(async () => {
    await browser.close();
    await product.stop();
  });

  /** A page of somebody signed in; whatever its console says is a complaint. */
  const signedIn = async (context: BrowserContext, persona: string): Promise<Page> => {
    const who = personas.find((one) => one.persona === persona);
    const page = await context.newPage();
    page.on('console', (message) => complaints.push(`${page.url()}: ${message.text()}`));
    page.on('pageerror', (error) => complaints.push(`${page.url()}: ${error.message}`));
    await page.goto(`${product.origin}/sign-in`);
    await page.getByLabel('E-mail').fill(who?.email ?? '');
    await page.getByLabel('Password').fill(who?.password ?? '');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.waitForURL((url) => !url.pathname.includes('sign-in'));
    return page;
  };

  it('is narrowed, opens one event with its place in the chain, and leads to the case', async () => {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    const page = await signedIn(context, 'auditor');
    await page.getByRole('link', { name: 'Decision log' }).click();
    // A choice made before the scripts have taken over is theirs to set back.
    await page.getByRole('heading', { name: 'Decision log' }).waitFor();
    await page.waitForLoadState('networkidle');
    await page.getByLabel('What').selectOption('routed');
    await page.getByLabel('Request type').selectOption('refund');
    await page.getByRole('button', { name: 'Show' }).click();
    await page.waitForURL((url) => url.searchParams.get('kind') === 'routed');
    await page.getByRole('row').filter({ hasText: 'REF-' }).nth(10).waitFor();
    expect(await page.getByRole('row').filter({ hasText: 'VEN-' }).count()).toBe(0);
    await page
      .getByRole('link', { name: /^Event \d/ })
      .first()
      .click();
    const record = page.getByRole('complementary', { name: /^Event / });
    await record.getByRole('heading', { name: 'Its place in the chain' }).waitFor();
    expect(await record.getByText(/^[0-9a-f]{64}$/).count()).toBeGreaterThan(0);
    await record.getByRole('link', { name: 'Close' }).click();
    await record.waitFor({ state: 'detached' });
    await context.close();
    expect(complaints).toEqual([]);
  }, 90_000);

  it('finds a case by its number, and gives a file that verifies with the fingerprint it shows', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false, acceptDownloads: true });
    const page = await signedIn(context, 'auditor');
    await page.goto(`${product.origin}/log?kind=submitted&type=refund`);
    const number = await page
      .getByRole('link', { name: /^REF-\d+$/ })
      .first()
      .innerText();
    await page.getByLabel('Case').fill(number);
    await page.getByRole('button', { name: 'Show' }).click();
    expect(new Set(await page.getByRole('link', { name: /^REF-\d+$/ }).allInnerTexts())).toEqual(
      new Set([number]),
    );
    await page.goto(`${product.origin}/log`);
    await page.getByText('Export and verify').click();
    const command = await page.getByText('npx signalbox verify').innerText();
    const fingerprint = /--key "([^"]+)"/.exec(command)?.[1] ?? '';
    const downloading = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Download JSON Lines' }).click();
    const file = await (await downloading).path();
    const said: string[] = [];
    const code = await verifyMain([file, '--key', fingerprint], {
      stdin: process.stdin,
      out: (line) => said.push(line),
      err: (line) => said.push(line),
    });
    expect([code, said.join('\n')]).toEqual([0, expect.stringContaining('')]);
    await context.close();
  }, 90_000);

  it('is not for those who may not read it, and says so', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await signedIn(context, 'requester');
    expect(await page.getByRole('link', { name: 'Decision log' }).count()).toBe(0);
    const answer = await page.goto(`${product.origin}/log`);
    expect(answer?.status()).toBeGreaterThanOrEqual(403);
    expect(await page.getByRole('table').count()).toBe(0);
    await context.close();
  }, 60_000);

  for (const colorScheme of ['light', 'dark'] as const) {
    for (const width of [360, 1440]) {
      it(`reads well for everybody in ${colorScheme} at ${width} px`, async () => {
        const context = await browser.newContext({ colorScheme, viewport: { width, height: 900 } });
        const page = await signedIn(context, 'auditor');
        await page.goto(`${product.origin}/log?kind=routed`);
        await page
          .getByRole('link', { name: /^Event \d/ })
          .first()
          .click();
        await page.getByRole('complementary', { name: /^Event / }).waitFor();
        expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
        const overflow = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect(overflow).toBeLessThanOrEqual(0);
        await context.close();
      }, 60_000);
    }
  }
});
