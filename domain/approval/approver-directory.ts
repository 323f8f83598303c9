import type { Delegation } from './delegation.ts';

/** What approvals read of a person. */
export interface ApproverPerson {
  readonly id: string;
  readonly active: boolean;
  readonly managerId: string | null;
  /** Epoch milliseconds, `until` exclusive. */
  readonly leave: readonly { readonly from: number; readonly until: number }[];
  readonly away: { readonly since: number; readonly until: number | null } | null;
}

/** The people approvals may call on, as they are at this moment. */
export interface ApproverDirectory {
  readonly person: (id: string) => ApproverPerson | undefined;
  readonly holdersOf: (role: string) => readonly string[];
  readonly membersOf: (team: string) => readonly string[];
  readonly delegations: readonly Delegation[];
}

/** What approvals read of the case somebody is to decide. */
export interface DecidedMatter {
  /** Slug of the request type. */
  readonly type: string;
  /** In the base currency; null when not known. */
  readonly amount: number | null;
  readonly requester: string;
  /** The person it was asked for, when not the requester. */
  readonly behalf: string | null;
  /** Whoever last changed a material field. */
  readonly editors: readonly string[];
  /** Stored values of the form: a person field holds a person's id. */
  readonly values: Readonly<Record<string, unknown>>;
  readonly accountOwner: string | null;
  /** Whether a person could open the case without the delegation. */
  readonly couldOpen: (person: string) => boolean;
}

/** Why somebody is not there to sign; undefined for a person who is there. */
export type Absence = 'unknown' | 'inactive' | 'away' | 'on-leave';

/** Why this person cannot be reached at a moment, or undefined. */
export function absenceOf(person: ApproverPerson | undefined, at: number): Absence | undefined {
  if (person === undefined) return 'unknown';
  if (!person.active) return 'inactive';
  const { away, leave } = person;
  if (away !== null && away.since <= at && (away.until === null || at < away.until)) return 'away';
  return leave.some(({ from, until }) => from <= at && at < until) ? 'on-leave' : undefined;
}
