import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeWithBrowser } from '../support/browser.ts';
import { type DemoInBrowser, openDemoInBrowser } from '../support/demo-in-browser.ts';
import { hardToRead } from '../support/reads-well.ts';

describeWithBrowser('a request from the catalogue to its page, in a browser', () => {
  let demo: DemoInBrowser;
  let files: string;

  beforeAll(async () => {
    files = await mkdtemp(join(tmpdir(), 'signalbox-files-'));
    demo = await openDemoInBrowser();
  }, 150_000);
  afterAll(async () => {
    await demo.close();
    await rm(files, { recursive: true, force: true });
  });

  const fillVendor = async (page: Page, name: string): Promise<void> => {
    await page.getByLabel('Vendor name').fill(name);
    await page.getByLabel('A new vendor').check();
    await page.getByLabel('What they provide').selectOption('Software or cloud service');
    await page.getByLabel('Country of the vendor').selectOption('Ireland');
    await page.getByLabel('Length of the contract').fill('2');
    await page.getByLabel('Why do we need it?').fill('It replaces three spreadsheets.');
    await page.getByLabel('Urgency').selectOption('Normal');
    await page.getByLabel('Who is affected').selectOption('A team');
  };

  it('is found by a word, filled in with the sections its answers ask for, mended, reviewed and sent', async () => {
    const { context, page } = await demo.signIn('requester');
    await page.goto('/catalogue');
    await page.getByLabel('What do you need?').fill('qqqq');
    await page.getByRole('heading', { name: 'Nothing fits' }).waitFor();
    await page.getByLabel('What do you need?').fill('suplier');
    await page.getByRole('status').getByText('1 request fits').waitFor();
    await page.getByText('Looked after by the procurement lead').waitFor();
    await page.getByRole('link', { name: 'Vendor onboarding' }).click();
    await page.getByRole('heading', { name: 'Vendor onboarding' }).waitFor();
    await expect.poll(() => page.getByRole('heading', { name: 'Data and access' }).count()).toBe(0);
    await fillVendor(page, 'Harbour Analytics');
    await page.getByRole('heading', { name: 'Data and access' }).waitFor();
    expect(await page.getByText('Added because what they provide is one of').isVisible()).toBe(true);
    await page.getByLabel('None of ours').check();
    await page.getByLabel('Personal data').check();
    await page.getByLabel('Where the data will be kept').selectOption('Ireland');
    await page.getByLabel('Spend per year', { exact: true }).fill('about 84000');
    await page.getByLabel('Quantity').fill('three');
    const report = join(files, 'offer.pdf');
    await writeFile(report, '%PDF-1.4 an offer');
    await page.getByLabel('Quote or contract: choose files').setInputFiles(report);
    await page.getByText('offer.pdf').waitFor();

    await page.getByRole('button', { name: 'Review before sending' }).click();
    const summary = page.getByRole('alert');
    await summary.getByRole('link', { name: /Spend per year: Give a number, without “about”/ }).click();
    expect(
      await page
        .getByLabel('Spend per year', { exact: true })
        .evaluate((control) => control.matches(':focus')),
    ).toBe(true);
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.type('84,000');
    const way = page.getByRole('complementary', { name: 'What happens next' }).getByRole('listitem');
    await way.filter({ hasText: 'Finance approval' }).filter({ hasText: 'not yet' }).waitFor();
    await way.filter({ hasText: 'Security review' }).filter({ hasText: 'not yet' }).waitFor();
    await page.getByLabel('Item', { exact: true }).fill('Licences');
    await page.getByLabel('Quantity').fill('3');
    await page.getByText('168,000').waitFor();
    await page.getByText('Everything is mended').waitFor();

    await page.getByRole('button', { name: 'Review before sending' }).click();
    await page.getByRole('heading', { name: 'Read it once more' }).waitFor();
    expect(await page.getByText('€84,000').isVisible()).toBe(true);
    await page.getByRole('button', { name: 'Change answers' }).click();
    // What is finished is one line until somebody opens it.
    expect(await page.getByLabel('Vendor name').isVisible()).toBe(false);
    await page.getByText('Change', { exact: true }).first().click();
    expect(await page.getByLabel('Vendor name').inputValue()).toBe('Harbour Analytics');
    expect(await page.getByLabel('Quantity').inputValue()).toBe('3');
    await page.getByRole('button', { name: 'Review before sending' }).click();
    await page.getByRole('button', { name: 'Send the request' }).click();

    await page.getByText(/^Sent: it is VEN-\d+/).waitFor();
    await page.getByText(/ has it\.|next free person|in the queue|on hold|Nobody could be found/).waitFor();
    expect(await page.getByRole('link', { name: 'offer.pdf' }).isVisible()).toBe(true);
    expect(await page.getByText('Nothing is asked of you now.').isVisible()).toBe(true);
    await page.goto('/catalogue/vendor-onboarding');
    await page.waitForLoadState('networkidle');
    expect(await page.getByLabel('Vendor name').inputValue()).toBe('');
    await page.goto('/requests');
    await page.getByRole('link', { name: /Harbour Analytics – / }).waitFor();
    await context.close();
    expect(demo.complaints).toEqual([]);
  }, 120_000);

  it('keeps what was typed over a reload, with the answers of sections that came with it', async () => {
    const { context, page } = await demo.signIn('requester');
    await page.goto('/catalogue/refund');
    await page.getByLabel('An exception from the policy').check();
    await page.getByLabel('Why is it right here?').fill('They were promised it.');
    await page.getByLabel('Reason', { exact: true }).selectOption('Wrong item');
    await page.getByLabel('Item', { exact: true }).fill('Left valve');
    await page.getByRole('button', { name: 'Add a row' }).click();
    await page.getByLabel('Item', { exact: true }).nth(1).fill('Right valve');
    await page.getByText('Kept in this browser').waitFor();
    await page.reload();
    await page.getByText('What you typed before is back.').waitFor();
    expect(await page.getByLabel('Why is it right here?').inputValue()).toBe('They were promised it.');
    expect(await page.getByLabel('Item', { exact: true }).nth(1).inputValue()).toBe('Right valve');
    await context.setOffline(true);
    await page.getByRole('link', { name: 'My requests' }).click();
    await page.getByText('No connection. Nothing was sent').waitFor();
    expect(new URL(page.url()).pathname).toBe('/catalogue/refund');
    expect(await page.getByLabel('Why is it right here?').inputValue()).toBe('They were promised it.');
    await context.setOffline(false);
    await page.getByRole('button', { name: 'Go on' }).click();
    await page.getByRole('link', { name: 'Drafts' }).click();
    await page.getByText('Kept in this browser alone').waitFor();
    expect(await hardToRead(page)).toEqual([]);
    await page.getByRole('link', { name: 'Go on with: Refund or exception' }).click();
    await page.getByText('What you typed before is back.').waitFor();
    await page.getByRole('button', { name: 'Begin afresh' }).click();
    await expect.poll(() => page.getByLabel('Why is it right here?').count()).toBe(0);
    await page.getByLabel('An exception from the policy').check();
    await page.getByText('Kept in this browser').waitFor();
    await page.goto('/requests?view=drafts');
    await page.getByRole('button', { name: 'Throw away the draft of Refund or exception' }).click();
    await page.getByRole('heading', { name: 'No form is begun in this browser' }).waitFor();
    await context.close();
    // Without a connection the browser says so itself.
    const others = demo.complaints.splice(0).filter((text) => !text.includes('ERR_INTERNET_DISCONNECTED'));
    expect(others).toEqual([]);
  }, 60_000);

  it('is answered, written to and withdrawn by keyboard alone', async () => {
    const { context, page } = await demo.signIn('requester');
    await page.goto('/requests?view=asked');
    await page.locator('main li a').first().focus();
    await page.keyboard.press('Enter');
    await page.getByLabel('Your answer').focus();
    await page.keyboard.type('Until the end of March.');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByText('Until the end of March.').waitFor();
    await expect.poll(() => page.getByRole('heading', { name: 'A question for you' }).count()).toBe(0);
    await page.getByText('Write to those who handle it').focus();
    await page.keyboard.press('Enter');
    await page.getByLabel('Your message').focus();
    await page.keyboard.type('<b>No tags</b> are run here.');
    await page.reload();
    await page.getByText('Write to those who handle it').focus();
    await page.keyboard.press('Enter');
    await page.getByLabel('Your message').focus();
    expect(await page.getByLabel('Your message').inputValue()).toBe('<b>No tags</b> are run here.');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByText('<b>No tags</b> are run here.').waitFor();
    expect(await page.getByLabel('Your message').inputValue()).toBe('');
    await page.getByText('Withdraw it', { exact: true }).focus();
    await page.keyboard.press('Enter');
    await page.getByLabel('Why you withdraw it').focus();
    await page.keyboard.type('I have it already.');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByText('It is finished:').waitFor();
    expect(await page.getByText(/^Withdraw: /).isVisible()).toBe(true);
    await context.close();
    expect(demo.complaints).toEqual([]);
  }, 60_000);

  it('is found, filled in, mended, reviewed and sent without JavaScript', async () => {
    const { context, page } = await demo.signIn('requester', { javaScriptEnabled: false });
    await page.goto('/catalogue');
    await page.getByLabel('What do you need?').fill('supplier');
    await page.getByRole('button', { name: 'Find' }).click();
    await expect.poll(() => page.getByRole('link', { name: 'Refund or exception' }).count()).toBe(0);
    await page.getByRole('link', { name: 'Vendor onboarding' }).click();
    await fillVendor(page, 'Plain Paper');
    expect(await page.content()).toContain('Only if');
    await page.getByLabel('Spend per year', { exact: true }).fill('900');
    await page.getByRole('button', { name: 'Review before sending' }).click();
    await page.getByRole('alert').getByText('2 answers need a change').waitFor();
    expect(await page.getByLabel('Vendor name').inputValue()).toBe('Plain Paper');
    await page.getByLabel('None of ours').check();
    await page.getByLabel('Internal', { exact: true }).check();
    await page.getByRole('button', { name: 'Review before sending' }).click();
    await page.getByText('€900').waitFor();
    await page.getByRole('button', { name: 'Send the request' }).click();
    await page.getByText(/^Sent: it is VEN-\d+/).waitFor();
    await context.close();
  }, 60_000);

  it('reads well for everybody, on a phone and on a desk, in light and in dark', async () => {
    const { context, page } = await demo.signIn('requester');
    for (const path of ['/requests?view=asked', '/requests?view=finished']) {
      await page.goto(path);
      expect(await hardToRead(page)).toEqual([]);
    }
    for (const type of ['vendor-onboarding', 'refund', 'access-request', 'customer-issue', 'sales-enquiry']) {
      await page.goto(`/catalogue/${type}`);
      await page.waitForLoadState('networkidle');
      await page.getByRole('button', { name: 'Review before sending' }).click();
      await page.getByRole('alert').waitFor();
      expect(await hardToRead(page)).toEqual([]);
    }
    await page.goto('/requests');
    await page.locator('main li a').first().click();
    await page.getByRole('heading', { name: 'What you sent' }).waitFor();
    expect(await hardToRead(page)).toEqual([]);
    await context.close();
    expect(demo.complaints).toEqual([]);
  }, 300_000);
});
