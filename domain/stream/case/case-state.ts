import type { GateState } from '../../approval/gate-state.ts';
import type { Json } from '../../hash/canonical-json.ts';
import type { ClockState } from '../../sla/clock.ts';

/** The five categories of a state. */
export type Category = 'new' | 'in_review' | 'blocked' | 'approved' | 'done';

/** Where the case stands with routing: nobody has decided yet, or one of the terminal kinds; `waiting` waits for a pool's next free seat. */
export type Placement =
  | 'undecided'
  | 'assigned'
  | 'queued'
  | 'waiting'
  | 'held'
  | 'suppressed'
  | 'unassigned';

/** How one epoch was decided: by a worker (with pool, token and record) or by hand. */
export interface Routed {
  readonly kind: Placement;
  readonly at: number;
  /** The state of the workflow it was decided for. */
  readonly state?: string;
  readonly person?: string;
  readonly pool?: string;
  readonly queue?: string;
  readonly team?: string;
  readonly token?: number;
  /** Hash of the decision record. */
  readonly record?: string;
  readonly rule?: string;
  readonly reason?: string;
  /** Who decided by hand. */
  readonly by?: string;
}

export interface AttachmentRef {
  readonly id: string;
  readonly digest: string;
  readonly size: number;
  readonly name: string;
  readonly by: string;
  readonly at: number;
  /** The file field it answers, when it does. */
  readonly field: string | null;
}

/** A question put to somebody; the case waits for the answer. */
export interface Ask {
  readonly id: string;
  readonly by: string;
  readonly to: string;
  readonly question: string;
  readonly at: number;
  readonly answeredAt: number | null;
}

/** A decision that may still be taken back: by the same person, until then, as long as nothing else happens to the case. */
export interface Retractable {
  readonly gate: string;
  readonly by: string;
  readonly until: number;
  /** The state and epoch the case was in before the decision moved it. */
  readonly state: string;
  readonly epoch: number;
  /** What else the decision ended or began, by id. */
  readonly undo: DecisionUndo;
}

/** What a decision did to clocks, other gates and a hold; taking it back sets that right. */
export interface DecisionUndo {
  readonly endedClocks: readonly string[];
  readonly begunClocks: readonly string[];
  /** Other gates that were open and are called off. */
  readonly calledOff: readonly string[];
  readonly hold: CaseState['hold'];
  /** The notices it owes, by key. */
  readonly notices: readonly string[];
}

/** What somebody put aside for themselves: it comes back at `until`, in epoch ms. */
export interface Aside {
  readonly person: string;
  readonly until: number;
  readonly at: number;
}

/** A proposal by a software agent, as it was handed in. */
export interface AgentProposal {
  readonly account: string | null;
  readonly intent: string;
  readonly confidence: number;
}

/** One submitted request, folded from its events. */
export interface CaseState {
  readonly number: string;
  readonly type: string;
  readonly version: number;
  /** Hash of the definition it is pinned to. */
  readonly definition: string;
  readonly title: string;
  readonly state: string;
  readonly category: Category;
  readonly outcome: string | null;
  readonly stateSince: number;
  readonly open: boolean;
  readonly epoch: number;
  /** Why this epoch was opened, such as `submitted`, `declined`, `forced`. */
  readonly epochCause: string;
  /** Why somebody forced this epoch; null when nobody did. */
  readonly forceReason: string | null;
  readonly routed: { readonly [epoch: string]: Routed };
  readonly placement: Placement;
  readonly placementReason: string | null;
  readonly owner: string | null;
  readonly pool: string | null;
  readonly team: string | null;
  readonly queue: string | null;
  readonly hold: { readonly until: number | null; readonly owner: string; readonly reason: string } | null;
  readonly accountable: string;
  readonly backup: string;
  readonly requester: string;
  readonly requesterKind: 'person' | 'service';
  readonly behalf: string | null;
  readonly source: string;
  readonly proposal: AgentProposal | null;
  readonly scores: { readonly [id: string]: number };
  /** Account matched by the routing decision. */
  readonly account: string | null;
  readonly territory: string | null;
  readonly submittedAt: number;
  readonly closedAt: number | null;
  readonly updatedAt: number;
  readonly values: { readonly [field: string]: Json };
  readonly attachments: readonly AttachmentRef[];
  /** Person who last changed a material field. */
  readonly lastEditor: string | null;
  readonly priority: number;
  readonly priorityBy: 'table' | 'hand' | 'escalation';
  readonly lowUrgency: boolean;
  readonly quiet: boolean;
  readonly gates: readonly GateState[];
  readonly clocks: readonly ClockState[];
  readonly asks: readonly Ask[];
  readonly escalation: number;
  readonly seenAt: number | null;
  readonly acceptedAt: number | null;
  readonly firstTouchAt: number | null;
  readonly assignedAt: number | null;
  readonly reassignments: number;
  readonly comments: number;
  readonly previousOwners: readonly string[];
  /** Who said no to it in its present state; routing passes them over there. */
  readonly declinedBy?: readonly string[];
  readonly watchers: readonly string[];
  /** Who put aside what it asks of them; absent until somebody does. */
  readonly asides?: readonly Aside[];
  readonly external: { readonly [connection: string]: { readonly id: string; readonly link: string | null } };
  readonly retractable: Retractable | null;
  /** Next step the designer wrote for the present state or rule, filled from facts. */
  readonly next: string | null;
  /** The next step as it was said last in each state the case has left. */
  readonly nextIn?: Readonly<Record<string, string | null>>;
  /** What it is found by besides its title: the name of its type, and display texts of the values marked searchable and not sensitive. */
  readonly searchable: readonly string[];
  /** Salt of the basis of decisions; kept beside the log, sealed. */
  readonly basisSalt: string;
  /** Keys under which duplicates of it are found, by screen id. */
  readonly duplicateKeys: readonly string[];
}

/** The most people who watch one case. */
export const watchersLimit = 30;

/** The case before its first event. */
export const emptyCase: CaseState = {
  number: '',
  type: '',
  version: 0,
  definition: '',
  title: '',
  state: '',
  category: 'new',
  outcome: null,
  stateSince: 0,
  open: false,
  epoch: 0,
  epochCause: '',
  forceReason: null,
  routed: {},
  placement: 'undecided',
  placementReason: null,
  owner: null,
  pool: null,
  team: null,
  queue: null,
  hold: null,
  accountable: '',
  backup: '',
  requester: '',
  requesterKind: 'person',
  behalf: null,
  source: '',
  proposal: null,
  scores: {},
  account: null,
  territory: null,
  submittedAt: 0,
  closedAt: null,
  updatedAt: 0,
  values: {},
  attachments: [],
  lastEditor: null,
  priority: 3,
  priorityBy: 'table',
  lowUrgency: false,
  quiet: false,
  gates: [],
  clocks: [],
  asks: [],
  escalation: 0,
  seenAt: null,
  acceptedAt: null,
  firstTouchAt: null,
  assignedAt: null,
  reassignments: 0,
  comments: 0,
  previousOwners: [],
  watchers: [],
  external: {},
  retractable: null,
  next: null,
  basisSalt: '',
  duplicateKeys: [],
  searchable: [],
};
