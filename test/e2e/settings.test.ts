import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeWithBrowser } from '../support/browser.ts';
import { type DemoInBrowser, openDemoInBrowser } from '../support/demo-in-browser.ts';
import { hardToRead } from '../support/reads-well.ts';

const hostile = '"><img src=x onerror=alert(1)>';

describeWithBrowser('the settings, in a browser', () => {
  let demo: DemoInBrowser;
  beforeAll(async () => {
    demo = await openDemoInBrowser();
  }, 150_000);
  afterAll(() => demo.close());

  const api = (path: string, token: string, init: RequestInit = {}) =>
    fetch(`${demo.product.origin}/api/v1${path}`, {
      ...init,
      headers: { authorization: `Bearer ${token}`, ...init.headers },
    });

  it('say in plain words how the installation is doing', async () => {
    const { context, page } = await demo.signIn('administrator');
    await page.getByRole('link', { name: 'Settings' }).click();
    await page.getByRole('heading', { name: 'All works; look at one thing soon' }).waitFor();
    await page.getByText('Not set up: nobody gets a notice by e-mail').waitFor();
    await page.getByText(/events\. A checkpoint over/).waitFor();
    await context.close();
    expect(demo.complaints).toEqual([]);
  }, 60_000);

  it('make a token by keyboard alone, show its secret once, and end it after asking', async () => {
    const { context, page } = await demo.signIn('requester', { viewport: { width: 1440, height: 900 } });
    await page.goto('/settings');
    await page.waitForURL((url) => url.pathname === '/settings/tokens');
    await page.waitForLoadState('networkidle');
    await page.getByText('New token', { exact: true }).focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.type(hostile);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await page.keyboard.press('Enter');
    const secret = await page.locator('code').innerText();
    expect((await api('/me', secret)).status).toBe(200);
    await page.getByText(hostile, { exact: true }).first().waitFor();
    await page.goto('/settings/tokens');
    await expect.poll(() => page.getByText(secret).count()).toBe(0);
    await page.getByRole('cell', { name: 'Read cases' }).first().waitFor();
    await page.getByRole('link', { name: `Revoke ${hostile}` }).click();
    await page.getByText('This cannot be undone').waitFor();
    expect((await api('/me', secret)).status).toBe(200);
    await page.getByRole('button', { name: 'Revoke the token' }).click();
    await page.getByText('Programs that used it are turned away').waitFor();
    expect((await api('/me', secret)).status).toBe(401);
    await context.close();
    expect(demo.complaints).toEqual([]);
  }, 60_000);

  it('connect a system without scripts, keep what was typed when refused, and let stopped work try again', async () => {
    const { context, page } = await demo.signIn('administrator', { javaScriptEnabled: false });
    await page.goto('/settings/connections');
    await page.getByRole('link', { name: 'New connection' }).click();
    await page.getByRole('link', { name: 'Webhook' }).click();
    await page.getByLabel('Short name').fill('Not A Slug');
    await page.getByLabel('Title').fill(hostile);
    await page.getByLabel('Address').fill('http://127.0.0.1:9/in');
    await page.getByLabel('Somebody commented').check();
    await page.getByLabel('Auditor').check();
    await page.getByRole('button', { name: 'Make the connection' }).click();
    await page
      .getByRole('alert')
      .getByRole('link', { name: /^Short name/ })
      .waitFor();
    expect(await page.getByLabel('Title').inputValue()).toBe(hostile);
    expect(await page.getByLabel('Somebody commented').isChecked()).toBe(true);
    await page.getByLabel('Short name').fill('hook');
    await page
      .getByLabel('Signing secret', { exact: false })
      .first()
      .fill(`whsec_${Buffer.alloc(32, 7).toString('base64')}`);
    await page.getByRole('button', { name: 'Make the connection' }).click();
    await page.getByText('It is made.').waitFor();
    expect(await page.getByRole('heading', { name: hostile }).count()).toBe(1);
    expect(await page.content()).not.toContain('whsec_BwcH');
    await page.getByRole('button', { name: 'Check now' }).click();
    await page.getByText('It does not work yet').waitFor();
    // What is told now is refused for good: the address is none that may be called.
    const { token } = demo.persona('requester');
    const mine = (await (await api('/cases?limit=1', token)).json()).items[0].id;
    const said = await api(`/cases/${mine}/comments`, token, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': 'settings-1' },
      body: JSON.stringify({ text: 'Any news?' }),
    });
    expect(said.status).toBeLessThan(300);
    await expect
      .poll(
        async () => {
          await page.goto('/settings/effects');
          return page.getByRole('button', { name: /^Try again: Tell another system/ }).count();
        },
        { timeout: 20_000 },
      )
      .toBe(1);
    await page.getByText('is not a public address').waitFor();
    await page.getByRole('checkbox').check();
    await page.getByRole('button', { name: 'Try the chosen again' }).click();
    await page.getByText('One tries again now.').waitFor();
    await context.close();
  }, 90_000);

  it('show what was sent and answered, send it again, and change, pause and stop a connection with a reason', async () => {
    const { context, page } = await demo.signIn('administrator', { viewport: { width: 1440, height: 900 } });
    await page.goto('/settings/connections/hook');
    await page.waitForLoadState('networkidle');
    await page.getByText(/^Somebody commented, /).click();
    await page.getByText('is not a public address').first().waitFor();
    await page.getByRole('button', { name: 'Send it again' }).click();
    await page.getByText('It is sent again, under the id it always had.').waitFor();
    expect(await hardToRead(page)).toEqual([]);
    await page.getByText('Change it', { exact: true }).click();
    await page.getByLabel('Title').fill('Ticket desk');
    const change = page.locator('details', { hasText: 'Change it' }).first();
    await change.getByLabel('Why').fill('It has a new name.');
    const other = await api('/connections/hook', demo.persona('administrator').token, {
      method: 'PATCH',
      headers: { 'content-type': 'application/json', 'idempotency-key': 'settings-2' },
      body: JSON.stringify({ types: ['refund'], reason: 'Only these.' }),
    });
    expect(other.status).toBe(200);
    await change.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Somebody changed it meanwhile').waitFor();
    expect(await page.getByLabel('Title').inputValue()).toBe('Ticket desk');
    await change.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('heading', { name: 'Ticket desk' }).waitFor();
    for (const [title, verb, told] of [
      ['Pause it', 'Pause the connection', 'what is to be sent waits'],
      ['Let it go on', 'Go on', 'what waited is sent now'],
      ['Stop it', 'Stop the connection', 'nothing more is sent through it'],
      ['Start it again', 'Start the connection', 'It is in use again.'],
    ] as const) {
      await page.getByText(title, { exact: true }).click();
      const fold = page.locator('details[open]', { hasText: verb });
      await fold.getByLabel('Why').fill(`Because of “${title}”.`);
      await fold.getByRole('button', { name: verb }).click();
      await page.getByText(told, { exact: false }).first().waitFor();
    }
    await page.getByText('History', { exact: true }).click();
    await page.getByText('stopped it: “Because of “Stop it”.”').waitFor();
    await page.getByText(/changed its title.*“It has a new name.”/).waitFor();
    await context.close();
    expect(demo.complaints).toEqual([]);
  }, 120_000);

  it('say what each role may do and who has it, and what stopped, for auditors to read only', async () => {
    const { context, page } = await demo.signIn('auditor');
    await page.goto('/settings/roles');
    const approver = page.getByRole('region', { name: 'Administrator' });
    await approver.getByText('grant and take roles').waitFor();
    await approver.getByRole('link', { name: 'Sam Adeyemi' }).waitFor();
    await page.getByRole('cell', { name: 'Approve or reject' }).waitFor();
    await page.goto('/settings/effects');
    await expect.poll(() => page.getByRole('button', { name: /^Try again:/ }).count()).toBe(0);
    await page.goto('/settings/connections/hook');
    await page.getByRole('heading', { name: 'Deliveries' }).waitFor();
    await expect.poll(() => page.getByRole('button', { name: 'Check now' }).count()).toBe(0);
    await context.close();
    expect(demo.complaints).toEqual([]);
  }, 60_000);

  it('are not for those whose roles do not allow them, and say so', async () => {
    const { context, page } = await demo.signIn('requester', { javaScriptEnabled: false });
    await page.goto('/settings/tokens');
    const tabs = page.getByRole('navigation', { name: 'Settings' });
    expect(await tabs.getByRole('link').allInnerTexts()).toEqual(['Tokens', 'Appearance']);
    for (const path of ['effects', 'roles', 'connections', 'connections/new', 'connections/hook']) {
      const answer = await page.goto(`/settings/${path}`);
      expect([path, answer?.status()]).toEqual([path, path === 'connections/new' ? 403 : 404]);
      await page.getByRole('heading', { name: 'This page is not here for you' }).waitFor();
    }
    await context.close();
    // A browser notes each page that was refused.
    expect(demo.complaints.splice(0).filter((said) => !/status of 40[34]/.test(said))).toEqual([]);
  }, 60_000);

  it('keep light or dark from the first byte on, and switch single keys off', async () => {
    const { context, page } = await demo.signIn('handler', { colorScheme: 'light' });
    await page.goto('/settings/appearance');
    await page.getByRole('radio', { name: /^Dark/ }).check();
    await page.getByLabel('Single keys do something').uncheck();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Saved for this browser.').waitFor();
    const served = await (await page.request.get('/inbox')).text();
    expect(served).toMatch(/<html[^>]* data-theme="dark"[^>]* data-keys="off"/);
    const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    await page.goto('/inbox');
    await page.waitForLoadState('networkidle');
    expect(await ground()).toBe('rgb(13, 15, 18)');
    await page.keyboard.press('?');
    await expect.poll(() => page.getByRole('dialog').count()).toBe(0);
    await page.goto('/settings/appearance');
    await page.getByRole('radio', { name: /^As the system/ }).check();
    await page.getByLabel('Single keys do something').check();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Saved for this browser.').waitFor();
    expect(await ground()).toBe('rgb(245, 245, 242)');
    await page.goto('/inbox');
    await page.waitForLoadState('networkidle');
    await page.keyboard.press('?');
    await page.getByRole('dialog').waitFor();
    await context.close();
    expect(demo.complaints).toEqual([]);
  }, 60_000);
});
