import type { CsvColumn } from '../../../domain/ledger/csv-row.ts';
import type { CaseState } from '../../../domain/stream/case/case-state.ts';
import type { StreamEvent } from '../../../domain/stream/event.ts';
import type { LogRow } from '../../ports/log.ts';
import type { Store } from '../../ports/store.ts';

type Face = Partial<Record<CsvColumn, string>>;

/** The version of a definition that a case goes by, and the definition's hash. */
interface Pinned {
  readonly version: string;
  readonly definition: string;
}

interface Known {
  readonly number: string;
  readonly type: string;
  readonly first: Pinned;
  readonly files: readonly { readonly at: number; readonly digest: string }[];
}

const remembered = 2_000;
const unknown: Pinned = { version: '', definition: '' };

/** What a spreadsheet shows of the case an event belongs to, where the event itself does not say it; asked in the order of the log. */
export class CaseFaces {
  readonly #store: Pick<Store, 'aggregates' | 'log'>;
  readonly #known = new Map<string, Known>();
  /** Cases that changed their type, with what they go by since; kept for the whole export, there are few. */
  readonly #changed = new Map<string, Pinned>();

  constructor(store: Pick<Store, 'aggregates' | 'log'>) {
    this.#store = store;
  }

  /** The faces of the wanted rows, in their order; `rows` is everything the log holds from the last call to here. */
  async of(rows: readonly LogRow[], wanted: ReadonlySet<LogRow>): Promise<Map<LogRow, Face>> {
    await this.#learn([...wanted]);
    const faces = new Map<LogRow, Face>();
    for (const row of rows) {
      const { event } = row;
      if (event.kind === 'type-changed') this.#changed.set(event.stream, pinnedBy(event));
      if (wanted.has(row)) faces.set(row, this.#faceAt(event));
    }
    return faces;
  }

  #faceAt({ stream, at, data }: StreamEvent): Face {
    const known = this.#known.get(stream);
    if (known === undefined) return {};
    const { version, definition } = this.#changed.get(stream) ?? known.first;
    const face = { case_number: known.number, type: known.type, version };
    if (data['basis'] === undefined) return face;
    // What a basis is made of, except for the values: those stay where the form keeps them.
    const files = known.files.filter((file) => file.at <= at).map(({ digest }) => digest);
    return { ...face, evidence: [definition, ...files].join(' ') };
  }

  async #learn(rows: readonly LogRow[]): Promise<void> {
    if (this.#known.size > remembered) this.#known.clear();
    const cases = new Set(rows.map(({ event }) => event.stream).filter((stream) => !stream.includes(':')));
    const missing = [...cases].filter((stream) => !this.#known.has(stream));
    for (const { _id, state } of await this.#store.aggregates.loadMany<CaseState>(missing)) {
      const [begun] = await this.#store.log.stream(_id, 0, 1);
      const { number, type, attachments } = state;
      const first = begun === undefined ? unknown : pinnedBy(begun.event);
      const files = attachments.map(({ at, digest }) => ({ at, digest }));
      this.#known.set(_id, { number, type, first, files });
    }
  }
}

function pinnedBy({ data }: StreamEvent): Pinned {
  const { version, definition } = data;
  return {
    version: typeof version === 'number' ? String(version) : '',
    definition: typeof definition === 'string' ? definition : '',
  };
}
