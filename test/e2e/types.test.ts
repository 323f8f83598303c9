import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeWithBrowser } from '../support/browser.ts';
import { type DemoInBrowser, openDemoInBrowser } from '../support/demo-in-browser.ts';

const vendors = readFileSync(new URL('../../server/gallery/vendor-onboarding.yaml', import.meta.url), 'utf8');
const hostile = '"><img src=x onerror=alert(1)>';

const yamlOf = (page: Page) => page.getByRole('textbox', { name: 'The draft as YAML' });
/** Selects some words of the text and types others over them. */
async function change(page: Page, from: string, to: string): Promise<void> {
  await yamlOf(page).evaluate((element, words) => {
    const at = element instanceof HTMLTextAreaElement ? element.value.indexOf(words) : -1;
    if (!(element instanceof HTMLTextAreaElement) || at < 0) throw new Error(`no “${words}” there`);
    element.focus();
    element.setSelectionRange(at, at + words.length);
  }, from);
  await page.keyboard.insertText(to);
}
const said = (page: Page, words: string) => page.getByText(words, { exact: false }).first().waitFor();
/** Opens a page and waits until its scripts have taken over. */
async function open(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await page.waitForLoadState('networkidle');
}

describeWithBrowser('request types, in a browser', () => {
  let demo: DemoInBrowser;
  beforeAll(async () => {
    demo = await openDemoInBrowser();
  }, 150_000);
  afterAll(() => demo.close());

  it('are read, changed, checked, tested, compared, published and taken back by a designer', async () => {
    const { context, page } = await demo.signIn('designer', { viewport: { width: 1440, height: 900 } });
    await open(page, '/types');
    await page.getByRole('link', { name: 'Refund or exception' }).click();
    await said(
      page,
      'If amount to give back in EUR is over 5,000, a request needs 2 of the finance approvers',
    );
    await page.getByRole('link', { name: 'Draft', exact: true }).click();
    await said(page, 'There is nothing to publish.');
    await page.waitForLoadState('networkidle');

    await change(page, 'prefix: REF', 'prefix: ref');
    await page.getByRole('button', { name: 'Save draft' }).click();
    await said(page, 'Blocks');
    await said(page, 'One problem blocks it.');

    await change(page, 'prefix: ref', 'prefix: REF');
    await change(page, 'rule: americas-spanish', 'rule: platinum');
    await page.getByRole('button', { name: 'Save draft' }).click();
    const tests = page.getByRole('region', { name: /^Tests/ });
    await tests.getByText('1 of 20 fails.').waitFor();
    await tests.getByRole('cell', { name: 'americas-spanish' }).waitFor();

    await change(page, 'frontline-americas, rule: platinum', 'frontline-americas, rule: americas-spanish');
    await change(page, 'en: Give a customer money back', 'en: Pay a customer back');
    await page.getByRole('button', { name: 'Save draft' }).click();
    await said(page, 'Changed the summary');
    await page.getByRole('button', { name: 'Publish a new version' }).click();
    await page.getByRole('alert').waitFor();
    await page.getByLabel('Why').fill('Plainer words.');
    await page.getByRole('button', { name: 'Publish a new version' }).click();
    await said(page, 'Published. It is live.');

    await page.getByRole('link', { name: 'Versions', exact: true }).click();
    await said(page, '“Plainer words.”');
    await page.getByText('Go back to version 3').first().click();
    await page.getByRole('textbox', { name: 'Why' }).fill('The old words were fine.');
    await page.getByRole('button', { name: 'Go back to version 3' }).click();
    await said(page, 'went back to version 3; version 4 was taken back');
    await page.getByRole('link', { name: 'Read version 4' }).click();
    await said(page, 'Pay a customer back');
    await said(page, 'Read version 3, which is live');
    await context.close();
    expect(demo.complaints).toEqual([]);
  }, 120_000);

  it('refuse to publish over what somebody else published, and keep what two people typed', async () => {
    const one = await demo.signIn('designer');
    const other = await demo.signIn('designer');
    const path = '/types/sales-enquiry/draft';
    await open(one.page, path);
    await open(other.page, path);
    await change(one.page, 'prefix: SAL', 'prefix: SALES');
    await change(other.page, 'prefix: SAL', 'prefix: ENQ');
    await one.page.getByRole('button', { name: 'Save draft' }).click();
    await said(one.page, 'Saved.');
    await other.page.getByRole('button', { name: 'Save draft' }).click();
    await said(other.page, 'Somebody else saved other changes in one place.');
    expect(await yamlOf(other.page).inputValue()).toContain('prefix: ENQ');

    await open(other.page, path);
    await said(other.page, 'This browser kept changes');
    await one.page.getByLabel('Why').fill('A longer prefix.');
    await one.page.getByRole('button', { name: 'Publish a new version' }).click();
    await said(one.page, 'Published. It is live.');
    await other.page.getByLabel('Why').fill('Mine.');
    await other.page.getByRole('button', { name: 'Publish a new version' }).click();
    await said(other.page, 'There is nothing to publish.');

    await change(one.page, 'prefix: SALES', 'prefix: SELL');
    await one.page.getByRole('button', { name: 'Save draft' }).click();
    await said(one.page, 'from “SALES” to “SELL”');
    await open(other.page, path);
    await one.page.getByLabel('Why').fill('Shorter.');
    await one.page.getByRole('button', { name: 'Publish a new version' }).click();
    await said(one.page, 'Published. It is live.');
    await change(one.page, 'prefix: SELL', 'prefix: SOLD');
    await one.page.getByRole('button', { name: 'Save draft' }).click();
    await said(one.page, 'from “SELL” to “SOLD”');
    await other.page.getByLabel('Why').fill('Mine.');
    await other.page.getByRole('button', { name: 'Publish a new version' }).click();
    await said(other.page, 'The draft builds on version 2, and live is version 3.');
    await said(other.page, 'Changed the prefix from “SALES” to “SELL”.');
    expect(await other.page.getByLabel('Why').inputValue()).toBe('Mine.');
    await one.context.close();
    await other.context.close();
    expect(demo.complaints).toEqual([]);
  }, 120_000);

  it('are imported without scripts, and a hostile title is only a title', async () => {
    const { context, page } = await demo.signIn('designer', { javaScriptEnabled: false });
    await page.goto('/types');
    await page.getByText('Import a definition').click();
    await page.getByLabel('Or its text').fill('title: [');
    await page.getByRole('button', { name: 'Import as a draft' }).click();
    expect(await page.getByRole('alert').innerText()).toMatch(/Line 1|Line 2/);
    expect(await page.getByLabel('Or its text').inputValue()).toBe('title: [');
    const yaml = vendors
      .replace('slug: vendor-onboarding', 'slug: odd-vendors')
      .replace(/^prefix: .*$/m, 'prefix: ODD')
      .replace(/^title: .*$/m, `title: '${hostile}'`);
    await page.getByLabel('Or its text').fill('');
    await page
      .getByLabel('A YAML file')
      .setInputFiles({ name: 'odd.yaml', mimeType: 'application/yaml', buffer: Buffer.from(yaml) });
    await page.getByRole('button', { name: 'Import as a draft' }).click();
    await page.getByRole('heading', { name: hostile }).waitFor();
    await page.getByLabel('Why').fill(hostile);
    await page.getByRole('button', { name: 'Publish version 1' }).click();
    await page.getByRole('link', { name: 'Overview' }).click();
    await said(page, hostile);
    expect(await page.locator('main img').count()).toBe(0);
    const [download] = [await page.request.get('/types/odd-vendors/versions/1/definition.yaml')];
    expect(await download.text()).toContain('slug: odd-vendors');
    await context.close();
    const alive = await demo.signIn('designer');
    await open(alive.page, '/types/odd-vendors/versions');
    await said(alive.page, hostile);
    await alive.context.close();
    expect(demo.complaints).toEqual([]);
  }, 90_000);

  it('are published by keyboard alone', async () => {
    const { context, page } = await demo.signIn('designer', { viewport: { width: 1440, height: 900 } });
    await open(page, '/types/access-request/draft');
    const tabTo = async (name: string): Promise<void> => {
      for (let presses = 0; presses < 60; presses += 1) {
        const focused = await page.evaluate(() => {
          const element = document.activeElement;
          const labels = element instanceof HTMLTextAreaElement ? [...(element.labels ?? [])] : [];
          return (labels[0]?.textContent ?? element?.textContent ?? '').trim();
        });
        if (focused === name) return;
        await page.keyboard.press('Tab');
      }
      throw new Error(`no Tab leads to ${name}`);
    };
    const text = await yamlOf(page).inputValue();
    await tabTo('The draft as YAML');
    await page.keyboard.press('Control+Home');
    for (const _ of text.slice(0, text.indexOf('prefix: ACC')).matchAll(/\n/g))
      await page.keyboard.press('ArrowDown');
    await page.keyboard.press('End');
    for (const letter of ['Backspace', 'Backspace', 'Backspace', 'G', 'E', 'T'])
      await page.keyboard.press(letter);
    await page.keyboard.press('Shift+Tab');
    await tabTo('Save draft');
    await page.keyboard.press('Enter');
    await said(page, 'from “ACC” to “GET”');
    await tabTo('Why');
    await page.keyboard.type('Say what people do.');
    await tabTo('Publish a new version');
    await page.keyboard.press('Enter');
    await said(page, 'Published. It is live.');
    await context.close();
    expect(demo.complaints).toEqual([]);
  }, 90_000);

  it('are read and not changed by an auditor, and are no place for a requester', async () => {
    const { context, page } = await demo.signIn('auditor', { javaScriptEnabled: false });
    await page.getByRole('link', { name: 'Request types' }).click();
    await page.getByRole('link', { name: 'Customer issue' }).click();
    await page
      .getByRole('heading', { name: 'Approvals' })
      .or(page.getByRole('heading', { name: 'Clocks' }))
      .first()
      .waitFor();
    await page.getByRole('link', { name: 'Draft', exact: true }).click();
    await said(page, 'Designers edit it.');
    expect(await page.getByRole('button', { name: /Save|Publish/ }).count()).toBe(0);
    await context.close();
    const asker = await demo.signIn('requester', { javaScriptEnabled: false });
    expect(await asker.page.getByRole('link', { name: 'Request types' }).count()).toBe(0);
    for (const path of ['/types', '/types/refund', '/types/refund/versions', '/types/refund/draft'])
      expect((await asker.page.goto(path))?.status()).toBeGreaterThanOrEqual(403);
    await asker.context.close();
    // Chromium itself says of a page that it was refused.
    expect(demo.complaints.splice(0).filter((words) => !/status of 40[34]/.test(words))).toEqual([]);
  }, 60_000);
});
