import { projectCase } from '../../../domain/access/project-case.ts';
import type { Viewer } from '../../../domain/access/viewer.ts';
import { type BasisDifference, basisDifference, basisOf } from '../../../domain/approval/basis.ts';
import type { CompiledDefinition } from '../../../domain/definition/compile-definition.ts';
import { basisPartsOf } from '../../../domain/stream/case/case-basis.ts';
import { type CaseState, emptyCase } from '../../../domain/stream/case/case-state.ts';
import { evolveCase } from '../../../domain/stream/case/evolve-case.ts';
import { relationsOf } from '../../../domain/stream/case/relations.ts';
import type { Store } from '../../ports/store.ts';
import type { DefinitionCache } from '../definition/definition-cache.ts';
import { wholeHistory } from '../directory/read-object.ts';
import { actorOf } from './case-request.ts';

/** A case as it is now, before somebody who saw it on another basis. */
export interface MovedCase {
  readonly caseId: string;
  readonly state: CaseState;
  readonly definition: CompiledDefinition;
  readonly viewer: Viewer;
}

/** Events that can move what a decision is made on. */
const moving: ReadonlySet<string> = new Set(['submitted', 'edited', 'attached', 'type-changed']);

/**
 * What changed of a case since it stood on this basis, as far as the viewer may see it: names of fields and digests of files, no values.
 * Undefined when the case never stood on it.
 */
export async function whatMoved(
  deps: { readonly store: Store; readonly definitions: DefinitionCache },
  moved: MovedCase,
  basis: string,
): Promise<BasisDifference | undefined> {
  const seen = await stateOn(deps, moved.caseId, basis);
  if (seen === undefined) return undefined;
  const { state, definition } = moved;
  const before = basisPartsOf(seen, await deps.definitions.byHash(seen.definition));
  return shownTo(moved, seen, basisDifference(before, basisPartsOf(state, definition)));
}

/** The case as it was when a decision on it would have named this basis. */
export async function stateOn(
  deps: { readonly store: Store; readonly definitions: DefinitionCache },
  caseId: string,
  basis: string,
): Promise<CaseState | undefined> {
  let state = emptyCase;
  for await (const event of wholeHistory(deps.store, caseId)) {
    state = evolveCase(state, event);
    if (!moving.has(event.kind)) continue;
    const definition = await deps.definitions.byHash(state.definition);
    if (basisOf(basisPartsOf(state, definition)) === basis) return state;
  }
  return undefined;
}

/** A difference without fields of another form, fields kept from the viewer, and the files on either. */
function shownTo(
  { state, definition, viewer }: MovedCase,
  seen: CaseState,
  difference: BasisDifference,
): BasisDifference {
  const { form } = definition.document;
  const { masked } = projectCase(state, form, viewer, relationsOf(state, actorOf(viewer)));
  const open = new Set(form.fields.map(({ id }) => id).filter((id) => !masked.includes(id)));
  const files = [...seen.attachments, ...state.attachments];
  const digests = new Set(
    files.filter(({ field }) => field === null || open.has(field)).map(({ digest }) => digest),
  );
  const isOpen = (digest: string): boolean => digests.has(digest);
  const { added, removed } = difference.attachments;
  return {
    version: difference.version,
    fields: difference.fields.filter(({ field }) => open.has(field)),
    attachments: { added: added.filter(isOpen), removed: removed.filter(isOpen) },
  };
}
