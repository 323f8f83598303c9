import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import type { JourneyStage } from './journey-stage.ts';
import { caseOf, done, patience } from './purchase-desk.ts';

/** The whole ways of those who audit, design, administer and lead. */
export function journeysOfRule(stage: () => JourneyStage): void {
  it('an auditor narrows the log, reads a record with its evidence, and verifies an export', async () => {
    const { sitDown, getUp } = stage();
    const { page, open, press, choose } = await sitDown('auditor');
    await open('/log');
    await choose(page.locator('select[name=kind]'), 'routing decisions');
    await press(page.getByRole('button', { name: 'Show' }));
    await page.waitForURL((url) => url.searchParams.get('kind') === 'routed');
    await page.waitForLoadState('networkidle');
    await press(page.getByRole('link', { name: /^Event \d/ }).first());
    const record = page.getByRole('complementary', { name: /^Event / });
    await record.getByRole('heading', { name: 'Its place in the chain' }).waitFor();
    await expect.poll(() => record.getByText(/^[0-9a-f]{64}$/).count(), patience).toBeGreaterThan(0);
    await press(record.getByRole('link', { name: 'Close' }));
    await record.waitFor({ state: 'detached' });
    await open('/log');
    await press(page.locator('summary', { hasText: 'Export and verify' }));
    const command = await page.getByText('npx signalbox verify').innerText();
    const fingerprint = /--key "([^"]+)"/.exec(command)?.[1] ?? '';
    const file = await downloaded(page, () => press(page.getByRole('link', { name: 'Download JSON Lines' })));
    const verify = ['bin/signalbox.mjs', 'verify', file, '--key', fingerprint];
    expect(execFileSync(process.execPath, verify, { encoding: 'utf8' })).toContain(fingerprint);
    await press(page.getByRole('link', { name: 'Access', exact: true }));
    await page.getByRole('heading', { name: 'Access log' }).waitFor();
    await page
      .getByRole('row')
      .filter({ hasText: /export/i })
      .first()
      .waitFor();
    await getUp();
  }, 120_000);

  it('operations read a type, take it out and in as YAML, check, test, publish and roll back', async () => {
    const { sitDown, getUp } = stage();
    const { page, open, press, write } = await sitDown('designer');
    const said = (words: string | RegExp) => page.locator('main').getByText(words).first().waitFor();
    await open('/types');
    await press(page.locator('main a[href="/types/purchase"]').first());
    await page.waitForURL(/\/types\/purchase$/);
    await said(/Big ones/);
    const tabs = page.getByRole('navigation', { name: 'Pages of this request type' });
    await press(tabs.getByRole('link', { name: 'Draft' }));
    await page.waitForURL(/\/draft$/);
    await page.waitForLoadState('networkidle');
    const file = await downloaded(page, () => press(page.getByRole('link', { name: 'Export YAML' })));
    const yaml = readFileSync(file, 'utf8').replace('name: Big ones', 'name: Dear ones');
    await press(page.locator('summary', { hasText: 'Import a file instead' }));
    await page
      .getByLabel('A YAML file of this request type')
      .setInputFiles({ name: 'purchase.yaml', mimeType: 'application/yaml', buffer: Buffer.from(yaml) });
    await press(page.getByRole('button', { name: 'Import in place of the draft' }));
    await said(/Dear ones/);
    await page.getByRole('region', { name: /^Tests/ }).waitFor();
    await write(page.getByLabel('Why').first(), 'A plainer name.');
    await press(page.getByRole('button', { name: 'Publish a new version' }));
    await said('Published. It is live.');
    await press(tabs.getByRole('link', { name: 'Versions' }));
    await page.waitForURL(/\/versions$/);
    await page.waitForLoadState('networkidle');
    await said('“A plainer name.”');
    await said(/Dear ones/);
    await press(page.locator('summary', { hasText: 'Go back to version 1' }));
    await write(page.getByRole('textbox', { name: 'Why' }), 'The old one was fine.');
    await press(page.getByRole('button', { name: 'Go back to version 1' }));
    await said(/went back to version 1; version 2 was taken back/);
    await getUp();
  }, 150_000);

  it('an administrator makes a token, connects a system, sends a delivery again, and sees to health, roles and who leaves', async () => {
    const { company, peer, sitDown, getUp } = stage();
    const held = await caseOf(company, 'jonas', 106);
    const { page, open, press, tick, write } = await sitDown('administrator');
    await open('/settings/tokens');
    await press(page.locator('summary', { hasText: 'New token' }));
    await write(page.getByLabel('Name', { exact: true }), 'For the report');
    await tick(page.getByRole('checkbox', { name: /Read cases/ }).first());
    await press(page.getByRole('button', { name: 'Make the token' }));
    const secret = await page.locator('code').first().innerText();
    const answer = await fetch(`${company.product.origin}/api/v1/me`, {
      headers: { authorization: `Bearer ${secret}` },
    });
    expect(answer.status).toBe(200);

    await open('/settings/connections/new?plugin=webhook');
    await write(page.getByLabel('Short name'), 'hook');
    await write(page.getByLabel('Title'), 'Ticket desk');
    await write(page.getByLabel('Address'), `${peer.url}/in`);
    await tick(page.getByLabel('Somebody commented'));
    await tick(page.getByLabel('Auditor'));
    const signing = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
    await write(page.getByLabel('Signing secret', { exact: false }).first(), signing);
    await press(page.getByRole('button', { name: 'Make the connection' }));
    await page.waitForURL(/\/settings\/connections\/hook/);
    await page.getByText('It is made.').waitFor();
    await done(company.as('requester').post(`/cases/${held}/comments`, { text: 'Any news?' }));
    const told = () => peer.requests.filter(({ path }) => path === '/in').length;
    await expect.poll(told, patience).toBe(1);
    await expect
      .poll(
        async () => {
          await open('/settings/connections/hook');
          return page.getByText(/^Somebody commented, /).count();
        },
        { ...patience, interval: 500 },
      )
      .toBe(1);
    await press(page.locator('summary', { hasText: /Somebody commented, / }));
    await press(page.getByRole('button', { name: 'Send it again' }));
    await page.getByText('It is sent again, under the id it always had.').waitFor();
    await expect.poll(told, patience).toBe(2);

    const places = page.getByRole('navigation', { name: 'Settings' });
    await press(places.getByRole('link', { name: 'Roles' }));
    await page.getByRole('region', { name: 'Administrator' }).waitFor();
    await open('/settings/effects');
    await page.getByText('Nothing has stopped').waitFor();
    await open('/settings');
    await page
      .locator('main')
      .getByText(/checkpoint/i)
      .first()
      .waitFor();

    await open('/directory/people/jonas');
    await press(page.getByRole('link', { name: 'Deactivate' }));
    const form = page.getByRole('form', { name: /^Deactivate/ });
    await form
      .getByText(/Routed again by the rules/)
      .first()
      .waitFor();
    await write(form.getByLabel('Why'), 'Left the company.');
    await press(form.getByRole('button', { name: /^Deactivate/ }));
    await page.getByText('Not active').first().waitFor();
    await expect
      .poll(async () => (await company.as('administrator').get(`/cases/${held}`)).json.owner, patience)
      .toBe('lea');
    await getUp();
  }, 180_000);

  it('a lead goes from a number to the cases behind it, and to one of them', async () => {
    const { sitDown, getUp } = stage();
    const { page, open, press } = await sitDown('administrator');
    await open('/numbers');
    await press(page.getByText('As a table').first());
    await press(page.getByRole('table').first().getByRole('link').first());
    await page.waitForURL((url) => url.pathname === '/cases');
    await page.waitForLoadState('networkidle');
    await press(page.locator('main a[href^="/cases/"]').first());
    await page.waitForURL(/\/cases\/\w+/);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await getUp();
  }, 90_000);
}

/** The file that something downloads. */
async function downloaded(page: Page, press: () => Promise<void>): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent('download'), press()]);
  return download.path();
}
