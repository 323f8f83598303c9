import type { Form } from '../../../domain/form/form-schema.ts';
import type { DecisionRecord, StageEntry } from '../../../domain/routing/decision-record.ts';
import type { NamesInCase } from '../../../server/use-cases/case/names-in-case.ts';
import { routingReason } from '../../lib/routing-reason.server.ts';
import { type CandidateGroup, candidateGroups } from './candidate-words.server.ts';
import { factWords } from './fact-words.server.ts';
import { type Check, checksOf, type FactWords } from './trace-words.server.ts';

/** One rule, screen or suppression that was looked at. */
export interface Tried {
  readonly id: string;
  readonly number: number;
  readonly name: string;
  readonly outcome: 'true' | 'false' | 'unknown' | 'skipped';
  readonly outcomeWords: string;
  readonly note: string | null;
  readonly decided: boolean;
  readonly checks: readonly Check[];
}

/** A stage of the decision. */
export interface Stage {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly notes: readonly string[];
  readonly tried: readonly Tried[];
  readonly notReached: number;
  readonly groups: readonly CandidateGroup[];
  readonly here: boolean;
}

/** Somebody's share before and after the pick. */
export interface Share {
  readonly id: string;
  readonly name: string;
  readonly before: string;
  readonly after: string;
  readonly picked: boolean;
}

/** A decision record as people read it. */
export interface WhyRecord {
  readonly sentence: string;
  readonly reason: string;
  readonly stages: readonly Stage[];
  readonly shares: readonly Share[];
}

/** What a record is worded with. */
export interface Wording {
  readonly names: NamesInCase;
  readonly form: Form;
  readonly me: string;
}

const outcomes: Readonly<Record<StageEntry['outcome'], string>> = {
  yes: 'true',
  no: 'false',
  unknown: 'unknown',
  error: 'failed',
  disabled: 'switched off',
  expired: 'over',
  not_reached: 'not reached',
};

/** One routing decision, stage by stage, as a person can follow it. */
export function whyRecord(record: DecisionRecord, wording: Wording): WhyRecord {
  const { decision } = record;
  const words = factWords(wording);
  const itemName = (id: string): string =>
    id === 'default' ? 'When no rule was true' : (wording.names.items[`${record.chain}/${id}`] ?? id);
  const told = (stage: StageEntry['stage']): Tried[] =>
    record.stages
      .filter((entry) => entry.stage === stage)
      .map((entry, i) => triedOf(entry, i + 1, { words, names: wording.names, itemName, decision }));
  const groups = candidateGroups(record, wording);
  const stages = [
    matchStage(record, wording),
    checked('screen', 'Screen', told('screen'), 'went on'),
    checked('suppress', 'Suppress', told('suppress'), 'nothing in force'),
    checked('rules', 'Rules', [...told('rules'), ...told('default')], ''),
    pickStage(record, wording, groups),
  ].filter((stage): stage is Stage => stage !== null);
  return {
    sentence: sentenceOf(record, wording, itemName),
    reason: routingReason(decision.reason, { ...wording.names, fields: wording.names.facts }),
    stages: stages.map((stage, i) => ({ ...stage, here: i === stages.length - 1 })),
    shares: sharesOf(record, wording),
  };
}

interface TriedWith {
  readonly words: FactWords;
  readonly names: NamesInCase;
  readonly itemName: (id: string) => string;
  readonly decision: DecisionRecord['decision'];
}

function triedOf(entry: StageEntry, number: number, { words, names, itemName, decision }: TriedWith): Tried {
  return {
    id: `${entry.stage}-${entry.id}`,
    number,
    name: itemName(entry.id),
    outcome: verdicts[entry.outcome],
    outcomeWords: outcomes[entry.outcome],
    note: noteOf(entry, words, names),
    decided: decision.by === entry.id && entry.outcome !== 'not_reached',
    checks: entry.trace === undefined ? [] : checksOf(entry.trace, words),
  };
}

const verdicts: Readonly<Record<StageEntry['outcome'], Tried['outcome']>> = {
  yes: 'true',
  no: 'false',
  unknown: 'unknown',
  error: 'unknown',
  disabled: 'skipped',
  expired: 'skipped',
  not_reached: 'skipped',
};

function noteOf(
  { error, missing = [], nobody, duplicates = [] }: StageEntry,
  words: FactWords,
  names: NamesInCase,
): string | null {
  if (error !== undefined) return error;
  if (missing.length > 0) return `Missing: ${missing.map((fact) => words.label(fact)).join(', ')}`;
  if (nobody !== undefined) return routingReason(nobody.why, { ...names, fields: names.facts });
  return duplicates.length > 0 ? `Like ${duplicates.join(', ')}` : null;
}

const count = (n: number, one: string, many: string): string => (n === 1 ? `1 ${one}` : `${n} ${many}`);

function checked(id: string, title: string, all: readonly Tried[], quiet: string): Stage | null {
  if (all.length === 0) return null;
  const reached = all.filter(({ outcomeWords }) => outcomeWords !== 'not reached');
  const rest = all.length - reached.length;
  const hit = reached.filter(({ outcome }) => outcome === 'true');
  const summary =
    quiet === ''
      ? [count(reached.length, 'tried', 'tried'), ...(rest > 0 ? [`${rest} not reached`] : [])].join(', ')
      : hit.length === 0
        ? quiet
        : hit.map(({ name }) => name).join(', ');
  return { id, title, summary, notes: [], tried: reached, notReached: rest, groups: [], here: false };
}

