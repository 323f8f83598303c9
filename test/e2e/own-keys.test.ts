import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeWithBrowser } from '../support/browser.ts';
import { type DemoInBrowser, openDemoInBrowser } from '../support/demo-in-browser.ts';
import { hardToRead } from '../support/reads-well.ts';

describeWithBrowser('own keys and exact times, in a browser', () => {
  let demo: DemoInBrowser;
  beforeAll(async () => {
    demo = await openDemoInBrowser();
  }, 300_000);
  afterAll(() => demo.close());

  it('lets another key approve, shows it wherever keys are shown, and goes back to the usual ones', async () => {
    const { context, page } = await demo.signIn('approver', { viewport: { width: 1440, height: 900 } });
    await page.goto('/settings/appearance');
    await page.waitForLoadState('networkidle');
    await page.getByLabel('Approve, accept or take it').focus();
    await page.keyboard.press('r');
    await page.getByLabel('Inbox', { exact: true }).focus();
    await page.keyboard.press('Shift+O');
    await page.keyboard.press('Enter');
    await page.getByText('“Reject” has the key r too. Take another.').waitFor();
    await page.getByRole('alert').getByText('Not kept: one key cannot be taken.').waitFor();
    const approve = page.getByLabel('Approve, accept or take it');
    await expect.poll(() => approve.evaluate((field) => field === document.activeElement)).toBe(true);
    expect(await page.getByLabel('Inbox', { exact: true }).inputValue()).toBe('Shift O');
    expect(await hardToRead(page)).toEqual([]);
    await approve.focus();
    await page.keyboard.press('y');
    await page.keyboard.press('Enter');
    await page.getByText('Kept: these are your keys in this browser.').waitFor();
    await page.getByText('usually a', { exact: true }).waitFor();
    expect(await hardToRead(page)).toEqual([]);
    // From the first byte on.
    const served = await (await page.request.get('/inbox?view=approvals')).text();
    expect(served).toContain('data-key="y"');
    await page.getByRole('heading', { name: 'Appearance' }).click();
    await page.keyboard.press('g');
    await page.keyboard.press('Shift+O');
    await page.waitForURL((url) => url.pathname === '/inbox');
    await page.goto('/inbox?view=approvals');
    await page.waitForLoadState('networkidle');
    await page.keyboard.press('?');
    const sheet = page.getByRole('dialog', { name: 'Keys' });
    await sheet.getByText('g Shift O', { exact: true }).waitFor();
    expect(await sheet.getByText('y', { exact: true }).count()).toBe(1);
    await page.keyboard.press('Escape');
    await page.keyboard.press('j');
    await page.keyboard.press('a');
    await page.keyboard.press('y');
    await page.getByLabel('Comment (optional)').waitFor();
    await page.keyboard.press('Control+Enter');
    await page.waitForURL((url) => url.searchParams.get('did') === 'approve');
    await page.goto('/settings/appearance');
    await page.getByRole('button', { name: 'Back to the usual keys' }).click();
    await page.getByText('Kept: these are your keys in this browser.').waitFor();
    await expect.poll(() => page.getByLabel('Approve, accept or take it').inputValue()).toBe('a');
    await context.close();
    expect(demo.complaints.splice(0).filter((said) => !said.includes('status of 422'))).toEqual([]);
  }, 120_000);

  it('is a plain form without scripts, and keeps what was typed when it refuses', async () => {
    const { context, page } = await demo.signIn('handler', { javaScriptEnabled: false });
    await page.goto('/settings/appearance');
    await page.getByLabel('Reject').fill('Enter');
    await page.getByLabel('Next case', { exact: true }).fill('"><img src=x onerror=alert(1)>'.slice(0, 12));
    await page.getByRole('button', { name: 'Keep these keys' }).click();
    await page.getByText('This key is kept for moving about and for typing.').waitFor();
    await page.getByText('Give one key: a letter, a digit or a sign.').waitFor();
    expect(await page.getByLabel('Reject').inputValue()).toBe('Enter');
    await page.getByLabel('Reject').fill('n');
    await page.getByLabel('Next case', { exact: true }).fill('');
    await page.getByRole('button', { name: 'Keep these keys' }).click();
    await page.getByText('Kept: these are your keys in this browser.').waitFor();
    expect(await page.getByLabel('Reject').inputValue()).toBe('n');
    expect(await page.getByLabel('Next case', { exact: true }).inputValue()).toBe('j');
    // The look is another form, and leaves the keys as they are.
    await page.getByLabel('Single keys do something').uncheck();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Saved for this browser.').waitFor();
    expect(await page.getByLabel('Reject').inputValue()).toBe('n');
    await context.close();
    expect(demo.complaints.splice(0).filter((said) => !said.includes('status of 422'))).toEqual([]);
  }, 60_000);

  it('does nothing by own keys either while single keys are switched off', async () => {
    const { context, page } = await demo.signIn('handler');
    await page.goto('/settings/appearance');
    await page.getByLabel('Next case', { exact: true }).fill('n');
    await page.getByRole('button', { name: 'Keep these keys' }).click();
    await page.getByText('Kept: these are your keys in this browser.').waitFor();
    await page.getByLabel('Single keys do something').uncheck();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Saved for this browser.').waitFor();
    await page.goto('/inbox?view=team');
    await page.waitForLoadState('networkidle');
    await page.keyboard.press('n');
    await page.keyboard.press('e');
    expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true);
    expect(await page.locator('html').getAttribute('data-times')).toBe(null);
    await context.close();
    expect(demo.complaints).toEqual([]);
  }, 60_000);

  it('tells the exact time by a touch without moving anything, and all of them by a key', async () => {
    const { context, page } = await demo.signIn('approver', {
      hasTouch: true,
      viewport: { width: 360, height: 800 },
    });
    await page.goto('/inbox?view=approvals');
    await page.waitForLoadState('networkidle');
    const due = page.locator('td [data-exact]').first();
    const exact = (await due.getAttribute('data-exact')) ?? '';
    expect(exact).toMatch(/^due [A-Z]\w+day/);
    const places = () =>
      page.evaluate(() =>
        [...document.querySelectorAll('a[data-row]')].map((row) => row.getBoundingClientRect().top),
      );
    const before = await places();
    await due.tap();
    const bubble = page.locator('[popover="manual"]').filter({ hasText: exact });
    await bubble.waitFor();
    expect(await places()).toEqual(before);
    const box = await bubble.boundingBox();
    expect((box?.x ?? -1) >= 0 && (box?.x ?? 0) + (box?.width ?? 999) <= 360).toBe(true);
    await page.keyboard.press('Escape');
    await bubble.waitFor({ state: 'hidden' });
    await page.keyboard.press('e');
    await page.getByRole('status').getByText('Exact times are shown.').waitFor();
    await due.getByText(/^[A-Z][a-z]{2} \d+ [A-Z]/).waitFor();
    expect(await hardToRead(page)).toEqual([]);
    await page.keyboard.press('?');
    await page.getByRole('button', { name: 'Exact times', pressed: true }).click();
    await page.getByRole('button', { name: 'Exact times', pressed: false }).waitFor();
    await page.keyboard.press('Escape');
    await page.goto('/settings/appearance');
    await page.getByLabel('Exact times everywhere').check();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Saved for this browser.').waitFor();
    await page.locator('html[data-times="exact"]').waitFor();
    await page.goto('/inbox?view=approvals');
    await due.getByText(/^[A-Z][a-z]{2} \d+ [A-Z]/).waitFor();
    await page.locator('a[data-row]').first().click();
    await page.waitForURL(/\/cases\//);
    await page.getByRole('heading', { name: 'What happened' }).waitFor();
    expect(await hardToRead(page)).toEqual([]);
    await context.close();
    expect(demo.complaints).toEqual([]);
  }, 120_000);

  it('goes along the list from the page of a case, copies its address, and gives the focus back', async () => {
    const { context, page } = await demo.signIn('approver', {
      viewport: { width: 1440, height: 900 },
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    await page.goto('/inbox?view=approvals');
    await page.waitForLoadState('networkidle');
    const rows = page.locator('a[data-row]');
    const many = await rows.count();
    await rows.nth(1).click();
    const list = page.getByRole('navigation', { name: 'The list you came from' });
    await list.getByText(`2 of ${many}`).waitFor();
    await list.getByRole('link', { name: 'Previous case' }).click();
    await list.getByText(`1 of ${many}`).waitFor();
    expect(await list.getByRole('link', { name: 'Previous case' }).count()).toBe(0);
    await page.keyboard.press(']');
    await list.getByText(`2 of ${many}`).waitFor();
    await page.getByRole('button', { name: 'Copy link' }).click();
    await page.getByRole('status').getByText('Copied.').waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toBe(page.url().split('?')[0]);
    await page.keyboard.press('r');
    await page.getByLabel('Why', { exact: true }).waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('do-reject');
    expect(await hardToRead(page)).toEqual([]);
    await context.close();
    expect(demo.complaints).toEqual([]);
  }, 90_000);

  it('goes on by keys from the row whose decision was taken back', async () => {
    const { context, page } = await demo.signIn('approver', { viewport: { width: 1440, height: 900 } });
    await page.goto('/inbox?view=approvals');
    await page.waitForLoadState('networkidle');
    const at = () => page.evaluate(() => document.activeElement?.getAttribute('data-row'));
    const ids = await page
      .locator('a[data-row]')
      .evaluateAll((rows) => rows.map((row) => row.getAttribute('data-row')));
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await page.keyboard.press('a');
    await page.getByLabel('Comment (optional)').waitFor();
    await page.keyboard.press('Control+Enter');
    await page.waitForURL((url) => url.searchParams.get('did') === 'approve');
    await page
      .getByRole('status')
      .getByText(/^Approved/)
      .waitFor();
    await page.keyboard.press('z');
    await page.getByText('Taken back: the decision is open again').waitFor();
    await expect.poll(at).toBe(ids[1]);
    await page.keyboard.press('k');
    await expect.poll(at).toBe(ids[0]);
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await expect.poll(at).toBe(ids[2]);
    const under = await page.evaluate(() => {
      const row = document.activeElement?.closest('tr');
      const [due, eye] = [row?.querySelector('[data-exact] > span'), row?.querySelector('td:last-child > a')];
      if (!due || !eye) return true;
      return due.getBoundingClientRect().right > eye.getBoundingClientRect().left;
    });
    expect(under).toBe(false);
    await context.close();
    expect(demo.complaints).toEqual([]);
  }, 90_000);
});
