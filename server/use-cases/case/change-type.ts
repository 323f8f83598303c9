import type { CompiledDefinition } from '../../../domain/definition/compile-definition.ts';
import { isRecord } from '../../../domain/form/bounded-json.ts';
import { convertValues } from '../../../domain/form/convert-values.ts';
import { validateSubmission } from '../../../domain/form/validate-submission.ts';
import type { CaseState } from '../../../domain/stream/case/case-state.ts';
import { decideChangeType } from '../../../domain/stream/case/commands/change-type.ts';
import type { Decision } from '../../../domain/stream/decision.ts';
import type { LiveDefinition } from '../definition/definition-cache.ts';
import { type CaseDeps, commandCase } from './case-command.ts';
import { actorOf, type CaseRequest, type CaseResult, callFor } from './case-request.ts';
import { facesOf } from './faces-of.ts';
import { gatherWorld } from './gather-world.ts';
import { duplicateKeysOf } from './submit-case.ts';
import { requireValueReferences } from './value-references.ts';

/** Which type the case is of, with answers that are missing or different there. */
export interface TypeChange {
  readonly to: string;
  readonly values: unknown;
  readonly reason: string;
}

/**
 * Makes a case one of another request type; answers that fit are carried over, `values` completes or replaces them.
 * @throws DomainError NOT_FOUND, NOT_ALLOWED, STALE, VALIDATION_FAILED, and what `decideChangeType` refuses.
 */
export function changeType(
  deps: CaseDeps,
  request: CaseRequest,
  caseId: string,
  change: TypeChange,
): CaseResult {
  return commandCase(deps, caseId, callFor(request, 'changeType'), async (state, { definition }) => {
    const live = await deps.definitions.live(change.to);
    return decideChange(deps, request, { caseId, state, old: definition, live, change });
  });
}

interface Change {
  readonly caseId: string;
  readonly state: CaseState;
  readonly old: CompiledDefinition;
  readonly live: LiveDefinition;
  readonly change: TypeChange;
}

async function decideChange(deps: CaseDeps, request: CaseRequest, wanted: Change): Promise<Decision> {
  const { caseId, state, old, live, change } = wanted;
  const { definition, version } = live;
  const { form } = definition.document;
  const actor = actorOf(request.ability.viewer);
  const begun = { ...state, type: definition.document.slug, state: definition.document.workflow.initial };
  const bare = await gatherWorld(deps, { state: { ...begun, values: {} }, definition, caseId }, actor);
  const { facts } = bare.world;
  const carried = convertValues({ form: old.document.form, values: state.values }, form, facts).values;
  const given = isRecord(change.values) ? { ...carried, ...change.values } : (change.values ?? carried);
  const { values } = validateSubmission(form, given, facts);
  const by = actor.actor.id;
  const files = await requireValueReferences(deps, { form, values, by, linked: state.attachments });
  const { world } = await gatherWorld(deps, { state: { ...begun, values }, definition, caseId }, actor);
  const command = {
    version,
    values,
    ...(await facesOf(deps.store, definition, values)),
    duplicateKeys: duplicateKeysOf(definition, world.facts, state.behalf ?? state.requester),
    reason: change.reason,
    files,
  };
  return decideChangeType(state, command, world);
}
