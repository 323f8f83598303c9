import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeWithBrowser } from '../support/browser.ts';
import { type DemoInBrowser, openDemoInBrowser } from '../support/demo-in-browser.ts';
import { hardToRead } from '../support/reads-well.ts';

describeWithBrowser('the numbers, in a browser', () => {
  let demo: DemoInBrowser;
  beforeAll(async () => {
    demo = await openDemoInBrowser();
  }, 150_000);
  afterAll(() => demo.close());

  /** What an endpoint answers the administrator of the demo, who reads every case. */
  const answered = async (path: string) => {
    const { token } = demo.persona('administrator');
    const answer = await fetch(`${demo.product.origin}/api/v1${path}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    expect(answer.status, path).toBe(200);
    return answer.json();
  };

  /** How many cases a list holds, over all its pages. */
  const lengthOf = async (query: string): Promise<number> => {
    let length = 0;
    for (let cursor = ''; ; ) {
      const page = await answered(`/cases?limit=200&${query}${cursor}`);
      length += page.items.length;
      if (page.next === null) return length;
      cursor = `&cursor=${encodeURIComponent(page.next)}`;
    }
  };

  it('open as many cases as they say', async () => {
    const hundredDays = `/metrics/summary?from=${new Date(Date.now() - 100 * 86_400_000).toISOString().slice(0, 10)}`;
    // The log is counted a moment behind what happens.
    await expect
      .poll(async () => (await answered(hundredDays)).total.submitted, { timeout: 20_000 })
      .toBe(await lengthOf(''));
    const { from, to, total, backlog } = await answered(hundredDays);
    const within = (name: string) => lengthOf(`counted=${name}&from=${from}&to=${to}`);
    expect(await within('submitted')).toBe(total.submitted);
    expect(await within('assigned')).toBe(total.assigned);
    expect(await within('responded')).toBe(total.firstResponse.count);
    // One case can miss several deadlines, be handed on several times, and end again after it was opened again.
    for (const name of ['breached', 'reassigned', 'closed']) {
      expect(await within(name)).toBeGreaterThan(0);
      expect(await within(name)).toBeLessThanOrEqual(total[name]);
    }
    for (const { type, state, open } of backlog.slice(0, 5))
      expect(await lengthOf(`open=true&type=${type}&state=${state}`)).toBe(open);
  }, 90_000);

  it('lead from a mark of a chart to its cases, and from there to one of them', async () => {
    const { context, page } = await demo.signIn('administrator', { viewport: { width: 1440, height: 900 } });
    await page.getByRole('link', { name: 'Numbers' }).click();
    await page.getByRole('heading', { name: 'Open cases by age in their state' }).waitFor();
    await page.waitForLoadState('networkidle');
    await page.getByLabel('Request type', { exact: true }).selectOption('refund');
    await page.getByRole('button', { name: 'Show' }).click();
    await page.waitForURL((url) => url.searchParams.get('type') === 'refund');
    await expect.poll(() => page.getByRole('heading', { name: 'By request type' }).count()).toBe(0);
    await page.locator('a:has([data-mark="submitted"])').last().click();
    await page.waitForURL(
      (url) => url.pathname === '/cases' && url.searchParams.get('counted') === 'submitted',
    );
    await page.getByText(/^Came in (on|from)/).waitFor();
    await page.locator('main a[href^="/cases/"]').first().click();
    await page.waitForURL((url) => /^\/cases\/.+/.test(url.pathname));
    await context.close();
    expect(demo.complaints).toEqual([]);
  }, 90_000);

  it('are read by keyboard as tables whose numbers open their cases', async () => {
    const { context, page } = await demo.signIn('designer', { viewport: { width: 1440, height: 900 } });
    await page.goto('/numbers');
    await page.waitForLoadState('networkidle');
    const open = page.getByText('As a table').first();
    await open.focus();
    await page.keyboard.press('Enter');
    const number = page.getByRole('table').first().getByRole('link').first();
    await number.waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.pathname === '/cases');
    await context.close();
    expect(demo.complaints).toEqual([]);
  }, 60_000);

  it('are narrowed and followed before scripts arrive', async () => {
    const { context, page } = await demo.signIn('auditor', { javaScriptEnabled: false });
    await page.goto('/numbers');
    await page.getByLabel('Period').selectOption('84');
    await page.getByRole('button', { name: 'Show' }).click();
    await page.getByText('in the last 12 weeks').first().waitFor();
    await page.getByRole('link', { name: /^Open now/ }).click();
    await page.getByRole('row').nth(5).waitFor();
    await page.getByLabel('Number or words', { exact: true }).fill('"><img src=x onerror=alert(1)>');
    await page.getByRole('button', { name: 'Show' }).click();
    await page.getByText('No case is like this').waitFor();
    expect(await page.getByLabel('Number or words', { exact: true }).inputValue()).toContain('<img');
    await context.close();
    expect(demo.complaints).toEqual([]);
  }, 60_000);

  it('are not for those who may not read them', async () => {
    const { context, page } = await demo.signIn('requester', { javaScriptEnabled: false });
    await expect.poll(() => page.getByRole('link', { name: 'Numbers' }).count()).toBe(0);
    expect((await page.request.get('/numbers')).status()).toBe(404);
    await page.goto('/cases');
    await page.getByRole('heading', { name: 'Cases' }).waitFor();
    await context.close();
  }, 60_000);

  it('read well for everybody, on a phone and on a desk, in light and in dark', async () => {
    const { context, page } = await demo.signIn('administrator');
    await page.goto('/numbers');
    await page.getByText('As a table').first().click();
    expect(await hardToRead(page)).toEqual([]);
    await context.close();
    expect(demo.complaints).toEqual([]);
  }, 90_000);
});
