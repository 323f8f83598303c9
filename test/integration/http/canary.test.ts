import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { endpoints } from '../../../server/http/routes/endpoints.ts';
import { type FullWeb, startFullWeb } from '../../support/full-web.ts';
import { type SmtpPeer, startSmtpPeer } from '../../support/smtp-peer.ts';

/** What must not be seen; lists keep words in small letters. */
const canary = 'Canary5c1f';
const strangers = ['rob', 'bo', 'bea', 'bill', 'lea', 'otto', 'ada', 'dan', 'amy', 'bot'];

/** Whether a text shows the canary, as it is or inside something encoded. */
function shows(text: string): boolean {
  const encoded = text.match(/[A-Za-z0-9+/_-]{16,}/g) ?? [];
  const decoded = encoded.map((each) => Buffer.from(each, 'base64url').toString('latin1'));
  return [text, ...decoded].some((each) => each.toLowerCase().includes(canary.toLowerCase()));
}

describe('what a form keeps from somebody', () => {
  const lines: string[] = [];
  let full: FullWeb;
  let post: SmtpPeer;
  beforeAll(async () => {
    post = await startSmtpPeer();
    full = await startFullWeb(
      {
        config: { smtpUrl: post.url, logLevel: 'debug' },
        destination: { write: (line: string) => void lines.push(line) },
      },
      { iban: `${canary} 1` },
      `${canary}-letter.pdf`,
    );
    const { caseId, as } = full;
    const edited = await as('ria').patch(`/cases/${caseId}`, { values: { iban: `${canary} 2` } });
    expect([edited.status, edited.code]).toEqual([200, undefined]);
    await as('ria').post(`/cases/${caseId}/escalate`, { reason: 'It takes long.' });
    await full.web.settle();
  });
  afterAll(async () => {
    await full.close();
    await post.stop();
  });

  /** Everything an address answers to somebody. */
  const answered = async (who: string, path: string): Promise<string> => {
    const response = await fetch(`${full.web.origin}${path}`, {
      headers: { authorization: `Bearer ${full.as(who).token}` },
    });
    return JSON.stringify([response.status, [...response.headers], await response.text()]);
  };

  it('is there for those it is for', async () => {
    for (const who of ['ria', 'fay', 'finn']) {
      const seen = await full.as(who).get(`/cases/${full.caseId}`);
      expect([who, seen.json.values.iban]).toEqual([who, `${canary} 2`]);
      expect(seen.json.attachments[0].name).toBe(`${canary}-letter.pdf`);
    }
    expect(shows(await answered('fay', `/api/v1/cases/${full.caseId}/events`))).toBe(true);
  });

  it('is in no answer to anybody else', async () => {
    const reading = endpoints.filter(({ method, path }) => method === 'get' && path !== '/api/v1/live');
    const paths = [
      ...reading.map(({ path }) => full.addressOf(path)),
      '/api/v1/log?limit=200',
      '/api/v1/log?limit=3',
      `/api/v1/log/export?stream=${full.caseId}`,
      '/api/v1/log/export?format=csv',
      '/api/v1/cases?limit=1',
      ...['mine', 'team', 'approvals', 'unassigned', 'requested'].map((view) => `/api/v1/cases?view=${view}`),
    ];
    const leaks: string[] = [];
    for (const who of strangers)
      for (const path of paths) if (shows(await answered(who, path))) leaks.push(`${who} ${path}`);
    expect(leaks).toEqual([]);
  });

  it('is not to be found by searching, not even by those it is for', async () => {
    for (const who of [...strangers, 'ria', 'fay'])
      for (const q of [canary, canary.slice(0, 6), `${canary} Desk`])
        expect((await full.as(who).get(`/cases?q=${encodeURIComponent(q)}`)).json.items).toEqual([]);
    expect((await full.as('ria').get('/cases?q=Desk')).json.items).toHaveLength(1);
  });

  it('is not to be downloaded', async () => {
    const file = full.addressOf('/api/v1/cases/{id}/attachments/{attachment}');
    expect((await full.as('fay').get(file)).text).toBe('the letter');
    for (const who of strangers) expect((await full.as(who).get(file)).code).toBe('NOT_FOUND');
  });

  it('is in no answer to a command, and in no refusal', async () => {
    const { owner } = (await full.as('ria').get(`/cases/${full.caseId}`)).json;
    const { as, caseId } = full;
    const said = [
      await as(owner).post(`/cases/${caseId}/comments`, { text: 'Looking at it.' }),
      await as(owner).patch(`/cases/${caseId}`, { values: { iban: 'none' } }),
      await as(owner).post(`/cases/${caseId}/transitions`, { transition: 'order' }),
      await as(owner).post(`/cases/${caseId}/priority`, { value: 1, reason: 'Soon.' }),
      await as('lea').post('/bulk', {
        rows: [{ case: caseId, command: 'assignments', body: { action: 'assign', to: 'bea', reason: 'x' } }],
      }),
      await as('amy').post(`/cases/${caseId}/reroute`, { reason: 'Again.' }),
      await as('rob').get(`/cases/${caseId}`),
    ];
    expect(said.map(({ text, headers }) => shows(text + JSON.stringify([...headers])))).toEqual(
      said.map(() => false),
    );
    expect(said.some(({ status }) => status === 200)).toBe(true);
  });

  it('is in no live stream', async () => {
    for (const who of strangers) {
      const gone = new AbortController();
      const response = await fetch(`${full.web.origin}/api/v1/live?after=0`, {
        headers: { authorization: `Bearer ${full.as(who).token}` },
        signal: gone.signal,
      });
      const chunks: Uint8Array[] = [];
      const reading = (async () => {
        const reader = response.body?.getReader();
        for (let part = await reader?.read(); part?.value !== undefined; part = await reader?.read())
          chunks.push(part.value);
      })().catch(() => undefined);
      await sleep(150);
      gone.abort();
      await reading;
      const text = Buffer.concat(chunks).toString('utf8');
      expect(text.length).toBeGreaterThan(0);
      expect([who, shows(text)]).toEqual([who, false]);
    }
  });

  it('is told to no other system, in no mail, and in no line of the log', async () => {
    await full.web.settle();
    await expect.poll(() => full.peer.requests.length, { timeout: 10_000 }).toBeGreaterThan(2);
    await expect.poll(() => post.messages.length, { timeout: 10_000 }).toBeGreaterThan(1);
    expect(full.peer.requests.filter((request) => shows(JSON.stringify(request)))).toEqual([]);
    expect(post.messages.filter(shows)).toEqual([]);
    expect(lines.length).toBeGreaterThan(50);
    expect(lines.filter(shows)).toEqual([]);
  });

  it('is not kept when the form did not ask for it', async () => {
    const refused = await full.as('ria').post('/request-types/purchase/cases', {
      values: { item: 'Desk', amount: { amount: 5, currency: 'EUR' }, abroad: false, branch: `${canary} 3` },
    });
    expect([refused.status, refused.json.errors?.[0]?.pointer]).toEqual([422, '/values/branch']);
    expect(lines.filter(shows)).toEqual([]);
  });
});
