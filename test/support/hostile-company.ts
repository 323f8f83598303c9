import { expect, vi } from 'vitest';
import { stringify } from 'yaml';
import type { ApiAnswer } from './api-client.ts';
import type { CompanyInBrowser } from './company-in-browser.ts';
import { hostileFile, hostileName, hostileText, hostileType } from './hostile-texts.ts';

const always = Object.fromEntries(
  ['1', '2', '3', '4', '5', '6', '7'].map((day) => [day, [{ from: '00:00', to: '24:00' }]]),
);

/** What the company has that is hostile. */
export interface HostileThings {
  readonly caseId: string;
  readonly delegation: string;
}

/** Gives people, teams and everything else of the company hostile names and reasons, and makes a request type and a case of it. */
export async function makeHostile(company: CompanyInBrowser): Promise<HostileThings> {
  await makeDirectory(company);
  await publishType(company);
  return { caseId: await makeCase(company), delegation: await delegate(company) };
}

async function done(answer: Promise<ApiAnswer>): Promise<ApiAnswer['json']> {
  const { status, text, json } = await answer;
  if (status >= 300) throw new Error(`${status}: ${text}`);
  return json;
}

async function makeDirectory(company: CompanyInBrowser): Promise<void> {
  const admin = company.as('administrator');
  const reason = hostileText('Reason');
  for (const person of ['paula', 'lea', 'priya', 'sam'])
    await done(
      admin.patch(`/people/${person}`, {
        ...{ name: hostileName(person), title: hostileName('Job', 120), department: hostileName('D', 120) },
        ...{ reason: reason.slice(0, 1_900), groups: [hostileName('group', 80)] },
      }),
    );
  const make = (kind: string, fields: object) =>
    done(admin.post(`/${kind}`, { id: 'hostile', reason: reason.slice(0, 1_900), ...fields }));
  await make('teams', { title: hostileName('Team'), members: ['lea'] });
  await make('pools', {
    ...{ title: hostileName('Pool'), teamId: 'hostile', strategy: 'round_robin' },
    members: [{ person: 'lea', weight: 1 }],
  });
  await make('calendars', {
    ...{ title: hostileName('Calendar'), zone: 'UTC', week: always },
    exceptions: [{ date: '2027-01-06', title: hostileName('Holiday', 100), windows: [] }],
  });
  await done(admin.patch('/people/lea', { calendarId: 'hostile', reason: 'Always there.' }));
  await make('accounts', {
    name: hostileName('Account'),
    ownerId: 'lea',
    segment: hostileName('Segment', 80),
  });
  await make('territories', {
    ...{ title: hostileName('Territory'), ownerId: 'lea', region: hostileName('Region', 80) },
    segments: [hostileName('segment', 80)],
  });
  await make('connections', {
    ...{ plugin: 'webhook', title: hostileName('Connection'), roles: ['auditor'] },
    ...{ config: { url: 'http://127.0.0.1:9/in' }, eventKinds: ['commented'] },
    secrets: { signingSecret: `whsec_${Buffer.alloc(32, 7).toString('base64')}` },
  });
  await done(admin.post('/tokens', { name: hostileName('Token', 100), scopes: ['cases:read'] }));
  const day = 86_400_000;
  await done(
    admin.post('/people/lea/leave', {
      ...{ from: Date.now() + 30 * day, until: Date.now() + 31 * day },
      reason: hostileText('Leave').slice(0, 500),
    }),
  );
}

async function publishType(company: CompanyInBrowser): Promise<void> {
  const designer = company.as('designer');
  const yaml = { 'content-type': 'application/yaml' };
  await done(designer.raw('PUT', '/request-types/hostile/draft', stringify(hostileType), yaml));
  const published = await designer.post('/request-types/hostile/publish', {
    reason: hostileText('Publish').slice(0, 1_900),
  });
  if (published.status >= 300) throw new Error(published.text);
  const { text } = await designer.get('/request-types/hostile/draft');
  expect(text).toContain('onerror');
}

async function makeCase(company: CompanyInBrowser): Promise<string> {
  const [requester, handler] = [company.as('requester'), company.as('handler')];
  const file = await done(
    requester.raw('POST', '/attachments', 'what is it', {
      ...{ 'content-type': 'application/pdf', 'x-file-name': encodeURIComponent(hostileFile) },
    }),
  );
  const values = {
    ...{ item: `\u202e${hostileName('item', 199)}`, amount: { amount: 5_000, currency: 'EUR' } },
    ...{ urgency: 'high', note: hostileText('Note'), proof: [file.id] },
    parts: [{ part: hostileName('part') }],
  };
  const refused = await requester.post('/request-types/hostile/cases', {
    values: { ...values, site: 'javascript:document.title="gone"' },
  });
  expect([refused.status, JSON.stringify(refused.json.errors)]).toEqual([
    422,
    expect.stringContaining('site'),
  ]);
  const turned = await requester.post('/request-types/hostile/cases', { values });
  // Signs that turn the direction of writing are refused in a line; what is taken is shown as it is.
  const { id } =
    turned.status === 201
      ? turned.json
      : await done(
          requester.post('/request-types/hostile/cases', {
            values: { ...values, item: hostileName('item') },
          }),
        );
  await vi.waitUntil(async () => (await handler.get(`/cases/${id}`)).json?.owner === 'lea', 20_000);
  const on = (who: string, deed: string, body: object) =>
    done(company.as(who).post(`/cases/${id}/${deed}`, body, { key: crypto.randomUUID() }));
  await on('requester', 'comments', { text: hostileText('Public'), visibility: 'public' });
  await on('handler', 'comments', { text: hostileText('Internal'), visibility: 'internal' });
  await on('handler', 'priority', { value: 1, reason: hostileText('Priority').slice(0, 1_900) });
  await on('handler', 'decisions', { decision: 'ask', to: 'paula', question: hostileText('Question') });
  await on('handler', 'attachments', { attachment: await upload(company.as('handler')) });
  return id;
}

async function upload(client: ReturnType<CompanyInBrowser['as']>): Promise<string> {
  const headers = { 'content-type': 'text/html', 'x-file-name': encodeURIComponent(hostileFile) };
  const script = "<script>document.title='gone'</script>";
  return (await done(client.raw('POST', '/attachments', script, headers))).id;
}

async function delegate(company: CompanyInBrowser): Promise<string> {
  const span = { startsAt: Date.now() + 3_600_000, endsAt: Date.now() + 7_200_000 };
  const reason = hostileText('Delegation').slice(0, 500);
  return (await done(company.as('approver').post('/delegations', { to: 'elise', ...span, reason }))).id;
}
