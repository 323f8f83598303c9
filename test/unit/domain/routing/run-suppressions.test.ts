import { describe, expect, test } from 'vitest';
import { runChain } from '../../../../domain/routing/run-chain.ts';
import { chainOf, day, inputs, is, item, now } from './route-fixture.ts';

describe('suppressions', () => {
  const stop = (more: object) => [{ ...item('s'), when: is('fraud', true), reviewOn: '2027-01-01', ...more }];
  const run = (more: object, facts: object = { fraud: true }, subject: object = {}) =>
    runChain(chainOf({ suppress: stop(more) }), inputs({ ...facts }, {}, subject));

  test('do not route', () => {
    expect(run({ action: 'do_not_route' })).toMatchObject({
      terminal: 'suppressed',
      stage: 'suppress',
      by: 's',
      reason: 'because s',
    });
  });

  test('do not notify, and routing goes on', () => {
    expect(run({ action: 'do_not_notify' })).toMatchObject({
      terminal: 'queued',
      stage: 'default',
      doNotNotify: true,
    });
  });

  test.each([
    ['for days', { days: 2 }, now + 2 * day],
    ['until a date', { date: '2026-03-10' }, Date.UTC(2026, 2, 10)],
    ['as long as a condition', { when: is('fraud', true) }, now + day],
    ['with no end but its review', undefined, now + day],
  ])('hold %s, always with an owner and a date', (_case, until, expected) => {
    const outcome = run({ action: 'hold', ...(until ? { until } : {}) });
    expect(outcome).toMatchObject({
      terminal: 'held',
      hold: { until: expected, owner: 'lead', reason: 'because s' },
    });
  });

  test('let go of a case that served its days, or whose date or condition is over', () => {
    expect(run({ action: 'hold', until: { days: 2 } }, { fraud: true }, { released: ['s'] }).stage).toBe(
      'default',
    );
    expect(run({ action: 'hold' }, { fraud: true }, { released: ['s'] }).terminal).toBe('held');
    expect(run({ action: 'hold', until: { date: '2026-03-04' } }).stage).toBe('default');
    expect(
      run({ action: 'hold', until: { when: is('open', true) } }, { fraud: true, open: false }).stage,
    ).toBe('default');
  });

  test('keep holding when the end cannot be told', () => {
    expect(run({ action: 'hold', until: { when: is('open', true) } }).terminal).toBe('held');
  });

  test('expire after their last day', () => {
    const last = (expiresOn: string) => {
      const { reviewOn: _standing, ...temporary } = stop({ action: 'do_not_route', expiresOn })[0] ?? {};
      return runChain(chainOf({ suppress: [temporary] }), inputs({ fraud: true }));
    };
    expect(last('2026-03-04').terminal).toBe('suppressed');
    const over = last('2026-03-03');
    expect(over.stage).toBe('default');
    expect(over.record.stages[0]).toMatchObject({ outcome: 'expired' });
  });

  test('keep working when their review has lapsed, and say so', () => {
    const lapsed = run({ action: 'do_not_route', reviewOn: '2026-03-03' });
    expect(lapsed).toMatchObject({ terminal: 'suppressed', lapsedReviews: ['s'] });
    expect(run({ action: 'do_not_route', reviewOn: '2026-03-04' }).lapsedReviews).toEqual([]);
  });

  test('are passed when they are not true, or cannot be told', () => {
    expect(run({ action: 'do_not_route' }, { fraud: false }).stage).toBe('default');
    const unknown = run({ action: 'do_not_route' }, {});
    expect(unknown).toMatchObject({ stage: 'default', missing: ['fraud'] });
  });
});
