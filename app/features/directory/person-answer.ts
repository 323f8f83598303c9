/** Somebody as the API answers them: `leave` and what follows are there only for those who see all of a person. */
export interface PersonAnswer {
  readonly id: string;
  readonly rev: number;
  readonly active: boolean;
  readonly kind: 'person' | 'service';
  readonly name: string;
  readonly email: string | null;
  readonly title: string | null;
  readonly department: string | null;
  readonly country: string | null;
  readonly language: string | null;
  readonly zone: string;
  readonly managerId: string | null;
  readonly calendarId?: string | null;
  readonly groups?: readonly string[];
  readonly systemRoles?: readonly string[];
  readonly roles?: readonly string[];
  readonly skills?: Readonly<Record<string, number>>;
  readonly capacity?: number | null;
  readonly leave?: readonly {
    readonly id: string;
    readonly from: number;
    readonly until: number;
    readonly reason: string;
  }[];
  readonly away?: { readonly since: number; readonly until: number | null } | null;
}

interface HeldCase {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly type: string;
  readonly pool: string | null;
}

/** One delegation as the API answers it. */
export interface DelegationAnswer {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly startsAt: number;
  readonly endsAt: number;
  readonly types: readonly string[] | null;
  readonly amountUpTo: number | null;
}

/** What somebody holds. */
export interface HoldingsAnswer {
  readonly cases: readonly HeldCase[];
  readonly gates: readonly HeldCase[];
  readonly delegations: {
    readonly given: readonly DelegationAnswer[];
    readonly received: readonly DelegationAnswer[];
  };
  readonly pools: readonly {
    readonly id: string;
    readonly title: string;
    readonly moveOnLeave: boolean;
    readonly weight: number;
  }[];
  readonly teams: readonly { readonly id: string; readonly title: string; readonly leads: boolean }[];
}
