import { systemRoleTitle } from '../../lib/system-role-titles.ts';
import type { Deed } from './deed.server.ts';
import type { Desk } from './desk.server.ts';
import { reasonField, reasonWelcome } from './fields.server.ts';
import type { PersonAnswer } from './person-answer.ts';
import { type Holdings, whereItGoes } from './person-holdings.server.ts';

/** The roles people can be given, as the API answers them. */
export interface RolesAnswer {
  readonly system: readonly string[];
  readonly business: readonly { readonly id: string; readonly title: string }[];
}

/** A role by its title. */
export const roleTitle = (roles: RolesAnswer, id: string): string =>
  systemRoleTitle(id) ?? roles.business.find((role) => role.id === id)?.title ?? id;

/** Giving and taking roles, going and coming: what administrators do. */
export function standingDeeds(
  desk: Desk,
  {
    person,
    roles,
    holdings,
  }: { readonly person: PersonAnswer; readonly roles: RolesAnswer; readonly holdings: Holdings | null },
): Deed[] {
  const deeds: Deed[] = [];
  const held = [...(person.systemRoles ?? []), ...(person.roles ?? [])];
  if (desk.me.may('grant', 'Person', { ...person })) deeds.push(...roleDeeds(person, roles, held));
  if (desk.me.may('deactivate', 'Person', { ...person }))
    deeds.push(person.active ? deactivateDeed(desk, person, holdings) : reactivateDeed(person));
  return deeds;
}

function roleDeeds({ id, name }: PersonAnswer, roles: RolesAnswer, held: readonly string[]): Deed[] {
  const all = [...roles.system, ...roles.business.map((role) => role.id)];
  const options = (ids: readonly string[]) =>
    ids.map((role) => ({ id: role, label: roleTitle(roles, role) }));
  const deed = (action: 'grant' | 'revoke', ids: readonly string[]): Deed => ({
    id: action,
    label: action === 'grant' ? 'Give a role' : 'Take a role away',
    title: action === 'grant' ? `Give ${name} a role` : `Take a role of ${name} away`,
    verb: action === 'grant' ? 'Give the role' : 'Take it away',
    done: action === 'grant' ? 'The role is given.' : 'The role is taken away.',
    fields: async () => [
      { name: 'role', label: 'Role', kind: 'choice', required: true, options: options(ids) },
      reasonField,
    ],
    command: (posted) => ({
      operationId: 'changeRoles',
      params: { id },
      body: { action, role: posted.text('role'), reason: posted.text('reason') },
    }),
  });
  const open = all.filter((role) => !held.includes(role));
  return [
    ...(open.length === 0 ? [] : [deed('grant', open)]),
    ...(held.length === 0 ? [] : [deed('revoke', held)]),
  ];
}

function reactivateDeed({ id, name }: PersonAnswer): Deed {
  return {
    id: 'reactivate',
    label: 'Activate',
    title: `Activate ${name}`,
    lead: 'They can sign in and get work again. Cases that moved on stay where they are.',
    verb: 'Activate',
    done: 'Active again.',
    fields: async () => [reasonWelcome],
    command: (posted) => ({
      operationId: 'reactivatePerson',
      params: { id },
      body: { reason: posted.text('reason') },
      guarded: true,
    }),
  };
}

function deactivateDeed(desk: Desk, person: PersonAnswer, holdings: Holdings | null): Deed {
  const { id, name } = person;
  return {
    id: 'deactivate',
    label: 'Deactivate',
    title: `Deactivate ${name}`,
    lead: 'At once: no pick reaches them, their sessions and tokens end, and what they hold goes where this says.',
    verb: `Deactivate ${name}`,
    done: 'Deactivated. What they held is on its way.',
    before: async () => (holdings === null ? [] : [whereItGoes(holdings, desk.now)]),
    fields: async () => [reasonField],
    command: (posted) => ({
      operationId: 'deactivatePerson',
      params: { id },
      body: { reason: posted.text('reason') },
      guarded: true,
    }),
  };
}
