/** What the API says of a request type beside its title. */
export interface TypeCard {
  readonly accountable: string;
  readonly approvers: readonly string[];
  readonly target: string | null;
  readonly finished: { readonly p50: number; readonly p95: number } | null;
}

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** Who usually decides. */
export function decidesInWords({ accountable, approvers }: TypeCard): string {
  if (approvers.length === 0) return `Decided by ${accountable}; no further approval is needed.`;
  return `Looked after by ${accountable}; may need approval by ${listed(approvers)}.`;
}

/** How long it takes: how long it took lately, else how long it is meant to take; null where nothing says so. */
export function takesInWords({ target, finished }: TypeCard): string | null {
  if (finished !== null) {
    const [half, most] = [within(finished.p50), within(finished.p95)];
    return half === most
      ? `Nearly always done within ${most}.`
      : `Usually done within ${half}, nearly always within ${most}.`;
  }
  return target === null ? null : `Meant to be done within ${target}.`;
}

const listed = (names: readonly string[]): string => {
  if (names.length > 4) return `${names.slice(0, 3).join(', ')} or ${names.length - 3} others`;
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`;
};

/** A span rounded up, so that it is kept. */
function within(ms: number): string {
  if (ms <= hourMs) return 'an hour';
  if (ms <= dayMs) return `${Math.ceil(ms / hourMs)} hours`;
  return `${Math.ceil(ms / dayMs)} days`;
}
