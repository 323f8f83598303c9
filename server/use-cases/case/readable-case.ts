import type { Ability } from '../../../domain/access/ability-of.ts';
import { type CaseSubject, caseSubject } from '../../../domain/access/case-subject.ts';
import { type ProjectedCase, projectCase } from '../../../domain/access/project-case.ts';
import { requireAbility } from '../../../domain/access/require-ability.ts';
import type { CompiledDefinition } from '../../../domain/definition/compile-definition.ts';
import { DomainError } from '../../../domain/error/domain-error.ts';
import type { Aggregate } from '../../../domain/stream/aggregate.ts';
import type { CaseState } from '../../../domain/stream/case/case-state.ts';
import { relationsOf } from '../../../domain/stream/case/relations.ts';
import type { CaseDeps } from './case-command.ts';
import { actorOf } from './case-request.ts';

/** A case that a viewer may read, with what of it they are shown. */
export interface ReadableCase {
  readonly doc: Aggregate<CaseState>;
  readonly definition: CompiledDefinition;
  readonly subject: CaseSubject;
  readonly shown: ProjectedCase;
  /** Whether the viewer reads the remarks of those who work on it. */
  readonly internal: boolean;
}

/** What decides which parts of a case's events somebody is shown. */
export interface EventView extends Pick<ReadableCase, 'definition' | 'internal'> {
  readonly shown: Pick<ProjectedCase, 'masked'>;
}

/** A case as one viewer may read it. @throws DomainError NOT_FOUND for what is not there or not theirs to see. */
export async function getReadableCase(
  deps: Pick<CaseDeps, 'store' | 'definitions'>,
  ability: Ability,
  caseId: string,
): Promise<ReadableCase> {
  const doc = await deps.store.aggregates.load<CaseState>(caseId);
  if (doc === undefined || doc.kind !== 'case')
    throw new DomainError('NOT_FOUND', 'There is no such thing, or it is not yours to see.');
  return readableCase(deps, ability, doc);
}

/** A loaded case as one viewer may read it. @throws DomainError NOT_FOUND when it is not theirs to see. */
export async function readableCase(
  deps: Pick<CaseDeps, 'definitions'>,
  ability: Ability,
  doc: Aggregate<CaseState>,
): Promise<ReadableCase> {
  const subject = caseSubject(doc);
  requireAbility(ability, 'read', subject);
  const definition = await deps.definitions.byHash(doc.state.definition);
  const relations = relationsOf(doc.state, actorOf(ability.viewer));
  return {
    doc,
    definition,
    subject,
    shown: projectCase(doc.state, definition.document.form, ability.viewer, relations),
    internal: ability.can('readInternal', subject),
  };
}
