import { describe, expect, it } from 'vitest';
import { timesIn } from '../../../../app/lib/times.server.ts';

const hour = 3_600_000;
const now = Date.parse('2026-03-02T10:00:00Z');
const times = timesIn('UTC', now);
const office = (hours: number) => ({ workingMs: hours * hour, always: false });
const always = (hours: number) => ({ workingMs: hours * hour, always: true });

describe('when something is due', () => {
  it('is told in hours of working time while that is near, however far the day is', () => {
    const due = times.due(now + 71 * hour, office(3.25));
    expect(due).toMatchObject({ tone: 'fine', words: '3 h 15 m left' });
    expect(due?.exact).toContain('3 h 15 m of working time left');
    expect(times.due(now + 71 * hour, office(14.5))?.words).toBe('14 h left');
  });

  it('is soon by working time, not by the wall', () => {
    expect(times.due(now + 70 * hour, office(2))?.tone).toBe('soon');
    expect(times.due(now + 4 * hour, always(4))?.tone).toBe('fine');
  });

  it('is the day when it is further away, with what is left in hours spelled out', () => {
    const due = times.due(Date.parse('2026-03-06T17:00:00Z'), office(39));
    expect(due).toMatchObject({ tone: 'fine', words: 'Fri 17:00' });
    expect(due?.exact).toBe('due Friday, 6 March 2026 at 17:00 UTC, 39 h of working time left');
    expect(times.due(now + 30 * hour, always(30))?.exact).toMatch(/, 30 h left$/);
    expect(due?.brief).toBe('Fri 6 Mar 2026, 17:00 UTC');
  });

  it('is late by what has passed', () => {
    expect(times.due(now - 2 * hour, office(-1))).toMatchObject({ tone: 'breached', words: '2 h late' });
  });

  it('is told by the wall where nothing is known of working time', () => {
    expect(times.due(now + 2 * hour)).toMatchObject({ tone: 'soon', words: '2 h left' });
    expect(times.due(null)).toBeNull();
  });
});
