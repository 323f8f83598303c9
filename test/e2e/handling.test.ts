import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeWithBrowser } from '../support/browser.ts';
import { type DemoInBrowser, openDemoInBrowser } from '../support/demo-in-browser.ts';
import { hardToRead } from '../support/reads-well.ts';

interface Work {
  readonly items: readonly { readonly case: { readonly id: string; readonly number: string } }[];
}

describeWithBrowser('handling and deciding, in a browser', () => {
  let demo: DemoInBrowser;
  let toSign: Work['items'];

  const call = async (name: string, path: string, init: RequestInit = {}): Promise<Response> =>
    fetch(`${demo.product.origin}/api/v1${path}`, {
      ...init,
      headers: { authorization: `Bearer ${demo.persona(name).token}`, ...init.headers },
    });
  const caseToSign = (at: number): { readonly id: string; readonly number: string } => {
    const found = toSign[at];
    if (found === undefined) throw new Error(`nobody waits for signature ${at}`);
    return found.case;
  };

  beforeAll(async () => {
    demo = await openDemoInBrowser();
    toSign = ((await (await call('approver', '/work?view=approvals&limit=20')).json()) as Work).items;
  }, 300_000);
  afterAll(() => demo.close());

  it('lets an approver find, look at, open, approve and take back by keyboard alone', async () => {
    const { context, page } = await demo.signIn('approver');
    await page.goto('/inbox?view=approvals');
    await page.waitForLoadState('networkidle');
    await page.keyboard.press('j');
    await page.keyboard.press('Space');
    await page.getByRole('complementary').getByRole('heading', { level: 2 }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('heading', { name: 'As submitted' }).waitFor({ state: 'detached' });
    await page.keyboard.press('k');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/cases\//);
    await page.getByRole('heading', { name: 'What happened' }).waitFor();
    await page.keyboard.press('a');
    await page.getByLabel('Comment (optional)').waitFor();
    await page.keyboard.type('Within the budget.');
    await page.keyboard.press('Control+Enter');
    await page.getByRole('status').getByText('Approved').waitFor();
    await page.keyboard.press('z');
    await page.getByText('Taken back: the decision is open again').waitFor();
    await page.getByRole('link', { name: 'Approve' }).waitFor();
    await context.close();
    expect(demo.complaints).toEqual([]);
  }, 90_000);

  it('shows the keys of the inbox and never acts on them while somebody types', async () => {
    const { context, page } = await demo.signIn('approver');
    await page.goto('/inbox?view=approvals');
    await page.waitForLoadState('networkidle');
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Keys' }).waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('/');
    await page.keyboard.type('xj');
    expect(await page.getByLabel('Search cases').inputValue()).toBe('xj');
    await expect.poll(() => page.getByRole('checkbox', { checked: true }).count()).toBe(0);
    await context.close();
  }, 90_000);

  it('refuses a decision on a request that changed since it was read, says what changed, and keeps what was typed', async () => {
    const { id } = caseToSign(1);
    const { context, page } = await demo.signIn('approver');
    await page.goto(`/cases/${id}?do=reject`);
    await page.waitForLoadState('networkidle');
    await page.getByLabel('Why', { exact: true }).fill('Too dear for what it is.');
    const file = (await (
      await call('approver', '/attachments', {
        method: 'POST',
        body: 'the new offer',
        headers: { 'content-type': 'text/plain', 'x-file-name': 'offer.txt' },
      })
    ).json()) as { id: string };
    const attached = await call('approver', `/cases/${id}/attachments`, {
      method: 'POST',
      body: JSON.stringify({ attachment: file.id }),
      headers: { 'content-type': 'application/json', 'idempotency-key': 'offer' },
    });
    expect(attached.status).toBe(200);
    await page.locator('#deed').getByRole('button', { name: 'Reject' }).click();
    await page.getByRole('alert').getByText('Files: 1 added').waitFor();
    expect(await page.getByLabel('Why', { exact: true }).inputValue()).toBe('Too dear for what it is.');
    await page.locator('#deed').getByRole('button', { name: 'Reject' }).click();
    await page.getByRole('status').getByText('Rejected').waitFor();
    await page.getByText('Too dear for what it is.').waitFor();
    await context.close();
    expect(demo.complaints).toEqual([]);
  }, 90_000);

  it('does one thing to many and says which were refused and why', async () => {
    const { context, page } = await demo.signIn('approver');
    await page.goto('/inbox?view=approvals');
    await page.waitForLoadState('networkidle');
    const boxes = page.getByRole('checkbox');
    const all = await boxes.count();
    await boxes.nth(all - 1).check();
    await boxes.nth(all - 2).check();
    await page.getByText('2 chosen', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Reject 2' }).click();
    await page.getByText('0 rejected, 2 refused').waitFor();
    await page.getByLabel('Comment, needed to reject').fill('Ask again next year.');
    await page.getByRole('button', { name: 'Reject 2' }).click();
    await page.getByText('2 rejected').waitFor();
    await expect.poll(() => page.getByRole('checkbox').count()).toBe(all - 2);
    await context.close();
    expect(demo.complaints).toEqual([]);
  }, 90_000);

  it('narrows the list by type and by day, and puts first what one asks for', async () => {
    const { context, page } = await demo.signIn('handler');
    await page.goto('/inbox?view=team');
    await page.waitForLoadState('networkidle');
    const numbers = () => page.getByRole('checkbox').count();
    const all = await numbers();
    await page.getByLabel('First').selectOption('due');
    await page.waitForURL((url) => url.searchParams.get('sort') === 'due');
    await page
      .getByRole('rowgroup')
      .filter({ hasText: /^(Late|Due) / })
      .first()
      .waitFor();
    await page.getByLabel('Type is').selectOption('refund');
    await page.waitForURL((url) => url.searchParams.get('type') === 'refund');
    await expect.poll(() => page.getByRole('row').filter({ hasText: 'ISS-' }).count()).toBe(0);
    const refunds = await numbers();
    expect(refunds).toBeGreaterThan(0);
    expect(refunds).toBeLessThan(all);
    await page.getByRole('link', { name: 'Show all' }).click();
    await expect.poll(numbers).toBe(all);
    await context.close();
    expect(demo.complaints).toEqual([]);
  }, 90_000);

  it('narrows the list without JavaScript too', async () => {
    const { context, page } = await demo.signIn('handler', { javaScriptEnabled: false });
    await page.goto('/inbox?view=team');
    await page.locator('select[name="due"]').selectOption('week');
    await page.getByRole('button', { name: 'Show' }).click();
    await page.waitForURL((url) => url.searchParams.get('due') === 'week');
    await page
      .getByRole('rowgroup')
      .filter({ hasText: /^(Late|Due) / })
      .first()
      .waitFor();
    await expect.poll(() => page.getByRole('row').filter({ hasText: 'Not due' }).count()).toBe(0);
    await context.close();
    expect(demo.complaints).toEqual([]);
  }, 60_000);

  it('takes rows along with shift, and looks at case after case beside the list without moving it', async () => {
    const { context, page } = await demo.signIn('handler');
    await page.goto('/inbox?view=team');
    await page.waitForLoadState('networkidle');
    await page.keyboard.press('j');
    await page.keyboard.press('Shift+J');
    await page.keyboard.press('Shift+J');
    await page.getByText('3 chosen', { exact: true }).waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(() => page.getByRole('checkbox', { checked: true }).count()).toBe(0);
    const beside = page.locator('aside[aria-labelledby="peek-title"]');
    const seen: string[] = [];
    for (let i = 0; i < 3; i++) {
      await page.keyboard.press(' ');
      await beside.getByText('As submitted').waitFor();
      seen.push(await beside.getByRole('heading', { level: 2 }).innerText());
      await page.keyboard.press(' ');
      await beside.waitFor({ state: 'detached' });
      await page.keyboard.press('j');
    }
    expect(new Set(seen).size).toBe(3);
    await page.goto('/inbox?view=team&peek=no-such-case');
    await page.getByText('Not here any more').waitFor();
    await context.close();
    expect(demo.complaints).toEqual([]);
  }, 90_000);

  it('greys what a colleague took, while nothing moves', async () => {
    const { context, page } = await demo.signIn('handler');
    const other = await demo.signIn('handler');
    await page.goto('/inbox?view=team');
    const row = page
      .getByRole('row')
      .filter({ has: page.getByRole('checkbox') })
      .first();
    const before = await row.innerText();
    await page.waitForTimeout(2_500);
    await other.page.goto('/inbox?view=team');
    await other.page.getByRole('checkbox').first().check();
    await other.page.getByRole('button', { name: 'Take' }).click();
    await other.page.getByText('1 taken').waitFor();
    await row.getByText('No longer here').waitFor();
    expect(before).not.toContain('No longer here');
    await other.context.close();
    await context.close();
    expect(demo.complaints).toEqual([]);
  }, 90_000);

  it('explains why a case is where it is, rule by rule and person by person, and why not me', async () => {
    const { context, page } = await demo.signIn('handler');
    await page.goto('/inbox');
    await page.waitForLoadState('networkidle');
    await page.getByRole('table').getByRole('link').first().click();
    await page.getByRole('link', { name: 'Why here?' }).first().click();
    const panel = page.getByRole('complementary', { name: 'Why here?' });
    await panel.getByText('Rules').waitFor();
    await panel.getByText('Why not me').first().waitFor();
    await expect.poll(() => panel.getByRole('listitem').count()).toBeGreaterThan(5);
    await page.keyboard.press('Escape');
    await panel.waitFor({ state: 'detached' });
    await context.close();
    expect(demo.complaints).toEqual([]);
  }, 90_000);

  it('decides, comments and takes work without JavaScript', async () => {
    const { id } = caseToSign(2);
    const approver = await demo.signIn('approver', { javaScriptEnabled: false });
    await approver.page.goto(`/cases/${id}`);
    await approver.page.getByRole('link', { name: 'Approve' }).click();
    await approver.page.getByLabel('Comment (optional)').fill('Signed on paper too.');
    await approver.page.locator('#deed').getByRole('button', { name: 'Approve' }).click();
    await approver.page.getByText('Signed on paper too.').waitFor();
    await approver.page.getByRole('button', { name: 'Undo' }).click();
    await approver.page.getByText('Taken back: the decision is open again').waitFor();
    await approver.page.getByLabel('Comment', { exact: true }).fill('I look at it tomorrow.');
    await approver.page.getByRole('button', { name: 'Send' }).click();
    await approver.page.getByText('I look at it tomorrow.').waitFor();
    await approver.page.getByRole('link', { name: 'Why here?' }).first().click();
    await approver.page.getByRole('complementary', { name: 'Why here?' }).waitFor();
    await approver.context.close();

    const handler = await demo.signIn('handler', { javaScriptEnabled: false });
    await handler.page.goto('/inbox?view=team');
    await handler.page.getByRole('checkbox').first().check();
    await handler.page.getByRole('button', { name: 'Take' }).click();
    await handler.page.getByText('1 taken').waitFor();
    await handler.context.close();
  }, 90_000);

  it('keeps a half-written comment over a reload', async () => {
    const { id } = caseToSign(2);
    const { context, page } = await demo.signIn('approver');
    await page.goto(`/cases/${id}`);
    await page.waitForLoadState('networkidle');
    await page.getByLabel('Comment', { exact: true }).fill('Half of a');
    await page.reload();
    await expect.poll(() => page.getByLabel('Comment', { exact: true }).inputValue()).toBe('Half of a');
    await context.close();
  }, 90_000);

  it('reads well for everybody, on a phone and on a desk, in light and in dark', async () => {
    const { id } = caseToSign(2);
    const { context, page } = await demo.signIn('approver');
    const pages = [
      '/inbox?view=approvals',
      '/inbox',
      `/inbox?view=approvals&peek=${id}`,
      `/cases/${id}`,
      `/cases/${id}?do=approve`,
      `/cases/${id}?why=1`,
      `/cases/${id}?done=comment`,
    ];
    for (const path of pages) {
      await page.goto(path);
      expect(await hardToRead(page)).toEqual([]);
    }
    await context.close();
    expect(demo.complaints).toEqual([]);
  }, 300_000);
});
