import type { FactCatalogue } from '../fact/fact.ts';
import type { Workflow } from './workflow-schema.ts';

/** What the workflow's checks read of a gate: its id and the transitions its outcomes take. */
export interface GateExits {
  readonly id: string;
  readonly onApproved?: string;
  readonly onRejected?: string;
  readonly onReturned?: string;
}

/** What surrounds a workflow in its definition; without `roles` no role is looked up. */
export interface WorkflowContext {
  /** Every system and business role there is. */
  readonly roles?: ReadonlySet<string>;
  /** Ids of the form's fields. */
  readonly fields: ReadonlySet<string>;
  readonly catalogue: FactCatalogue;
  /** Ids of the routing chains. */
  readonly chains: ReadonlySet<string>;
  readonly gates: readonly GateExits[];
}

/** A workflow with its surroundings, as each check takes it. */
export interface WorkflowUnderCheck {
  readonly workflow: Workflow;
  readonly context: WorkflowContext;
}
