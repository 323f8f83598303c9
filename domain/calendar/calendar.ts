/** ISO weekday: 1 is Monday, 7 is Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/**
 * Hours of one day in wall time, `HH:MM`; `to` may be `24:00`, and a `to` at or before `from` is on the next day.
 * A window belongs to the day on which it opens.
 */
export interface WindowSpec {
  readonly from: string;
  readonly to: string;
}

/** One date on which other hours hold than on its weekday; no windows means closed (a holiday). */
export interface ExceptionSpec {
  /** `YYYY-MM-DD` */
  readonly date: string;
  readonly title: string;
  readonly windows: readonly WindowSpec[];
}

/** A business calendar as it is stored; a weekday that is absent is closed. */
export interface CalendarSpec {
  /** IANA time-zone id, such as `Europe/Dublin`. */
  readonly zone: string;
  readonly week: Readonly<Partial<Record<Weekday, readonly WindowSpec[]>>>;
  readonly exceptions: readonly ExceptionSpec[];
  /** Every hour counts (24×7); such a calendar has neither week nor exceptions. */
  readonly alwaysOpen?: boolean;
}

/** Why a stretch of time counts or does not; `date` is the local day it belongs to. */
export type StretchReason =
  | { readonly kind: 'always_open' }
  | { readonly kind: 'hours'; readonly date: string; readonly window: string }
  | {
      readonly kind: 'exception_hours';
      readonly date: string;
      readonly window: string;
      readonly title: string;
    }
  | { readonly kind: 'outside_hours'; readonly date: string }
  | { readonly kind: 'closed_weekday'; readonly date: string; readonly weekday: Weekday }
  | { readonly kind: 'closed_exception'; readonly date: string; readonly title: string };

/** One stretch `[fromMs, toMs)` that is wholly open or wholly closed, in epoch milliseconds. */
export interface Stretch {
  readonly fromMs: number;
  readonly toMs: number;
  readonly open: boolean;
  readonly reason: StretchReason;
}

/** A run of days of a compiled calendar: its stretches tile `[startMs, endMs)` with the open ones indexed for search. */
export interface CalendarBlock {
  readonly index: number;
  readonly startMs: number;
  readonly endMs: number;
  /** Open stretches in order of time, disjoint. */
  readonly open: readonly Stretch[];
  /** `before[i]` is the open time in the block before `open[i]`, in milliseconds. */
  readonly before: readonly number[];
  /** All open time of the block, in milliseconds. */
  readonly openMs: number;
}

/** A calendar ready to compute with; make one with `compileCalendar` and keep it as long as the spec holds. */
export interface Calendar {
  readonly spec: CalendarSpec;
  readonly alwaysOpen: boolean;
  /** The block that holds the instant. */
  blockAt(ms: number): CalendarBlock;
  /** The block with the index; blocks follow each other without gap. */
  block(index: number): CalendarBlock;
  /** The hours that hold on a day, counted in days since 1970-01-01, and why. */
  day(epochDay: number): CalendarDay;
}

/** What a calendar says of one local day. */
export interface CalendarDay {
  readonly date: string;
  readonly weekday: Weekday;
  readonly windows: readonly WindowSpec[];
  /** The title of the exception that rules the day, if one does. */
  readonly exception: string | null;
}
