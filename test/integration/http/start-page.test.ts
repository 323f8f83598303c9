import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PersonState } from '../../../domain/stream/person/person-state.ts';
import { streamId } from '../../../domain/stream/stream-id.ts';
import { makeWebContext } from '../../../server/http/make-web-context.ts';
import { sessionCookie } from '../../../server/http/session-cookie.ts';
import type { SystemState } from '../../../server/http/web-context.ts';
import { privilegesOf, startSession } from '../../../server/identity/sessions.ts';
import { httpPartsOf } from '../../../server/web-app.ts';
import { type SmallWeb, startSmallWeb } from '../../support/small-web.ts';

/** Saturday 7 March 2026, 10:00 UTC, and how far that is from here. */
const shift = Date.UTC(2026, 2, 7, 10) - Date.now();
const origin = 'http://localhost';
const nine = [{ from: '09:00', to: '17:00' }];

describe('the start page', () => {
  let small: SmallWeb;
  let server: Server;
  beforeAll(async () => {
    small = await startSmallWeb({ clock: { now: () => Date.now() + shift } });
    const week = { 1: nine, 2: nine, 3: nine, 4: nine, 5: nine };
    await small.web.create('calendar', 'office', { title: 'Office', zone: 'UTC', week, exceptions: [] });
    await small.web.change('pool', 'buyers', { calendarId: 'office' });
    await small.submit(80);
    await small.submit(90, 'rob');
    await small.web.settle();
    const parts = { ...httpPartsOf(small.web.product, new AbortController().signal), origin };
    const app = express();
    app.get('/', async (request, response) => {
      response.json((await (await makeWebContext(parts, request, response)).startPage()).state);
    });
    server = createServer(app);
    await new Promise<void>((resolve) => server.listen(0, resolve));
  });
  afterAll(async () => {
    server.close();
    await small.close();
  });

  const seenBy = async (personId: string): Promise<SystemState> => {
    const { deps } = small.web.product.services;
    const person = await deps.store.aggregates.load<PersonState>(streamId('person', personId));
    if (person === undefined) throw new Error(`there is no ${personId}`);
    const session = await startSession(deps, { personId, privileges: privilegesOf(person.state) });
    const { port } = server.address() as AddressInfo;
    const [cookie = ''] = sessionCookie(origin, session, deps.clock.now()).split(';');
    return (await fetch(`http://localhost:${port}/`, { headers: { cookie } })).json() as Promise<SystemState>;
  };

  it('counts the cases that wait for a pool beside those nobody could be found for', async () => {
    expect(await seenBy('ada')).toMatchObject({ unassigned: 0, waiting: 2 });
  });

  it('counts for a requester their own alone', async () => {
    expect(await seenBy('ria')).toMatchObject({ unassigned: 0, waiting: 1 });
  });

  it('shows the log and what stopped to those who may read them, and to nobody else', async () => {
    expect(await seenBy('ada')).toMatchObject({
      log: { positions: expect.any(Number), engine: 'embedded' },
      quarantined: 0,
    });
    expect(await seenBy('ria')).toMatchObject({ log: null, quarantined: null });
    expect(await seenBy('bo')).toMatchObject({ log: null, quarantined: null });
  });
});
