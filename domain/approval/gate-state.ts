/** Where a gate stands; only `open` waits for anybody. */
export type GateStatus = 'open' | 'approved' | 'rejected' | 'returned' | 'cancelled' | 'stale';

/** What a vote may say; asking a question is no vote. */
export type VoteDecision = 'approve' | 'reject' | 'return';

/** In which capacity somebody sits on a seat that is not their own, or that was added later. */
export type StandIn = 'delegate' | 'backup' | 'escalation';

/**
 * Somebody who may sign now. The seat is the person's own, or that of `for`; one seat counts once, and so does one person.
 * `via` is the source in a word, such as `role:finance-lead`.
 */
export type SeatedApprover = {
  readonly person: string;
  readonly via: string;
  readonly for?: string;
  readonly as?: StandIn;
};

/** Somebody who would sign and cannot at present, such as who is away; `seat` where one of the step's own seats is theirs. */
export type MissingSigner = {
  readonly person: string;
  readonly seat?: true;
};

/**
 * One vote as it was cast. A retracted one stays on record and counts no more; a late one came within the time to take back
 * after the step had closed, stays on record, and never counted.
 */
export type Vote = {
  readonly person: string;
  readonly for?: string;
  readonly as?: StandIn;
  readonly decision: VoteDecision;
  /** Epoch milliseconds. */
  readonly at: number;
  /** Hash of what the person decided on. */
  readonly basis: string;
  /** Name of the comment's seal; never its words. */
  readonly comment?: string;
  readonly late?: true;
  readonly retractedAt?: number;
};

/** Why a step cannot reach its quorum: nobody at all may sign, or fewer than are needed. */
export type SeatingIncident = 'nobody' | 'too-few';

/** One step of a gate that has been opened. */
export type StepState = {
  readonly id: string;
  readonly openedAt: number;
  readonly status: 'open' | StepEnd;
  /** How many seats have to approve. */
  readonly needed: number;
  readonly approvers: readonly SeatedApprover[];
  readonly votes: readonly Vote[];
  readonly incident: SeatingIncident | null;
  /** Left out when nobody is missing. */
  readonly missing?: readonly MissingSigner[];
  /** Epoch milliseconds of the next deadline while the step is open; null when none is left. */
  readonly dueAt: number | null;
  /** Deadlines that have passed. */
  readonly passed: number;
  /** 0: approvers; 1: their backup may sign too; 2: the gate's escalation too. */
  readonly level: 0 | 1 | 2;
  readonly escalatedAt: number | null;
  readonly closedAt: number | null;
  readonly closedBy: 'votes' | 'deadline' | null;
};

/** How a step ends. */
export type StepEnd = 'approved' | 'rejected' | 'returned';

/** A gate on a case: plain JSON without any words people wrote. */
export type GateState = {
  /** Id of the gate in the definition. */
  readonly gate: string;
  /** 1 at first; each opening anew counts up. */
  readonly round: number;
  readonly openedAt: number;
  readonly status: GateStatus;
  /** Index of the present step. */
  readonly step: number;
  /** The steps opened so far. */
  readonly steps: readonly StepState[];
  /** Fields whose change opens the gate again. */
  readonly inputs: readonly string[];
  readonly closedAt: number | null;
};

/** The person whose seat an approver or a vote stands for. */
export function seatOf(one: { readonly person: string; readonly for?: string }): string {
  return one.for ?? one.person;
}

/** True for a vote that counts: neither retracted nor late. */
export function countsVote(vote: Vote): boolean {
  return vote.retractedAt === undefined && vote.late === undefined;
}

/** The votes of one step that count. */
export function votesThatCount(step: StepState | undefined): readonly Vote[] {
  return (step?.votes ?? []).filter(countsVote);
}

/** Everybody whose vote counts somewhere in the gate. */
export function signersOf(state: GateState | undefined): ReadonlySet<string> {
  return new Set((state?.steps ?? []).flatMap((step) => votesThatCount(step).map(({ person }) => person)));
}
