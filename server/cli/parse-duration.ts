const units: Readonly<Record<string, number>> = { m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 };

/** Milliseconds of a text such as `90m`, `12h`, `30d` or `2w`; undefined when it is none. */
export function parseDuration(text: string): number | undefined {
  const [, count, unit = ''] = /^([1-9]\d{0,5})([mhdw])$/.exec(text) ?? [];
  const ms = units[unit];
  return count === undefined || ms === undefined ? undefined : Number(count) * ms;
}
