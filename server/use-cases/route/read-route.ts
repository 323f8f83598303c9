import { chainOfState } from '../../../domain/definition/chain-of-state.ts';
import type { CompiledDefinition } from '../../../domain/definition/compile-definition.ts';
import { Fault } from '../../../domain/error/fault.ts';
import { type FactSet, factSet } from '../../../domain/fact/fact-set.ts';
import { chainReferences } from '../../../domain/routing/chain-references.ts';
import type { Chain } from '../../../domain/routing/chain-schema.ts';
import type { CompiledChain } from '../../../domain/routing/compile-chain.ts';
import type { AccountView, LoadView, PoolView } from '../../../domain/routing/directory.ts';
import { accountKeys, matchAccount } from '../../../domain/routing/match-account.ts';
import type { RouteSubject, SimilarCase } from '../../../domain/routing/route-inputs.ts';
import type { Aggregate } from '../../../domain/stream/aggregate.ts';
import type { CaseState } from '../../../domain/stream/case/case-state.ts';
import type { CaseActor } from '../../../domain/stream/case/case-world.ts';
import type { LoadState } from '../../../domain/stream/load/load-stream.ts';
import type { PoolState } from '../../../domain/stream/pool/pool-stream.ts';
import { idInStream, streamId } from '../../../domain/stream/stream-id.ts';
import { openCaseCounts } from '../case/gather-facts.ts';
import { gatherWorld, type WorldDeps } from '../case/gather-world.ts';
import type { RouteReading } from './route-deps.ts';

/** Routing acts as the product itself. */
const routing: CaseActor = { actor: { kind: 'system', id: 'routing' }, roles: [], teams: [], pools: [] };

/** Reads afresh everything the chain of a case's present state may ask for (protocol 4); pools straight from the store. */
export async function readRoute(
  deps: WorldDeps,
  doc: Aggregate<CaseState>,
  atCapacity: readonly string[],
): Promise<RouteReading> {
  const { state } = doc;
  const definition = await deps.definitions.byHash(state.definition);
  const chain = chainOf(definition, state);
  const poolIds = poolsOf(chain.chain);
  const subject = { state, definition, caseId: doc._id };
  const [pools, first] = await Promise.all([
    deps.store.aggregates.loadMany<PoolState>(poolIds.map((id) => streamId('pool', id))),
    gatherWorld(deps, subject, routing, {
      pools: poolIds,
      territories: chain.chain.match?.territory !== undefined,
    }),
  ]);
  const views = new Map(
    pools.filter(({ state: pool }) => pool.active).map((pool) => [idInStream(pool._id), poolView(pool)]),
  );
  const accounts = await accountsFor(deps, chain.chain, first.world.facts);
  const more = { pools: poolIds, people: accounts.owners, territories: true };
  const { snapshot } = accounts.owners.length === 0 ? first : await gatherWorld(deps, subject, routing, more);
  const facts = await withAccountCounts(
    deps,
    { ...subject, chain: chain.chain },
    first.world.facts,
    accounts.found,
  );
  const members = [...views.values()].flatMap((pool) => pool.members.map(({ person }) => person));
  const [loads, similar] = await Promise.all([
    loadsOf(deps, [...new Set([...members, ...snapshot.people.keys()])]),
    similarOf(deps, doc),
  ]);
  return {
    definition,
    chain,
    world: first.world,
    pools: new Map(pools.map((pool) => [idInStream(pool._id), pool])),
    inputs: {
      ...subjectOf(doc, first.world.now),
      atCapacity,
      similar,
      facts,
      directory: {
        people: snapshot.people,
        pools: views,
        teams: snapshot.teams,
        loads,
        calendars: snapshot.calendars,
        accounts: accounts.found,
        territories: [...snapshot.territories.values()],
      },
    },
  };
}

/** The first pool the chain of a case may pick from: decisions about it take turns in one process. */
export async function turnOf(deps: WorldDeps, doc: Aggregate<CaseState>): Promise<string> {
  const definition = await deps.definitions.byHash(doc.state.definition);
  const [pool] = poolsOf(chainOf(definition, doc.state).chain);
  return pool === undefined ? doc._id : streamId('pool', pool);
}

/** The chain of the present state: one that names none is routed by force only, or when a closed case comes back to it. */
function chainOf(definition: CompiledDefinition, state: CaseState): CompiledChain {
  const chain = chainOfState(definition, state.state);
  if (chain === undefined)
    throw new Fault('NO_CHAIN', `${state.type} has no chain to route by`, { retryable: false });
  return chain;
}

/** What the case itself says, as it goes into the record. */
function subjectOf(
  { _id, state }: Aggregate<CaseState>,
  now: number,
): Omit<RouteSubject, 'atCapacity' | 'similar'> {
  return {
    key: { caseId: _id, epoch: state.epoch },
    cause: state.epochCause,
    now,
    versionHash: state.definition,
    actor: routing.actor,
    forceReason: state.forceReason,
    requesterId: state.requester,
    behalfId: state.behalf,
    accountable: state.accountable,
    previousOwners: state.previousOwners,
    skip: skipped(state),
    conflicted: [],
    waitingSince: waitingSince(state),
    released: heldBefore(state),
    priority: { value: state.priority, row: null },
    traced: true,
  };
}

const poolsByChain = new WeakMap<Chain, string[]>();

