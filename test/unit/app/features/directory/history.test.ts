import { describe, expect, it } from 'vitest';
import { happenings } from '../../../../../app/features/directory/history.server.ts';
import type { AnsweredEvent } from '../../../../../app/lib/answered-event.ts';
import { timesIn } from '../../../../../app/lib/times.server.ts';

const names = {
  people: { sam: 'Sam Adeyemi', lea: 'Léa Dubois' },
  teams: { care: 'Customer care' },
  calendars: { hq: 'Paris office' },
  accounts: {},
};
const now = Date.UTC(2026, 10, 22);
const times = timesIn('UTC', now);
let seq = 0;
const event = (kind: string, human: object = {}, data: object = {}): AnsweredEvent => {
  seq += 1;
  return {
    seq,
    kind,
    at: now - 1_000 * (100 - seq),
    actor: { kind: 'person', id: 'sam' },
    data: data as AnsweredEvent['data'],
    human: human as AnsweredEvent['human'],
  };
};
const told = (...events: AnsweredEvent[]) => happenings(events, names, { times, zone: 'UTC' });

describe('the history of an object, as sentences', () => {
  it('says from what to what, who and why, newest first', () => {
    const [changed, made] = told(
      event('created', { 'set/title': 'Front', 'set/calendarId': null }),
      event('changed', { 'set/title': 'Frontline', 'set/calendarId': 'hq', reason: 'Clearer.' }),
    );
    expect(made?.what).toBe('added this to the directory');
    expect(changed).toMatchObject({
      who: { name: 'Sam Adeyemi', to: '/directory/people/sam' },
      why: 'Clearer.',
      changes: [
        { label: 'Title', from: 'Front', to: 'Frontline' },
        { label: 'Hours', from: 'nothing', to: 'Paris office' },
      ],
    });
  });

  it('says what came and went of a list', () => {
    const [changed] = told(
      event('created', { 'set/members': [{ person: 'sam', weight: 1 }] }),
      event('changed', { 'set/members': [{ person: 'lea', weight: 2 }] }),
    );
    expect(changed?.what).toBe(
      'changed members: added Léa Dubois (weight 2); removed Sam Adeyemi (weight 1)',
    );
    expect(changed?.changes).toEqual([]);
  });

  it('tells the days of a calendar that changed', () => {
    const week = (to: string) => ({ 1: [{ from: '09:00', to }], 2: [{ from: '09:00', to: '17:00' }] });
    const [changed] = told(
      event('created', { 'set/week': week('17:00') }),
      event('changed', { 'set/week': week('18:00') }),
    );
    expect(changed?.what).toBe('changed week: added Monday 09:00–18:00; removed Monday 09:00–17:00');
  });

  it.each([
    ['joined', {}, { person: 'lea', weight: 3 }, 'added Léa Dubois with weight 3'],
    ['left', {}, { person: 'lea' }, 'removed Léa Dubois'],
    ['role-granted', {}, { role: 'auditor' }, 'gave the role Auditor'],
    ['went-away', { until: null }, {}, 'set away'],
    ['went-away', { until: Date.UTC(2026, 10, 22, 14) }, {}, 'set away until 22 Nov 2026, 14:00'],
    [
      'leave-recorded',
      { leave: { from: Date.UTC(2026, 11, 24), until: Date.UTC(2026, 11, 27) } },
      {},
      'recorded leave for Thu, 24 Dec 2026 to Sat, 26 Dec 2026',
    ],
    ['made-up', {}, { person: 'lea', items: 2 }, 'gave Léa Dubois 2 more beside the ordinary share'],
    ['some-new-thing', {}, {}, 'some new thing'],
  ])('tells %s', (kind, human, data, words) => {
    expect(told(event(kind, human, data))[0]?.what).toBe(words);
  });

  it('says which delegation ended, by what was recorded before', () => {
    const [ended] = told(
      event('delegated', { delegation: { startsAt: 0, endsAt: 1 } }, { id: 'd1', to: 'lea' }),
      event('delegation-ended', {}, { id: 'd1' }),
    );
    expect(ended?.what).toBe('ended the delegation to Léa Dubois');
  });

  it('leaves out picks that were taken back, which nobody did', () => {
    expect(told(event('pick-returned'))).toEqual([]);
  });
});
