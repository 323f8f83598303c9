import { compileDefinition } from '../../domain/definition/compile-definition.ts';
import { definitionSchema } from '../../domain/definition/definition-schema.ts';
import { inventedPerson } from '../../domain/definition/test-environment.ts';
import { assert } from '../../domain/error/assert.ts';
import { factSet } from '../../domain/fact/fact-set.ts';
import { type RouteOutcome, runChain } from '../../domain/routing/run-chain.ts';
import type { CaseWorld } from '../../domain/stream/case/case-world.ts';

/** The moment everything in the model happens at; leases are held until `leased`. */
export const now = 1;
/** Until when a lease is held; only the model ends it. */
export const leased = 2;

const role = { role: 'boss' };

/** One request type: an open state with a chain, one without, and the end, which can be left both ways. */
export const definition = compileDefinition(
  definitionSchema.parse({
    format: 1,
    slug: 'thing',
    title: 'Thing',
    category: 'Things',
    prefix: 'TH',
    owner: role,
    backup: role,
    form: {
      language: 'en',
      sections: [],
      fields: [{ id: 'note', kind: 'short_text', label: 'Note' }],
    },
    workflow: {
      initial: 'open',
      states: [
        { id: 'open', title: 'Open', category: 'new', chain: 'main' },
        { id: 'parked', title: 'Parked', category: 'in_review' },
        { id: 'closed', title: 'Closed', category: 'done' },
      ],
      transitions: [
        { id: 'close', title: 'Close', from: ['open', 'parked'], to: 'closed', who: ['boss'] },
        { id: 'reopen', title: 'Reopen', from: ['closed'], to: 'open', who: ['boss'], kind: 'reopen' },
        { id: 'revive', title: 'Revive', from: ['closed'], to: 'parked', who: ['boss'], kind: 'reopen' },
      ],
    },
    chains: [{ id: 'main', title: 'Main', rules: [], default: { to: { pool: 'P' }, onNobody: 'wait' } }],
    priority: { table: [], default: 3 },
  }),
);

/** Everything a command of the model may look at; `actor` sends it, and `gone` are no longer active. */
export function worldFor(actor: string, gone: readonly string[] = []): CaseWorld {
  return {
    now,
    actor: { actor: { kind: 'person', id: actor }, roles: ['boss'], teams: [], pools: [] },
    definition,
    facts: factSet({}),
    directory: {
      person: (id) => inventedPerson(id, { active: !gone.includes(id) }),
      holders: () => [],
      team: () => undefined,
    },
    approvers: { person: () => undefined, holdersOf: () => [], membersOf: () => [], delegations: [] },
    couldOpen: () => false,
    calendars: new Map(),
    calendarsFrom: { 'assignee-team': null, requester: null },
    tzdata: 'none',
    newId: () => 'id',
  };
}

/** What the chain says where there is nobody; the model puts its own decision in place of this one's. */
export const nobodyFound: RouteOutcome = outcomeOfNobody();

function outcomeOfNobody(): RouteOutcome {
  const chain = definition.chains.get('main');
  assert(chain !== undefined, 'the definition has its chain');
  return runChain(chain, {
    key: { caseId: 'c1', epoch: 1 },
    cause: 'submitted',
    now,
    versionHash: definition.hash,
    actor: { kind: 'system', id: 'routing' },
    forceReason: null,
    requesterId: 'asker',
    behalfId: null,
    accountable: 'boss',
    previousOwners: [],
    skip: [],
    conflicted: [],
    atCapacity: [],
    waitingSince: null,
    released: [],
    similar: [],
    priority: null,
    traced: false,
    facts: factSet({}),
    directory: {
      people: new Map(),
      pools: new Map(),
      teams: new Map(),
      loads: new Map(),
      calendars: new Map(),
      accounts: [],
      territories: [],
    },
  });
}
