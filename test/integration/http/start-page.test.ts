import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StartFigures } from '../../../server/use-cases/lists/start-figures.ts';
import { type SmallWeb, startSmallWeb } from '../../support/small-web.ts';

/** Saturday 7 March 2026, 10:00 UTC, and how far that is from here. */
const shift = Date.UTC(2026, 2, 7, 10) - Date.now();
const nine = [{ from: '09:00', to: '17:00' }];

describe('the start page', () => {
  let small: SmallWeb;
  beforeAll(async () => {
    small = await startSmallWeb({ clock: { now: () => Date.now() + shift } });
    const week = { 1: nine, 2: nine, 3: nine, 4: nine, 5: nine };
    await small.web.create('calendar', 'office', { title: 'Office', zone: 'UTC', week, exceptions: [] });
    await small.web.change('pool', 'buyers', { calendarId: 'office' });
    await small.submit(80);
    await small.submit(90, 'rob');
    await small.web.settle();
  });
  afterAll(async () => {
    await small.close();
  });

  const seenBy = async (personId: string): Promise<StartFigures> => {
    const { status, json } = await small.as(personId).get('/start');
    expect(status).toBe(200);
    return json;
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

  it('is for those alone who are signed in', async () => {
    expect((await fetch(`${small.web.origin}/api/v1/start`)).status).toBe(401);
  });
});
