import type { CaseState, Category } from '../stream/case/case-state.ts';
import { readersOf } from '../stream/case/readers-of.ts';

/** A case as rights see it: scalars, and lists of ids that a scalar of the session is looked for in. */
export interface CaseSubject {
  readonly subject: 'Case';
  readonly id: string;
  readonly readers: readonly string[];
  readonly type: string;
  readonly category: Category;
  readonly open: boolean;
  readonly requester: string;
  readonly behalf: string | null;
  /** Whose request it is: the person it was submitted for, else who submitted it. */
  readonly beneficiary: string;
  readonly owner: string | null;
  readonly team: string | null;
  readonly pool: string | null;
  readonly accountable: string;
  readonly backup: string;
  /** Asked to sign at any gate, open or settled. */
  readonly approvers: readonly string[];
  /** Voted at any gate. */
  readonly voters: readonly string[];
  /** Asked for information and not answered yet. */
  readonly asked: readonly string[];
  readonly watchers: readonly string[];
  /** Had the case before. */
  readonly previousOwners: readonly string[];
}

/** What rights on a case depend on, of the case as it was loaded. */
export function caseSubject(doc: { readonly _id: string; readonly state: CaseState }): CaseSubject {
  const { state } = doc;
  const steps = state.gates.flatMap((gate) => gate.steps);
  return {
    subject: 'Case',
    id: doc._id,
    readers: readersOf(state),
    type: state.type,
    category: state.category,
    open: state.open,
    requester: state.requester,
    behalf: state.behalf,
    beneficiary: state.behalf ?? state.requester,
    owner: state.owner,
    team: state.team,
    pool: state.pool,
    accountable: state.accountable,
    backup: state.backup,
    approvers: steps.flatMap((step) => step.approvers.map(({ person }) => person)),
    voters: steps.flatMap((step) => step.votes.map(({ person }) => person)),
    asked: state.asks.filter((ask) => ask.answeredAt === null).map((ask) => ask.to),
    watchers: state.watchers,
    previousOwners: state.previousOwners,
  };
}
