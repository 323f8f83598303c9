import { describe, expect, it } from 'vitest';
import { durationOf } from '../../../../domain/analysis/histogram.ts';
import { summarise } from '../../../../domain/analysis/summarise.ts';

describe('the numbers of a range of days', () => {
  const days = [
    { id: 'day|2026-03-01|buy', counts: { submitted: 3, closed: 1, 'outcome:approved': 1, 'source:api': 3 } },
    {
      id: 'day|2026-03-02|buy',
      counts: { submitted: 1, assigned: 4, reassigned: 1, 'assignment#40': 3, 'assignment#60': 1 },
    },
    { id: 'day|2026-03-02|fix', counts: { submitted: 2, 'gate:rejected': 1, breached: 2, escalated: 1 } },
  ];
  const open = [
    { id: 'open|buy|review|2026-03-02', counts: { open: 2 } },
    { id: 'open|buy|review|2026-02-25', counts: { open: 1 } },
    { id: 'open|buy|review|2026-02-01', counts: { open: 1 } },
    { id: 'open|buy|review|2025-01-01', counts: { open: 1 } },
    { id: 'open|buy|ordered|2026-03-01', counts: { open: 0 } },
    { id: 'open|buy|gone|2026-03-01', counts: {} },
  ];
  const summary = summarise(days, open, '2026-03-02');

  it('are added up by type, by day, and in all', () => {
    expect(summary.total).toMatchObject({ submitted: 6, closed: 1, breached: 2, outcomes: { approved: 1 } });
    expect(summary.types['buy']).toMatchObject({ submitted: 4, sources: { api: 3 }, reassignmentRate: 0.25 });
    expect(summary.types['fix']).toMatchObject({ gates: { rejected: 1 }, reassignmentRate: null });
    expect(summary.days).toEqual([
      { day: '2026-03-01', submitted: 3, closed: 1, breached: 0 },
      { day: '2026-03-02', submitted: 3, closed: 0, breached: 2 },
    ]);
  });

  it('tell times by their middle and by what 95 % stay within', () => {
    expect(summary.total.timeToAssignment).toEqual({ count: 4, p50: durationOf(40), p95: durationOf(60) });
    expect(summary.total.firstResponse).toEqual({ count: 0, p50: null, p95: null });
  });

  it('show what is open by state, and how long it has been there', () => {
    expect(summary.backlog).toEqual([
      {
        ...{ type: 'buy', state: 'review', open: 5, oldestDays: 425 },
        byAge: { today: 2, week: 1, month: 1, older: 1 },
      },
    ]);
  });

  it('are nothing where nothing happened', () => {
    expect(summarise([], [], '2026-03-02')).toMatchObject({ types: {}, days: [], backlog: [] });
    expect(
      summarise([{ id: 'day', counts: {} }], [{ id: 'open', counts: { open: 1 } }], '2026-03-02').backlog,
    ).toEqual([expect.objectContaining({ type: '', state: '', open: 1, oldestDays: 0 })]);
  });
});
