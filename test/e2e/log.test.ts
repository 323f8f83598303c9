import { afterAll, beforeAll, expect, it } from 'vitest';
import { verifyMain } from '../../server/cli/verify-main.ts';
import { describeWithBrowser } from '../support/browser.ts';
import { type DemoInBrowser, openDemoInBrowser } from '../support/demo-in-browser.ts';
import { hardToRead } from '../support/reads-well.ts';

describeWithBrowser('the decision log, in a browser', () => {
  let demo: DemoInBrowser;
  beforeAll(async () => {
    demo = await openDemoInBrowser();
  }, 150_000);
  afterAll(() => demo.close());

  it('is narrowed, opens one event with its place in the chain, and leads to the case', async () => {
    const { context, page } = await demo.signIn('auditor', { viewport: { width: 1440, height: 900 } });
    await page.getByRole('link', { name: 'Decision log' }).click();
    // A choice made before the scripts have taken over is theirs to set back.
    await page.getByRole('heading', { name: 'Decision log' }).waitFor();
    await page.waitForLoadState('networkidle');
    await page.getByLabel('What').selectOption('routed');
    await page.getByLabel('Request type').selectOption('refund');
    await page.getByRole('button', { name: 'Show' }).click();
    await page.waitForURL((url) => url.searchParams.get('kind') === 'routed');
    await page.getByRole('row').filter({ hasText: 'REF-' }).nth(10).waitFor();
    await expect.poll(() => page.getByRole('row').filter({ hasText: 'VEN-' }).count()).toBe(0);
    await page
      .getByRole('link', { name: /^Event \d/ })
      .first()
      .click();
    const record = page.getByRole('complementary', { name: /^Event / });
    await record.getByRole('heading', { name: 'Its place in the chain' }).waitFor();
    await expect.poll(() => record.getByText(/^[0-9a-f]{64}$/).count()).toBeGreaterThan(0);
    await record.getByRole('link', { name: 'Close' }).click();
    await record.waitFor({ state: 'detached' });
    await context.close();
    expect(demo.complaints).toEqual([]);
  }, 90_000);

  it('finds a case by its number, and gives a file that verifies with the fingerprint it shows', async () => {
    const { context, page } = await demo.signIn('auditor', {
      javaScriptEnabled: false,
      acceptDownloads: true,
    });
    await page.goto(`/log?kind=submitted&type=refund`);
    const number = await page
      .getByRole('link', { name: /^REF-\d+$/ })
      .first()
      .innerText();
    await page.getByLabel('Case').fill(number);
    await page.getByRole('button', { name: 'Show' }).click();
    expect(new Set(await page.getByRole('link', { name: /^REF-\d+$/ }).allInnerTexts())).toEqual(
      new Set([number]),
    );
    await page.goto(`/log`);
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
    expect(said.join('\n')).toContain(fingerprint);
    expect(code).toBe(0);
    await context.close();
  }, 90_000);

  it('is not for those who may not read it, and says so', async () => {
    const { context, page } = await demo.signIn('requester', { javaScriptEnabled: false });
    await expect.poll(() => page.getByRole('link', { name: 'Decision log' }).count()).toBe(0);
    const answer = await page.goto(`/log`);
    expect(answer?.status()).toBeGreaterThanOrEqual(403);
    await expect.poll(() => page.getByRole('table').count()).toBe(0);
    await context.close();
  }, 60_000);

  it('reads well for everybody, on a phone and on a desk, in light and in dark', async () => {
    const { context, page } = await demo.signIn('auditor');
    await page.goto('/log?kind=routed');
    await page
      .getByRole('link', { name: /^Event \d/ })
      .first()
      .click();
    await page.getByRole('complementary', { name: /^Event / }).waitFor();
    expect(await hardToRead(page)).toEqual([]);
    await context.close();
    expect(demo.complaints).toEqual([]);
  }, 60_000);
});
