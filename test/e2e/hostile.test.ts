import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ApiAnswer } from '../support/api-client.ts';
import { describeWithBrowser } from '../support/browser.ts';
import { type CompanyInBrowser, openCompanyInBrowser } from '../support/company-in-browser.ts';
import { makeHostile } from '../support/hostile-company.ts';
import { hostileMark, hostileText } from '../support/hostile-texts.ts';
import { type SmtpPeer, startSmtpPeer } from '../support/smtp-peer.ts';

describeWithBrowser('hostile words in every place, in a browser', () => {
  let company: CompanyInBrowser;
  let mail: SmtpPeer;
  /** Addresses by who looks at them, each with whether it shows hostile words. */
  let looks: Readonly<Record<string, readonly string[]>>;
  let caseId = '';

  const done = async (answer: Promise<ApiAnswer>): Promise<ApiAnswer['json']> => {
    const { status, text, json } = await answer;
    if (status >= 300) throw new Error(`${status}: ${text}`);
    return json;
  };

  beforeAll(async () => {
    mail = await startSmtpPeer();
    company = await openCompanyInBrowser('embedded', [], { SMTP_URL: mail.url });
    const made = await makeHostile(company);
    caseId = made.caseId;
    const { delegation } = made;
    looks = {
      requester: [
        '/',
        '/catalogue',
        '/catalogue/hostile',
        '/requests',
        `/requests/${caseId}`,
        '/requests?view=asked',
      ],
      handler: [
        ...['/inbox', `/inbox?peek=${caseId}`, `/cases/${caseId}`, `/cases/${caseId}?why=1`],
        ...['assign', 'ask', 'edit', 'decline', 'step:finish'].map((deed) => `/cases/${caseId}?do=${deed}`),
        ...['/cases', `/cases?q=${encodeURIComponent(hostileMark)}`],
      ],
      approver: ['/', '/inbox?view=approvals', `/cases/${caseId}`, `/cases/${caseId}?do=approve`],
      designer: [
        ...['/types', '/types/hostile', '/types/hostile/versions', '/types/hostile/versions/1'],
        ...['/types/hostile/draft', '/types/hostile/draft/text', '/numbers'],
      ],
      auditor: ['/log', '/log?type=hostile', '/log?kind=routed', '/log/access', ...(await lastEvents())],
      administrator: [
        ...['people', 'teams', 'pools', 'calendars', 'accounts', 'territories'].flatMap((kind) => [
          `/directory/${kind}`,
          `/directory/${kind}/${kind === 'people' ? 'lea' : 'hostile'}`,
          `/directory/${kind}/${kind === 'people' ? 'lea' : 'hostile'}?do=change`,
        ]),
        ...[
          '/directory/people/lea?do=deactivate',
          '/directory/delegations',
          `/directory/delegations/${delegation}`,
        ],
        ...['/settings', '/settings/tokens', '/settings/roles', '/settings/effects', '/settings/connections'],
        ...['/settings/connections/hostile', '/cases?open=true'],
      ],
    };
  }, 180_000);
  afterAll(async () => {
    await company.close();
    await mail.stop();
  });

  /** What was done last, each beside the log. */
  async function lastEvents(): Promise<string[]> {
    const { items } = await done(company.as('auditor').get(`/log?stream=${caseId}&limit=12`));
    return items.map(({ position }: { position: number }) => `/log?event=${position}`);
  }

  /** What went wrong on a page that shows such words. */
  async function amiss(page: Page, path: string): Promise<string[]> {
    await page.goto(path);
    await page.waitForLoadState('networkidle');
    const found = await page.evaluate(() => ({
      title: document.title,
      injected: document.querySelectorAll('img[src="x"], main script, a[href^="javascript:"], [onerror]')
        .length,
      over: document.documentElement.scrollWidth - document.documentElement.clientWidth,
      words: document.body.innerText,
      typed: [...document.querySelectorAll('input, textarea')]
        .map((one) => (one as HTMLInputElement).value)
        .join(),
    }));
    const wrong: string[] = [];
    if (found.title === 'gone') wrong.push('a script ran');
    if (found.injected > 0) wrong.push(`${found.injected} injected`);
    if (found.over > 0) wrong.push(`${found.over} px too wide`);
    if (/>49\b|\$\{49/.test(found.words)) wrong.push('a template was filled in');
    if (!/onerror|[W]{8}/.test(`${found.words}${found.typed}`)) wrong.push('nothing hostile is shown');
    return wrong.map((words) => `${path}: ${words}`);
  }

  /** Pages on which nothing of it has to be. */
  const without = ['/settings', '/settings/effects', '/numbers', '/log/access', '/requests?view=asked'];

  it.each(['requester', 'handler', 'approver', 'designer', 'auditor', 'administrator'])(
    'are only words on the pages of the %s, on a phone and on a desk',
    async (who) => {
      const { context, page } = await company.signIn(who, { viewport: { width: 360, height: 800 } });
      const elsewhere: string[] = [];
      page.on('dialog', (dialog) => {
        elsewhere.push(`a dialog: ${dialog.message()}`);
        void dialog.dismiss();
      });
      page.on('request', (request) => {
        if (!/^(data|blob):/.test(request.url()) && new URL(request.url()).origin !== company.product.origin)
          elsewhere.push(request.url());
      });
      const wrong: string[] = [];
      for (const path of looks[who] ?? []) wrong.push(...(await amiss(page, path)));
      await page.setViewportSize({ width: 1440, height: 900 });
      for (const path of (looks[who] ?? []).slice(0, 3)) wrong.push(...(await amiss(page, path)));
      const shown = wrong.filter(
        (words) => !without.some((path) => words === `${path}: nothing hostile is shown`),
      );
      expect(shown).toEqual([]);
      expect(elsewhere).toEqual([]);
      await context.close();
      expect(company.complaints.splice(0)).toEqual([]);
    },
    120_000,
  );

  it('are only words in what comes in while one reads, in what is found, in print, and while forms are filled in', async () => {
    const { context, page } = await company.signIn('handler', { viewport: { width: 1440, height: 900 } });
    await page.goto(`/cases/${caseId}`);
    await page.waitForLoadState('networkidle');
    await page.waitForTimeout(1_000);
    await done(
      company
        .as('requester')
        .post(`/cases/${caseId}/comments`, { text: hostileText('News') }, { key: crypto.randomUUID() }),
    );
    await page.getByRole('link', { name: /Show it$/ }).waitFor({ timeout: 15_000 });
    await page.getByRole('link', { name: /Show it$/ }).click();
    await page
      .getByText(/News "><img src=x/)
      .first()
      .waitFor();
    await page.keyboard.press('ControlOrMeta+k');
    await page.getByRole('dialog').getByRole('combobox').fill('hyperlink');
    await page.getByRole('option').filter({ hasText: 'HYPERLINK' }).first().waitFor();
    await page.keyboard.press('Escape');
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('img[src="x"]').count()).toBe(0);
    expect(await page.title()).not.toBe('gone');
    await page.emulateMedia({ media: 'screen' });
    const [file] = await page
      .locator('a[href*="/attachments/"]')
      .evaluateAll((links) => links.map((one) => (one as HTMLAnchorElement).href));
    const answer = await page.request.get(file ?? '');
    expect(answer.headers()['content-disposition']).toMatch(/^attachment/);
    expect(answer.headers()['content-disposition']).not.toMatch(/filename="?[^"]*[/\\]/);
    expect(answer.headers()['x-content-type-options']).toBe('nosniff');
    await context.close();
    const asker = await company.signIn('requester', { viewport: { width: 360, height: 800 } });
    await asker.page.goto('/catalogue/hostile');
    await asker.page.waitForLoadState('networkidle');
    for (const box of await asker.page.locator('main input[type="text"], main textarea').all())
      await box.fill(hostileText('Typed').replaceAll('\n', ' '));
    await asker.page.getByRole('button', { name: 'Review before sending' }).click();
    await asker.page.getByRole('alert').waitFor();
    expect(await asker.page.title()).not.toBe('gone');
    expect(await asker.page.locator('img[src="x"]').count()).toBe(0);
    await asker.context.close();
    expect(company.complaints.splice(0)).toEqual([]);
  }, 90_000);

  it('are no formulas in what is exported, and no headers or markup in mails', async () => {
    const { text } = await company.as('auditor').get('/log/export?format=csv');
    expect(text).toContain("'=HYPERLINK");
    expect(text).not.toMatch(/(^|,)"?[=+@]/m);
    await expect.poll(() => mail.messages.length, { timeout: 20_000 }).toBeGreaterThan(0);
    for (const message of mail.messages) {
      const [head = ''] = message.split('\r\n\r\n');
      expect(head).not.toMatch(/^<|^(?:bcc|x-evil):/im);
      expect(message).not.toMatch(/content-type: text\/html[\s\S]*<img src=x/i);
    }
  }, 60_000);
});
