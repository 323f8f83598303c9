import type { Slot } from '../../../domain/routing/directory.ts';
import { orderedSlots } from '../../../domain/routing/load-slots.ts';
import type { Aggregate } from '../../../domain/stream/aggregate.ts';
import type { CaseState } from '../../../domain/stream/case/case-state.ts';
import { listsOfCase } from '../../../domain/stream/case/case-stream.ts';
import type { LoadState } from '../../../domain/stream/load/load-stream.ts';
import type { PersonState } from '../../../domain/stream/person/person-state.ts';
import { personStream } from '../../../domain/stream/person/person-stream.ts';
import { streamId } from '../../../domain/stream/stream-id.ts';

/** The form in which a store is written now; each change of it has its step in `inCurrentForm` or, for what is made from documents, in `bringToFormat`. */
export const currentFormat = 4;

/** Whether a document by this id may be in an earlier form. */
export function mayBeEarlier(id: string): boolean {
  const isCase = !id.includes(':');
  return isCase || id.startsWith(streamId('load', '')) || id.startsWith(streamId('person', ''));
}

/** A load of form 1: slots as a record by case. */
type FirstLoad = Omit<LoadState, 'slots'> & {
  readonly slots: Readonly<Record<string, Omit<Slot, 'caseId'>>>;
};

/** The document as it would be written today, whatever the form it was written in; the very same one when nothing has to change. */
export function inCurrentForm(doc: Aggregate): Aggregate {
  if (doc.kind === 'load') return withSlotList(doc as Aggregate<LoadState | FirstLoad>);
  if (doc.kind === 'person') return withUniqueName(doc as Aggregate<PersonState>);
  if (doc.kind === 'case') return withSigners(doc as Aggregate<CaseState>);
  return doc;
}

/** Form 2 keeps the slots of a load as a list. */
function withSlotList(doc: Aggregate<LoadState | FirstLoad>): Aggregate {
  const { slots } = doc.state;
  if (isList(slots)) return doc;
  const list = orderedSlots(Object.entries(slots).map(([caseId, slot]) => ({ ...slot, caseId })));
  return { ...doc, state: { ...doc.state, slots: list } };
}

/** Form 2 lets the store keep e-mail addresses unique. */
function withUniqueName(doc: Aggregate<PersonState>): Aggregate {
  if (doc.index.unique !== undefined || doc.state.email === null) return doc;
  const { unique } = personStream.indexOf(doc.state, doc._id);
  return unique === undefined ? doc : { ...doc, index: { ...doc.index, unique } };
}

/** Form 4 lists a case by those whose signature it waits for. */
function withSigners(doc: Aggregate<CaseState>): Aggregate {
  const lists = listsOfCase(doc.state);
  if (!lists.includes('gated') || doc.index.lists.includes('gated')) return doc;
  return { ...doc, index: { ...doc.index, lists } };
}

const isList = (slots: LoadState['slots'] | FirstLoad['slots']): slots is LoadState['slots'] =>
  Array.isArray(slots);
