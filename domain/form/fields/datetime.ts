import { z } from 'zod';
import { instantOfWallTime } from '../../calendar/instant-of-wall-time.ts';
import { dayNumber, momentOf } from '../../condition/grammar/time-value.ts';
import { declareFact } from '../declare-fact.ts';
import { columnConfig, fieldConfig } from '../field-common.ts';
import type { FieldBase, FieldKind } from '../field-kind.ts';
import { refused } from '../parsed.ts';

const momentText = z
  .string()
  .refine((text) => epochOf(text) !== undefined, 'Give a moment such as 2026-03-05T10:00:00Z');
const shape = { min: momentText.optional(), max: momentText.optional() };
const wallTime = /^(\d{4}-\d\d-\d\d)[T ](\d\d):(\d\d)(?::00)?$/;

interface DatetimeField extends FieldBase {
  readonly min?: string | undefined;
  readonly max?: string | undefined;
}

/**
 * A moment, handed in as `YYYY-MM-DDThh:mm[:ss]` with `Z` or an offset, stored in UTC as `YYYY-MM-DDThh:mm:ss.sssZ`.
 * A text without an offset is read in the context's time zone.
 */
export const datetime = {
  kind: 'datetime',
  config: fieldConfig('datetime', shape),
  column: columnConfig('datetime', shape),
  parse(raw, { min, max }) {
    const epochMs = typeof raw === 'string' ? epochOf(raw.trim()) : undefined;
    if (epochMs === undefined)
      return refused('Give day, time and offset, such as 2026-03-05T10:00+01:00 or 2026-03-05T09:00Z.');
    if (min !== undefined && epochMs < (epochOf(min) ?? epochMs))
      return refused(`Give a time at or after ${min}.`);
    if (max !== undefined && epochMs > (epochOf(max) ?? epochMs))
      return refused(`Give a time at or before ${max}.`);
    return { value: new Date(epochMs).toISOString() };
  },
  facts(value, { id }) {
    const epochMs = epochOf(value);
    return epochMs === undefined ? {} : { [id]: epochMs };
  },
  declarations: (field, form) => [declareFact(field, form, 'instant')],
  display: (value) => `${value.slice(0, 10)} ${value.slice(11, 16)} UTC`,
  fromText(text, _field, { timeZone }) {
    const parts = wallTime.exec(text.trim());
    if (parts === null || timeZone === undefined) return text;
    const [, date = '', hours = '', minutes = ''] = parts;
    const day = dayNumber(date);
    if (day === undefined || Number(hours) > 23 || Number(minutes) > 59) return text;
    return new Date(instantOfWallTime(timeZone, day, Number(hours) * 60 + Number(minutes))).toISOString();
  },
} satisfies FieldKind<DatetimeField, string> & Record<'config' | 'column', z.ZodType>;

/** Epoch milliseconds of a moment in the years 1000 to 9999 UTC. */
function epochOf(text: string): number | undefined {
  const epochMs = momentOf(text);
  return epochMs !== undefined && epochMs >= -30_610_224_000_000 && epochMs <= 253_402_300_799_999
    ? epochMs
    : undefined;
}
