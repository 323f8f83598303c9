import { must } from '../../lib/api.server.ts';
import type { Deed } from './deed.server.ts';
import type { Answered, Desk } from './desk.server.ts';
import type { Section } from './directory-view.ts';
import { roleWords } from './field-words.server.ts';
import type { HoldingsAnswer, PersonAnswer } from './person-answer.ts';

/** The roles people can be given, as the API answers them. */
export interface RolesAnswer {
  readonly system: readonly string[];
  readonly business: readonly { readonly id: string; readonly title: string }[];
}

/** A role by its title. */
export const roleTitle = (roles: RolesAnswer, id: string): string =>
  roleWords[id] ?? roles.business.find((role) => role.id === id)?.title ?? id;

const reason = {
  name: 'reason',
  label: 'Why',
  kind: 'text',
  required: true,
  wide: true,
  hint: 'A sentence for those who read the history.',
} as const;

/** Giving and taking roles, going and coming: what administrators do. */
export function standingDeeds(desk: Desk, person: PersonAnswer, roles: RolesAnswer): Deed[] {
  const deeds: Deed[] = [];
  const held = [...(person.systemRoles ?? []), ...(person.roles ?? [])];
  if (desk.me.may('grant', 'Person', { ...person })) deeds.push(...roleDeeds(person, roles, held));
  if (desk.me.may('deactivate', 'Person', { ...person }))
    deeds.push(person.active ? deactivateDeed(desk, person) : reactivateDeed(person));
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
      reason,
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
    fields: async () => [{ ...reason, required: false }],
    command: (posted) => ({
      operationId: 'reactivatePerson',
      params: { id },
      body: { reason: posted.text('reason') },
      guarded: true,
    }),
  };
}

function deactivateDeed(desk: Desk, person: PersonAnswer): Deed {
  const { id, name } = person;
  return {
    id: 'deactivate',
    label: 'Deactivate',
    title: `Deactivate ${name}`,
    lead: 'At once: no pick reaches them, their sessions and tokens end, and what they hold goes where this says.',
    verb: `Deactivate ${name}`,
    done: 'Deactivated. What they held is on its way.',
    before: async () => {
      const [holdings, types] = await Promise.all([
        must<HoldingsAnswer>(desk.context, 'getHoldings', { params: { id } }),
        must<Pick<Answered<{ readonly slug: string; readonly title: string }>, 'items'>>(
          desk.context,
          'listRequestTypes',
          { query: { view: 'all', limit: 200 } },
        ).catch(() => ({ items: [] })),
      ]);
      const titles = new Map(types.items.map(({ slug, title }) => [slug, title]));
      return [whereItGoes(holdings, (slug) => titles.get(slug) ?? slug)];
    },
    fields: async () => [reason],
    command: (posted) => ({
      operationId: 'deactivatePerson',
      params: { id },
      body: { reason: posted.text('reason') },
      guarded: true,
    }),
  };
}

const shownAtMost = 50;

/** Everything somebody holds, each with where it goes by rule. */
export function whereItGoes(holdings: HoldingsAnswer, typeTitle: (slug: string) => string): Section {
  const { cases, gates, delegations, pools, teams } = holdings;
  const held = [
    ...cases.map((one) => ({
      id: `case ${one.id}`,
      piece: { text: one.number, to: `/cases/${one.id}`, note: one.title },
      what: 'Case',
      goes: `Routed again by the rules of ${typeTitle(one.type)}. It stays theirs until somebody is found.`,
    })),
    ...gates.map((one) => ({
      id: `gate ${one.id}`,
      piece: { text: one.number, to: `/cases/${one.id}`, note: one.title },
      what: 'Signature',
      goes: 'Whoever else may sign goes on. Nobody in time: the gate escalates at its deadline, and is seated anew.',
    })),
    ...delegations.given.map((one) => ({
      id: `given ${one.id}`,
      piece: { text: one.to, to: `/directory/people/${one.to}` },
      what: 'Delegation given',
      goes: 'Rests: there is nothing of theirs left to decide.',
    })),
    ...delegations.received.map((one) => ({
      id: `received ${one.id}`,
      piece: { text: one.from, to: `/directory/people/${one.from}` },
      what: 'Delegation received',
      goes: `Rests: ${one.from} decides for themselves, or chooses somebody else.`,
    })),
    ...pools.map((one) => ({
      id: `pool ${one.id}`,
      piece: { text: one.title, to: `/directory/pools/${one.id}` },
      what: 'Pool',
      goes: 'Stays a member whom no pick reaches. The others share the work.',
    })),
    ...teams.map((one) => ({
      id: `team ${one.id}`,
      piece: { text: one.title, to: `/directory/teams/${one.id}` },
      what: one.leads ? 'Team, as its lead' : 'Team',
      goes: one.leads ? 'Stays its lead in name: give the team another.' : 'Stays a member in name.',
    })),
  ];
  const words = [count(cases.length, 'open case'), count(gates.length, 'signature')].join(' and ');
  return {
    kind: 'table',
    title: 'What they hold, and where it goes',
    none: 'They hold nothing.',
    note:
      held.length > shownAtMost
        ? `${words}. The first ${shownAtMost} of ${held.length} are shown; the others go by the same rules.`
        : `${words}.`,
    columns: [{ label: 'What' }, { label: 'Kind', as: 'side' }, { label: 'Where it goes' }],
    rows: held.slice(0, shownAtMost).map(({ id, piece, what, goes }) => ({
      id,
      cells: [{ pieces: [piece] }, { pieces: [{ text: what }], quiet: true }, { pieces: [{ text: goes }] }],
    })),
  };
}

const count = (number: number, one: string): string =>
  number === 1 ? `1 ${one}` : `${number === 0 ? 'no' : number} ${one}s`;
