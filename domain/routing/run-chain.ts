import type { FactValue } from '../fact/fact.ts';
import type { FactSet } from '../fact/fact-set.ts';
import type { Text } from '../form/text-schema.ts';
import type { CompiledChain } from './compile-chain.ts';
import { decisionKey } from './decision-key.ts';
import type { Decision, DecisionRecord, MatchEntry } from './decision-record.ts';
import type { Desk } from './desk.ts';
import { type DirectoryReader, LiveDirectory } from './directory-reader.ts';
import { matchAccount } from './match-account.ts';
import { matchTerritory } from './match-territory.ts';
import { matchedFacts } from './matched-facts.ts';
import { RecordingReader } from './recording-reader.ts';
import type { RouteInputs, RouteSubject } from './route-inputs.ts';
import type { Way } from './rule-schema.ts';
import { runRules } from './run-rules.ts';
import { runScreens } from './run-screens.ts';
import { runSuppressions } from './run-suppressions.ts';

/** What came of routing a case: the decision, what follows from it, and the record that proves it. */
export interface RouteOutcome extends Decision {
  readonly account?: string;
  readonly territory?: string;
  /** Keys of facts whose absence kept an item from being decided. */
  readonly missing: readonly string[];
  /** Keys whose change would call for a new routing. */
  readonly factsRead: readonly string[];
  /** Standing suppressions that were met after their review date: their owners are to be alerted. */
  readonly lapsedReviews: readonly string[];
  /** What the designer wrote for whoever takes the case. */
  readonly next?: Text;
  readonly acknowledgeWithin?: NonNullable<Way['acknowledgeWithin']>;
  readonly record: DecisionRecord;
}

/** Decides who acts next: match, screen, suppress, rules, pick. Pure: the same inputs give the same outcome, to the byte. */
export function runChain(chain: CompiledChain, inputs: RouteInputs): RouteOutcome {
  return decideWith(chain, inputs, inputs.facts, new LiveDirectory(inputs));
}

/** The same decision over any reader of the directory; how a record is replayed. */
export function decideWith(
  chain: CompiledChain,
  subject: RouteSubject,
  facts: FactSet,
  source: DirectoryReader,
): RouteOutcome {
  const key = decisionKey(subject.key.caseId, subject.key.epoch);
  const directory = new RecordingReader(source, key, subject.now);
  const match = matchStage(chain, facts, directory);
  const desk: Desk = {
    chain,
    subject,
    key,
    facts: match.facts,
    directory,
    stages: [],
    candidates: [],
    missing: new Set(),
    nobody: [],
    lapsedReviews: [],
    ledger: null,
    lowUrgency: false,
    doNotNotify: false,
    reads: chain.matchReads,
  };
  const decision = flagged(desk, runScreens(desk) ?? runSuppressions(desk) ?? runRules(desk));
  const record = recordOf(desk, match, decision, facts);
  return {
    ...decision,
    missing: [...desk.missing],
    factsRead: desk.reads,
    lapsedReviews: desk.lapsedReviews,
    ...match.ids,
    ...forTheNext(desk, decision),
    record,
  };
}

function flagged(desk: Desk, decision: Decision): Decision {
  if (!desk.lowUrgency && !desk.doNotNotify) return decision;
  return {
    ...decision,
    ...(desk.lowUrgency ? { lowUrgency: true as const } : {}),
    ...(desk.doNotNotify ? { doNotNotify: true as const } : {}),
  };
}

interface MatchStage {
  readonly facts: FactSet;
  readonly added: Readonly<Record<string, FactValue>>;
  readonly entries: readonly MatchEntry[];
  readonly missing: readonly string[];
  readonly ids: { readonly account?: string; readonly territory?: string };
}

const nothing = {};

function matchStage(chain: CompiledChain, facts: FactSet, directory: DirectoryReader): MatchStage {
  const { account: byAccount, territory: byTerritory } = chain.chain.match ?? {};
  if (byAccount === undefined && byTerritory === undefined) {
    return { facts, added: nothing, entries: [], missing: [], ids: nothing };
  }
  const unasked = { found: undefined, entries: [], missing: [] };
  const account = byAccount === undefined ? unasked : matchAccount(byAccount, facts, directory.accounts());
  const territory =
    byTerritory === undefined ? unasked : matchTerritory(byTerritory, facts, directory.territories());
  const missing = account.found === undefined ? [...account.missing] : [];
  if (territory.found === undefined) missing.push(...territory.missing);
  const entries = [...account.entries, ...territory.entries];
  if (account.found === undefined && territory.found === undefined) {
    return { facts, added: nothing, entries, missing, ids: nothing };
  }
  const added = matchedFacts(account.found, territory.found);
  const values = Object.freeze(Object.assign(Object.create(null), facts.values, added));
  const ids = {
    ...(account.found === undefined ? {} : { account: account.found.id }),
    ...(territory.found === undefined ? {} : { territory: territory.found.id }),
  };
  return { facts: { values, failed: facts.failed }, added, entries, missing, ids };
}

/** What the rule that placed the case says to whoever takes it. */
function forTheNext(desk: Desk, decision: Decision): Pick<RouteOutcome, 'next' | 'acknowledgeWithin'> {
  if (decision.terminal !== 'assigned' && decision.terminal !== 'queued') return nothing;
  const { rules, chain } = desk.chain;
  const rule =
    decision.stage === 'rules' ? rules.find(({ item }) => item.id === decision.by)?.item : undefined;
  const way: Way | undefined = decision.stage === 'default' ? chain.default : rule;
  if (way?.next === undefined && way?.acknowledgeWithin === undefined) return nothing;
  const assigned = decision.terminal === 'assigned' && way.acknowledgeWithin !== undefined;
  return {
    ...(way.next === undefined ? {} : { next: way.next }),
    ...(assigned ? { acknowledgeWithin: way.acknowledgeWithin } : {}),
  };
}

/** Whom each target of the chain would have reached, for those who ask why not. */
function reachOf(chain: CompiledChain, source: DirectoryReader): DecisionRecord['reach'] {
  const reach: Record<string, readonly string[]> = {};
  for (const [key, target] of chain.targets) {
    const people = source.reach(target);
    if (people !== undefined) reach[key] = people;
  }
  return reach;
}

/** The subject is written out property by property: a record holds no directory, and no facts twice. */
function recordOf(desk: Desk, match: MatchStage, decision: Decision, facts: FactSet): DecisionRecord {
  const { subject, chain } = desk;
  return {
    v: 1,
    key: subject.key,
    cause: subject.cause,
    now: subject.now,
    versionHash: subject.versionHash,
    chain: chain.chain.id,
    actor: subject.actor,
    forceReason: subject.forceReason,
    requesterId: subject.requesterId,
    behalfId: subject.behalfId,
    accountable: subject.accountable,
    previousOwners: subject.previousOwners,
    skip: subject.skip,
    conflicted: subject.conflicted,
    atCapacity: subject.atCapacity,
    waitingSince: subject.waitingSince,
    released: subject.released,
    similar: subject.similar,
    priority: subject.priority,
    traced: subject.traced,
    factsUsed: { values: facts.values, failed: facts.failed },
    factsRead: desk.reads,
    matched: match.added,
    match: match.entries,
    matchMissing: match.missing,
    stages: desk.stages,
    candidates: desk.candidates,
    ledger: desk.ledger,
    decision,
    reach: reachOf(chain, desk.directory),
    used: desk.directory.used(match.entries),
  };
}
