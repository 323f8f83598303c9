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
    await page.locator('select[name=kind]').selectOption('routed');
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
    await record.getByText('As it is stored').waitFor();
    await record.getByRole('heading', { name: 'By what right' }).waitFor();
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
    await page.getByRole('textbox', { name: 'Case', exact: true }).fill(number);
    await page.getByRole('button', { name: 'Show' }).click();
    await expect
      .poll(async () => [...new Set(await page.getByRole('link', { name: /^REF-\d+$/ }).allInnerTexts())])
      .toEqual([number]);
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

  it('is narrowed by who by name, what was decided, the name of a rule, and days', async () => {
    const { context, page } = await demo.signIn('auditor', { javaScriptEnabled: false });
    const shown = () => page.getByRole('button', { name: 'Show' }).click();
    await page.goto('/log?kind=voted&decision=reject');
    const first = page.getByRole('row').filter({ hasText: ': rejected' }).first();
    const who = await first.getByRole('cell').nth(2).locator('span.clip').innerText();
    await page.getByRole('combobox', { name: 'Who' }).fill(who);
    await page.locator('select[name=decision]').selectOption('rejected');
    await shown();
    await page.waitForURL((url) => url.searchParams.get('decision') === 'reject');
    const words = await page
      .getByRole('row')
      .filter({ hasText: /^[\d,]+/ })
      .allInnerTexts();
    expect(words.length).toBeGreaterThan(0);
    expect(words.filter((one) => !one.includes(who) || !one.includes(': rejected'))).toEqual([]);
    await page.goto('/log?type=refund');
    await page.getByRole('combobox', { name: 'Rule' }).fill('Platinum customers');
    await shown();
    await page.getByRole('link', { name: /^REF-/ }).first().waitFor();
    const day = new Date(Date.now() - 3 * 86_400_000).toISOString().slice(0, 10);
    await page.goto(`/log`);
    await page.getByLabel('From').fill(day);
    await page.getByLabel('Until, that day included').fill(day);
    await shown();
    await page.waitForURL((url) => url.searchParams.get('until') === day);
    const days = page.locator('th[scope="colgroup"]');
    expect(await days.count()).toBeLessThanOrEqual(1);
    await page.getByText('Export and verify').click();
    const to = await page.getByRole('link', { name: 'Download CSV' }).getAttribute('href');
    expect(new URL(to ?? '', demo.product.origin).searchParams.get('from')).toMatch(/^\d{13}$/);
    await page.goto('/log?actor=Nobody+Of+That+Name');
    await page.getByText('Nothing like this is in the log').waitFor();
    await context.close();
    expect(demo.complaints).toEqual([]);
  }, 60_000);

  it('keeps what was chosen before the scripts arrived', async () => {
    const { context, page } = await demo.signIn('auditor');
    let letThrough = (): void => undefined;
    const asked = new Promise<void>((resolve) => {
      letThrough = resolve;
    });
    await page.route('**/*.js', async (route) => {
      await asked;
      await route.continue();
    });
    await page.goto('/log', { waitUntil: 'commit' });
    await page.getByLabel('What').selectOption('routed');
    await page.getByRole('combobox', { name: 'Who' }).fill('somebody');
    await page.getByLabel('Refused attempts only').check();
    letThrough();
    await page.waitForLoadState('networkidle');
    // The page is awake once a link opens beside the list without a new page.
    await page
      .getByRole('link', { name: /^Event \d/ })
      .first()
      .click();
    await page.getByRole('complementary', { name: /^Event / }).waitFor();
    expect(await page.getByLabel('What').inputValue()).toBe('routed');
    expect(await page.getByRole('combobox', { name: 'Who' }).inputValue()).toBe('somebody');
    expect(await page.getByLabel('Refused attempts only').isChecked()).toBe(true);
    await context.close();
    expect(demo.complaints).toEqual([]);
  }, 60_000);

  it('shows who had access to what, narrowed by kind and person, and the sign-in that was refused', async () => {
    const { context, page } = await demo.signIn('auditor');
    await fetch(`${demo.product.origin}/api/v1/me`, {
      headers: { authorization: `Bearer sbx_${'a'.repeat(43)}` },
    });
    await page.goto('/log');
    await page.getByRole('link', { name: 'Access', exact: true }).click();
    await page.getByRole('heading', { name: 'Access log' }).waitFor();
    await page.getByText('Token refused: unknown, revoked or expired').first().waitFor();
    await page.getByLabel('What').selectOption('signed-in');
    await page.getByLabel('Who').selectOption({ label: 'Daniel Okafor' });
    await page.getByRole('button', { name: 'Show' }).click();
    await page.waitForURL((url) => url.searchParams.get('kind') === 'signed-in');
    await page.getByRole('row').filter({ hasText: 'Signed in' }).first().waitFor();
    await expect.poll(() => page.getByRole('row').filter({ hasText: 'refused' }).count()).toBe(0);
    await context.close();
    expect(demo.complaints).toEqual([]);
  }, 60_000);

  it('explains offline verification with its own fingerprint, also to whoever was only given a file', async () => {
    const { context, page } = await demo.signIn('auditor');
    await page.goto('/log/verify');
    const { fingerprint } = await (
      await fetch(`${demo.product.origin}/api/v1/log/key`, {
        headers: { authorization: `Bearer ${demo.persona('auditor').token}` },
      })
    ).json();
    await page.getByText(`npx signalbox verify log.jsonl --key "${fingerprint}"`).waitFor();
    await page.getByText('NOT VERIFIED', { exact: true }).waitFor();
    await context.close();
    const { context: outside, page: plain } = await demo.signIn('requester', { javaScriptEnabled: false });
    await plain.goto('/log/verify');
    await plain.getByText(fingerprint, { exact: true }).waitFor();
    await expect.poll(() => plain.getByRole('link', { name: 'Download the whole log' }).count()).toBe(0);
    await outside.close();
    expect(demo.complaints).toEqual([]);
  }, 60_000);

  it('is not for those who may not read it, and says so', async () => {
    const { context, page } = await demo.signIn('requester', { javaScriptEnabled: false });
    await expect.poll(() => page.getByRole('link', { name: 'Decision log' }).count()).toBe(0);
    const answer = await page.goto(`/log`);
    expect(answer?.status()).toBeGreaterThanOrEqual(403);
    await expect.poll(() => page.getByRole('table').count()).toBe(0);
    await context.close();
    // A browser notes a page that was refused.
    expect(demo.complaints.splice(0).filter((said) => !said.includes('status of 404'))).toEqual([]);
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
