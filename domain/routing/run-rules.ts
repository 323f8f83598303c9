import { textIn } from '../form/text-schema.ts';
import type { CompiledRule } from './compile-chain.ts';
import type { Decision, StageEntry } from './decision-record.ts';
import { type Desk, ruleError, type StageDecision } from './desk.ts';
import { type Asking, resolveTarget } from './resolve-target.ts';

/** How long a case waits for a single person before it is routed again; pools are looked at on their own. */
const waitForOneMs = 10 * 60_000;

/** Runs the rules in order, then the default; the first whose target yields somebody, or that says so, decides. */
export function runRules(desk: Desk): Decision {
  const { rules, notReachedFrom } = desk.chain;
  for (let index = 0; index < rules.length; index++) {
    const rule = rules[index];
    const decision = rule === undefined ? undefined : tryRule(desk, rule);
    if (decision === undefined) continue;
    for (const entry of notReachedFrom(index + 1)) desk.stages.push(entry);
    return decision;
  }
  return byDefault(desk);
}

function tryRule(desk: Desk, { item, when, missed, reads }: CompiledRule): StageDecision {
  desk.reads = reads;
  const { stages } = desk;
  const { id, to } = item;
  if (item.enabled === false) {
    stages.push({ stage: 'rules', id, to, outcome: 'disabled' });
    return undefined;
  }
  const { value, missing, trace, error } = when.ask(desk.facts, desk.subject.traced);
  if (value === false) {
    stages.push(trace === undefined ? missed : { stage: 'rules', id, to, outcome: 'no', trace });
    return undefined;
  }
  const entry: StageEntry = {
    stage: 'rules',
    id,
    to,
    outcome: value === true ? 'yes' : value,
    ...(missing === undefined ? {} : { missing }),
    ...(trace === undefined ? {} : { trace }),
    ...(error === undefined ? {} : { error }),
  };
  if (value === 'error') return ruleError(desk, entry);
  if (value === 'unknown') {
    for (const key of missing ?? []) desk.missing.add(key);
    stages.push(entry);
    return undefined;
  }
  const asking: Asking = { stage: 'rules', by: id, reason: textIn(item.reason, 'en'), target: to, way: item };
  return follow(desk, asking, item.owner.role, entry);
}

function byDefault(desk: Desk): Decision {
  const way = desk.chain.chain.default;
  const reason = desk.missing.size === 0 ? 'no rule applies' : `no rule applies; ${missingInWords(desk)}`;
  const asking: Asking = { stage: 'default', by: 'default', reason, target: way.to, way };
  const entry: StageEntry = { stage: 'default', id: 'default', to: way.to, outcome: 'yes' };
  return follow(desk, asking, desk.subject.accountable, entry) ?? unassigned(desk, asking);
}

/**
 * Tries the target, then what the rule says for the case of nobody; undefined falls through to the next rule.
 * `owner` is the role that answers while the case waits for a single person.
 */
function follow(desk: Desk, asking: Asking, owner: string, entry: StageEntry): StageDecision {
  const { way, stage, reason } = asking;
  const first = resolveTarget(desk, asking);
  if ('terminal' in first) {
    desk.stages.push(entry);
    return first;
  }
  const onNobody = way.onNobody ?? (stage === 'default' ? 'unassigned' : 'next');
  desk.stages.push({ ...entry, nobody: { why: first.nobody, onNobody } });
  desk.nobody.push(first.nobody);
  if (onNobody === 'wait') return waiting(desk, asking, owner, first.nobody);
  if (onNobody === 'unassigned') return unassigned(desk, asking);
  if (onNobody !== 'backup' || way.backup === undefined) return undefined;
  const why = `${reason}; backup, since ${first.nobody}`;
  const second = resolveTarget(desk, { ...asking, target: way.backup, reason: why });
  if ('terminal' in second) return second;
  desk.nobody.push(second.nobody);
  return undefined;
}

/** In a pool the case waits for the next free person; for a single person it is held and tried again. */
function waiting(desk: Desk, { target, stage, by }: Asking, owner: string, why: string): Decision {
  const reason = `waiting: ${why}`;
  if ('pool' in target) return { terminal: 'queued', reason, stage, by, waitingPool: target.pool };
  const hold = { until: desk.subject.now + waitForOneMs, owner, reason };
  return { terminal: 'held', reason, stage, by, hold };
}

function unassigned(desk: Desk, { stage, by }: Asking): Decision {
  const reasons = [...desk.nobody];
  if (desk.missing.size > 0) reasons.push(missingInWords(desk));
  return { terminal: 'unassigned', reason: reasons.join('; '), stage, by };
}

function missingInWords(desk: Desk): string {
  return `missing input: ${[...desk.missing].join(', ')}`;
}
