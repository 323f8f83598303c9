import { execFileSync } from 'node:child_process';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeWithBrowser, openBrowser } from '../support/browser.ts';
import { type BuiltProduct, startBuilt } from '../support/built-product.ts';
import { hardToRead } from '../support/reads-well.ts';

const password = 'four plain words here';

describeWithBrowser('the first hour on an empty store', () => {
  let product: BuiltProduct;
  let browser: Browser;
  let complaints: string[] = [];

  beforeAll(async () => {
    [product, browser] = await Promise.all([startBuilt('start'), openBrowser()]);
  }, 150_000);
  afterAll(async () => {
    await browser.close();
    await product.stop();
  });

  const openPage = async (options: BrowserContextOptions = {}): Promise<Page> => {
    const context = await browser.newContext({ baseURL: product.origin, ...options });
    const page = await context.newPage();
    page.on('console', (message) => complaints.push(`${page.url()}: ${message.text()}`));
    page.on('pageerror', (error) => complaints.push(`${page.url()}: ${error.message}`));
    return page;
  };
  const signIn = async (email: string, options: BrowserContextOptions = {}): Promise<Page> => {
    const page = await openPage(options);
    await page.goto('/sign-in');
    await page.getByLabel('E-mail').fill(email);
    await page.getByLabel('Password').fill(password);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('heading', { name: 'Start' }).waitFor();
    return page;
  };
  const linkIn = (text: string): string => {
    const found = /http:\/\/localhost:\d+\/welcome\/\S+/.exec(text)?.[0];
    if (found === undefined) throw new Error(`no link was printed: ${text}`);
    return found;
  };
  const ask = async (page: Page, title: string): Promise<string> => {
    await page.goto('/catalogue/general-request');
    await page.getByLabel('Title').fill(title);
    await page.getByLabel('What is needed').fill('So that the evenings are brighter.');
    await page.getByLabel('This week').check();
    await page.getByRole('button', { name: 'Review before sending' }).click();
    await page.getByRole('button', { name: 'Send the request' }).click();
    await page.waitForURL(/\/requests\/[^/]+$/);
    return new URL(page.url()).pathname.split('/').at(-1) ?? '';
  };

  it('leads from the printed link to a published type, a request of one’s own and its end, in the browser alone', async () => {
    const page = await openPage();
    await page.goto(linkIn(product.printed()));
    await page.getByText('the roles Administrator and Designer are yours').waitFor();
    await page.getByLabel('Your name').fill('Ada Example');
    await page.getByLabel('E-mail').fill('ada@example.test');
    await page.getByLabel('Password').fill(password);
    await page.getByRole('button', { name: 'Become administrator' }).click();
    await page.getByRole('heading', { name: 'What to do first' }).waitFor();
    await page.getByRole('main').getByRole('link', { name: 'Request types' }).click();
    await page.getByRole('button', { name: /^Import as a draft of General request/ }).click();
    await page.getByText('Nothing is wrong with it.').waitFor();
    await page.getByText(/^All \d+ pass\.$/).waitFor();
    expect(await page.getByRole('button', { name: 'Make what is missing' }).count()).toBe(0);
    await page.getByLabel('Why').fill('The first thing anybody can ask for');
    await page.getByLabel('Why').press('Tab');
    await page.keyboard.press('Enter');
    await page.getByText('Published. It is live.').waitFor();
    await page.getByRole('link', { name: 'Ask for it yourself' }).click();
    await page.waitForURL(/\/catalogue\/general-request$/);
    const id = await ask(page, 'A desk lamp');
    // An administrator without a manager needs nobody to agree; nobody is given their own request, and who answers for it ends it.
    await page.goto(`/cases/${id}`);
    await expect
      .poll(async () => {
        await page.reload();
        return page.getByText('Routing found nobody').count();
      })
      .toBe(1);
    await page
      .getByRole('link', { name: 'Say it is done' })
      .or(page.getByRole('button', { name: 'Say it is done' }))
      .click();
    await page.locator('main form').getByRole('button', { name: 'Say it is done' }).click();
    await page.getByText('Done', { exact: true }).first().waitFor();
    await page.goto(`/requests/${id}`);
    await page.getByText('It is finished:').waitFor();
    await page.context().close();
    expect(complaints).toEqual([]);
  }, 120_000);

  it('says for a ready type what is missing, makes it with one button, and publishes it', async () => {
    const page = await signIn('ada@example.test');
    await page.goto('/directory/people?do=create');
    await page.getByLabel('Id', { exact: true }).fill('ben');
    await page.getByLabel('Name', { exact: true }).fill('Ben Second');
    await page.getByLabel('E-mail').fill('ben@example.test');
    await page.getByLabel('Designer').check();
    await page.getByRole('button', { name: 'Make the person' }).click();
    await page.waitForURL(/\/directory\/people\/ben/);
    await page.goto('/types');
    await page.getByText('Ready types that come with Signalbox').click();
    await page.getByRole('button', { name: /^Import as a draft of Access request/ }).click();
    const panel = page.getByRole('region', { name: 'What it needs and is missing here' });
    await panel.getByText('IT lead', { exact: false }).first().waitFor();
    await panel.getByText('made, with you in them').first().waitFor();
    expect(await hardToRead(page)).toEqual([]);
    expect(await panel.getByLabel('Who signs beside you').inputValue()).toBe('ben');
    await panel.getByRole('button', { name: 'Make what is missing' }).click();
    const done = page.getByRole('region', { name: 'Nothing is missing any more' });
    await done.getByRole('link', { name: 'Team Privacy' }).waitFor();
    expect(await hardToRead(page)).toEqual([]);
    await expect.poll(() => page.getByText('Blocks', { exact: true }).count()).toBe(0);
    await page.getByText(/^All \d+ pass\.$/).waitFor();
    await page.getByLabel('Why').fill('Access that ends by itself');
    await page.getByRole('button', { name: 'Publish version 1' }).click();
    await page.getByText('Published. It is live.').waitFor();
    await page.goto('/directory/teams/privacy');
    await page.getByText('Needed by Access request').first().waitFor();
    await page.getByRole('main').getByRole('link', { name: 'Ada Example' }).first().waitFor();
    await page.goto('/settings/roles');
    await page
      .getByRole('list', { name: 'Who has the role Security lead' })
      .getByText('Ben Second')
      .waitFor();
    await page.context().close();
    expect(complaints).toEqual([]);
  }, 120_000);

  it('makes what is missing without scripts too, says what nobody makes by a button, and again what a second press leaves', async () => {
    const page = await signIn('ada@example.test', { javaScriptEnabled: false });
    await page.goto('/types');
    await page.getByText('Ready types that come with Signalbox').click();
    await page.getByRole('button', { name: /^Import as a draft of Vendor onboarding/ }).click();
    await page.getByText('The connection erp holds an address and secrets').waitFor();
    await page.getByLabel('Who signs beside you').selectOption('Ben Second');
    await page.getByRole('button', { name: 'Make what is missing' }).click();
    await page.getByRole('link', { name: 'Pool Treasury' }).waitFor();
    expect(await page.getByRole('button', { name: 'Make what is missing' }).count()).toBe(0);
    expect(await page.getByRole('link', { name: 'Set up connections' }).isVisible()).toBe(true);
    await page.context().close();
  }, 60_000);

  it('tells a designer who can make it, routes what a colleague asks, and lets an administrator agree to it and end it', async () => {
    const printed = execFileSync(process.execPath, ['bin/signalbox.mjs', 'person', 'link', 'ben'], {
      env: { ...process.env, SIGNALBOX_DATA: product.data },
      encoding: 'utf8',
    });
    const page = await openPage();
    await page.goto(linkIn(printed));
    await page.getByLabel('Password').fill(password);
    await page.getByRole('button', { name: 'Set password' }).click();
    await page.getByRole('heading', { name: 'Start' }).waitFor();
    await page.goto('/types');
    await page.getByText('Ready types that come with Signalbox').click();
    await page.getByRole('button', { name: /^Import as a draft of Refund/ }).click();
    await page.getByText('An administrator can make them: Ada Example.').waitFor();
    expect(await page.getByRole('button', { name: 'Make what is missing' }).count()).toBe(0);
    const id = await ask(page, 'A brighter lamp');
    const ada = await signIn('ada@example.test');
    await expect
      .poll(async () => {
        await ada.goto('/inbox?view=approvals');
        return ada.getByRole('link', { name: /A brighter lamp/ }).count();
      })
      .toBeGreaterThan(0);
    await ada.goto(`/cases/${id}?do=approve`);
    await ada
      .locator('main form')
      .getByRole('button', { name: /^Approve/ })
      .click();
    await expect
      .poll(async () => {
        await ada.goto(`/cases/${id}`);
        return ada.getByText('In work').count();
      })
      .toBeGreaterThan(0);
    await ada
      .getByRole('link', { name: 'Say it is done' })
      .or(ada.getByRole('button', { name: 'Say it is done' }))
      .click();
    await ada.locator('main form').getByRole('button', { name: 'Say it is done' }).click();
    await page.goto(`/requests/${id}`);
    await expect
      .poll(async () => {
        await page.reload();
        return page.getByText('It is finished:').count();
      })
      .toBe(1);
    await ada.context().close();
    await page.context().close();
    expect(complaints).toEqual([]);
  }, 120_000);

  it('keeps the page while the server is gone, and goes on by itself when it is back', async () => {
    const page = await signIn('ada@example.test');
    await page.goto('/catalogue/general-request');
    await page.getByLabel('Title').fill('A lamp in the dark');
    await page.getByLabel('What is needed').fill('Half written');
    const { port } = new URL(product.origin);
    // What other pages are made of is brought once the page has rested.
    await page.waitForFunction(() =>
      performance
        .getEntriesByType('resource')
        .some(({ name }) => /_in\.types\._index|settings\.tokens/.test(name)),
    );
    await page.waitForLoadState('networkidle');
    await product.end();
    await page.getByRole('link', { name: 'Directory' }).click();
    const gone = page.getByText('Signalbox does not answer.');
    await gone.waitFor();
    expect(await page.getByLabel('What is needed').inputValue()).toBe('Half written');
    expect(new URL(page.url()).pathname).toBe('/catalogue/general-request');
    // What is clicked last is what it goes on to.
    await page.getByRole('link', { name: 'Numbers' }).click();
    await gone.waitFor();
    product = await startBuilt('start', { PORT: port }, product.data);
    await page.waitForURL(/\/numbers/);
    await page.getByText('Signalbox is back.').waitFor();
    await page.goto('/catalogue/general-request');
    await page.getByText('What you typed before is back.').waitFor();
    await page.getByLabel('This week').check();
    await product.end();
    await page.getByRole('button', { name: 'Review before sending' }).click();
    await gone.waitFor();
    expect(await page.getByLabel('What is needed').inputValue()).toBe('Half written');
    product = await startBuilt('start', { PORT: port }, product.data);
    await page.getByRole('button', { name: 'Send the request' }).click();
    await page.waitForURL(/\/requests\/[^/]+$/);
    const id = new URL(page.url()).pathname.split('/').at(-1);
    await page.goto(`/cases/${id}?do=finish`);
    await page.goto(`/cases/${id}`);
    await page
      .getByLabel('Comment; @ mentions somebody')
      .or(page.getByPlaceholder('Comment; @ mentions somebody'))
      .first()
      .fill('Seen in the dark.');
    await product.end();
    await page.getByRole('button', { name: /^Send/ }).click();
    await gone.waitFor();
    product = await startBuilt('start', { PORT: port }, product.data);
    await page.getByRole('main').getByText('Seen in the dark.').first().waitFor();
    await page.context().close();
    complaints = complaints.filter(
      (text) =>
        !/ERR_(CONNECTION|EMPTY|INCOMPLETE|NETWORK|SOCKET)|status of 503|preloaded using link preload/.test(
          text,
        ),
    );
    expect(complaints).toEqual([]);
  }, 180_000);
});
