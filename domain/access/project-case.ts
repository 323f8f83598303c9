import type { Form } from '../form/form-schema.ts';
import { projectValues } from '../form/mask-values.ts';
import type { CaseState } from '../stream/case/case-state.ts';
import type { Relation } from '../stream/case/relations.ts';
import type { OpenedEvent } from '../stream/event.ts';
import type { Viewer } from './viewer.ts';

/** A case as one viewer is shown it: without what is kept for looking it up or for hashes, and without values that are not for them. */
export interface ProjectedCase extends Omit<CaseState, 'searchable' | 'duplicateKeys' | 'basisSalt'> {
  /** Ids of the fields kept from the viewer. */
  readonly masked: readonly string[];
}

const formRelations: Partial<Readonly<Record<Relation, string>>> = {
  requester: 'requester',
  behalf: 'requester',
  assignee: 'handler',
  team: 'handler',
  accountable: 'handler',
  backup: 'handler',
  approver: 'approver',
};

/** Names a form uses for what somebody is to a case: the system roles of these names, which nearly everybody has, do not count as that. */
const named: ReadonlySet<string> = new Set(Object.values(formRelations));

/** A viewer before one case as its form sees them: their roles, and `requester`, `handler` or `approver` when they are that to the case. */
export function formViewer(
  viewer: Viewer,
  relations: readonly Relation[],
): { readonly roles: readonly string[]; readonly relations: readonly string[] } {
  const held = relations.flatMap((relation) => formRelations[relation] ?? []);
  const roles = [...viewer.systemRoles, ...viewer.roles].filter((role) => !named.has(role));
  return { roles, relations: [...new Set(held)] };
}

/** A case without the values and files its form keeps from this viewer. */
export function projectCase(
  state: CaseState,
  form: Form,
  viewer: Viewer,
  relations: readonly Relation[],
): ProjectedCase {
  const { searchable: _searchable, duplicateKeys: _duplicateKeys, basisSalt: _basisSalt, ...shown } = state;
  const { values, masked } = projectValues(form, state.values, formViewer(viewer, relations));
  const attachments = state.attachments.filter(({ field }) => field === null || !masked.includes(field));
  return { ...shown, values, attachments, masked };
}

/**
 * The events of a case without what is not for this viewer: values of masked fields, files on them, and, unless `internal`, the remarks of
 * those who work on it. Look-up texts are for nobody, nor is the basis' salt, with which masked values could be tried against the hash.
 */
export function projectEvents(
  events: readonly OpenedEvent[],
  { masked, internal }: { readonly masked: readonly string[]; readonly internal: boolean },
): OpenedEvent[] {
  const kept = new Set(['searchable', 'basisSalt', ...masked.map((field) => `values/${field}`)]);
  return events
    .filter(({ kind, data }) => internal || kind !== 'commented' || data['visibility'] !== 'internal')
    .filter(({ kind, data }) => kind !== 'attached' || !masked.includes(String(data['field'])))
    .map((event) => ({
      ...event,
      human: Object.fromEntries(Object.entries(event.human).filter(([name]) => !kept.has(name))),
    }));
}
