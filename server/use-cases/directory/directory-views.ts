import type { AccountView, PoolView, TeamView, TerritoryView } from '../../../domain/routing/directory.ts';
import { type AccountState, viewOfAccount } from '../../../domain/stream/account/account-stream.ts';
import {
  alwaysCalendar,
  type CalendarState,
  viewOfCalendar,
} from '../../../domain/stream/calendar/calendar-stream.ts';
import type { KnownCalendar } from '../../../domain/stream/case/case-world.ts';
import type { PersonState } from '../../../domain/stream/person/person-state.ts';
import { type KnownPerson, viewOfPerson } from '../../../domain/stream/person/person-view.ts';
import { type PoolState, viewOfPool } from '../../../domain/stream/pool/pool-stream.ts';
import { type TeamState, viewOfTeam } from '../../../domain/stream/team/team-stream.ts';
import { type TerritoryState, viewOfTerritory } from '../../../domain/stream/territory/territory-stream.ts';
import type { DirectoryTable, KnownObject, TableKind } from './directory-table.ts';

/** Calendars compiled before, by id: compiling is dear, and each keeps the hours it worked out. */
export type CompiledCalendars = Map<string, KnownCalendar>;

/** The views of a table, each made once per version of what it shows. */
export class DirectoryViews {
  readonly #table: DirectoryTable;
  readonly #compiled: CompiledCalendars;

  constructor(table: DirectoryTable, compiled: CompiledCalendars) {
    this.#table = table;
    this.#compiled = compiled;
  }

  person(id: string): KnownPerson | undefined {
    return this.#view('person', id, this.#table.teamings, (found) =>
      viewOfPerson(id, found.rev, found.state as PersonState, this.#table.listed(`team-of:${id}`)),
    );
  }

  team(id: string): TeamView | undefined {
    return this.#view('team', id, null, (found) => viewOfTeam(id, found.rev, found.state as TeamState));
  }

  pool(id: string): PoolView | undefined {
    return this.#view('pool', id, null, (found) => viewOfPool(id, found.rev, found.state as PoolState));
  }

  account(id: string): AccountView | undefined {
    return this.#view('account', id, null, (found) =>
      viewOfAccount(id, found.rev, found.state as AccountState),
    );
  }

  /** Undefined for one that is out of use. */
  territory(id: string): TerritoryView | undefined {
    const view = this.#view('territory', id, null, (found) => {
      const state = found.state as TerritoryState;
      return state.active ? viewOfTerritory(id, found.rev, state) : null;
    });
    return view ?? undefined;
  }

  calendar(id: string): KnownCalendar | undefined {
    if (id === alwaysCalendar.id) return alwaysCalendar;
    return this.#view('calendar', id, null, (found) => {
      const ready = this.#compiled.get(id);
      if (ready !== undefined && ready.rev === found.rev) return ready;
      const made = viewOfCalendar(id, found.rev, found.state as CalendarState);
      this.#compiled.set(id, made);
      return made;
    });
  }

  #view<V>(kind: TableKind, id: string, of: unknown, make: (found: KnownObject) => V): V | undefined {
    const found = this.#table.get(kind, id);
    if (found === undefined) return undefined;
    if (found.view === undefined || found.view.of !== of) found.view = { of, value: make(found) };
    return found.view.value as V;
  }
}
