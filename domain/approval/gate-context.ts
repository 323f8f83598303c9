import type { FactCatalogue } from '../fact/fact.ts';
import type { Workflow } from '../workflow/workflow-schema.ts';
import type { ApproverSource } from './approver-source-schema.ts';
import type { Gate, GateStep } from './gate-schema.ts';

/** What the gates' checks read of a field. */
export interface GateField {
  readonly id: string;
  readonly kind: string;
  /** Default true. */
  readonly material?: boolean | undefined;
  /** Roles and relations that may read it; absent means whoever may read the case. */
  readonly see?: readonly string[] | undefined;
}

/** Who holds what where the definition is to be used. */
export interface GateRegistry {
  /** Role → the active people who hold it. A role that is not here does not exist. */
  readonly roles: ReadonlyMap<string, readonly string[]>;
  readonly teams: ReadonlyMap<string, readonly string[]>;
  /** Calendar ids. */
  readonly calendars: ReadonlySet<string>;
  /** Who may submit; absent means everybody. */
  readonly submitters?: ReadonlySet<string>;
}

/** What surrounds the gates in their definition; without a registry nobody is looked up. */
export interface GateContext {
  readonly workflow: Workflow;
  readonly fields: readonly GateField[];
  readonly catalogue: FactCatalogue;
  readonly registry?: GateRegistry;
}

/** One step with its gate, its place, and its surroundings, as each check takes it. */
export interface StepUnderCheck {
  readonly gate: Gate;
  readonly step: GateStep;
  readonly at: string;
  readonly context: GateContext;
}

/** Everybody some sources can name where that is known beforehand; undefined when it depends on the case. */
export function knownPeople(
  sources: readonly ApproverSource[],
  registry: GateRegistry,
): ReadonlySet<string> | undefined {
  const found = new Set<string>();
  for (const source of sources) {
    if (!('role' in source || 'team' in source)) return undefined;
    const people = 'role' in source ? registry.roles.get(source.role) : registry.teams.get(source.team);
    for (const person of people ?? []) found.add(person);
  }
  return found;
}
