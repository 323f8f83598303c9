import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeWithBrowser } from '../support/browser.ts';
import { type DemoInBrowser, openDemoInBrowser } from '../support/demo-in-browser.ts';
import { hardToRead } from '../support/reads-well.ts';

describeWithBrowser('finding anything, in a browser', () => {
  let demo: DemoInBrowser;
  beforeAll(async () => {
    demo = await openDemoInBrowser();
  }, 150_000);
  afterAll(() => demo.close());

  it('goes by the palette to a case, a place and an action of the page, by keyboard alone', async () => {
    const { context, page } = await demo.signIn('administrator', { viewport: { width: 1440, height: 900 } });
    await page.goto('/cases?open=true');
    await page.waitForLoadState('networkidle');
    const row = page.getByRole('row').nth(1);
    const number = await row.getByRole('cell').first().innerText();
    const palette = page.getByRole('dialog', { name: 'Search or go to' });
    await page.keyboard.press('Control+k');
    await palette.waitFor();
    await page.keyboard.type(number);
    await palette.getByRole('option').filter({ hasText: number }).waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => /^\/cases\/.+/.test(url.pathname));
    await palette.waitFor({ state: 'detached' });
    await page.waitForLoadState('networkidle');
    const action = page.getByRole('toolbar', { name: 'What you may do' }).getByRole('link').first();
    const does = (await action.getAttribute('href'))?.split('do=')[1] ?? '';
    const called = await action.evaluate((link) =>
      [...link.childNodes]
        .filter((node) => !(node instanceof Element && node.getAttribute('aria-hidden') === 'true'))
        .map(({ textContent }) => textContent)
        .join('')
        .trim(),
    );
    await page.keyboard.press('Control+k');
    await palette.getByRole('group', { name: 'On this page' }).getByRole('option').first().waitFor();
    await page.keyboard.type(called);
    const named = palette
      .getByRole('group', { name: 'On this page' })
      .getByRole('option', { selected: true });
    await named.filter({ hasText: called }).waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.searchParams.get('do') === does);
    await page.keyboard.press('Escape');
    await page.goto('/catalogue');
    await page.waitForLoadState('networkidle');
    await page.keyboard.press('Control+k');
    // Typed at once, before the palette has arrived.
    await page.keyboard.type('numb');
    await palette.getByRole('option', { name: 'Numbers', selected: true }).waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.pathname === '/numbers');
    await context.close();
    expect(demo.complaints).toEqual([]);
  }, 90_000);

  it('goes by single keys, except while somebody types', async () => {
    const { context, page } = await demo.signIn('administrator', { viewport: { width: 1440, height: 900 } });
    await page.goto('/cases?open=true');
    await page.waitForLoadState('networkidle');
    const links = page.locator('table a[href^="/cases/"]');
    const [first, second] = [
      await links.nth(0).getAttribute('href'),
      await links.nth(1).getAttribute('href'),
    ];
    await links.nth(0).click();
    await page.waitForURL((url) => url.pathname === first);
    await page.keyboard.press(']');
    await page.waitForURL((url) => url.pathname === second);
    await page.keyboard.press('[');
    await page.waitForURL((url) => url.pathname === first);
    await page.keyboard.press('g');
    await page.keyboard.press('i');
    await page.waitForURL((url) => url.pathname === '/inbox');
    await page.keyboard.press('g');
    await page.keyboard.press('c');
    await page.waitForURL((url) => url.pathname === '/catalogue');
    await page.waitForLoadState('networkidle');
    await page.keyboard.press('?');
    const sheet = page.getByRole('dialog', { name: 'Keys' });
    await sheet.getByText('g l').waitFor();
    await page.keyboard.press('Escape');
    await sheet.waitFor({ state: 'detached' });
    await page.getByLabel('Find a case by number or words').focus();
    await page.keyboard.type('gi?');
    expect(await page.getByLabel('Find a case by number or words').inputValue()).toBe('gi?');
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.pathname === '/cases' && url.searchParams.get('q') === 'gi?');
    await context.close();
    expect(demo.complaints).toEqual([]);
  }, 90_000);

  it('shows what somebody types as they type it, and nothing of what is not theirs', async () => {
    const { context, page } = await demo.signIn('requester', { viewport: { width: 360, height: 800 } });
    await page.goto('/requests');
    await page.waitForLoadState('networkidle');
    await page.getByRole('link', { name: 'Search', exact: true }).click();
    const palette = page.getByRole('dialog', { name: 'Search or go to' });
    await palette.getByRole('option', { name: 'Catalogue' }).waitFor();
    expect(await palette.getByRole('option', { name: 'Decision log' }).count()).toBe(0);
    await page.keyboard.type('"><img src=x onerror=alert(1)>');
    await palette.getByText('Nothing is called').waitFor();
    await palette.getByRole('combobox').fill('refund');
    await palette.getByRole('group', { name: 'Request types' }).getByRole('option').first().waitFor();
    expect(await hardToRead(page)).toEqual([]);
    await context.close();
    expect(demo.complaints).toEqual([]);
  }, 90_000);

  it('finds a case before scripts arrive', async () => {
    const { context, page } = await demo.signIn('administrator', { javaScriptEnabled: false });
    await page.goto('/catalogue');
    await page.getByLabel('Find a case by number or words').fill('refund');
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: /^€/ }).first().waitFor();
    expect(new URL(page.url()).pathname).toBe('/cases');
    await context.close();
  }, 60_000);
});
