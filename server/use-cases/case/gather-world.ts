import { seatOf } from '../../../domain/approval/gate-state.ts';
import type { CompiledDefinition } from '../../../domain/definition/compile-definition.ts';
import type { FactPerson } from '../../../domain/definition/known-facts.ts';
import { type DirectoryReferences, referencesOf } from '../../../domain/definition/references-of.ts';
import { type FactSet, factSet } from '../../../domain/fact/fact-set.ts';
import { matchedFacts } from '../../../domain/routing/matched-facts.ts';
import type { CaseState } from '../../../domain/stream/case/case-state.ts';
import type { CaseActor, CaseWorld } from '../../../domain/stream/case/case-world.ts';
import { readersOf } from '../../../domain/stream/case/readers-of.ts';
import type { Clock, Ids } from '../../ports/clock.ts';
import type { Store } from '../../ports/store.ts';
import type { DefinitionCache } from '../definition/definition-cache.ts';
import type { DirectoryReader } from '../directory/directory-reader.ts';
import type { DirectorySnapshot } from '../directory/directory-snapshot.ts';
import type { FactProviders } from './fact-providers.ts';
import { gatherFacts } from './gather-facts.ts';

/** What gathering stands on. */
export interface WorldDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly directory: DirectoryReader;
  readonly definitions: DefinitionCache;
  readonly providers: FactProviders;
}

/** A case with everything decisions about it may look at. */
export interface GatheredWorld {
  readonly world: CaseWorld;
  readonly snapshot: DirectorySnapshot;
}

const referencesByHash = new WeakMap<CompiledDefinition, DirectoryReferences>();

/** What a definition names of the directory, worked out once. */
export function knownReferences(definition: CompiledDefinition): DirectoryReferences {
  const known = referencesByHash.get(definition) ?? referencesOf(definition.document);
  referencesByHash.set(definition, known);
  return known;
}

/** Everybody a case names: who asked, who has it, who may sign, who is in its person fields. */
function peopleOf(state: CaseState, definition: CompiledDefinition, actor: CaseActor): string[] {
  const fields = definition.document.form.fields
    .filter(({ kind }) => kind === 'person')
    .map(({ id }) => state.values[id]);
  const signers = state.gates.flatMap((gate) =>
    gate.steps.flatMap((step) => [
      ...step.approvers.flatMap((one) => [one.person, seatOf(one)]),
      ...(step.missing ?? []).map(({ person }) => person),
    ]),
  );
  const named = [actor.actor.id, state.requester, state.behalf, state.owner, ...fields, ...signers];
  return [...new Set(named.filter((id): id is string => typeof id === 'string' && id !== ''))];
}

/** The person as conditions see them; undefined for nobody known. */
export function factPerson(snapshot: DirectorySnapshot, id: string | null): FactPerson | undefined {
  return id === null ? undefined : snapshot.people.get(id);
}

/** The tokens a person reads cases by, without any delegation; of pools the case's own is asked. */
function tokensOfPerson(snapshot: DirectorySnapshot, id: string, pool: string | null): string[] {
  const person = snapshot.people.get(id);
  if (person?.active !== true) return [];
  const members = pool === null ? [] : (snapshot.pools.get(pool)?.members ?? []);
  return [
    `person:${id}`,
    ...person.teams.map((team) => `team:${team}`),
    ...person.roles.map((role) => `role:${role}`),
    ...(members.some((member) => member.person === id) ? [`pool:${pool}`] : []),
  ];
}

/** Gathers, as of now, whatever a command on this case may look at. `pools` are needed by routing only. */
export async function gatherWorld(
  deps: WorldDeps,
  subject: {
    readonly state: CaseState;
    readonly definition: CompiledDefinition;
    readonly caseId: string | null;
  },
  actor: CaseActor,
  more: {
    readonly pools?: readonly string[];
    readonly people?: readonly string[];
    readonly accounts?: readonly string[] | 'all';
    readonly territories?: boolean;
  } = {},
): Promise<GatheredWorld> {
  const { state, definition } = subject;
  const { roles, teams, calendars } = knownReferences(definition);
  const accounts = more.accounts ?? (state.account === null ? [] : [state.account]);
  const snapshot = await deps.directory.snapshot({
    people: [...peopleOf(state, definition, actor), ...(more.people ?? [])],
    managersOf: [
      state.requester,
      ...(state.behalf === null ? [] : [state.behalf]),
      ...(state.owner === null ? [] : [state.owner]),
    ],
    roles,
    teams: state.team === null ? teams : [...teams, state.team],
    calendars: [...calendars, ...state.clocks.map(({ target }) => target.calendarId)],
    accounts,
    territories: more.territories === true || state.territory !== null,
    pools: [...(more.pools ?? []), ...(state.pool === null ? [] : [state.pool])],
  });
  const now = deps.clock.now();
  const facts = await factsNow(deps, subject, snapshot, now);
  return { snapshot, world: worldOf(deps, { ...subject, snapshot, facts, now }, actor) };
}

async function factsNow(
  deps: WorldDeps,
  {
    state,
    definition,
    caseId,
  }: { readonly state: CaseState; readonly definition: CompiledDefinition; readonly caseId: string | null },
  snapshot: DirectorySnapshot,
  now: number,
): Promise<FactSet> {
  const facts = await gatherFacts(deps.store, deps.providers, {
    definition,
    now,
    values: state.values,
    requester: factPerson(snapshot, state.requester),
    behalf: factPerson(snapshot, state.behalf),
    source: state.source,
    scores: state.scores,
    proposal: state.proposal,
    priority: state.priority,
    state: state.state,
    epoch: state.epoch,
    escalation: state.escalation,
    previousOwners: state.previousOwners,
    account: state.account,
    caseId,
  });
  if (state.account === null && state.territory === null) return facts;
  const matched = matchedFacts(
    snapshot.accounts.get(state.account ?? ''),
    snapshot.territories.get(state.territory ?? ''),
  );
  return factSet({ ...facts.values, ...matched }, facts.failed);
}

interface WorldParts {
  readonly state: CaseState;
  readonly definition: CompiledDefinition;
  readonly snapshot: DirectorySnapshot;
  readonly facts: FactSet;
  readonly now: number;
}

function worldOf(
  deps: WorldDeps,
  { state, definition, snapshot, facts, now }: WorldParts,
  actor: CaseActor,
): CaseWorld {
  const { people, teams, holders } = snapshot;
  const holdersOf = (role: string): readonly string[] => holders.get(role) ?? [];
  return {
    now,
    actor,
    definition,
    facts,
    directory: {
      person: (id) => people.get(id),
      holders: holdersOf,
      team: (id) => teams.get(id),
    },
    approvers: {
      person: (id) => people.get(id),
      holdersOf,
      membersOf: (team) => teams.get(team)?.members ?? [],
      delegations: [...people.values()].flatMap(({ delegations }) => delegations),
    },
    couldOpen: (person, present) => {
      const readers = readersOf(present);
      return tokensOfPerson(snapshot, person, present.pool).some((token) => readers.includes(token));
    },
    calendars: snapshot.calendars,
    calendarsFrom: {
      'assignee-team':
        (state.team === null ? undefined : teams.get(state.team)?.calendarId) ??
        people.get(state.owner ?? '')?.calendarId ??
        null,
      requester: people.get(state.behalf ?? state.requester)?.calendarId ?? null,
    },
    tzdata: process.versions.tz ?? 'unknown',
    newId: () => deps.ids.next(),
  };
}
