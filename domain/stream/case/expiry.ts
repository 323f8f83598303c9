import type { CaseCourse } from './case-course.ts';
import type { CaseWorld } from './case-world.ts';

/** The key of the effect that ends a time-boxed stay. */
export const expiryKey = 'expiry';
const dayMs = 86_400_000;

/** Arms the end of a time-boxed stay when the case enters it; leaving the state any other way ends the arming. */
export function oweExpiry(course: CaseCourse, world: CaseWorld): void {
  const expiry = world.definition.document.expiry;
  if (expiry === undefined) return;
  if (course.state.state !== expiry.state) {
    course.cancel(expiryKey);
    return;
  }
  const endsAt = endOf(course.state.values[expiry.field], world.now);
  if (endsAt !== null)
    course.owe({
      kind: 'escalate',
      key: expiryKey,
      dueAt: endsAt,
      payload: { what: 'expiry', transition: expiry.transition, state: expiry.state },
    });
}

/** The end of the given day (UTC) for a date, that many days from now for a number; null without a value. */
function endOf(value: unknown, now: number): number | null {
  if (typeof value === 'number') return now + Math.round(value * dayMs);
  if (typeof value !== 'string') return null;
  const day = Date.parse(`${value}T00:00:00Z`);
  return Number.isNaN(day) ? null : day + dayMs;
}
