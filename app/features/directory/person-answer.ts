import type { delegationBody } from '../../../server/http/routes/delegation-body.ts';
import type { Holdings } from '../../../server/use-cases/directory/what-they-hold.ts';

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

/** One delegation as the API answers it. */
export type DelegationAnswer = ReturnType<typeof delegationBody>;

/** What somebody holds, as the API answers it. */
export interface HoldingsAnswer extends Omit<Holdings, 'delegations'> {
  readonly delegations: {
    readonly given: readonly DelegationAnswer[];
    readonly received: readonly DelegationAnswer[];
  };
}
