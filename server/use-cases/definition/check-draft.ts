import { type CheckedDefinition, checkDefinition } from '../../../domain/definition/check-definition.ts';
import { compileDefinition } from '../../../domain/definition/compile-definition.ts';
import { runDefinitionTests, type TestRun } from '../../../domain/definition/run-tests.ts';
import type { Store } from '../../ports/store.ts';
import type { DefinitionDeps } from './definition-call.ts';
import { definitionInvalid } from './publish-refusals.ts';
import { type Draft, getDraft } from './read-draft.ts';

/** What checking reads. */
export type CheckDeps = Pick<DefinitionDeps, 'registry'> & { readonly store: Store };

/** The draft with everything wrong with it, within itself and within the organisation. @throws DomainError NOT_FOUND. */
export async function checkDraft(
  deps: CheckDeps,
  slug: string,
): Promise<CheckedDefinition & { readonly draft: Draft }> {
  const draft = await getDraft(deps.store, slug);
  return { ...(await checkDocument(deps, draft.document)), draft };
}

/** Everything wrong with a document, within itself and within the organisation. */
export async function checkDocument(
  deps: Pick<DefinitionDeps, 'registry'>,
  document: unknown,
): Promise<CheckedDefinition> {
  const alone = checkDefinition(document);
  if (alone.definition === undefined || deps.registry === undefined) return alone;
  return checkDefinition(document, await deps.registry(alone.definition));
}

/**
 * Runs the tests of the draft, each on its own, in an invented company where everybody is there.
 * @throws DomainError NOT_FOUND; DEFINITION_INVALID when it has not the form of a definition.
 */
export async function testDraft(deps: CheckDeps, slug: string): Promise<TestRun> {
  const { document } = await getDraft(deps.store, slug);
  const { definition, problems } = checkDefinition(document);
  if (definition === undefined) throw definitionInvalid(problems);
  return runDefinitionTests(compileDefinition(definition));
}
