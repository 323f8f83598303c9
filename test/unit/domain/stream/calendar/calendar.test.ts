import { describe, expect, it } from 'vitest';
import { isOpen } from '../../../../../domain/calendar/is-open.ts';
import { calendarObject } from '../../../../../domain/stream/calendar/calendar-object.ts';
import {
  alwaysCalendar,
  calendarStream,
  viewOfCalendar,
} from '../../../../../domain/stream/calendar/calendar-stream.ts';
import { decideCreate, decidePatch } from '../../../../../domain/stream/directory/decide-directory.ts';
import { foldDecisions } from '../../../../support/fold-decisions.ts';

/** A Monday. */
const now = Date.UTC(2026, 0, 5, 10);
const office = { title: 'Office', zone: 'UTC', week: { 1: [{ from: '09:00', to: '17:00' }] } };
const make = (fields: object, id = 'office') => decideCreate(calendarObject, { id, now, fields, reason: '' });
const refused = (code: string, pointer?: string) =>
  expect.objectContaining({
    code,
    ...(pointer === undefined ? {} : { details: [expect.objectContaining({ pointer })] }),
  });

describe('a calendar', () => {
  it('opens when its hours say so', () => {
    const stream = foldDecisions(calendarStream, 'calendar:office', now);
    stream.take(() => make(office));
    const { id, rev, calendar } = viewOfCalendar('office', 1, stream.state);
    expect([id, rev, isOpen(calendar, now, 0), isOpen(calendar, now + 8 * 3_600_000, 0)]).toEqual([
      'office',
      1,
      true,
      false,
    ]);
    expect(stream.lists).toEqual(['calendar', 'calendar|active']);
    stream.take(() => ({ events: [{ kind: 'deactivated', data: {} }] }));
    expect(stream.lists).toEqual(['calendar']);
  });

  it('may always be open, and one such calendar is built in', () => {
    const stream = foldDecisions(calendarStream, 'calendar:never-closed', now);
    stream.take(() => make({ title: 'Round the clock', zone: 'UTC', alwaysOpen: true }, 'never-closed'));
    expect(isOpen(viewOfCalendar('never-closed', 1, stream.state).calendar, now + 8 * 3_600_000, 0)).toBe(
      true,
    );
    expect(isOpen(alwaysCalendar.calendar, now, 0)).toBe(true);
    expect(() => make(office, 'always')).toThrow(refused('CONFLICT'));
  });

  it('is refused when nobody would ever work by it', () => {
    expect(() => make({ title: 'Shut', zone: 'UTC' })).toThrow(refused('VALIDATION_FAILED', '/week'));
    const past = { date: '2020-01-01', title: 'Once', windows: [{ from: '09:00', to: '10:00' }] };
    expect(() => make({ title: 'Over', zone: 'UTC', exceptions: [past] })).toThrow(
      refused('VALIDATION_FAILED', '/week'),
    );
  });

  it('is refused as a whole where fields do not fit each other', () => {
    const windows = [
      { from: '09:00', to: '17:00' },
      { from: '16:00', to: '18:00' },
    ];
    expect(() => make({ ...office, week: { 1: windows } })).toThrow(refused('VALIDATION_FAILED'));
    const stream = foldDecisions(calendarStream, 'calendar:office', now);
    stream.take(() => make(office));
    expect(() =>
      decidePatch(calendarObject, stream.state, {
        id: 'office',
        now,
        fields: { alwaysOpen: true },
        reason: 'r',
      }),
    ).toThrow(refused('VALIDATION_FAILED', '/alwaysOpen'));
  });

  it('lets bugs through as bugs', () => {
    const broken = { ...calendarStream.initial, zone: 'UTC', week: { 1: [{ from: '09:00', to: '17:00' }] } };
    expect(() => calendarObject.check?.(broken, { id: 'office', now: Number.NaN })).toThrow(
      expect.not.objectContaining({ code: expect.anything() }),
    );
  });
});