const lost: Readonly<Record<string, string>> = {
  matched: 'matched',
  too_different: 'too different',
  less_specific: 'less specific',
  lost_on_score: 'less alike',
  lost_on_active: 'not active',
  lost_on_parent: 'only the parent',
  lost_on_oldest: 'not the oldest',
  lost_on_newest: 'not the newest',
  lost_on_id: 'came second',
};

const foundBy: Readonly<Record<string, string>> = {
  field: ', as filled in',
  domain: ', by its mail domain',
  name: ', by its name',
};

function matchStage({ match, matched }: DecisionRecord, { names }: Wording): Stage | null {
  if (match.length === 0) return null;
  const name = (kind: string, id: string): string => {
    const told =
      matched[`${kind}.id`] === id ? (matched[`${kind}.name`] ?? matched[`${kind}.title`]) : undefined;
    return typeof told === 'string'
      ? told
      : (names.people[id] ?? names.territories[id] ?? id.replaceAll('-', ' '));
  };
  const won = match.filter(({ code }) => code === 'matched');
  const notes = match
    .filter(({ code }) => code !== 'matched')
    .slice(0, 4)
    .map(
      ({ kind, id, code, score }) =>
        `${name(kind, id)}: ${lost[code] ?? code}${score < 1 ? `, ${score.toFixed(2)}` : ''}.`,
    );
  const summary =
    won.length === 0
      ? 'nothing known'
      : won.map(({ kind, id, by }) => `${name(kind, id)}${foundBy[by] ?? ''}`).join('; ');
  return { id: 'match', title: 'Match', summary, notes, tried: [], notReached: 0, groups: [], here: false };
}

const strategies: Readonly<Record<NonNullable<DecisionRecord['decision']['strategy']>, string>> = {
  round_robin: 'in turn',
  weighted: 'fair shares',
  least_loaded: 'whoever has least',
  skills: 'the closest skills',
  ordered: 'in order',
};

function pickStage(record: DecisionRecord, wording: Wording, groups: readonly CandidateGroup[]): Stage {
  const { decision } = record;
  const considered = groups.reduce((sum, { candidates }) => sum + candidates.length, 0);
  const how = decision.strategy === undefined ? [] : [strategies[decision.strategy]];
  const place = placeWords(decision, wording.names);
  const summary =
    considered === 0
      ? (place ?? terminals[decision.terminal])
      : [...how, `${count(considered, 'person', 'people')} considered`].join(', ');
  const title = decision.person === undefined ? 'Place' : 'Pick';
  return { id: 'pick', title, summary, notes: [], tried: [], notReached: 0, groups, here: true };
}

const terminals: Readonly<Record<DecisionRecord['decision']['terminal'], string>> = {
  assigned: 'assigned',
  queued: 'queued',
  held: 'held back',
  suppressed: 'set aside',
  unassigned: 'nobody could be found',
};

function placeWords(
  { pool, waitingPool, queue, team }: DecisionRecord['decision'],
  { pools, queues, teams }: NamesInCase,
): string | undefined {
  const anyPool = pool ?? waitingPool;
  if (anyPool !== undefined) return `the pool ${pools[anyPool] ?? anyPool}`;
  if (queue !== undefined) return `the queue ${queues[queue] ?? queue}`;
  return team === undefined ? undefined : `the team ${teams[team] ?? team}`;
}

function sentenceOf(record: DecisionRecord, wording: Wording, itemName: (id: string) => string): string {
  const { decision, candidates } = record;
  const { me, names } = wording;
  const by =
    decision.by === 'default'
      ? 'No rule was true, so it goes where everything else goes'
      : `“${itemName(decision.by)}” decided`;
  const place = placeWords(decision, names);
  if (decision.person === undefined) {
    if (decision.terminal === 'queued')
      return `${by}. It waits in ${place ?? 'a queue'}${decision.waitingPool === undefined ? '' : ' for the next free person'}.`;
    return `${by}: ${terminals[decision.terminal]}.`;
  }
  const free = candidates.filter(({ removedBy }) => removedBy === null).length;
  const who = decision.person === me ? 'you' : (names.people[decision.person] ?? 'somebody who left');
  const from =
    place === undefined
      ? ''
      : ` It sends to ${place}, where ${count(free, 'person', 'people')} could take it.`;
  const turn =
    free > 1 ? ` ${capital(who)} ${who === 'you' ? 'were' : 'was'} next.` : ` Only ${who} could take it.`;
  return `${by}.${from}${candidates.length === 0 ? ` It went to ${who}.` : turn}`;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const oneItem = 2 ** 32;

function sharesOf({ ledger, decision }: DecisionRecord, { names }: Wording): Share[] {
  if (ledger === null) return [];
  const owed = (credit: number | undefined): string => {
    const items = (credit ?? 0) / oneItem;
    return Math.abs(items) < 0.005 ? '0' : `${items > 0 ? '+' : '−'}${Math.abs(items).toFixed(2)}`;
  };
  const people = [...new Set([...Object.keys(ledger.before), ...Object.keys(ledger.after)])];
  return people.map((id) => ({
    id,
    name: names.people[id] ?? id,
    before: owed(ledger.before[id]),
    after: owed(ledger.after[id]),
    picked: decision.person === id,
  }));
}
