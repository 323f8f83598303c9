import { assert } from '../../error/assert.ts';
import type { Json } from '../../hash/canonical-json.ts';
import type { AggregateIndex } from '../aggregate.ts';
import type { OpenedEvent, StreamKind } from '../event.ts';
import type { StreamSpec } from '../stream-spec.ts';

/** What every directory object has beside its own fields. */
export interface DirectoryState {
  readonly active: boolean;
  readonly createdAt: number;
  /** What changed it last, in the words of whoever did. */
  readonly reason: string;
}

/** The values an event sets, by field: human entries named `set/<field>`. */
function fieldsSet(event: OpenedEvent): Record<string, Json> {
  const set: Record<string, Json> = {};
  for (const [name, value] of Object.entries(event.human)) {
    if (name.startsWith('set/')) set[name.slice('set/'.length)] = value;
  }
  return set;
}

/** What makes one kind of directory object different from the others. */
export interface DirectoryKind<S extends DirectoryState> {
  readonly kind: StreamKind;
  readonly initial: S;
  readonly indexOf: (state: S, id: string) => AggregateIndex;
  /** How fields are taken over; by default each simply becomes the new value. */
  readonly take?: (state: S, fields: Readonly<Record<string, Json>>) => S;
  /** Events of this kind alone. */
  readonly more?: Readonly<Record<string, (state: S, event: OpenedEvent) => S>>;
}

/** The stream of one kind of directory object: `created`, `changed`, `deactivated`, `reactivated`, and what `more` adds. */
export function directoryStream<S extends DirectoryState>(kind: DirectoryKind<S>): StreamSpec<S> {
  const take = kind.take ?? ((state: S, fields: Readonly<Record<string, Json>>) => ({ ...state, ...fields }));
  const reasonOf = (state: S, event: OpenedEvent): string => {
    const reason = event.human['reason'];
    return typeof reason === 'string' ? reason : state.reason;
  };
  const folds: Record<string, (state: S, event: OpenedEvent) => S> = {
    created: (state, event) => ({ ...take(state, fieldsSet(event)), active: true, createdAt: event.at }),
    changed: (state, event) => take(state, fieldsSet(event)),
    deactivated: (state) => ({ ...state, active: false }),
    reactivated: (state) => ({ ...state, active: true }),
    ...kind.more,
  };
  return {
    kind: kind.kind,
    initial: kind.initial,
    evolve(state, event) {
      const fold = Object.hasOwn(folds, event.kind) ? folds[event.kind] : undefined;
      assert(fold !== undefined, `a ${kind.kind} knows the event ${event.kind}`);
      return { ...fold(state, event), reason: reasonOf(state, event) };
    },
    indexOf: kind.indexOf,
  };
}
