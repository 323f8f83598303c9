import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Endpoint } from '../../../server/http/core/endpoint.ts';
import { endpoints } from '../../../server/http/routes/endpoints.ts';
import { type FullWeb, startFullWeb } from '../../support/full-web.ts';

let full: FullWeb;
beforeAll(async () => {
  full = await startFullWeb();
});
afterAll(async () => {
  await full.close();
});

const now = Date.now();
const week = { 1: [{ from: '09:00', to: '17:00' }] };
const reason = 'So it was decided.';
const leave = { from: now + 3_600_000, until: now + 7_200_000, reason: 'Holiday' };
const until = now + 3_600_000;

/** What an administrator does to the directory and a designer to a draft, one after the other; `$` is the id of what the step before made. */
const steps: readonly (readonly [operationId: string, path: string, body?: object])[] = [
  ['createPerson', '/people', { id: 'zoe', name: 'Zoe', systemRoles: ['requester', 'agent'] }],
  ['changePerson', '/people/zoe', { title: 'Buyer', reason }],
  ['changeRoles', '/people/zoe/roles', { action: 'grant', role: 'procurement-lead', reason }],
  ['changeRoles', '/people/zoe/roles', { action: 'revoke', role: 'procurement-lead', reason }],
  ['recordLeave', '/people/zoe/leave', leave],
  ['cancelLeave', '/people/zoe/leave/$'],
  ['goAway', '/people/zoe/away', { until }],
  ['comeBack', '/people/zoe/away'],
  ['createTeam', '/teams', { id: 'crew', title: 'Crew', members: ['bo'] }],
  ['changeTeam', '/teams/crew', { title: 'The crew', reason }],
  ['joinTeam', '/teams/crew/members', { person: 'zoe' }],
  ['leaveTeam', '/teams/crew/members/zoe'],
  ['createPool', '/pools', { id: 'desk', title: 'Desk', members: [{ person: 'bo', weight: 1 }] }],
  ['changePool', '/pools/desk', { title: 'The desk', reason }],
  ['joinPool', '/pools/desk/members', { person: 'zoe', weight: 2 }],
  ['setWeights', '/pools/desk/weights', { weights: { zoe: 3 }, reason }],
  ['makeUp', '/pools/desk/make-ups', { person: 'zoe', items: 2, until, reason }],
  ['leavePool', '/pools/desk/members/zoe'],
  ['createCalendar', '/calendars', { id: 'oslo', title: 'Oslo', zone: 'Europe/Oslo', week, exceptions: [] }],
  ['changeCalendar', '/calendars/oslo', { title: 'Oslo office', reason }],
  ['createAccount', '/accounts', { id: 'zen', name: 'Zen', domains: ['zen.example'] }],
  ['changeAccount', '/accounts/zen', { tier: 'gold', reason }],
  ['createTerritory', '/territories', { id: 'north', title: 'North', countries: ['NO'] }],
  ['changeTerritory', '/territories/north', { countries: ['NO', 'SE'], reason }],
  ['createDelegation', '/delegations', { person: 'amy', to: 'finn', startsAt: now, endsAt: until }],
  ['changeDelegation', '/delegations/$', { ended: true }],
  ...(
    ['team/teams/crew', 'pool/pools/desk', 'calendar/calendars/oslo', 'account/accounts/zen'] as const
  ).flatMap((each) => standing(each)),
  ...standing('territory/territories/north'),
  ...standing('person/people/zoe'),
  ...standing('connection/connections/hook'),
  ['changeConnection', '/connections/hook', { title: 'The hook', reason }],
  ['createToken', '/tokens', { personId: 'bot', name: 'For the program', scopes: ['cases:read'] }],
  ['revokeToken', '/tokens/$'],
  ['checkDraft', '/request-types/purchase/draft/check'],
  ['testDraft', '/request-types/purchase/draft/test'],
];

function standing(each: string): (readonly [string, string, object])[] {
  const [name = '', plural = '', id = ''] = each.split('/');
  const named = `${name[0]?.toUpperCase()}${name.slice(1)}`;
  return [
    [`deactivate${named}`, `/${plural}/${id}/deactivate`, { reason }],
    [`reactivate${named}`, `/${plural}/${id}/reactivate`, { reason }],
  ];
}

