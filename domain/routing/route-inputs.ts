import type { Calendar } from '../calendar/calendar.ts';
import type { FactSet } from '../fact/fact-set.ts';
import type { AccountView, LoadView, PersonView, PoolView, TeamView, TerritoryView } from './directory.ts';
import type { Priority } from './priority.ts';

/** A calendar of the directory, compiled. */
interface CalendarView {
  readonly rev: number;
  readonly calendar: Calendar;
}

/** What is loaded of the directory for one decision; see `chainReferences` and `accountKeys` for what a chain may ask for. */
export interface RouteDirectory {
  readonly people: ReadonlyMap<string, PersonView>;
  readonly pools: ReadonlyMap<string, PoolView>;
  readonly teams: ReadonlyMap<string, TeamView>;
  /** By person; somebody without a load holds nothing. */
  readonly loads: ReadonlyMap<string, LoadView>;
  readonly calendars: ReadonlyMap<string, CalendarView>;
  /** Accounts that may match; the more the caller leaves out beforehand the better. */
  readonly accounts: readonly AccountView[];
  readonly territories: readonly TerritoryView[];
}

/** An earlier case found under the key of a duplicate screen. */
export interface SimilarCase {
  /** Id of the screen. */
  readonly screen: string;
  readonly caseId: string;
  readonly number: string;
  /** When it was submitted, epoch milliseconds. */
  readonly at: number;
}

/** What is known of the case beside its facts; all of it is kept in the decision record. */
export interface RouteSubject {
  readonly key: { readonly caseId: string; readonly epoch: number };
  /** Why this epoch was opened: `submitted`, `declined`, `forced` … */
  readonly cause: string;
  /** Epoch milliseconds of the decision. */
  readonly now: number;
  /** Hash of the definition the case is pinned to. */
  readonly versionHash: string;
  readonly actor: { readonly kind: 'person' | 'service' | 'system'; readonly id: string };
  readonly forceReason: string | null;
  readonly requesterId: string;
  readonly behalfId: string | null;
  /** Role that answers for the case in its present state. */
  readonly accountable: string;
  readonly previousOwners: readonly string[];
  /** Not to be picked this time: declined it, let it lapse, or skipped by an escalation step. */
  readonly skip: readonly string[];
  /** People with a conflict of interest. */
  readonly conflicted: readonly string[];
  /** People whose load turned out to be full while this decision was being seated. */
  readonly atCapacity: readonly string[];
  /** Since when the case has been waiting for somebody; null when it has not. */
  readonly waitingSince: number | null;
  /** Suppressions that held this case for their number of days: they do not hold it again. */
  readonly released: readonly string[];
  readonly similar: readonly SimilarCase[];
  readonly priority: Priority | null;
  /** Whether the record keeps every node of every condition. */
  readonly traced: boolean;
}

/** Everything one routing decision depends on. */
export interface RouteInputs extends RouteSubject {
  readonly facts: FactSet;
  readonly directory: RouteDirectory;
}
