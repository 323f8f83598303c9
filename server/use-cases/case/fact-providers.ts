import type { ProvidedFact } from '../../../domain/definition/definition-schema.ts';
import type { FactPerson } from '../../../domain/definition/known-facts.ts';
import type { FactValue } from '../../../domain/fact/fact.ts';
import type { Json } from '../../../domain/hash/canonical-json.ts';

/** What a provider may look at. */
export interface ProviderInput {
  readonly values: { readonly [field: string]: Json };
  readonly requester: FactPerson | undefined;
  readonly behalf: FactPerson | undefined;
  readonly now: number;
}

/** Answers one fact; undefined means that there is none. Rejecting or taking longer than `deadlineMs` makes it unknown. */
export interface FactProvider {
  readonly id: string;
  readonly deadlineMs: number;
  answer(input: ProviderInput, config: { readonly [key: string]: Json }): Promise<FactValue | undefined>;
}

export type ProviderAnswer = { readonly value: FactValue | undefined } | { readonly failed: string };

/** The closed registry of providers. */
export interface FactProviders {
  ask(wanted: ProvidedFact, input: ProviderInput): Promise<ProviderAnswer>;
  readonly ids: readonly string[];
}

/** A registry of providers, each held to its deadline; a failure is an answer of its own, never a default. */
export function factProviders(list: readonly FactProvider[]): FactProviders {
  const byId = new Map(list.map((provider) => [provider.id, provider]));
  return {
    ids: [...byId.keys()],
    async ask(wanted, input) {
      const provider = byId.get(wanted.provider);
      if (provider === undefined) return { failed: `there is no provider ${wanted.provider}` };
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<ProviderAnswer>((resolve) => {
        timer = setTimeout(
          () => resolve({ failed: `${provider.id} did not answer within ${provider.deadlineMs} ms` }),
          provider.deadlineMs,
        );
      });
      const answer = provider.answer(input, wanted.with ?? {}).then(
        (value): ProviderAnswer => ({ value }),
        (error: unknown): ProviderAnswer => ({
          failed: `${provider.id} failed: ${error instanceof Error ? error.message : String(error)}`,
        }),
      );
      try {
        return await Promise.race([answer, late]);
      } finally {
        clearTimeout(timer);
      }
    },
  };
}
