import type { Gate } from '../approval/gate-schema.ts';
import { type CompiledCondition, compileCondition } from '../condition/compile-condition.ts';
import type { Condition } from '../condition/condition.ts';
import { DomainError } from '../error/domain-error.ts';
import type { FactCatalogue } from '../fact/fact.ts';
import type { FactSet } from '../fact/fact-set.ts';
import { hashJson } from '../hash/sha256.ts';
import { type CompiledChain, compileChain } from '../routing/compile-chain.ts';
import type { ClockDefinition } from '../sla/clock-schema.ts';
import type { WorkflowState } from '../workflow/workflow-schema.ts';
import type { Definition } from './definition-schema.ts';
import { factCatalogueOf } from './fact-catalogue-of.ts';

/** A definition ready to decide with: looked up by id, conditions compiled once. */
export interface CompiledDefinition {
  /** SHA-256 of the canonical document. */
  readonly hash: string;
  readonly document: Definition;
  readonly catalogue: FactCatalogue;
  readonly states: ReadonlyMap<string, WorkflowState>;
  readonly chains: ReadonlyMap<string, CompiledChain>;
  readonly gates: ReadonlyMap<string, Gate>;
  readonly clocks: ReadonlyMap<string, ClockDefinition>;
  /** Fields that drive priority and titles, by purpose. */
  readonly purposes: ReadonlyMap<string, string>;
  /** What a condition of this definition says of the facts; one that cannot be evaluated is unknown, never a guess. */
  holds(json: Condition, facts: FactSet): boolean | 'unknown';
}

/** The identity of a definition: SHA-256 over its canonical JSON. */
export function definitionHash(document: Definition): string {
  return hashJson(document);
}

/** Makes a checked definition ready; keep it as long as its hash is in use. */
export function compileDefinition(document: Definition): CompiledDefinition {
  const catalogue = factCatalogueOf(document);
  const conditions = new Map<Condition, CompiledCondition>();
  const compiled = (json: Condition): CompiledCondition => {
    const known = conditions.get(json);
    if (known !== undefined) return known;
    const made = compileCondition(json, catalogue);
    conditions.set(json, made);
    return made;
  };
  const byId = <T extends { readonly id: string }>(items: readonly T[] = []): ReadonlyMap<string, T> =>
    new Map(items.map((item) => [item.id, item]));
  return {
    hash: definitionHash(document),
    document,
    catalogue,
    states: byId(document.workflow.states),
    chains: new Map(
      document.chains.map((chain) => [chain.id, compileChain(chain, catalogue, document.queues ?? [])]),
    ),
    gates: byId(document.gates),
    clocks: byId(document.clocks),
    purposes: new Map(
      document.form.fields.flatMap((field) =>
        'purpose' in field && field.purpose !== undefined ? [[field.purpose, field.id] as const] : [],
      ),
    ),
    holds(json, facts) {
      try {
        return compiled(json).evaluate(facts).value;
      } catch (error) {
        if (!(error instanceof DomainError)) throw error;
        return 'unknown';
      }
    },
  };
}
