import { expect } from 'vitest';
import type { ApiAnswer, ApiClient } from './api-client.ts';
import type { CompanyInBrowser } from './company-in-browser.ts';
import { smallType } from './small-type.ts';

/** How long something may take on a slow server. */
export const patience = { timeout: 30_000 };

/** What an endpoint answered. @throws what it said when it refused. */
export async function done(answer: Promise<ApiAnswer>): Promise<ApiAnswer['json']> {
  const { status, text, json } = await answer;
  if (status >= 300) throw new Error(`${status}: ${text}`);
  return json;
}

/** What the journeys look at of a case. */
export interface Seen {
  readonly id: string;
  readonly owner: string;
  readonly queue: object | null;
}

/** A desk that is always staffed: two who share what comes in, and a request type that comes to them. */
export async function makeDesk(company: CompanyInBrowser): Promise<void> {
  const admin = company.as('administrator');
  const reason = 'For the journeys.';
  for (const person of ['lea', 'jonas'])
    await done(admin.patch(`/people/${person}`, { calendarId: 'always', capacity: 500, reason }));
  const team = { id: 'buyers', title: 'Buyers', members: ['lea', 'jonas'], reason };
  await done(admin.post('/teams', team));
  const members = team.members.map((person) => ({ person, weight: 1 }));
  const pool = { id: 'buyers', title: 'Buyers', teamId: 'buyers', strategy: 'round_robin', members, reason };
  await done(admin.post('/pools', pool));
  const designer: ApiClient = company.as('designer');
  await done(designer.put('/request-types/purchase/draft', smallType));
  await done(designer.post('/request-types/purchase/publish', { reason }));
}

/** A new purchase of the requester, once it is where it is to be: with somebody, unless told otherwise. */
export async function someCase(
  company: CompanyInBrowser,
  amount: number,
  isThere: (seen: Seen) => boolean = ({ owner }) => owner !== null,
): Promise<Seen> {
  const requester = company.as('requester');
  const values = { item: 'Desk', amount: { amount, currency: 'EUR' } };
  const { id } = await done(requester.post('/request-types/purchase/cases', { values }));
  const admin = company.as('administrator');
  let seen: Seen | undefined;
  await expect
    .poll(async () => {
      seen = await done(admin.get(`/cases/${id}`));
      return seen !== undefined && isThere(seen);
    }, patience)
    .toBe(true);
  if (seen === undefined) throw new Error('it is nowhere');
  return seen;
}

/** A new purchase that this person has. */
export async function caseOf(company: CompanyInBrowser, person: string, amount: number): Promise<string> {
  const { id, owner } = await someCase(company, amount);
  if (owner !== person)
    await done(
      company
        .as('administrator')
        .post(`/cases/${id}/assignments`, { action: 'assign', to: person, reason: 'For them.' }),
    );
  return id;
}

/** A new purchase that finance has to sign. */
export async function toSign(company: CompanyInBrowser, amount: number): Promise<string> {
  const { id } = await someCase(company, amount);
  await expect
    .poll(async () => {
      const { items } = await done(company.as('approver').get('/work?view=approvals&limit=100'));
      return items.some((item: { case: { id: string } }) => item.case.id === id);
    }, patience)
    .toBe(true);
  return id;
}
