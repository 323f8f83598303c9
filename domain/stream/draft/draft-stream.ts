import { assert } from '../../error/assert.ts';
import type { OpenedEvent } from '../event.ts';
import type { StreamSpec } from '../stream-spec.ts';

/** One saved state of a draft; the document lies in the blobs under its hash. */
export interface DraftSave {
  /** Counts saves from 1; what people send back as the rev they saw. */
  readonly rev: number;
  readonly document: string;
  readonly at: number;
  readonly by: string;
}

/** The working copy of a request type's definition: what was saved last, and what it started from. */
export interface DraftState {
  readonly slug: string;
  /** Number of the version it was last published as; null before its first publish. */
  readonly base: number | null;
  /** Newest last; at most 50, so that a save from an older state can be rebased. */
  readonly saves: readonly DraftSave[];
}

const initial: DraftState = { slug: '', base: null, saves: [] };

const keptSaves = 50;

function evolve(state: DraftState, event: OpenedEvent): DraftState {
  const { kind, data } = event;
  if (kind === 'based') return { ...state, base: Number(data['base']) };
  assert(kind === 'saved', `a draft knows the event ${kind}`);
  const rev = (state.saves.at(-1)?.rev ?? 0) + 1;
  const save = { rev, document: String(data['document']), at: event.at, by: event.actor.id };
  return { ...state, slug: String(data['type']), saves: [...state.saves, save].slice(-keptSaves) };
}

/** The stream of the draft of one request type. */
export const draftStream: StreamSpec<DraftState> = {
  kind: 'draft',
  initial,
  evolve,
  indexOf: (state) => ({ lists: ['draft'], sort: state.slug }),
};
