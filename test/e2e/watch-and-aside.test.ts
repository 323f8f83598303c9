import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeWithBrowser } from '../support/browser.ts';
import { type DemoInBrowser, openDemoInBrowser } from '../support/demo-in-browser.ts';
import { hardToRead } from '../support/reads-well.ts';

const hostile = '"><img src=x onerror=alert(1)>';
const desk = { viewport: { width: 1440, height: 900 } };

interface Seen {
  readonly id: string;
  readonly number: string;
  readonly watchers: readonly string[];
  readonly comments: readonly { readonly text?: string; readonly mentions: readonly string[] }[];
}

describeWithBrowser('watching, mentioning and putting aside, in a browser', () => {
  let demo: DemoInBrowser;
  beforeAll(async () => {
    demo = await openDemoInBrowser();
  }, 150_000);
  afterAll(() => demo.close());

  const ask = async (name: string, path: string) => {
    const answer = await fetch(`${demo.product.origin}/api/v1${path}`, {
      headers: { authorization: `Bearer ${demo.persona(name).token}` },
    });
    expect(answer.ok, `${path}: ${answer.status}`).toBe(true);
    return answer.json();
  };
  const seen = (id: string): Promise<Seen> => ask('handler', `/cases/${id}`);
  const mine = async (): Promise<Seen[]> =>
    (await ask('handler', '/work?view=mine')).items
      .filter((item: { task: string }) => item.task === 'handle')
      .map((item: { case: Seen }) => item.case);
  const first = async (): Promise<Seen> => {
    const [found] = await mine();
    if (found === undefined) throw new Error('the handler has nothing');
    return found;
  };
  const open = async (page: Page, path: string): Promise<void> => {
    await page.goto(path);
    await page.waitForLoadState('networkidle');
  };

  it('watches and stops again, and is told who watches', async () => {
    const { context, page } = await demo.signIn('administrator', desk);
    const { id } = await first();
    await open(page, `/cases/${id}`);
    const watch = page.getByRole('button', { name: 'Watch', exact: true });
    await watch.click();
    await page.getByText('You watch it, and are told what happens').waitFor();
    expect((await seen(id)).watchers).toContain('sam');
    await page.waitForLoadState('networkidle');
    await page.keyboard.press('z');
    await page.getByText('Taken back', { exact: true }).waitFor();
    expect((await seen(id)).watchers).not.toContain('sam');
    await watch.click();
    await page.getByText('You watch it, and are told what happens').waitFor();
    await page.locator('summary', { hasText: /watch/ }).click();
    await page.getByRole('list', { name: 'They watch it' }).getByText('You').waitFor();
    await page.getByRole('button', { name: /^Watching/ }).click();
    await page.getByText('You no longer watch it').waitFor();
    expect((await seen(id)).watchers).not.toContain('sam');
    await context.close();
    expect(demo.complaints).toEqual([]);
  }, 60_000);

  it('mentions somebody by keyboard, keeps what an internal remark may not say, and shows names as names', async () => {
    const { context, page } = await demo.signIn('handler', desk);
    const { id } = await first();
    await open(page, `/cases/${id}`);
    const box = page.getByLabel('Comment', { exact: true });
    await box.click();
    await page.keyboard.type(`${hostile} and @pau`);
    await page.getByRole('option', { name: /Paula/ }).waitFor();
    await page.keyboard.press('Escape');
    expect(await page.getByRole('listbox', { name: 'Mention' }).count()).toBe(0);
    await page.keyboard.press('Backspace');
    await page.keyboard.press('Backspace');
    await page.keyboard.press('Backspace');
    await page.keyboard.press('Backspace');
    await page.keyboard.type('@pau');
    await page.getByRole('option', { name: /Paula/ }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    const written = await box.inputValue();
    expect(written).toMatch(/and @Paula \S+ $/);
    await page.keyboard.press('Control+Enter');
    await page.getByText(/cannot read internal comments on this case/).waitFor();
    expect(await box.inputValue()).toBe(written);
    await page.getByLabel('For').selectOption('public');
    await page.getByRole('button', { name: 'Send' }).click();
    await page.getByText('Sent', { exact: true }).waitFor();
    const { watchers, comments } = await seen(id);
    expect(comments.at(-1)?.mentions).toHaveLength(1);
    expect(watchers).toContain(comments.at(-1)?.mentions[0]);
    await page.getByText(/^@Paula/).waitFor();
    expect(await page.locator('img[src="x"]').count()).toBe(0);
    expect(await hardToRead(page)).toEqual([]);
    await context.close();
    expect(demo.complaints).toEqual([]);
  }, 90_000);

  it('puts a case aside from the inbox by keyboard, which can be taken back', async () => {
    const { context, page } = await demo.signIn('approver', desk);
    const waiting = async (): Promise<string[]> =>
      (await ask('approver', '/work?view=approvals')).items.map((item: { case: Seen }) => item.case.id);
    await open(page, '/inbox?view=approvals');
    const before = await waiting();
    // What came of it shows before the list is loaded anew, and can be taken back at once.
    await page.route(/\/inbox\?.*_data=/, async (route) => {
      if (route.request().method() === 'GET') await new Promise((resolve) => setTimeout(resolve, 1_000));
      await route.continue();
    });
    await page.keyboard.press('j');
    await page.keyboard.press('h');
    await page
      .getByRole('button', { name: /Next Monday morning|Tomorrow morning/ })
      .first()
      .waitFor();
    await page.keyboard.press('Enter');
    await page.getByText('1 put aside').waitFor();
    expect(await waiting()).toEqual(before.slice(1));
    await page.keyboard.press('z');
    await page.getByText('1 taken up again').waitFor();
    expect(await waiting()).toEqual(before);
    await page.getByRole('link', { name: /^Put aside/ }).click();
    await page
      .getByText(/Comes back/)
      .first()
      .waitFor();
    await context.close();
    expect(demo.complaints).toEqual([]);
  }, 90_000);

  it('puts a case aside until a day and a time of one’s own, without scripts', async () => {
    const { context, page } = await demo.signIn('handler', { javaScriptEnabled: false });
    const { id } = await first();
    await page.goto(`/cases/${id}`);
    await page.getByRole('link', { name: 'Put aside' }).click();
    const form = page.getByRole('form', { name: 'Put aside' });
    await form.getByRole('radio', { name: 'On', exact: true }).check();
    const today = (await form.getByLabel('Day').getAttribute('min')) ?? '';
    await form.getByLabel('Day').fill(today);
    await form.getByLabel('Time').fill('00:01');
    await form.getByRole('button', { name: 'Put aside' }).click();
    await page.getByText('Choose a time that is still to come.').first().waitFor();
    expect(await form.getByLabel('Day').inputValue()).toBe(today);
    const soon = new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10);
    await form.getByLabel('Day').fill(soon);
    await form.getByRole('button', { name: 'Put aside' }).click();
    await page.getByText('You put it aside until').first().waitFor();
    expect((await mine()).map((one) => one.id)).not.toContain(id);
    await page.getByLabel('Comment', { exact: true }).fill('@Priya Nobody and @Paula, later.');
    await page.getByRole('button', { name: 'Send' }).click();
    await page.getByText('@Priya Nobody and @Paula, later.').first().waitFor();
    expect((await seen(id)).comments.at(-1)?.mentions).toEqual([]);
    await page.getByRole('link', { name: 'Take up again' }).click();
    await page.getByRole('form', { name: 'Take up again' }).getByRole('button').click();
    await page.getByText('Back in your inbox').waitFor();
    expect((await mine()).map((one) => one.id)).toContain(id);
    await context.close();
    expect(demo.complaints).toEqual([]);
  }, 60_000);

  it('reads well while one chooses a time, and says of a mentioned who has no other way what stopping means', async () => {
    const { context, page } = await demo.signIn('handler', desk);
    const { id } = await first();
    await open(page, `/cases/${id}?do=snooze`);
    expect(await hardToRead(page)).toEqual([]);
    await context.close();
    const approver = await demo.signIn('approver', desk);
    const read = (await ask('approver', '/cases?limit=200')).items as Seen[];
    const cases = await Promise.all(read.map((one) => ask('approver', `/cases/${one.id}`)));
    const only = cases.find(({ watching }: { watching: { onlyWay: boolean } }) => watching.onlyWay);
    await open(approver.page, `/cases/${only.id}`);
    await approver.page.getByRole('link', { name: /Watching/ }).click();
    await approver.page.getByText('You will not find it any more').waitFor();
    await approver.page.getByRole('button', { name: 'Stop watching' }).click();
    await approver.page.waitForURL((url) => url.pathname === '/');
    await approver.context.close();
    expect(demo.complaints).toEqual([]);
  }, 60_000);
});
