import type { FactSet } from '../fact/fact-set.ts';
import { verdictOf } from '../workflow/verdict.ts';
import type { Gate } from './gate-schema.ts';

/** Which gates a case needs. A gate whose condition is unknown is demanded, so it stands in `open`, and in `unknown` with what is missing. */
export interface GateDemand {
  readonly open: readonly string[];
  readonly notNeeded: readonly string[];
  readonly unknown: readonly {
    readonly id: string;
    readonly missing: readonly string[];
    /** Why the condition could not be evaluated, when that was the reason. */
    readonly failure?: string;
  }[];
}

/** Which of a state's gates have to sign under these facts; whatever is not certainly unneeded is demanded. */
export function gatesToOpen(gates: readonly Gate[], facts: FactSet): GateDemand {
  const open: string[] = [];
  const notNeeded: string[] = [];
  const unknown: GateDemand['unknown'][number][] = [];
  for (const { id, when } of gates) {
    const { value, missing, failure } = verdictOf(when, facts);
    (value === false ? notNeeded : open).push(id);
    if (value === 'unknown')
      unknown.push({ id, missing: [...missing], ...(failure === undefined ? {} : { failure }) });
  }
  return { open, notNeeded, unknown };
}
