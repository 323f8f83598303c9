/** A gate as far as choosing among several looks at it. */
interface Signable {
  readonly status: string;
  readonly mine: { readonly may: boolean };
  readonly step: { readonly dueAt: number | null } | null;
}

/** The approval that waits for the reader's signature, of several the one due first; undefined when none does. */
export function signNext<G extends Signable>({ gates }: { readonly gates: readonly G[] }): G | undefined {
  const due = ({ step }: G): number => step?.dueAt ?? Number.POSITIVE_INFINITY;
  return gates.filter(({ status, mine }) => status === 'open' && mine.may).sort((a, b) => due(a) - due(b))[0];
}
