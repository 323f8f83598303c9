import type { DirectoryState } from '../directory/directory-stream.ts';

/** What the product lets its people do; business roles come from the organisation. */
export const systemRoles = ['requester', 'agent', 'approver', 'designer', 'auditor', 'admin'] as const;
export type SystemRole = (typeof systemRoles)[number];

/** A time somebody does not work; epoch milliseconds, `until` exclusive. */
export interface Leave {
  readonly id: string;
  readonly from: number;
  readonly until: number;
  readonly reason: string;
}

/** Somebody else decides for this person: for a time, for some request types, up to an amount. */
export interface PersonDelegation {
  readonly id: string;
  readonly to: string;
  /** Epoch milliseconds; `endsAt` exclusive. */
  readonly startsAt: number;
  readonly endsAt: number;
  /** Slugs of request types; null means all. */
  readonly types: readonly string[] | null;
  /** In the base currency; null means any amount. */
  readonly amountUpTo: number | null;
  readonly reason: string;
}

/** A person, or a service identity under which a program acts; teams and pools name their members themselves. */
export interface PersonState extends DirectoryState {
  readonly kind: 'person' | 'service';
  readonly name: string;
  readonly email: string | null;
  readonly title: string | null;
  readonly department: string | null;
  readonly country: string | null;
  readonly language: string | null;
  readonly zone: string;
  readonly calendarId: string | null;
  readonly managerId: string | null;
  readonly groups: readonly string[];
  readonly systemRoles: readonly SystemRole[];
  /** Business roles, as definitions name them. */
  readonly roles: readonly string[];
  /** Skill → level, 1 being the lowest. */
  readonly skills: Readonly<Record<string, number>>;
  /** The most cases held at a time; null means no limit. */
  readonly capacity: number | null;
  readonly leave: readonly Leave[];
  readonly away: { readonly since: number; readonly until: number | null } | null;
  readonly delegations: readonly PersonDelegation[];
}

/** The person before the first event. */
export const emptyPerson: PersonState = {
  active: false,
  createdAt: 0,
  reason: '',
  kind: 'person',
  name: '',
  email: null,
  title: null,
  department: null,
  country: null,
  language: null,
  zone: 'UTC',
  calendarId: null,
  managerId: null,
  groups: [],
  systemRoles: [],
  roles: [],
  skills: {},
  capacity: null,
  leave: [],
  away: null,
  delegations: [],
};

/** System and business roles together, each once, sorted: what `role:` look-ups and conditions see. */
export function rolesOf(state: Pick<PersonState, 'systemRoles' | 'roles'>): string[] {
  return [...new Set<string>([...state.systemRoles, ...state.roles])].sort();
}
