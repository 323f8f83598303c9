import type { CompiledDefinition } from '../../../domain/definition/compile-definition.ts';
import { type FactPerson, knownFacts } from '../../../domain/definition/known-facts.ts';
import { parseOpenCasesFact } from '../../../domain/definition/standard-facts.ts';
import { type FactSet, factSet } from '../../../domain/fact/fact-set.ts';
import type { Json } from '../../../domain/hash/canonical-json.ts';
import type { AgentProposal } from '../../../domain/stream/case/case-state.ts';
import type { Store } from '../../ports/store.ts';
import type { FactProviders } from './fact-providers.ts';

/** What the facts of one case are gathered from. */
export interface FactSubject {
  readonly definition: CompiledDefinition;
  readonly now: number;
  readonly values: { readonly [field: string]: Json };
  readonly requester: FactPerson | undefined;
  readonly behalf: FactPerson | undefined;
  readonly source: string;
  readonly scores: { readonly [id: string]: number };
  readonly proposal: AgentProposal | null;
  readonly priority: number;
  readonly state: string;
  readonly epoch: number;
  readonly escalation: number;
  readonly previousOwners: readonly string[];
  /** Facts of the matched account under their full keys, once it is known. */
  readonly account: string | null;
  /** The case itself, which counts of open cases leave out. */
  readonly caseId: string | null;
}

/**
 * Everything the conditions of a definition may read of a case, as it is now.
 * A provider that fails or takes too long leaves its fact missing, with the reason; nothing is ever defaulted.
 */
export async function gatherFacts(
  store: Store,
  providers: FactProviders,
  subject: FactSubject,
): Promise<FactSet> {
  const { definition, requester, behalf, account, caseId } = subject;
  const values = knownFacts({ ...subject, form: definition.document.form });
  const failed: Record<string, string> = {};
  const holders = { requester: (behalf ?? requester)?.id, account: account ?? undefined, except: caseId };
  const [counts] = await Promise.all([
    openCaseCounts(store, definition, holders),
    askProviders(providers, subject, { values, failed }),
  ]);
  return factSet({ ...values, ...counts }, failed);
}

const countedAtMost = 100;

/** Whose open cases are counted; the case itself is left out. */
export interface CountedHolders {
  readonly requester?: string | undefined;
  readonly account?: string | undefined;
  readonly except: string | null;
}

/** The counts of open cases that the conditions of a definition read, by fact key, of the holders that are known; 100 at most each. */
export async function openCaseCounts(
  store: Store,
  definition: CompiledDefinition,
  holders: CountedHolders,
): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  await Promise.all(
    [...definition.catalogue.keys()].map(async (key) => {
      const counted = parseOpenCasesFact(key);
      const holder = counted === undefined ? undefined : holders[counted.of];
      if (counted === undefined || holder === undefined) return;
      const list = `open-${counted.of}:${holder}|${counted.type}`;
      const found = await store.aggregates.range(list, null, countedAtMost);
      counts[key] = found.filter(({ id }) => id !== holders.except).length;
    }),
  );
  return counts;
}

async function askProviders(
  providers: FactProviders,
  subject: FactSubject,
  into: { values: Record<string, unknown>; failed: Record<string, string> },
): Promise<void> {
  await Promise.all(
    (subject.definition.document.provided ?? []).map(async (wanted) => {
      const answer = await providers.ask(wanted, {
        values: subject.values,
        requester: subject.requester,
        behalf: subject.behalf,
        now: subject.now,
      });
      if ('failed' in answer) into.failed[wanted.id] = answer.failed;
      else into.values[wanted.id] = answer.value;
    }),
  );
}
