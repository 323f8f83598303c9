import { knownPeople } from '../approval/gate-context.ts';
import type { Gate, GateStep } from '../approval/gate-schema.ts';
import { caseRelations } from '../workflow/workflow-schema.ts';
import type { DefinitionRegistry } from './definition-registry.ts';
import type { Definition } from './definition-schema.ts';
import { referencesOf } from './references-of.ts';

/** One thing of the organisation that a definition names and that cannot do its part yet. */
export interface Need {
  readonly kind: 'role' | 'team' | 'pool' | 'calendar' | 'connection';
  readonly id: string;
  /** `missing`: there is none; `nobody`: it is there and nobody is in it; `alone`: somebody signs by it, and nobody could for that one person. */
  readonly lack: 'missing' | 'nobody' | 'alone';
  /** Whether a gate needs a second person by it: nobody signs for themselves. */
  readonly second: boolean;
}

/** What there is of an organisation, as far as needs are concerned. */
export interface Organisation {
  /** Roles in it are those that count as known; their holders are looked at for the roles that act. */
  readonly registry: DefinitionRegistry;
  /** Roles that have a name of their own here, those of the product among them. */
  readonly roles: ReadonlySet<string>;
  /** How many are in each pool. */
  readonly pools: ReadonlyMap<string, number>;
}

/** Everything a definition needs of an organisation and does not find there, by kind in the order it has to be made. */
export function needsOf(definition: Definition, organisation: Organisation): readonly Need[] {
  const { registry, pools } = organisation;
  const named = referencesOf(definition);
  const seconds = needSeconds(definition, registry);
  const need = (kind: Need['kind'], id: string, people: number | undefined): Need[] => {
    const second = seconds.has(`${kind}:${id}`);
    if (people === undefined) return [{ kind, id, lack: 'missing', second }];
    if (people === 0) return [{ kind, id, lack: 'nobody', second }];
    return second ? [{ kind, id, lack: 'alone', second }] : [];
  };
  const connections = new Set((definition.integrations ?? []).map(({ connection }) => connection));
  return [
    ...rolesToName(definition).flatMap((id) =>
      need('role', id, organisation.roles.has(id) ? holders(named.roles, registry, id) : undefined),
    ),
    ...missing('calendar', named.calendars, registry.calendars),
    ...named.teams.flatMap((id) => need('team', id, registry.teams.get(id)?.length)),
    ...named.pools.flatMap((id) => need('pool', id, pools.get(id))),
    ...missing('connection', [...connections].sort(), registry.connections ?? connections),
  ];
}

/** A role that only sees or changes a field does its part without a holder. */
function holders(acting: readonly string[], registry: DefinitionRegistry, id: string): number {
  return acting.includes(id) ? (registry.roles.get(id)?.length ?? 0) : 1;
}

function missing(
  kind: Need['kind'],
  ids: readonly string[],
  known: { readonly has: (id: string) => boolean },
): Need[] {
  return ids.filter((id) => !known.has(id)).map((id) => ({ kind, id, lack: 'missing', second: false }));
}

/** Roles of parts of a definition that act, then those that may submit, move, see and change. */
function rolesToName(definition: Definition): string[] {
  const { form, workflow, who } = definition;
  const found = new Set([
    ...referencesOf(definition).roles,
    ...(who?.submit ?? []),
    ...form.fields.flatMap(rolesOfField),
    ...workflow.transitions.flatMap((step) => step.who),
  ]);
  return [...found].filter((role) => !relations.has(role)).sort();
}

function rolesOfField(field: Definition['form']['fields'][number]): readonly string[] {
  const see = 'see' in field ? (field.see ?? []) : [];
  const edit = 'edit' in field ? (field.edit ?? []) : [];
  return [...see, ...edit.flatMap(({ roles }) => roles)];
}

/** What somebody is to a case; `handler` is whoever works on it. */
const relations: ReadonlySet<string> = new Set([...caseRelations, 'handler']);

/** Roles and teams of gate steps that fewer than two known people could sign. */
function needSeconds(definition: Definition, registry: DefinitionRegistry): ReadonlySet<string> {
  const lonely = (definition.gates ?? []).flatMap((gate) =>
    gate.steps.filter((step) => isLonely(gate, step, registry)),
  );
  return new Set(
    lonely.flatMap(({ approvers }) =>
      approvers.flatMap((source) =>
        'role' in source ? [`role:${source.role}`] : 'team' in source ? [`team:${source.team}`] : [],
      ),
    ),
  );
}

function isLonely(gate: Gate, step: GateStep, registry: DefinitionRegistry): boolean {
  const sources = [...step.approvers, ...(step.backup ?? []), ...(gate.escalation ?? [])];
  const people = knownPeople(sources, registry);
  return people !== undefined && people.size < 2;
}
