import { readDefinitionYaml, writeDefinitionYaml } from '../../../domain/definition/definition-yaml.ts';
import { DomainError } from '../../../domain/error/domain-error.ts';
import { isRecord } from '../../../domain/form/bounded-json.ts';
import type { Store } from '../../ports/store.ts';
import type { DefinitionCall, DefinitionDeps } from './definition-call.ts';
import { type Draft, findDraft, getDraft } from './read-draft.ts';
import { getVersion } from './read-types.ts';
import { saveDraft } from './save-draft.ts';

/** A version, or the draft, as canonical YAML. @throws DomainError NOT_FOUND. */
export async function exportYaml(store: Store, slug: string, which: number | 'draft'): Promise<string> {
  const { document } = which === 'draft' ? await getDraft(store, slug) : await getVersion(store, slug, which);
  return writeDefinitionYaml(document);
}

/**
 * Takes a document (JSON, or YAML text) in as the draft of the request type it names, in place of the draft there is.
 * @throws DomainError MALFORMED, TOO_LARGE, VALIDATION_FAILED when it names no request type.
 */
export async function importDefinition(
  deps: DefinitionDeps,
  call: DefinitionCall,
  given: unknown,
): Promise<Draft> {
  const document = typeof given === 'string' ? readDefinitionYaml(given) : given;
  const slug = isRecord(document) ? document['slug'] : undefined;
  if (typeof slug !== 'string')
    throw new DomainError('VALIDATION_FAILED', 'The document does not say which request type it is.', {
      details: [{ pointer: '/slug', detail: 'Add the slug, such as vendor-onboarding.' }],
    });
  const seen = (await findDraft(deps.store, slug))?.rev ?? 0;
  return saveDraft(deps, call, slug, { document, seen });
}