function poolsOf(chain: Chain): string[] {
  const known = poolsByChain.get(chain);
  if (known !== undefined) return known;
  const found = [
    ...new Set(chainReferences(chain).flatMap(({ kind, id }) => (kind === 'pool' ? [id] : []))),
  ].sort();
  poolsByChain.set(chain, found);
  return found;
}

function poolView(doc: Aggregate<PoolState>): PoolView {
  const { strategy, members, credits, picks, salt, calendarId, lookAheadMs, skills, makeUps, madeUp } =
    doc.state;
  return {
    id: idInStream(doc._id),
    rev: doc.rev,
    strategy,
    members,
    credits,
    picks,
    salt,
    calendarId: calendarId ?? null,
    lookAheadMs: lookAheadMs ?? 0,
    skills: skills ?? [],
    ...(makeUps === undefined ? {} : { makeUps }),
    ...(madeUp === undefined ? {} : { madeUp }),
  };
}

async function loadsOf(deps: WorldDeps, people: readonly string[]): Promise<Map<string, LoadView>> {
  const docs = await deps.store.aggregates.loadMany<LoadState>(people.map((id) => streamId('load', id)));
  return new Map(
    docs.map((doc) => [idInStream(doc._id), { person: idInStream(doc._id), rev: doc.rev, ...doc.state }]),
  );
}

/** Accounts that may match, found by what the case says of them, and who owns them. */
async function accountsFor(
  deps: WorldDeps,
  chain: Chain,
  facts: FactSet,
): Promise<{ found: AccountView[]; owners: string[] }> {
  const config = chain.match?.account;
  if (config === undefined) return { found: [], owners: [] };
  const keys = accountKeys(config, facts);
  const [byDomain, snapshot] = await Promise.all([
    Promise.all(keys.domains.map((domain) => deps.directory.accountsByDomain(domain))),
    deps.directory.snapshot({ accounts: keys.names.length > 0 ? 'all' : keys.ids }),
  ]);
  const found = new Map(
    [...snapshot.accounts.values(), ...byDomain.flat()].map((account) => [account.id, account]),
  );
  const owners = [...found.values()].flatMap(({ ownerId }) => ownerId ?? []);
  return {
    found: [...found.values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
    owners: keys.names.length > 0 ? owners.slice(0, 500) : owners,
  };
}

/**
 * The facts with the counts of open cases of the account this decision will find: which one it is follows from the same facts and
 * accounts, so the counts are of the account that is matched.
 */
async function withAccountCounts(
  deps: WorldDeps,
  subject: { readonly definition: CompiledDefinition; readonly chain: Chain; readonly caseId: string },
  facts: FactSet,
  accounts: readonly AccountView[],
): Promise<FactSet> {
  const config = subject.chain.match?.account;
  const found = config === undefined ? undefined : matchAccount(config, facts, accounts).found;
  if (found === undefined) return facts;
  const { definition, caseId } = subject;
  const counts = await openCaseCounts(deps.store, definition, { account: found.id, except: caseId });
  return Object.keys(counts).length === 0 ? facts : factSet({ ...facts.values, ...counts }, facts.failed);
}

const longestWindowMs = 3_650 * 86_400_000;

/** Earlier cases that share a duplicate key with this one; the screen decides by its window. */
async function similarOf(deps: WorldDeps, doc: Aggregate<CaseState>): Promise<SimilarCase[]> {
  const found: SimilarCase[] = [];
  for (const key of doc.state.duplicateKeys) {
    const listed = await deps.store.aggregates.range(`duplicate:${key}`, null, 20);
    const docs = await deps.store.aggregates.loadMany<CaseState>(
      listed.map(({ id }) => id).filter((id) => id !== doc._id),
    );
    for (const { _id, state } of docs) {
      const earlier =
        state.submittedAt < doc.state.submittedAt ||
        (state.submittedAt === doc.state.submittedAt && _id < doc._id);
      if (!earlier || doc.state.submittedAt - state.submittedAt > longestWindowMs) continue;
      found.push({
        screen: key.slice(0, key.lastIndexOf(':')),
        caseId: _id,
        number: state.number,
        at: state.submittedAt,
      });
    }
  }
  return found;
}

/** Who is not to be picked this time: whoever declined it in this state, just let it lapse, or was skipped by an escalation. */
function skipped(state: CaseState): string[] {
  const { previousOwners, declinedBy = [], epochCause, owner } = state;
  const last = previousOwners.at(-1);
  if (epochCause === 'escalated')
    return [...new Set([...previousOwners, ...declinedBy, ...(owner === null ? [] : [owner])])];
  const lapsed = last !== undefined && ['no-acknowledgement', 'released'].includes(epochCause);
  return [...new Set([...declinedBy, ...(lapsed ? [last] : [])])];
}

function waitingSince(state: CaseState): number | null {
  if (state.epochCause !== 'capacity') return null;
  const waits = Object.values(state.routed).filter(({ kind }) => kind === 'waiting');
  return waits.reduce<number | null>((first, { at }) => (first === null || at < first ? at : first), null);
}

/** Suppressions whose hold is over: they do not hold the case a second time. */
function heldBefore(state: CaseState): string[] {
  if (state.epochCause !== 'hold-over') return [];
  return Object.values(state.routed).flatMap(({ kind, rule }) =>
    kind === 'held' && rule !== undefined ? [rule] : [],
  );
}
