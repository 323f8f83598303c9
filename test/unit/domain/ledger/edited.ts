/** Parses a line, changes it, and writes it canonically again, as somebody with an editor would. */
export function edited(
  lines: readonly string[],
  at: number,
  change: (value: Record<string, unknown>) => unknown,
): string[] {
  const value: Record<string, unknown> = JSON.parse(lines[at] ?? '');
  const canonical = (part: unknown): unknown =>
    typeof part !== 'object' || part === null || Array.isArray(part)
      ? part
      : Object.fromEntries(
          Object.entries(part)
            .sort(([a], [b]) => (a < b ? -1 : 1))
            .map(([key, inner]) => [key, canonical(inner)]),
        );
  return lines.with(at, JSON.stringify(canonical(change(value))));
}
