/** Lines under the day they carry, both in the order they came. */
export function byDay<L extends { readonly day: string }>(
  lines: readonly L[],
): { readonly day: string; readonly rows: L[] }[] {
  const days: { readonly day: string; readonly rows: L[] }[] = [];
  for (const line of lines) {
    const last = days.at(-1);
    if (last?.day === line.day) last.rows.push(line);
    else days.push({ day: line.day, rows: [line] });
  }
  return days;
}
