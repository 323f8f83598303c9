import { describe, expect, test } from 'vitest';
import { runChain } from '../../../../domain/routing/run-chain.ts';
import { chainOf, day, goes, inputs, is, item, now, person, pool } from './route-fixture.ts';

const people = ['ana', 'bo', 'cy'].map((id) => person(id));
const emea = { people, pools: [pool('emea', ['ana', 'bo', 'cy'])] };
const toEmea = { ...item('soft'), when: is('kind', 'software'), to: { pool: 'emea' } };
const software = { kind: 'software' };

describe('screens', () => {
  const dup = {
    ...item('dup'),
    kind: 'duplicate',
    fields: ['name'],
    withinDays: 30,
    ...goes({ queue: 'inbox', lowUrgency: true }),
  };
  const before = { screen: 'dup', caseId: 'c0', number: 'VEN-1', at: now - day };

  test('send a duplicate to its queue, with the numbers of the earlier cases', () => {
    const similar = [{ ...before, caseId: 'c9', number: 'VEN-9' }, before];
    const outcome = runChain(
      chainOf({ screen: [dup], rules: [toEmea] }),
      inputs(software, emea, { similar }),
    );
    expect(outcome).toMatchObject({
      terminal: 'queued',
      queue: 'inbox',
      team: 'procurement',
      stage: 'screen',
      by: 'dup',
      lowUrgency: true,
    });
    expect(outcome.record.stages).toEqual([
      { stage: 'screen', id: 'dup', outcome: 'yes', duplicates: ['VEN-1', 'VEN-9'] },
    ]);
  });

  test.each([
    ['the case itself', { caseId: 'c1' }],
    ['a case outside the window', { at: now - 30 * day - 1 }],
    ['a case that came later', { at: now + 1 }],
    ['a case found by another screen', { screen: 'other' }],
  ])('do not take %s for a duplicate', (_case, more) => {
    const similar = [{ ...before, ...more }];
    expect(runChain(chainOf({ screen: [dup] }), inputs({}, {}, { similar })).stage).toBe('default');
  });

  const screen = (then: object) => [
    { ...item('s'), kind: 'condition', when: is('kind', 'software'), ...goes(then) },
  ];

  test('send a case to review, or let it go on at low urgency', () => {
    const review = runChain(chainOf({ screen: screen({ review: 'review' }) }), inputs(software));
    expect(review).toMatchObject({ terminal: 'queued', queue: 'review', team: 'risk', reason: 'because s' });
    expect(review.lowUrgency).toBeUndefined();
    const on = runChain(chainOf({ screen: screen({ continue: true, lowUrgency: true }) }), inputs(software));
    expect(on).toMatchObject({ stage: 'default', lowUrgency: true });
  });

  test('are passed when they are not true, or cannot be told', () => {
    const chain = chainOf({ screen: screen({ queue: 'inbox' }) });
    expect(runChain(chain, inputs({ kind: 'x' })).record.stages[0]).toMatchObject({ outcome: 'no' });
    const unknown = runChain(chain, inputs({}));
    expect(unknown.stage).toBe('default');
    expect(unknown.record.stages[0]).toMatchObject({ outcome: 'unknown', missing: ['kind'] });
  });

  test('never end nowhere: an unknown queue is unassigned with the reason', () => {
    const outcome = runChain(chainOf({ screen: screen({ queue: 'zzz' }) }), inputs(software));
    expect(outcome).toMatchObject({
      terminal: 'unassigned',
      stage: 'screen',
      reason: 'there is no queue zzz',
    });
  });
});
