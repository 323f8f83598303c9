import type { ApproverDirectory } from '../../approval/approver-directory.ts';
import type { Calendar } from '../../calendar/calendar.ts';
import type { CompiledDefinition } from '../../definition/compile-definition.ts';
import { assert } from '../../error/assert.ts';
import type { FactSet } from '../../fact/fact-set.ts';
import type { PersonView } from '../../routing/directory.ts';
import type { Actor } from '../event.ts';
import type { CaseState } from './case-state.ts';

/** Who sends a command, with everything that decides what they may do. */
export interface CaseActor {
  readonly actor: Actor;
  /** System and business roles. */
  readonly roles: readonly string[];
  readonly teams: readonly string[];
  /** Pools the person is a member of. */
  readonly pools: readonly string[];
}

/** What a command reads of the directory; gathered for this case, so that every answer is at hand. */
export interface CaseDirectory {
  person(id: string): PersonView | undefined;
  /** Active people with a role, sorted. */
  holders(role: string): readonly string[];
  team(id: string): { readonly members: readonly string[]; readonly lead: string | null } | undefined;
}

/** Everything a command on a case may look at besides the case: gathered before, so that deciding is pure. */
export interface CaseWorld {
  readonly now: number;
  readonly actor: CaseActor;
  /** The definition the case is pinned to. */
  readonly definition: CompiledDefinition;
  /** Facts as they are now, of the values as they are now. */
  readonly facts: FactSet;
  readonly directory: CaseDirectory;
  /** The people approvals may call on. */
  readonly approvers: ApproverDirectory;
  /** Whether a person could open the case, as it stands in the middle of what is decided, without any delegation. */
  readonly couldOpen: (person: string, state: CaseState) => boolean;
  /** Calendars by id, with the rev that was read; `always` is always there and always open. */
  readonly calendars: ReadonlyMap<string, KnownCalendar>;
  /** Calendars that depend on who is involved, as they are now. */
  readonly calendarsFrom: { readonly 'assignee-team': string | null; readonly requester: string | null };
  /** Version of the time-zone data that due times are computed with. */
  readonly tzdata: string;
  /** A new id, sortable by creation. */
  readonly newId: () => string;
}

/** A calendar as it was read. */
export interface KnownCalendar {
  readonly id: string;
  readonly rev: number;
  readonly calendar: Calendar;
}

/** The calendar a definition names, or the one that follows from who is involved; `always` where there is none. */
export function calendarOf(
  world: Pick<CaseWorld, 'calendars' | 'calendarsFrom'>,
  reference: string | { readonly from: 'assignee-team' | 'requester' },
): KnownCalendar {
  const id = typeof reference === 'string' ? reference : world.calendarsFrom[reference.from];
  const found = world.calendars.get(id ?? 'always') ?? world.calendars.get('always');
  assert(found !== undefined, 'the calendar `always` is always known');
  return found;
}
