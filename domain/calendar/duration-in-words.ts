const minuteMs = 60_000;

/** A span of time as people write it: `3 h 20 m`, `45 m`, `less than a minute`; part minutes are dropped. */
export function durationInWords(ms: number): string {
  if (ms < 0) return `minus ${durationInWords(-ms)}`;
  if (ms === 0) return '0 m';
  if (ms < minuteMs) return 'less than a minute';
  const minutes = Math.floor(ms / minuteMs);
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  if (hours === 0) return `${rest} m`;
  return rest === 0 ? `${hours} h` : `${hours} h ${rest} m`;
}

/** The same, saying of what: `3 h 20 m of working time`, or plain `3 h 20 m` where every hour counts. */
export function workingTimeInWords(calendar: { readonly alwaysOpen: boolean }, ms: number): string {
  return calendar.alwaysOpen ? durationInWords(ms) : `${durationInWords(ms)} of working time`;
}
