import type { Operation } from '../../definition/operation.ts';
import { canonicalJson } from '../../hash/canonical-json.ts';
import { type Decision, nothingDecided } from '../decision.ts';
import type { DraftState } from './draft-stream.ts';

/** A document about to be saved as a draft; it is stored under its hash already. */
export interface SaveCommand {
  readonly slug: string;
  readonly document: string;
  readonly operations: readonly Operation[];
}

/** The most the changes of one save take in the event; beyond it their places alone are kept, and the document itself. */
const mostBytes = 131_072;

/** Saves a draft; nothing when the document is what is saved already. */
export function decideSave(state: DraftState, command: SaveCommand): Decision {
  const { slug, document, operations } = command;
  if (state.saves.at(-1)?.document === document) return nothingDecided;
  const kept = canonicalJson(operations).length <= mostBytes ? operations : operations.map(placeOf);
  const human = { operations: kept };
  return {
    events: [{ kind: 'saved', data: { type: slug, document, changes: operations.length }, human }],
  };
}

const placeOf = ({ op, path }: Operation): { op: string; path: readonly string[] } => ({ op, path });

/** Says that the draft builds on a version from now on. */
export function decideBased(state: DraftState, base: number): Decision {
  if (state.base === base) return nothingDecided;
  return { events: [{ kind: 'based', data: { type: state.slug, base }, raises: false }] };
}
