import type { TraceNode } from '../condition/trace-node.ts';
import type { FactValue } from '../fact/fact.ts';
import type { Json } from '../hash/canonical-json.ts';
import type {
  AccountView,
  Delta,
  PersonView,
  PoolView,
  SkillNeed,
  StrategyName,
  TeamView,
  TerritoryView,
} from './directory.ts';
import type { Removal } from './removal.ts';
import type { RouteSubject } from './route-inputs.ts';
import type { Target } from './target-schema.ts';

/** How a routing decision can end; closed. */
export const terminals = ['assigned', 'queued', 'held', 'suppressed', 'unassigned'] as const;
type Terminal = (typeof terminals)[number];

/** The stages of a chain; `default` is the end of `rules`. */
type StageName = 'screen' | 'suppress' | 'rules' | 'default';

/** One item of a stage and what came of it. */
export interface StageEntry {
  readonly stage: StageName;
  readonly id: string;
  readonly outcome: 'yes' | 'no' | 'unknown' | 'error' | 'disabled' | 'expired' | 'not_reached';
  readonly missing?: readonly string[];
  readonly error?: string;
  readonly trace?: TraceNode;
  /** Of a rule: its target. */
  readonly to?: Target;
  /** Of a rule that was true and yielded nobody: why, and what it does then. */
  readonly nobody?: { readonly why: string; readonly onNobody: string };
  /** Of a duplicate screen: the numbers of the earlier cases. */
  readonly duplicates?: readonly string[];
  /** Of a standing suppression whose review date has passed. */
  readonly reviewLapsed?: true;
}

/** One account or territory that was considered, and why it did or did not match. */
export interface MatchEntry {
  readonly kind: 'account' | 'territory';
  readonly id: string;
  /** The way it was found: `field`, `domain`, `name`, or the criteria of a territory. */
  readonly by: string;
  /** Likeness from 0 to 1; 1 for anything exact. */
  readonly score: number;
  readonly code:
    | 'matched'
    | 'too_different'
    | 'lost_on_score'
    | 'lost_on_active'
    | 'lost_on_parent'
    | 'lost_on_oldest'
    | 'lost_on_newest'
    | 'lost_on_id'
    | 'less_specific';
}

/** One person considered for a target. */
export interface CandidateEntry {
  /** Id of the rule, or `default`. */
  readonly rule: string;
  readonly target: Target;
  readonly person: string;
  readonly removedBy: Removal['removedBy'] | null;
  /** What made it a reason; for those left the numbers they were ranked by. */
  readonly values: { readonly [name: string]: Json };
}

/** The ledger of the pool around the pick, as if an earlier pick under the same key were absent. */
export interface LedgerEntry {
  readonly pool: string;
  readonly before: Delta;
  readonly delta: Delta;
  readonly after: Delta;
  /** Skills the pick asked for: those of the rule, then those of the pool. */
  readonly needs: readonly SkillNeed[];
}

/** Where the case goes until when, and which role answers for it. */
interface Hold {
  /** Epoch milliseconds at which it is routed again. */
  readonly until: number;
  /** A role. */
  readonly owner: string;
  readonly reason: string;
}

/** What was decided: the terminal kind and what belongs to it. */
export interface Decision {
  readonly terminal: Terminal;
  /** In plain words; never empty. */
  readonly reason: string;
  /** The item that decided; an error names the item that failed. */
  readonly stage: StageName;
  readonly by: string;
  readonly person?: string;
  readonly pool?: string;
  /** The pool in which a queued case waits for the next free person. */
  readonly waitingPool?: string;
  readonly queue?: string;
  readonly team?: string;
  readonly hold?: Hold;
  readonly strategy?: StrategyName;
  readonly delta?: Delta;
  /** The pick uses up one item of a make-up. */
  readonly makeUp?: true;
  readonly lowUrgency?: true;
  readonly doNotNotify?: true;
}

/** What a person had on hand, other cases only. */
export interface LoadCount {
  readonly person: string;
  readonly rev: number;
  readonly accepts: boolean;
  readonly open: number;
}

/** Whether a calendar was open, and would stay so for the look-ahead. */
export interface HoursAnswer {
  readonly calendar: string;
  readonly rev: number;
  readonly lookAheadMs: number;
  readonly open: boolean;
}

/** The directory objects a decision read, with their revs, cut down to what it needed; sorted by id. */
export interface UsedDirectory {
  readonly people: readonly PersonView[];
  readonly pools: readonly PoolView[];
  readonly teams: readonly TeamView[];
  readonly loads: readonly LoadCount[];
  readonly hours: readonly HoursAnswer[];
  readonly roles: readonly { readonly role: string; readonly holders: readonly string[] }[];
  readonly accounts: readonly AccountView[];
  readonly territories: readonly TerritoryView[];
  /** `kind:id` of what was asked for and does not exist. */
  readonly absent: readonly string[];
}

/** The stored evidence of one routing decision: enough to explain and to replay it without asking anything else. Plain JSON. */
export interface DecisionRecord extends RouteSubject {
  readonly v: 1;
  readonly chain: string;
  /** Every fact at decision time, matched ones excepted; the one part with values people entered, so that it can be sealed. */
  readonly factsUsed: {
    readonly values: Readonly<Record<string, FactValue>>;
    readonly failed: Readonly<Record<string, string>>;
  };
  /** Keys the decision depended on, in the order they were read. */
  readonly factsRead: readonly string[];
  /** Facts the match stage added. */
  readonly matched: Readonly<Record<string, FactValue>>;
  readonly match: readonly MatchEntry[];
  /** Facts the match stage would have liked to read and found nothing without. */
  readonly matchMissing: readonly string[];
  readonly stages: readonly StageEntry[];
  readonly candidates: readonly CandidateEntry[];
  readonly ledger: LedgerEntry | null;
  readonly decision: Decision;
  /** Whom the targets of the chain would have reached: `pool:emea` → people. */
  readonly reach: Readonly<Record<string, readonly string[]>>;
  readonly used: UsedDirectory;
}
