import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { PersonState } from '../../../domain/stream/person/person-state.ts';
import { streamId } from '../../../domain/stream/stream-id.ts';
import { makeWebContext } from '../../../server/http/make-web-context.ts';
import { sessionCookie } from '../../../server/http/session-cookie.ts';
import { privilegesOf, startSession } from '../../../server/identity/sessions.ts';
import { httpPartsOf } from '../../../server/web-app.ts';
import { type SmallWeb, startSmallWeb } from '../../support/small-web.ts';

const origin = 'http://localhost';
let small: SmallWeb;
let server: Server;
beforeAll(async () => {
  small = await startSmallWeb();
  const parts = { ...httpPartsOf(small.web.product, new AbortController().signal), origin };
  const app = express();
  app.get('/', async (request, response) => {
    const { api } = await makeWebContext(parts, request, response);
    response.json(await api('listWork', { query: { view: 'mine', dueBefore: '', type: undefined } }));
  });
  server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, resolve));
});
afterAll(async () => {
  server.close();
  await small.close();
});

it('takes what a page leaves empty for not asked, where an address that says it is refused', async () => {
  const { deps } = small.web.product.services;
  const person = await deps.store.aggregates.load<PersonState>(streamId('person', 'bo'));
  if (person === undefined) throw new Error('there is no bo');
  const session = await startSession(deps, { personId: 'bo', privileges: privilegesOf(person.state) });
  const { port } = server.address() as AddressInfo;
  const [cookie = ''] = sessionCookie(origin, session, deps.clock.now()).split(';');
  const asked = await (await fetch(`http://localhost:${port}/`, { headers: { cookie } })).json();
  expect(asked).toMatchObject({ ok: true, status: 200, body: { items: [] } });
  const { status, text } = await small.as('bo').get('/work?view=mine&dueBefore=');
  expect([status, text.includes('epoch milliseconds')]).toEqual([422, true]);
});
