import { type BasisParts, basisOf } from '../../approval/basis.ts';
import type { CompiledDefinition } from '../../definition/compile-definition.ts';
import type { CaseState } from './case-state.ts';

/** Ids of the fields whose values belong to what is decided on. */
export function materialFields(definition: Pick<CompiledDefinition, 'document'>): ReadonlySet<string> {
  return new Set(
    definition.document.form.fields
      .filter((field) => !('material' in field && field.material === false))
      .map(({ id }) => id),
  );
}

/** What a decision on this case would be made on now. */
export function basisPartsOf(
  state: Pick<CaseState, 'values' | 'attachments' | 'definition' | 'basisSalt'>,
  definition: Pick<CompiledDefinition, 'document'>,
): BasisParts {
  const material = materialFields(definition);
  return {
    // The salt keeps few possible values from being guessed from the hash, which stays in the log for ever.
    versionHash: `${state.definition}:${state.basisSalt}`,
    materialValues: Object.fromEntries(Object.entries(state.values).filter(([id]) => material.has(id))),
    attachmentDigests: state.attachments.map(({ digest }) => digest),
  };
}

/** The basis a decision on this case names: a hash over version, material values and attachments. */
export function caseBasis(
  state: Pick<CaseState, 'values' | 'attachments' | 'definition' | 'basisSalt'>,
  definition: Pick<CompiledDefinition, 'document'>,
): string {
  return basisOf(basisPartsOf(state, definition));
}
