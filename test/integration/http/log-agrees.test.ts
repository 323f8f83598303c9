import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyMain } from '../../../server/cli/verify-main.ts';
import { endpoints } from '../../../server/http/routes/endpoints.ts';
import { type FullWeb, startFullWeb } from '../../support/full-web.ts';

type Human = Record<string, unknown>;

/** The cells of one line of a CSV file. */
const cellsOf = (line: string): string[] =>
  (line.match(/("(?:[^"]|"")*"|[^,]*)(,|$)/g) ?? []).map((cell) =>
    cell.replace(/,$/, '').replace(/^"|"$/g, ''),
  );

describe('the log, exports and the case itself', () => {
  let full: FullWeb;
  beforeAll(async () => {
    full = await startFullWeb({}, { iban: 'FR76 1', note: 'By the window.' }, 'bank-letter.pdf');
    const { caseId, as, web } = full;
    const roles = { systemRoles: ['auditor'], roles: ['finance-approver'] };
    const named = { name: 'finley', email: 'finley@example.test', zone: 'UTC', country: 'FR' };
    await web.create('person', 'finley', { ...named, ...roles });
    for (const iban of ['FR76 2', null])
      expect((await as('ria').patch(`/cases/${caseId}`, { values: { iban } })).code).toBe(undefined);
    await as('amy').post(`/cases/${caseId}/comments`, { text: 'Quite a desk.' });
    const { basis } = (await as('fay').get(`/cases/${caseId}`)).json;
    const voted = { decision: 'approve', basis, comment: 'Fine.' };
    expect((await as('fay').post(`/cases/${caseId}/decisions`, voted)).code).toBe(undefined);
    await web.settle();
  });
  afterAll(async () => {
    await full.close();
  });

  const clientOf = async (who: string) => (who === 'finley' ? full.web.as(who) : full.as(who));

  /** What one way of reading shows behind the seals of each event of the case, by seq. */
  const byCase = async (who: string): Promise<Map<number, Human>> => {
    const { items } = (await (await clientOf(who)).get(`/cases/${full.caseId}/events?limit=200`)).json;
    return new Map(items.map(({ seq, human }: { seq: number; human: Human }) => [seq, human]));
  };
  const byLog = async (who: string): Promise<Map<number, Human>> => {
    const { items } = (await (await clientOf(who)).get(`/log?limit=200&stream=${full.caseId}`)).json;
    return new Map(items.map(({ seq, human }: { seq: number; human: Human }) => [seq, human]));
  };
  const exported = async (who: string, query: string): Promise<Map<number, Human>> => {
    const { text } = await (await clientOf(who)).get(`/log/export${query}`);
    const shown = new Map<number, Human>();
    for (const line of text.trim().split('\n')) {
      const { event, sealed } = JSON.parse(line);
      if (event?.stream !== full.caseId) continue;
      const values = Object.entries(sealed ?? {}) as [string, { value: unknown }][];
      shown.set(event.seq, Object.fromEntries(values.map(([name, { value }]) => [name, value])));
    }
    return shown;
  };

  it.each(['ada', 'amy', 'finley'])('show %s the same, event by event and field by field', async (who) => {
    const read = await byCase(who);
    expect(read.size).toBeGreaterThan(5);
    for (const other of [
      await byLog(who),
      await exported(who, ''),
      await exported(who, `?stream=${full.caseId}`),
    ]) {
      expect(other.size).toBeGreaterThanOrEqual(read.size);
      // What is no event to this reader is a row of which nothing is shown.
      for (const [seq, human] of other) expect([seq, human]).toEqual([seq, read.get(seq) ?? {}]);
      for (const seq of read.keys()) expect(other.has(seq)).toBe(true);
    }
  });

  it('show values to those who see them on the case, and sensitive ones to nobody else', async () => {
    const [auditor, finance] = [await byLog('ada'), await byLog('finley')];
    expect(auditor.get(1)).toMatchObject({
      'values/item': 'Desk',
      'values/note': 'By the window.',
      title: 'Purchase: Desk',
    });
    expect(auditor.get(1)).not.toHaveProperty('values/iban');
    expect(finance.get(1)).toMatchObject({ 'values/item': 'Desk', 'values/iban': 'FR76 1' });
    const told = (rows: Map<number, Human>) => JSON.stringify([...rows.values()]);
    for (const text of ['FR76', 'bank-letter']) {
      expect(told(auditor)).not.toContain(text);
      expect(told(finance)).toContain(text);
    }
    expect((await full.as('rob').get(`/log?stream=${full.caseId}`)).code).toBe('NOT_FOUND');
  });

  it('withhold the words of a case from a token that reads the log but no cases', async () => {
    const made = await full.as('amy').post('/tokens', { name: 'Log', scopes: ['log:read'] });
    const address = `${full.web.origin}/api/v1/log?limit=200&stream=${full.caseId}`;
    const answer = await fetch(address, { headers: { authorization: `Bearer ${made.json.secret}` } });
    const { items } = (await answer.json()) as { items: { human: Human }[] };
    expect(items.length).toBeGreaterThan(5);
    expect(items.filter(({ human }) => Object.keys(human).length > 0)).toEqual([]);
  });

  it('write down who saw sensitive answers in the log', async () => {
    const seen = async (who: string) =>
      (await full.as('ada').get(`/log/access?kind=sensitive-seen&person=${who}`)).json.items;
    await byLog('ada');
    await byLog('finley');
    expect(await seen('ada')).toEqual([]);
    const looks: { what: Human }[] = await seen('finley');
    expect(looks.map(({ what }) => what)).toContainEqual({ case: full.caseId, fields: ['iban', 'proof'] });
  });

  it('are accepted by the verifier, whatever is withheld', async () => {
    for (const [who, query] of [
      ['ada', ''],
      ['finley', ''],
      ['ada', `?stream=${full.caseId}`],
    ] as const) {
      const { text } = await (await clientOf(who)).get(`/log/export${query}`);
      const stdin = (async function* () {
        yield Buffer.from(text);
      })();
      const argv = ['-', '--json', '--key', full.web.product.key.publicKey];
      expect(await verifyMain(argv, { stdin, out: () => undefined, err: () => undefined })).toBe(0);
    }
  });

  it('are signed with the key that everybody may learn beside them', async () => {
    const { status, json } = await full.as('ria').get('/log/key');
    expect([status, json.algorithm, json.publicKey]).toEqual([
      200,
      'Ed25519',
      full.web.product.key.publicKey,
    ]);
    const { text } = await full.as('ada').get('/log/export');
    const check = async (key: string) => {
      const stdin = (async function* () {
        yield Buffer.from(text);
      })();
      return verifyMain(['-', '--key', key], { stdin, out: () => undefined, err: () => undefined });
    };
    expect(await check(json.fingerprint)).toBe(0);
    expect(
      await check(json.fingerprint.replace(/^..../, json.fingerprint.startsWith('0000') ? '1111' : '0000')),
    ).toBe(1);
    const stranger = await fetch(`${full.web.origin}/api/v1/log/key`);
    expect(stranger.status).toBe(401);
  });

  it('give nobody the salt of the basis, with which masked values could be tried', async () => {
    const { state } =
      (await full.web.product.store.aggregates.load<{ basisSalt: string }>(full.caseId)) ?? {};
    const salt = state?.basisSalt ?? '';
    expect(salt.length).toBeGreaterThan(10);
    const reading = endpoints.filter(({ method, path }) => method === 'get' && path !== '/api/v1/live');
    const paths = [
      ...reading.map(({ path }) => full.addressOf(path).replace('/api/v1', '')),
      `/log?limit=200&stream=${full.caseId}`,
      `/log/export?stream=${full.caseId}`,
      '/log/export?format=csv',
    ];
    const told: string[] = [];
    for (const who of ['ria', 'fay', 'ada', 'amy', 'finley', 'lea'])
      for (const path of paths)
        if ((await (await clientOf(who)).get(path)).text.includes(salt)) told.push(`${who} ${path}`);
    expect(told).toEqual([]);
    for (const who of ['ria', 'ada', 'finley'])
      expect((await byCase(who)).get(1)).not.toHaveProperty('basisSalt');
    await expect.poll(() => full.peer.requests.length, { timeout: 10_000 }).toBeGreaterThan(2);
    const sent = JSON.stringify(full.peer.requests);
    expect(sent).toContain('submitted');
    expect(sent.includes(salt) || sent.includes('basisSalt')).toBe(false);
  });

  it('say of a vote on which evidence and under which version it was given', async () => {
    const { text } = await full.as('ada').get('/log/export?format=csv');
    const lines = text.trim().split('\n').map(cellsOf);
    const columns = lines[0] ?? [];
    const rows = lines.slice(1).map((line) => Object.fromEntries(line.map((cell, i) => [columns[i], cell])));
    const of = (kind: string) => rows.find((row) => row['kind'] === kind && row['stream'] === full.caseId);
    const [submitted, attached, voted] = [of('submitted'), of('attached'), of('voted')];
    const parts = [submitted?.['evidence'], attached?.['evidence']];
    expect(parts.every((part) => /^[0-9a-f]{64}$/.test(part ?? ''))).toBe(true);
    expect(voted).toMatchObject({
      version: '1',
      evidence: parts.join(' '),
      comment: 'Fine.',
      type: 'purchase',
    });
    expect(voted?.['basis']).not.toBe('');
  });
});
