import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeWithBrowser } from '../support/browser.ts';
import { type DemoInBrowser, openDemoInBrowser } from '../support/demo-in-browser.ts';
import { hardToRead } from '../support/reads-well.ts';

const hostile = '"><img src=x onerror=alert(1)>';

interface CaseSeen {
  readonly id: string;
  readonly owner: string | null;
  readonly gates: readonly {
    readonly status: string;
    readonly returnable: boolean;
    readonly mine: { readonly may: boolean };
  }[];
  readonly actions: {
    readonly editable: readonly string[];
    readonly deeds: readonly { readonly id: string; readonly enabled: boolean }[];
  };
}

describeWithBrowser('working on a case, in a browser', () => {
  let demo: DemoInBrowser;
  beforeAll(async () => {
    demo = await openDemoInBrowser();
  }, 150_000);
  afterAll(() => demo.close());

  const ask = async (name: string, path: string, body?: object) => {
    const answer = await fetch(`${demo.product.origin}/api/v1${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: {
        authorization: `Bearer ${demo.persona(name).token}`,
        'content-type': 'application/json',
        ...(body === undefined ? {} : { 'idempotency-key': crypto.randomUUID() }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    expect(answer.ok, `${path}: ${answer.status}`).toBe(true);
    return answer.json();
  };

  /** A case of which somebody sees this. */
  const caseOf = async (name: string, fits: (seen: CaseSeen) => boolean): Promise<CaseSeen> => {
    for (const { id } of (await ask(name, '/cases?open=true&limit=200')).items) {
      const seen: CaseSeen = await ask(name, `/cases/${id}`);
      if (fits(seen)) return seen;
    }
    throw new Error(`no case fits for ${name}`);
  };
  const may = (seen: CaseSeen, deed: string): boolean =>
    seen.actions.deeds.some(({ id, enabled }) => id === deed && enabled);

  const open = async (page: Page, id: string, query = ''): Promise<void> => {
    await page.goto(`/cases/${id}${query}`);
    await page.waitForLoadState('networkidle');
  };

  it('sets a priority and a hand-over back within the time to undo, by keyboard', async () => {
    const handler = await demo.signIn('handler', { viewport: { width: 1440, height: 900 } });
    const { id } = await caseOf('handler', (seen) => may(seen, 'setPriority'));
    const before = (await ask('handler', `/cases/${id}`)).priority.value;
    await open(handler.page, id, '?do=priority');
    await handler.page.getByLabel('Priority', { exact: true }).selectOption(before === 1 ? '2' : '1');
    await handler.page.getByLabel('Why the table is wrong').fill('The board asked');
    await handler.page.keyboard.press('Control+Enter');
    await handler.page.getByText('Priority set').waitFor();
    await handler.page.waitForLoadState('networkidle');
    await handler.page.keyboard.press('z');
    await handler.page.getByText('Taken back', { exact: true }).waitFor();
    expect((await ask('handler', `/cases/${id}`)).priority.value).toBe(before);
    await handler.context.close();

    const { context, page } = await demo.signIn('administrator', { viewport: { width: 1440, height: 900 } });
    const held = await caseOf('administrator', (seen) => seen.owner !== null && may(seen, 'assign'));
    await open(page, held.id, '?do=assign');
    await page.getByLabel('To', { exact: true }).selectOption({ index: 3 });
    await page.getByLabel('Why this person').fill('Knows the customer');
    await page
      .getByRole('form', { name: /Assign|Hand over/ })
      .getByRole('button')
      .click();
    await page.getByText('Handed over').first().waitFor();
    expect((await ask('administrator', `/cases/${held.id}`)).owner).not.toBe(held.owner);
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('Taken back', { exact: true }).waitFor();
    expect((await ask('administrator', `/cases/${held.id}`)).owner).toBe(held.owner);
    await context.close();
    expect(demo.complaints).toEqual([]);
  }, 90_000);

  it('sends an approval back, which can be taken back', async () => {
    const { context, page } = await demo.signIn('approver', { viewport: { width: 1440, height: 900 } });
    const { id } = await caseOf('approver', ({ gates }) =>
      gates.some(({ status, returnable, mine }) => status === 'open' && returnable && mine.may),
    );
    await open(page, id);
    await page.getByRole('link', { name: 'Send back' }).click();
    await page.getByLabel('What is to be put right').fill(`The contract is missing ${hostile}`);
    await page.getByRole('button', { name: 'Send back' }).click();
    await page.getByText('Sent back').first().waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('Taken back: the decision is open again').waitFor();
    await context.close();
    expect(demo.complaints).toEqual([]);
  }, 90_000);

  it('changes answers where the form lets one, keeps what was refused, and works before scripts arrive', async () => {
    const { context, page } = await demo.signIn('handler', { javaScriptEnabled: false });
    const seen = await caseOf('handler', (one) => may(one, 'edit'));
    await page.goto(`/cases/${seen.id}`);
    await page.getByRole('link', { name: 'Change answers' }).first().click();
    const form = page.getByRole('form', { name: 'Change answers' });
    const fields = form.locator(
      'select:not([name$=".currency"]), input:not([type="hidden"]), textarea:not([name^="_"])',
    );
    expect(await fields.count()).toBeGreaterThan(0);
    await form.getByLabel('Why').fill(hostile);
    await ask('administrator', `/cases/${seen.id}/comments`, { text: 'Meanwhile', visibility: 'public' });
    await form.getByRole('button', { name: 'Save answers' }).click();
    // Somebody said something meanwhile: that is told, and nothing that was typed is lost.
    await page.getByRole('alert').waitFor();
    expect(await form.getByLabel('Why').inputValue()).toBe(hostile);
    await context.close();
    expect(demo.complaints).toEqual([]);
  }, 90_000);

  it('takes a file, and tells of what happens meanwhile without moving anything', async () => {
    const { context, page } = await demo.signIn('handler', { viewport: { width: 1440, height: 900 } });
    const { id } = await caseOf('handler', (seen) => may(seen, 'attach') && may(seen, 'comment'));
    await open(page, id);
    await page.getByLabel('Add a file').setInputFiles({
      ...{
        name: `${hostile.replaceAll('/', '')}.txt`,
        mimeType: 'text/plain',
        buffer: Buffer.from('evidence'),
      },
    });
    await page.getByText('File added').waitFor();
    await page.getByRole('list', { name: 'Other files' }).getByRole('link').first().waitFor();
    await page.waitForTimeout(1_500);
    await ask('administrator', `/cases/${id}/comments`, { text: 'Look at this', visibility: 'public' });
    const news = page.getByRole('link', { name: /Show it$/ });
    await news.waitFor({ timeout: 15_000 });
    expect(await page.getByText('Look at this').count()).toBe(0);
    await news.click();
    await page.getByText('Look at this').first().waitFor();
    expect(await hardToRead(page)).toEqual([]);
    await context.close();
    expect(demo.complaints).toEqual([]);
  }, 90_000);

  it('collects new work behind a count while somebody else makes it, and says when it hears of nothing', async () => {
    const { context, page } = await demo.signIn('administrator', { viewport: { width: 1440, height: 900 } });
    const mine = () => page.locator('a[data-row]').count();
    await page.goto('/inbox');
    await page.waitForLoadState('networkidle');
    const before = await mine();
    await page.waitForTimeout(1_500);
    const given = (await ask('administrator', '/cases?open=true&limit=100')).items
      .filter(({ owner }: { owner: string | null }) => owner !== null && owner !== 'sam')
      .slice(0, 3);
    const other = await demo.signIn('administrator', { javaScriptEnabled: false });
    for (const { id } of given) {
      await other.page.goto(`/cases/${id}?do=assign`);
      await other.page.getByLabel('To', { exact: true }).selectOption('sam');
      await other.page.getByLabel('Why this person').fill('For the count');
      await other.page
        .getByRole('form', { name: /Assign|Hand over/ })
        .getByRole('button')
        .click();
      await other.page.getByText('Handed over').first().waitFor();
    }
    const pill = page.getByRole('link', { name: '3 new' });
    await pill.waitFor({ timeout: 20_000 });
    expect(await mine()).toBe(before);
    await pill.click();
    await expect.poll(mine).toBe(before + 3);
    await expect.poll(() => pill.count()).toBe(0);
    const heard = demo.complaints.length;
    await context.setOffline(true);
    await page.getByText(/^Shown as of/).waitFor({ timeout: 15_000 });
    await context.setOffline(false);
    await page.getByText(/^Shown as of/).waitFor({ state: 'detached', timeout: 15_000 });
    // A browser says itself that it is offline.
    demo.complaints.splice(heard);
    await other.context.close();
    await context.close();
    expect(demo.complaints).toEqual([]);
  }, 120_000);
});
