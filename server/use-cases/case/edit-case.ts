import { formViewer } from '../../../domain/access/project-case.ts';
import type { CompiledDefinition } from '../../../domain/definition/compile-definition.ts';
import { DomainError } from '../../../domain/error/domain-error.ts';
import { editableFields } from '../../../domain/form/editable-fields.ts';
import { escapePointer } from '../../../domain/form/escape-pointer.ts';
import { validateEdit } from '../../../domain/form/validate-edit.ts';
import type { CaseState } from '../../../domain/stream/case/case-state.ts';
import { decideEdit } from '../../../domain/stream/case/commands/edit.ts';
import { relationsOf } from '../../../domain/stream/case/relations.ts';
import type { Decision } from '../../../domain/stream/decision.ts';
import { readRecord } from '../route/store-record.ts';
import { type CaseDeps, commandCase } from './case-command.ts';
import { actorOf, type CaseRequest, type CaseResult, callFor } from './case-request.ts';
import { facesOf } from './faces-of.ts';
import { gatherWorld } from './gather-world.ts';
import { requireValueReferences } from './value-references.ts';

/** Changes of values; null clears one. */
export interface EditRequest {
  readonly values: unknown;
  readonly reason: string;
}

/** Changes values of a case, those its form lets this person change now. @throws DomainError NOT_FOUND, NOT_ALLOWED, STALE, CASE_CLOSED, VALIDATION_FAILED. */
export function editCase(
  deps: CaseDeps,
  request: CaseRequest,
  caseId: string,
  edit: EditRequest,
): CaseResult {
  return commandCase(deps, caseId, callFor(request, 'edit'), async (state, { definition }) => {
    requireEditable(request, state, definition, edit.values);
    return decideChange(deps, request, { caseId, state, definition, edit });
  });
}

/** Refuses fields that are not this person's to change in this state, each by its place. */
function requireEditable(
  { ability: { viewer } }: CaseRequest,
  state: CaseState,
  definition: CompiledDefinition,
  values: unknown,
): void {
  const { form } = definition.document;
  const sees = formViewer(viewer, relationsOf(state, actorOf(viewer)));
  const open = new Set(editableFields(form, state.state, sees));
  const known = new Set(form.fields.map(({ id }) => id));
  const closed = Object.keys(Object(values) as object).filter((id) => known.has(id) && !open.has(id));
  if (closed.length === 0) return;
  throw new DomainError('NOT_ALLOWED', 'Some of these values are not yours to change now.', {
    details: closed.map((id) => ({
      pointer: `/values/${escapePointer(id)}`,
      detail: 'Leave it out, or ask those who have the case.',
    })),
    data: { editable: [...open] },
  });
}

interface Change {
  readonly caseId: string;
  readonly state: CaseState;
  readonly definition: CompiledDefinition;
  readonly edit: EditRequest;
}

async function decideChange(deps: CaseDeps, request: CaseRequest, change: Change): Promise<Decision> {
  const { caseId, state, definition, edit } = change;
  const { form } = definition.document;
  const actor = actorOf(request.ability.viewer);
  const bare = await gatherWorld(deps, { state: { ...state, values: {} }, definition, caseId }, actor);
  const { values, changed } = validateEdit(form, state.values, edit.values, bare.world.facts);
  const by = actor.actor.id;
  const files = await requireValueReferences(deps, { form, values, by, linked: state.attachments });
  if (files.length > 0)
    throw new DomainError('VALIDATION_FAILED', 'Attach new files to the case first, then name them.', {
      details: files.map(({ field }) => ({
        pointer: `/values/${field}`,
        detail: 'Attach the file to this field.',
      })),
    });
  const after = await gatherWorld(deps, { state: { ...state, values }, definition, caseId }, actor);
  const factsRead = await factsReadBy(deps, state);
  const faces = await facesOf(deps.store, definition, values);
  const command = { values, changed, ...faces, reason: edit.reason.trim(), factsRead };
  return decideEdit(state, command, after.world);
}

/** Keys of the facts that the present routing decision read. */
async function factsReadBy(deps: CaseDeps, state: CaseState): Promise<readonly string[]> {
  const hash = state.routed[String(state.epoch)]?.record;
  const bytes = hash === undefined ? undefined : await deps.store.blobs.get(hash);
  return bytes === undefined ? [] : readRecord(bytes).factsRead;
}
