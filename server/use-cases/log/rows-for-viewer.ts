import { abilityOf } from '../../../domain/access/ability-of.ts';
import { caseSubject } from '../../../domain/access/case-subject.ts';
import type { Viewer } from '../../../domain/access/viewer.ts';
import { Fault } from '../../../domain/error/fault.ts';
import type { Aggregate } from '../../../domain/stream/aggregate.ts';
import type { CaseState } from '../../../domain/stream/case/case-state.ts';
import type { LogRow } from '../../ports/log.ts';
import type { CaseDeps } from '../case/case-command.ts';
import { eventsFor, fieldsOf } from '../case/case-events.ts';
import { type EventView, readableCase } from '../case/readable-case.ts';
import { sensitiveAmong } from '../case/sensitive-among.ts';
import { opened } from '../directory/read-object.ts';

/** How many cases are remembered at a time. */
const remembered = 2_000;

/**
 * Rows of the log as one viewer is shown them: of a case exactly the sealed values that its own events show them, so that no way to read
 * it tells more or less than another. The events themselves stay whole, since their hashes are over all of them.
 */
export class RowsForViewer {
  readonly #deps: Pick<CaseDeps, 'store' | 'definitions'>;
  readonly #viewer: Viewer;
  /** What is shown of each case; undefined for one the viewer does not read. */
  readonly #views = new Map<string, EventView | undefined>();

  constructor(deps: Pick<CaseDeps, 'store' | 'definitions'>, viewer: Viewer) {
    this.#deps = deps;
    this.#viewer = viewer;
  }

  /** These rows, with what is not for the viewer withheld. */
  async of(rows: readonly LogRow[]): Promise<LogRow[]> {
    await this.#learn(rows);
    return rows.map((row) => (isOfCase(row) ? shownOf(row, this.#views.get(row.event.stream)) : row));
  }

  /** Fields marked sensitive whose answers are in rows that were shown, by case. */
  sensitiveIn(rows: readonly LogRow[]): ReadonlyMap<string, readonly string[]> {
    const named = new Map<string, string[]>();
    for (const row of rows) {
      const { stream } = row.event;
      const told = isOfCase(row) && Object.keys(row.sealed).length > 0;
      if (told) named.set(stream, [...(named.get(stream) ?? []), ...fieldsOf(opened(row))]);
    }
    const sensitive = new Map<string, readonly string[]>();
    for (const [stream, names] of named) {
      const view = this.#views.get(stream);
      if (view !== undefined) sensitive.set(stream, sensitiveAmong(view, names));
    }
    return sensitive;
  }

  /** Whose view it is. */
  get viewer(): Viewer {
    return this.#viewer;
  }

  /** What is shown of a case whose rows were asked for; undefined for one the viewer does not read. */
  viewOf(stream: string): EventView | undefined {
    return this.#views.get(stream);
  }

  async #learn(rows: readonly LogRow[]): Promise<void> {
    if (this.#views.size > remembered) this.#views.clear();
    const streams = new Set(rows.filter(isOfCase).map(({ event }) => event.stream));
    const missing = [...streams].filter((stream) => !this.#views.has(stream));
    if (missing.length === 0) return;
    for (const stream of missing) this.#views.set(stream, undefined);
    for (const doc of await this.#deps.store.aggregates.loadMany<CaseState>(missing))
      this.#views.set(doc._id, await this.#viewOf(doc));
  }

  async #viewOf(doc: Aggregate<CaseState>): Promise<EventView | undefined> {
    const ability = abilityOf(this.#viewer);
    if (!ability.can('read', caseSubject(doc))) return undefined;
    try {
      const { shown, internal, definition } = await readableCase(this.#deps, ability, doc);
      return { shown: { masked: shown.masked }, internal, definition };
    } catch (error) {
      // Nobody can read such a case; the rest of the log must still be there to be checked.
      if (error instanceof Fault && error.code === 'DEFINITION_MISSING') return undefined;
      throw error;
    }
  }
}

/** Every stream but those of cases names its kind before a colon. */
const isOfCase = ({ event }: LogRow): boolean => !event.stream.includes(':');

function shownOf(row: LogRow, view: EventView | undefined): LogRow {
  const [event] = view === undefined ? [] : eventsFor(view, [opened(row)]);
  const human = event?.human ?? {};
  const sealed = Object.entries(row.sealed).filter(([name]) => Object.hasOwn(human, name));
  return { ...row, sealed: Object.fromEntries(sealed) };
}
