import type { Ability } from '../../../domain/access/ability-of.ts';
import type { Form } from '../../../domain/form/form-schema.ts';
import type { CaseDeps } from './case-command.ts';
import { getReadableCase } from './readable-case.ts';

/** The form a case was filled in by, without the fields that are kept from the viewer. @throws DomainError NOT_FOUND. */
export async function caseForm(
  deps: Pick<CaseDeps, 'store' | 'definitions'>,
  ability: Ability,
  caseId: string,
): Promise<Form> {
  const { definition, shown } = await getReadableCase(deps, ability, caseId);
  const { form } = definition.document;
  const masked = new Set(shown.masked);
  return {
    ...form,
    fields: form.fields.filter(({ id }) => !masked.has(id)),
    sections: form.sections.map((section) => ({
      ...section,
      fields: section.fields.filter((id) => !masked.has(id)),
    })),
  };
}
