import type { FactValue } from '../fact/fact.ts';
import type { FactSet } from '../fact/fact-set.ts';
import type { Text } from '../form/text-schema.ts';
import type { CompiledChain } from './compile-chain.ts';
import { decisionKey } from './decision-key.ts';
import type { Decision, DecisionRecord, MatchEntry } from './decision-record.ts';
import type { Desk } from './desk.ts';
import { type DirectoryReader, directoryReader } from './directory-reader.ts';
import { matchAccount } from './match-account.ts';
import { matchTerritory } from './match-territory.ts';
import { matchedFacts } from './matched-facts.ts';
import { recordingReader } from './recording-reader.ts';
import type { RouteInputs, RouteSubject } from './route-inputs.ts';
import type { Way } from './rule-schema.ts';
import { runRules } from './run-rules.ts';
import { runScreens } from './run-screens.ts';
import { runSuppressions } from './run-suppressions.ts';
import { targetKey } from './target-key.ts';

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
  return decideWith(chain, inputs, inputs.facts, directoryReader(inputs));
}

/** The same decision over any reader of the directory; how a record is replayed. */
export function decideWith(
  chain: CompiledChain,
  subject: RouteSubject,
  facts: FactSet,
  source: DirectoryReader,
): RouteOutcome {
  const key = decisionKey(subject.key.caseId, subject.key.epoch);
  const recording = recordingReader(source, key, subject.now);
  const match = matchStage(chain, facts, recording.reader);
  const desk: Desk = {
    chain,
    subject,
    key,
    facts: match.facts,
    directory: recording.reader,
    stages: [],
    candidates: [],
    missing: new Set(),
    nobody: [],
    ledger: null,
    lowUrgency: false,
    doNotNotify: false,
    reads: chain.matchReads,
  };
  const decided = runScreens(desk) ?? runSuppressions(desk) ?? runRules(desk);
  const decision: Decision = {
    ...decided,
    ...(desk.lowUrgency ? { lowUrgency: true as const } : {}),
    ...(desk.doNotNotify ? { doNotNotify: true as const } : {}),
  };
  const record: DecisionRecord = {
    v: 1,
    ...subjectOf(subject),
    chain: chain.chain.id,
    factsUsed: { values: facts.values, failed: facts.failed },
    factsRead: desk.reads,
    matched: match.added,
    match: match.entries,
    matchMissing: match.missing,
    stages: desk.stages,
    candidates: desk.candidates,
    ledger: desk.ledger,
    decision,
    reach: reachOf(chain, source),
    used: recording.used(match.entries),
  };
  return { ...decision, ...match.ids, ...followUp(desk, decision), record };
}

interface MatchStage {
  readonly facts: FactSet;
  readonly added: Readonly<Record<string, FactValue>>;
  readonly entries: readonly MatchEntry[];
  readonly missing: readonly string[];
  readonly ids: { readonly account?: string; readonly territory?: string };
}

const nothingAdded: Readonly<Record<string, FactValue>> = {};

function matchStage(chain: CompiledChain, facts: FactSet, directory: DirectoryReader): MatchStage {
  const { account: byAccount, territory: byTerritory } = chain.chain.match ?? {};
  const nothing = { found: undefined, entries: [], missing: [] };
  const account = byAccount === undefined ? nothing : matchAccount(byAccount, facts, directory.accounts());
  const territory =
    byTerritory === undefined ? nothing : matchTerritory(byTerritory, facts, directory.territories());
  const missing = account.found === undefined ? [...account.missing] : [];
  if (territory.found === undefined) missing.push(...territory.missing);
  const entries = [...account.entries, ...territory.entries];
  if (account.found === undefined && territory.found === undefined) {
    return { facts, added: nothingAdded, entries, missing, ids: {} };
  }
  const added = matchedFacts(account.found, territory.found);
  const values = Object.freeze(Object.assign(Object.create(null), facts.values, added));
  const ids = {
    ...(account.found === undefined ? {} : { account: account.found.id }),
    ...(territory.found === undefined ? {} : { territory: territory.found.id }),
  };
  return { facts: { values, failed: facts.failed }, added, entries, missing, ids };
}

function followUp(desk: Desk, decision: Decision) {
  const { rules, chain } = desk.chain;
  const rule =
    decision.stage === 'rules' ? rules.find(({ item }) => item.id === decision.by)?.item : undefined;
  const way: Way | undefined = decision.stage === 'default' ? chain.default : rule;
  const placed = decision.terminal === 'assigned' || decision.terminal === 'queued';
  return {
    missing: [...desk.missing],
    factsRead: desk.reads,
    lapsedReviews: desk.stages.filter((entry) => entry.reviewLapsed).map((entry) => entry.id),
    ...(placed && way?.next !== undefined ? { next: way.next } : {}),
    ...(decision.terminal === 'assigned' && way?.acknowledgeWithin !== undefined
      ? { acknowledgeWithin: way.acknowledgeWithin }
      : {}),
  };
}

/** Whom each target of the chain would have reached, for those who ask why not. */
function reachOf(chain: CompiledChain, source: DirectoryReader): DecisionRecord['reach'] {
  const reach: Record<string, readonly string[]> = {};
  for (const way of [...chain.rules.map(({ item }) => item), chain.chain.default]) {
    for (const target of [way.to, way.backup]) {
      const people = target === undefined ? undefined : source.reach(target);
      if (target !== undefined && people !== undefined) reach[targetKey(target)] = people;
    }
  }
  return reach;
}

/** The subject's own properties and no others: a record holds no directory and no facts twice. */
function subjectOf(subject: RouteSubject): RouteSubject {
  const { key, cause, now, versionHash, actor, forceReason, requesterId, behalfId, accountable } = subject;
  const { previousOwners, skip, conflicted, atCapacity, waitingSince, released, similar, priority, traced } =
    subject;
  return {
    key,
    cause,
    now,
    versionHash,
    actor,
    forceReason,
    requesterId,
    behalfId,
    accountable,
    previousOwners,
    skip,
    conflicted,
    atCapacity,
    waitingSince,
    released,
    similar,
    priority,
    traced,
  };
}
