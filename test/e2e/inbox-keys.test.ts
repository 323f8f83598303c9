import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeWithBrowser } from '../support/browser.ts';
import { type DemoInBrowser, openDemoInBrowser } from '../support/demo-in-browser.ts';

describeWithBrowser('acting from the inbox by keys, in a browser', () => {
  let demo: DemoInBrowser;
  beforeAll(async () => {
    demo = await openDemoInBrowser();
  }, 300_000);
  afterAll(() => demo.close());

  it('acts on the row one is at by its key, and comes back to the list with the way to undo', async () => {
    const { context, page } = await demo.signIn('approver');
    await page.goto('/inbox');
    await page.waitForLoadState('networkidle');
    const row = page.locator('a[data-row]').first();
    const title = await row.innerText();
    await page.getByText('Sign “').first().waitFor();
    await page.keyboard.press('j');
    await page.keyboard.press('r');
    await page.getByLabel('Why', { exact: true }).waitFor();
    await page.getByText('You decide “').waitFor();
    await page.keyboard.press('Escape');
    await page.waitForURL((url) => url.pathname === '/inbox');
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe(title);
    await page.keyboard.press('a');
    await page.getByLabel('Comment (optional)').waitFor();
    await page.keyboard.press('Control+Enter');
    await page.waitForURL((url) => url.searchParams.get('did') === 'approve');
    await page
      .getByRole('status')
      .getByText(/^Approved [A-Z]+-\d+/)
      .waitFor();
    await page.keyboard.press('z');
    await page.getByText('Taken back: the decision is open again').waitFor();
    await page.getByText(title, { exact: true }).waitFor();
    await context.close();
    expect(demo.complaints).toEqual([]);
  }, 90_000);

  it('acts on the chosen rows by the same keys, from a bar that stands before the list', async () => {
    const { context, page } = await demo.signIn('approver');
    await page.goto('/inbox?view=approvals');
    await page.waitForLoadState('networkidle');
    await page.keyboard.press('j');
    await page.keyboard.press('x');
    await page.keyboard.press('r');
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute('name')))
      .toBe('comment');
    const before = await page.evaluate(() => {
      const [bar, rows] = [document.querySelector('fieldset'), document.querySelector('main table')];
      return bar !== null && rows !== null && (bar.compareDocumentPosition(rows) & 4) === 4;
    });
    expect(before).toBe(true);
    await context.close();
  }, 60_000);
});