const send = (
  endpoint: Endpoint,
  address: string,
  body: object | undefined,
  { key, match }: { readonly key: string; readonly match?: string },
) =>
  full
    .as(endpoint.tag === 'Request types' ? 'dan' : 'amy')
    .raw(endpoint.method.toUpperCase(), address, body === undefined ? undefined : JSON.stringify(body), {
      'idempotency-key': key,
      ...(match === undefined ? {} : { 'if-match': match }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    });

/** The same request for something else. */
function altered(body: object): object {
  if ('scopes' in body) return { ...body, name: 'Another' };
  if ('until' in body && !('items' in body)) return { ...body, until: until + 1 };
  return { ...body, reason: 'Another one.' };
}

it('does what administrators and designers may, answers as it is described, and does it once for one key', async () => {
  let last = '';
  for (const [index, [operationId, path, body]] of steps.entries()) {
    const endpoint = endpoints.find((one) => one.operationId === operationId);
    if (endpoint === undefined) throw new Error(`there is no ${operationId}`);
    const key = `step-${index}`;
    const address = `/api/v1${path.replace('$', last)}`;
    if (endpoint.guarded === true) {
      const stale = await send(endpoint, address, body, { key: `${key}-stale`, match: '"999999"' });
      expect([operationId, stale.status, stale.code]).toEqual([operationId, 412, 'STALE']);
    }
    const answer = await send(endpoint, address, body, { key });
    expect([operationId, answer.status, answer.code]).toEqual([operationId, successOf(endpoint), undefined]);
    const schema = endpoint.answers[answer.status]?.content['application/json'];
    expect(schema?.parse(answer.json)).toEqual(answer.json);
    const again = await send(endpoint, address, body, { key });
    expect([operationId, again.status, again.json.id]).toEqual([operationId, answer.status, answer.json.id]);
    if (body !== undefined && !('ended' in body))
      expect([operationId, (await send(endpoint, address, altered(body), { key })).code]).toEqual([
        operationId,
        'COMMAND_REUSED',
      ]);
    last = answer.json.leaveId ?? answer.json.leave?.at?.(-1)?.id ?? answer.json.id ?? '';
  }
});

it('publishes what was saved on what was read, and takes it back', async () => {
  const dan = full.as('dan');
  const draft = (await dan.get('/request-types/purchase/draft')).json;
  const document = { ...draft.document, title: 'Purchase, anew' };
  const blind = await dan.put('/request-types/purchase/draft', document);
  expect([blind.status, blind.code, blind.json.detail]).toEqual([
    412,
    'STALE',
    expect.stringContaining('send its ETag as If-Match'),
  ]);
  const saved = await dan.put('/request-types/purchase/draft', document, { rev: draft.rev });
  expect([saved.status, saved.headers.get('etag')]).toEqual([200, `"${draft.rev + 1}"`]);
  const published = await dan.post('/request-types/purchase/publish', { reason });
  expect(published.json).toMatchObject({ n: 2, changed: true });
  const back = await dan.post('/request-types/purchase/rollback', { to: 1, reason });
  expect([back.status, back.json]).toMatchObject([200, {}]);
  expect((await dan.get('/request-types/purchase')).json.title).toBe('Purchase');
});

it('makes a token good for 90 days, unless it is said when it ends or that it never does', async () => {
  const dan = full.as('dan');
  const before = Date.now();
  const ends = async (more: object): Promise<number | null> =>
    (await dan.post('/tokens', { name: 'Reader', scopes: ['cases:read'], ...more })).json.expiresAt;
  const plain = Number(await ends({}));
  expect(plain).toBeGreaterThanOrEqual(before + 90 * 86_400_000);
  expect(plain).toBeLessThanOrEqual(Date.now() + 90 * 86_400_000);
  expect(await ends({ expiresAt: before + 60_000_000 })).toBe(before + 60_000_000);
  expect(await ends({ expiresAt: null })).toBeNull();
});

const successOf = ({ answers }: Endpoint): number => Number(Object.keys(answers)[0]);
