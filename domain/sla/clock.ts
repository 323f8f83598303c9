/** What a clock measures: the first answer, the whole case, or the stay in a state. */
export const clockKinds = ['first_response', 'resolution', 'state'] as const;
export type ClockKind = (typeof clockKinds)[number];

/** How much time is promised, and on which version of which calendar it is counted. */
export type ClockTarget = {
  readonly durationMs: number;
  readonly calendarId: string;
  readonly calendarRev: number;
};

/** One entry of a clock's history, in epoch milliseconds; the history is only ever appended to. */
export type ClockInterval =
  | { readonly kind: 'started'; readonly at: number; readonly target: ClockTarget }
  | { readonly kind: 'paused'; readonly at: number; readonly reason: string }
  | { readonly kind: 'resumed'; readonly at: number }
  | {
      readonly kind: 'recalculated';
      readonly at: number;
      readonly reason: string;
      readonly target: ClockTarget;
      /** The due time it led to. */
      readonly dueAt: number | null;
    }
  /** `at` is when it was noticed, `dueAt` the promise that was broken. */
  | { readonly kind: 'breached'; readonly at: number; readonly dueAt: number }
  | { readonly kind: 'satisfied'; readonly at: number }
  | { readonly kind: 'cancelled'; readonly at: number; readonly reason: string };

/** One business-time timer of a case, as it is stored: plain JSON. */
export type ClockState = {
  readonly id: string;
  readonly title: string;
  readonly kind: ClockKind;
  /** The target that holds now. */
  readonly target: ClockTarget;
  readonly intervals: readonly ClockInterval[];
  /** The due time by the last entry, in epoch milliseconds; null while a pause holds it open. */
  readonly dueAt: number | null;
  /** The thresholds whose steps were taken under the present target. */
  readonly fired: readonly { readonly id: string; readonly at: number }[];
};
