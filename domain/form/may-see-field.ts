import type { Field } from './fields/field-kinds.ts';

/** Somebody before a case: their system and business roles, and how they are related to it (`requester`, `handler`, `approver`). */
export interface Viewer {
  readonly roles: readonly string[];
  readonly relations: readonly string[];
}

/** Those who see a sensitive field that does not say who: the people the case is between. */
const closeRelations = ['requester', 'handler', 'approver'];

/** The roles and relations that see a field's value; undefined when everybody does who may read the case. */
export function seersOf(field: Field): readonly string[] | undefined {
  if (field.kind === 'note') return undefined;
  return field.see ?? (field.sensitive === true ? closeRelations : undefined);
}

/** True when a viewer who may read the case sees this field's value: `see` names one of their roles or relations, or nobody is named. */
export function maySeeField(field: Field, viewer: Viewer): boolean {
  const seers = seersOf(field);
  return seers === undefined || isOneOf(viewer, seers);
}

/** True when a viewer has one of the roles or relations. */
export function isOneOf({ roles, relations }: Viewer, named: readonly string[]): boolean {
  return named.some((name) => roles.includes(name) || relations.includes(name));
}
