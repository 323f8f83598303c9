import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeWithBrowser } from '../support/browser.ts';
import { type DemoInBrowser, openDemoInBrowser } from '../support/demo-in-browser.ts';
import { hardToRead } from '../support/reads-well.ts';

const hostile = '"><img src=x onerror=alert(1)>';

/** Goes on with Tab until this is focused, as somebody without a pointer does. */
async function tabTo(page: Page, role: 'link' | 'button', name: string): Promise<void> {
  const wanted = page.getByRole(role, { name, exact: true }).first();
  await wanted.waitFor();
  for (let i = 0; i < 80; i += 1) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not lead to the ${role} ${name}`);
}

describeWithBrowser('the directory, in a browser', () => {
  let demo: DemoInBrowser;
  beforeAll(async () => {
    demo = await openDemoInBrowser();
  }, 150_000);
  afterAll(() => demo.close());

  it('finds somebody, records leave and cancels it, and deactivates them once it was seen where everything goes', async () => {
    const { context, page } = await demo.signIn('administrator', { viewport: { width: 1440, height: 900 } });
    await page.getByRole('link', { name: 'Directory' }).click();
    await page.getByRole('heading', { name: 'Directory' }).waitFor();
    await page.waitForLoadState('networkidle');
    await page.getByRole('searchbox', { name: 'Search', exact: true }).fill('nwosu oli');
    await page.getByRole('button', { name: 'Show' }).click();
    await page.waitForURL((url) => url.searchParams.get('q') === 'nwosu oli');
    await page.getByRole('link', { name: 'Oliver Nwosu' }).click();
    await page.getByRole('link', { name: 'Record leave' }).click();
    const form = page.getByRole('form', { name: 'Record leave' });
    await form.getByLabel('First day').fill('2027-03-01');
    await form.getByLabel('Last day').fill('2027-03-05');
    await form.getByLabel('Why').fill('Skiing');
    await form.getByRole('button', { name: 'Record leave' }).click();
    const leave = page.getByRole('table', { name: 'Leave' });
    await leave.getByText('Mon, 1 Mar 2027 to Fri, 5 Mar 2027', { exact: true }).waitFor();
    await leave.getByRole('button', { name: /^Cancel/ }).click();
    await page.getByText('The leave is cancelled.').waitFor();
    await expect.poll(() => leave.count()).toBe(0);

    await page.getByRole('link', { name: 'Deactivate' }).click();
    const going = page.getByRole('form', { name: 'Deactivate Oliver Nwosu' });
    await going.getByText('Routed again by the rules of').first().waitFor();
    expect(await hardToRead(page)).toEqual([]);
    await going.getByRole('button', { name: 'Deactivate Oliver Nwosu' }).click();
    await going.getByRole('alert').getByText('Say in a sentence why').first().waitFor();
    await going.getByLabel('Why').fill('Left the company.');
    await going.getByRole('button', { name: 'Deactivate Oliver Nwosu' }).click();
    await page.getByText('Not active').waitFor();
    await expect.poll(() => page.getByText('took it out of use').count()).toBe(1);
    await page.getByText('“Left the company.”').or(page.getByText('Left the company.')).first().waitFor();
    await page.getByRole('link', { name: 'Activate' }).click();
    await page.getByRole('button', { name: 'Activate' }).click();
    await expect.poll(() => page.getByText('Not active').count()).toBe(0);
    await context.close();
    expect(demo.complaints).toEqual([]);
  }, 120_000);

  it('lets a handler go away and come back from their own name, by keyboard alone', async () => {
    const { context, page } = await demo.signIn('handler', { viewport: { width: 1440, height: 900 } });
    await page.waitForLoadState('networkidle');
    await tabTo(page, 'link', 'Léa Dubois');
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.pathname === '/directory/people/lea');
    await tabTo(page, 'button', 'Away now');
    await page.keyboard.press('Enter');
    await page.getByText('Set away. No pick reaches them').waitFor();
    await page.getByText('Away', { exact: true }).first().waitFor();
    await tabTo(page, 'button', 'I am back');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Away now' }).waitFor();
    await context.close();
    expect(demo.complaints).toEqual([]);
  }, 90_000);

  it('changes a calendar without scripts, keeps what was typed when it is refused, and tells what changed', async () => {
    const { context, page } = await demo.signIn('designer', { javaScriptEnabled: false });
    await page.goto('/directory/calendars/london?do=change');
    const form = page.getByRole('form');
    await form.getByLabel('Wednesday').fill('nine to five');
    await form.getByLabel('Friday').fill('9-12');
    await form.getByLabel('Why').fill('Short Fridays.');
    await form.getByRole('button', { name: 'Save the change' }).click();
    await page
      .getByRole('alert')
      .getByRole('link', { name: /^Wednesday/ })
      .waitFor();
    expect(await form.getByLabel('Wednesday').inputValue()).toBe('nine to five');
    expect(await form.getByLabel('Friday').inputValue()).toBe('9-12');
    await form.getByLabel('Wednesday').fill('9:30–17:30');
    await form.getByRole('button', { name: 'Save the change' }).click();
    await page.getByText('Changed.').waitFor();
    await page.getByText(/changed week: added .*Friday 09:00–12:00/).waitFor();
    await page.getByText('Short Fridays.').waitFor();
    await context.close();
  }, 90_000);

  it('shares a pool: adds a member, weighs them, and lets them go', async () => {
    const { context, page } = await demo.signIn('designer', { viewport: { width: 1440, height: 900 } });
    await page.goto('/directory/pools/buyers-emea');
    await page.waitForLoadState('networkidle');
    const shares = page.getByRole('table', { name: 'Members and their shares' });
    await shares.getByRole('row', { name: /Luc Moreau/ }).waitFor();
    expect(await hardToRead(page)).toEqual([]);
    await page.getByRole('link', { name: 'Add a member' }).click();
    const joining = page.getByRole('form', { name: 'Add a member' });
    await joining.getByLabel('Who').fill('Nobody Like This');
    await joining.getByRole('button', { name: 'Add' }).click();
    await joining.getByRole('alert').waitFor();
    await joining.getByLabel('Who').fill('wei chen');
    await joining.getByRole('button', { name: 'Add' }).click();
    await shares.getByRole('row', { name: /Wei Chen/ }).waitFor();
    await page.getByRole('link', { name: 'Set weights' }).click();
    const weighing = page.getByRole('form', { name: 'Set weights' });
    await weighing.getByLabel('Wei Chen').fill('4');
    await weighing.getByLabel('Why').fill('Until Luc is back.');
    await weighing.getByRole('button', { name: 'Set weights' }).click();
    await page.getByText('The weights are set.').waitFor();
    await shares.getByRole('button', { name: 'Remove Wei Chen' }).click();
    await expect.poll(() => shares.getByRole('row', { name: /Wei Chen/ }).count()).toBe(0);
    await page.getByText('removed Wei Chen').waitFor();
    await context.close();
    expect(demo.complaints).toEqual([]);
  }, 120_000);

  it('says what changed meanwhile, and keeps what was typed', async () => {
    const { context, page } = await demo.signIn('administrator', { viewport: { width: 1440, height: 900 } });
    await page.goto('/directory/territories');
    await page.waitForLoadState('networkidle');
    await page.getByRole('table').getByRole('link').first().click();
    await page.getByRole('link', { name: 'Change' }).click();
    const form = page.getByRole('form');
    await form.getByLabel('Region').fill('The north');
    await form.getByLabel('Why').fill('A clearer name.');
    const id = new URL(page.url()).pathname.split('/').at(-1) ?? '';
    const changed = await fetch(`${demo.product.origin}/api/v1/territories/${id}`, {
      method: 'PATCH',
      headers: {
        authorization: `Bearer ${demo.persona('administrator').token}`,
        'content-type': 'application/json',
      },
      body: JSON.stringify({ segments: ['enterprise', 'lighthouse'], reason: 'Lighthouse customers too.' }),
    });
    expect(changed.status, await changed.text()).toBe(200);
    await form.getByRole('button', { name: 'Save the change' }).click();
    await page.getByText('What changed since you opened the form').waitFor();
    await expect.poll(() => page.getByText('Lighthouse customers too.').count()).toBeGreaterThan(0);
    expect(await form.getByLabel('Region').inputValue()).toBe('The north');
    await context.close();
    expect(demo.complaints).toEqual([]);
  }, 90_000);

  it('shows a hostile name as the text it is, wherever it stands', async () => {
    const { context, page } = await demo.signIn('administrator', { viewport: { width: 1440, height: 900 } });
    await page.goto('/directory/accounts?do=create');
    await page.waitForLoadState('networkidle');
    const form = page.getByRole('form');
    await form.getByLabel('Name', { exact: true }).fill(hostile);
    await form.getByLabel('Id', { exact: true }).fill('hostile');
    await form.getByLabel('Why').fill(hostile);
    await form.getByRole('button', { name: 'Make the account' }).click();
    await page.waitForURL((url) => url.pathname === '/directory/accounts/hostile');
    await page.getByRole('heading', { name: hostile, exact: true }).waitFor();
    await page.getByRole('link', { name: 'Change' }).click();
    await expect.poll(() => page.getByLabel('Name', { exact: true }).first().inputValue()).toBe(hostile);
    await page.goto('/directory/accounts?q=hostile');
    await page.getByRole('link', { name: hostile }).waitFor();
    expect(await page.locator('img').count()).toBe(0);
    await context.close();
    expect(demo.complaints).toEqual([]);
  }, 90_000);

  it('lets somebody else decide for oneself and ends it again', async () => {
    const { context, page } = await demo.signIn('approver', { viewport: { width: 1440, height: 900 } });
    await page.goto('/directory/delegations?do=create');
    await page.waitForLoadState('networkidle');
    const form = page.getByRole('form');
    await form.getByLabel('Who decides').fill('Kevin Osei');
    await form.getByLabel('Vendor onboarding').check();
    await form.getByRole('button', { name: 'Delegate' }).click();
    await page.getByRole('heading', { name: 'Kevin Osei for Priya Raman' }).waitFor();
    await page.getByRole('button', { name: 'End now' }).click();
    await page.waitForURL((url) => url.pathname === '/directory/delegations');
    await expect.poll(() => page.getByText('Kevin Osei for Priya Raman').count()).toBe(0);
    await context.close();
    expect(demo.complaints).toEqual([]);
  }, 90_000);

  it('keeps from people what is not theirs, and says so', async () => {
    const { context, page } = await demo.signIn('requester', { viewport: { width: 1440, height: 900 } });
    await page.goto('/directory/people/hugo');
    await page.getByText('These are for Hugo Lambert, their manager and administrators.').waitFor();
    await expect.poll(() => page.getByRole('button', { name: 'Away now' }).count()).toBe(0);
    const refused = await page.request.get('/directory/people?do=create');
    expect(refused.status()).toBe(403);
    expect((await page.request.get('/directory/nothing')).status()).toBe(404);
    expect((await page.request.get('/directory/people/nobody')).status()).toBe(404);
    await context.close();
    expect(demo.complaints).toEqual([]);
  }, 60_000);

  it('reads well: a list, a week, a form', async () => {
    const { context, page } = await demo.signIn('administrator', { viewport: { width: 1440, height: 900 } });
    for (const path of ['/directory/teams', '/directory/calendars/hq', '/directory/territories?do=create']) {
      await page.goto(path);
      expect(await hardToRead(page)).toEqual([]);
    }
    await context.close();
    expect(demo.complaints).toEqual([]);
  }, 240_000);
});
