import { expect, it } from 'vitest';
import type { JourneyStage } from './journey-stage.ts';
import { caseOf, done, patience, type Seen, someCase, toSign } from './purchase-desk.ts';

/** The whole ways of those who ask for something, handle it and decide on it. */
export function journeysOfWork(stage: () => JourneyStage): void {
  it('a requester finds what they need, sends it, answers a question and withdraws another request', async () => {
    const { company, sitDown, getUp } = stage();
    const { page, open, press, tick, write, choose } = await sitDown('requester');
    await open('/catalogue');
    await write(page.getByLabel('What do you need?'), 'supplier');
    await page.waitForLoadState('networkidle');
    await press(
      page
        .locator('main')
        .getByRole('link', { name: /vendor/i })
        .first(),
    );
    await page.waitForURL(/\/catalogue\/vendor-onboarding/);
    await page.waitForLoadState('networkidle');
    await write(page.getByLabel('Vendor name'), 'Harbour Analytics');
    await tick(page.getByLabel('A new vendor'));
    await choose(page.getByLabel('What they provide'), 'Hardware or goods');
    await choose(page.getByLabel('Country of the vendor'), 'Ireland');
    await write(page.getByLabel('Spend per year', { exact: true }), 'about 900');
    await write(page.getByLabel('Length of the contract'), '2');
    await write(page.getByLabel('Why do we need it?'), 'It replaces three spreadsheets.');
    await choose(page.getByLabel('Urgency'), 'Normal');
    await choose(page.getByLabel('Who is affected'), 'A team');
    const contract = {
      name: 'contract.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from('%PDF-1.4 it'),
    };
    await page.getByLabel('Quote or contract: choose files').setInputFiles(contract);
    await page.getByText('contract.pdf').first().waitFor();
    await press(page.getByRole('button', { name: 'Review before sending' }));
    await press(page.getByRole('alert').getByRole('link', { name: /Spend per year/ }));
    await write(page.getByLabel('Spend per year', { exact: true }), '900');
    await press(page.getByRole('button', { name: 'Review before sending' }));
    await page.getByRole('heading', { name: 'Read it once more' }).waitFor();
    await press(page.getByRole('button', { name: 'Send the request' }));
    await page.waitForURL(/\/requests\/\w+/);
    await page.getByText(/^Sent: it is VEN-\d+/).waitFor();
    const id = new URL(page.url()).pathname.split('/').at(-1);
    const sent = await done(company.as('requester').get(`/cases/${id}`));
    await page.getByText(sent.number).first().waitFor();
    await page.getByRole('link', { name: 'contract.pdf' }).waitFor();

    const asked = await someCase(company, 100);
    const question = 'For how long do you need it?';
    await done(
      company
        .as(asked.owner)
        .post(`/cases/${asked.id}/decisions`, { decision: 'ask', to: 'paula', question }),
    );
    const row = page.locator(`main a[href="/requests/${asked.id}"]`).first();
    // Another process writes the row, a moment after the question.
    const listed = async (): Promise<number> => {
      await open('/requests?view=asked');
      return row.count();
    };
    await expect.poll(listed, patience).toBe(1);
    await press(row);
    await page.getByText(question).first().waitFor();
    await write(page.getByLabel('Your answer'), 'Until the end of March.');
    await press(page.getByRole('button', { name: 'Answer', exact: true }));
    await page.getByText('Until the end of March.').first().waitFor();
    await expect.poll(() => page.getByLabel('Your answer').count()).toBe(0);

    const other = await someCase(company, 101);
    await open(`/requests/${other.id}`);
    await press(page.locator('summary', { hasText: 'Withdraw it' }));
    await write(page.getByLabel('Why you withdraw it'), 'I have one already.');
    await press(page.getByRole('button', { name: 'Withdraw the request' }));
    await expect
      .poll(async () => (await company.as('requester').get(`/cases/${other.id}`)).json.open, patience)
      .toBe(false);
    await page.getByText('I have one already.').first().waitFor();
    await getUp();
  }, 180_000);

  it('a handler opens a case from the inbox, asks, hands over, takes, passes on, and is away and back', async () => {
    const { company, sitDown, getUp } = stage();
    const mine = await caseOf(company, 'lea', 102);
    const { page, open, press, write, choose } = await sitDown('handler');
    const seen = async (id: string) => (await done(company.as('administrator').get(`/cases/${id}`))) as Seen;
    const deed = page.locator('#deed');
    await open('/inbox');
    await press(page.locator(`a[data-row][href*="${mine}"]`).first());
    await page.waitForURL(new RegExp(`/cases/${mine}`));
    await page.waitForLoadState('networkidle');
    const bar = page.getByRole('toolbar', { name: 'What you may do' });
    await press(bar.getByRole('link', { name: 'Ask' }));
    await write(deed.getByLabel('Question'), 'Which colour?');
    await press(deed.getByRole('button', { name: 'Send question' }));
    await page.getByRole('status').getByText('Asked').first().waitFor();
    await page.getByText('Which colour?').first().waitFor();

    const given = await caseOf(company, 'lea', 103);
    await open(`/cases/${given}`);
    await press(bar.getByRole('link', { name: 'Hand over' }));
    await choose(deed.getByLabel('To', { exact: true }), 'Jonas Weber');
    await write(deed.getByLabel('Why this person'), 'Knows the customer.');
    await press(deed.getByRole('button', { name: 'Hand over' }));
    await page.getByText('Handed over').first().waitFor();
    expect((await seen(given)).owner).toBe('jonas');

    const waiting = await someCase(company, 90_000, (one) => one.queue !== null);
    await open('/inbox?view=team');
    await press(page.locator(`a[data-row][href*="${waiting.id}"]`).first());
    await page.waitForURL(new RegExp(`/cases/${waiting.id}`));
    await page.waitForLoadState('networkidle');
    await press(bar.getByRole('link', { name: 'Take it' }));
    await press(deed.getByRole('button', { name: 'Take it' }));
    await page
      .getByText(/is yours$/)
      .first()
      .waitFor();
    expect((await seen(waiting.id)).owner).toBe('lea');

    const not = await caseOf(company, 'lea', 104);
    await open(`/cases/${not}`);
    await press(bar.locator('summary', { hasText: 'More' }));
    await press(bar.getByRole('link', { name: 'Not for me' }));
    await write(deed.getByLabel(/^Why/), 'I wrote it myself.');
    await press(deed.getByRole('button', { name: 'Pass it on' }));
    await expect.poll(async () => (await seen(not)).owner, patience).toBe('jonas');

    await open('/directory/people/lea');
    await press(page.getByRole('button', { name: 'Away now' }));
    await page.getByText('Set away.').first().waitFor();
    const meanwhile = await someCase(company, 105, ({ owner }) => owner !== null);
    expect(meanwhile.owner).toBe('jonas');
    await press(page.getByRole('button', { name: 'I am back' }));
    await page.getByRole('button', { name: 'Away now' }).waitFor();
    await getUp();
  }, 180_000);

  it('an approver decides with a comment, takes it back in time, and decides on many, told of the one refused', async () => {
    const { company, sitDown, getUp } = stage();
    const ids = [await toSign(company, 5_000), await toSign(company, 6_000), await toSign(company, 7_000)];
    const [first = '', second = '', third = ''] = ids;
    const { page, open, press, tick, write } = await sitDown('approver');
    const deed = page.locator('#deed');
    await open('/inbox?view=approvals');
    await press(page.locator(`a[data-row][href*="${first}"]`).first());
    await page.waitForURL(new RegExp(`/cases/${first}`));
    await page.waitForLoadState('networkidle');
    await press(page.getByRole('link', { name: 'Approve' }));
    await write(deed.getByLabel('Comment (optional)'), 'Within the budget.');
    await press(deed.getByRole('button', { name: 'Approve' }));
    await page.getByRole('status').getByText('Approved').waitFor();
    await press(page.getByRole('button', { name: 'Undo' }));
    await page.getByText('Taken back: the decision is open again').waitFor();

    // While somebody is about to send their choice, a colleague signs one of the two.
    const other = company.as('elise');
    await page.route(/\/inbox/, async (route) => {
      if (route.request().method() === 'POST') {
        const { basis } = await done(other.get(`/cases/${third}`));
        await done(other.post(`/cases/${third}/decisions`, { decision: 'approve', basis }));
      }
      await route.continue();
    });
    await open('/inbox?view=approvals');
    for (const id of [second, third])
      await tick(
        page
          .getByRole('row')
          .filter({ has: page.locator(`a[href*="${id}"]`) })
          .getByRole('checkbox'),
      );
    await press(page.getByRole('button', { name: 'Approve 2' }));
    const told = page.locator('main');
    await told.getByText('1 approved, 1 refused').waitFor();
    const why = told.getByRole('listitem').filter({ has: page.locator(`a[href="/cases/${third}"]`) });
    expect((await why.first().innerText()).length).toBeGreaterThan(20);
    await page.unrouteAll();
    await getUp();
  }, 180_000);
}
