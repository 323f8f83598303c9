/** A period of leave; both ends in epoch milliseconds, `until` exclusive. */
interface LeavePeriod {
  readonly from: number;
  readonly until: number;
}

/** What routing reads of a person. */
export interface PersonView {
  readonly id: string;
  readonly rev: number;
  readonly active: boolean;
  readonly roles: readonly string[];
  readonly teams: readonly string[];
  readonly country: string | null;
  readonly language: string | null;
  /** Time-zone id. */
  readonly zone: string;
  readonly calendarId: string | null;
  readonly managerId: string | null;
  /** Skill → level, 1 being the lowest. */
  readonly skills: Readonly<Record<string, number>>;
  readonly leave: readonly LeavePeriod[];
  /** Set by the person at once; `until: null` means until further notice. */
  readonly away: { readonly since: number; readonly until: number | null } | null;
  /** The most cases held at a time; null means no limit. */
  readonly capacity: number | null;
}

/** The ways a pool ranks those who are left after elimination. */
export const strategyNames = ['round_robin', 'weighted', 'least_loaded', 'skills', 'ordered'] as const;
export type StrategyName = (typeof strategyNames)[number];

/** One member of a pool; `weight` is a whole number from 1 to 2^20. */
export interface PoolMember {
  readonly person: string;
  readonly weight: number;
}

/** Person → whole number, in units of 1/2^32 of an item; the numbers of one delta sum to 0. */
export type Delta = Readonly<Record<string, number>>;

/** A pick the pool has made and whose case may not know yet. */
export interface PendingPick {
  /** The person picked. */
  readonly p: string;
  /** Hash of the decision record. */
  readonly hash: string;
  readonly delta: Delta;
  /** Fencing token of the route effect that made it. */
  readonly token: number;
  readonly at: number;
  /** Present when the pick used up one item of a make-up. */
  readonly makeUp?: true;
}

/** Extra items a member is to be given beside the ordinary share: capped, and gone at `until` (epoch milliseconds). */
export interface MakeUp {
  readonly person: string;
  /** Items still to be given. */
  readonly left: number;
  readonly until: number;
}

/** A skill a case needs; a pool with strategy `skills` lowers the level by `by` for each `everyMinutes` waited, never below `atLeast`. */
export interface SkillNeed {
  readonly skill: string;
  readonly level: number;
  readonly relax?:
    | { readonly everyMinutes: number; readonly by: number; readonly atLeast: number }
    | undefined;
}

/** The part of a pool that picks change; everything the ledger functions need. */
export interface PoolPart {
  readonly members: readonly PoolMember[];
  /** Person → credit in units of 1/2^32 of an item; sums to 0. */
  readonly credits: Readonly<Record<string, number>>;
  /** Decision key → the pick not yet settled. */
  readonly picks: Readonly<Record<string, PendingPick>>;
  readonly makeUps?: readonly MakeUp[];
  /** Decision key of the latest pick when that pick was a make-up, else null. */
  readonly madeUp?: string | null;
}

/** What routing reads of a pool. */
export interface PoolView extends PoolPart {
  readonly id: string;
  readonly rev: number;
  readonly strategy: StrategyName;
  /** Key of the tie-breaking HMAC; made once when the pool is created. */
  readonly salt: string;
  /** Hours of the pool; each member's own calendar applies as well. */
  readonly calendarId?: string | null;
  /** Nobody is picked whose day ends within this time; default 0. */
  readonly lookAheadMs?: number;
  /** Skills every case of this pool needs, beside those of the rule. */
  readonly skills?: readonly SkillNeed[];
}

/** What routing reads of a team. */
export interface TeamView {
  readonly id: string;
  readonly rev: number;
  readonly members: readonly string[];
  readonly lead: string | null;
  readonly calendarId: string | null;
}

/** What routing reads of an account. */
export interface AccountView {
  readonly id: string;
  readonly rev: number;
  readonly name: string;
  /** Mail and web domains, in any case, with or without `www.`. */
  readonly domains: readonly string[];
  readonly status: string | null;
  readonly tier: string | null;
  readonly lifecycle: string | null;
  readonly segment: string | null;
  readonly ownerId: string | null;
  readonly parentId: string | null;
  readonly lists: readonly string[];
  readonly active: boolean;
  /** Epoch milliseconds. */
  readonly createdAt: number;
  /** Further facts, read as `account.<key>`. */
  readonly attributes: Readonly<Record<string, string | number | boolean | readonly string[]>>;
}

/** What routing reads of a territory. An empty list of countries, postal ranges or segments means any. */
export interface TerritoryView {
  readonly id: string;
  readonly rev: number;
  readonly ownerId: string | null;
  readonly region: string | null;
  readonly countries: readonly string[];
  /** Ranges of postal codes, both ends inclusive, compared as normalised text up to the length of the bound. */
  readonly postal: readonly { readonly from: string; readonly to: string }[];
  readonly segments: readonly string[];
}

/** One case a person holds. */
export interface Slot {
  readonly caseId: string;
  /** Epoch milliseconds at which it was taken. */
  readonly at: number;
  /** Present when it was given by hand beyond the person's capacity. */
  readonly over?: true;
}

/** The part of a person's load that seats change. */
export interface LoadPart {
  /** False once the person is being moved out: no automatic pick may seat anything. */
  readonly accepts: boolean;
  /** One for each case at most, ordered by case: a list is copied and searched faster than a record of hundreds. */
  readonly slots: readonly Slot[];
}

/** What routing reads of a person's load. */
export interface LoadView extends LoadPart {
  readonly person: string;
  readonly rev: number;
}
