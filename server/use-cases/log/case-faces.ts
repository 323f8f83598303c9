import type { CsvColumn } from '../../../domain/ledger/csv-row.ts';
import type { CaseState } from '../../../domain/stream/case/case-state.ts';
import type { LogRow } from '../../ports/log.ts';
import type { Store } from '../../ports/store.ts';

type Face = Partial<Record<CsvColumn, string>>;

const remembered = 2_000;

/** What a spreadsheet shows of the case an event belongs to, where the event itself does not say it. */
export class CaseFaces {
  readonly #store: Pick<Store, 'aggregates'>;
  readonly #known = new Map<string, Face>();

  constructor(store: Pick<Store, 'aggregates'>) {
    this.#store = store;
  }

  /** A look-up of the faces of every stream these rows are of. */
  async of(rows: readonly LogRow[]): Promise<(stream: string) => Face> {
    if (this.#known.size > remembered) this.#known.clear();
    const cases = new Set(rows.map(({ event }) => event.stream).filter((stream) => !stream.includes(':')));
    const missing = [...cases].filter((stream) => !this.#known.has(stream));
    for (const { _id, state } of await this.#store.aggregates.loadMany<CaseState>(missing)) {
      const { number, type } = state;
      this.#known.set(_id, { case_number: number, type });
    }
    return (stream) => this.#known.get(stream) ?? {};
  }
}
