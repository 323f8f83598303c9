import { textIn } from '../form/text-schema.ts';
import type { CompiledRule } from './compile-chain.ts';
import type { Decision, StageEntry } from './decision-record.ts';
import { type Desk, ruleError, type StageDecision } from './desk.ts';
import { type Resolution, resolveTarget } from './resolve-target.ts';
import type { Way } from './rule-schema.ts';

/** How long a case waits for a single person before it is routed again; pools are looked at on their own. */
const waitForOneMs = 10 * 60_000;

/** Runs the rules in order, then the default; the first whose target yields somebody, or that says so, decides. */
export function runRules(desk: Desk): Decision {
  const { rules } = desk.chain;
  for (const [index, rule] of rules.entries()) {
    desk.reads = rule.reads;
    const decision = tryRule(desk, rule);
    if (decision === undefined) continue;
    desk.stages.push(...desk.chain.notReachedFrom(index + 1));
    return decision;
  }
  return byDefault(desk);
}

function tryRule(desk: Desk, { item, when, missed }: CompiledRule): StageDecision {
  if (item.enabled === false) {
    desk.stages.push({ ...missed, outcome: 'disabled' });
    return undefined;
  }
  const asked = when.ask(desk.facts, desk.subject.traced);
  if (asked.value === false) {
    desk.stages.push(asked.trace === undefined ? missed : { ...missed, trace: asked.trace });
    return undefined;
  }
  const { value, ...evidence } = asked;
  const entry: StageEntry = { ...missed, ...evidence, outcome: value === true ? 'yes' : value };
  if (value === 'error') return ruleError(desk, entry);
  if (value === 'unknown') {
    for (const key of evidence.missing ?? []) desk.missing.add(key);
    desk.stages.push(entry);
    return undefined;
  }
  const at = { stage: 'rules', by: item.id } as const;
  const owner = item.owner.role;
  return follow(desk, { way: item, at, reason: textIn(item.reason, 'en'), owner, entry });
}

function byDefault(desk: Desk): Decision {
  const way = desk.chain.chain.default;
  const at = { stage: 'default', by: 'default' } as const;
  const entry: StageEntry = { stage: 'default', id: 'default', outcome: 'yes', to: way.to };
  const owner = desk.subject.accountable;
  const reason = desk.missing.size === 0 ? 'no rule applies' : `no rule applies; ${missingInWords(desk)}`;
  const decision = follow(desk, { way, at, reason, owner, entry });
  return decision ?? unassigned(desk, at);
}

interface Following {
  readonly way: Way;
  readonly at: Pick<Decision, 'stage' | 'by'>;
  readonly reason: string;
  /** Role that answers while the case waits for a single person. */
  readonly owner: string;
  readonly entry: StageEntry;
}

/** Tries the target, then what the rule says for the case of nobody; undefined falls through to the next rule. */
function follow(desk: Desk, following: Following): StageDecision {
  const { way, at, entry, reason } = following;
  const first = resolveTarget(desk, { rule: at.by, target: way.to, way });
  if ('found' in first) {
    desk.stages.push(entry);
    return { ...first.found, reason, ...at };
  }
  const onNobody = way.onNobody ?? (at.stage === 'default' ? 'unassigned' : 'next');
  desk.stages.push({ ...entry, nobody: { why: first.nobody, onNobody } });
  desk.nobody.push(first.nobody);
  if (onNobody === 'wait') return waiting(desk, following, first.nobody);
  if (onNobody === 'unassigned') return unassigned(desk, at);
  if (onNobody !== 'backup' || way.backup === undefined) return undefined;
  const second: Resolution = resolveTarget(desk, { rule: at.by, target: way.backup, way });
  if ('found' in second)
    return { ...second.found, reason: `${reason}; backup, since ${first.nobody}`, ...at };
  desk.nobody.push(second.nobody);
  return undefined;
}

/** In a pool the case waits for the next free person; for a single person it is held and tried again. */
function waiting(desk: Desk, { way, at, owner }: Following, why: string): Decision {
  const reason = `waiting: ${why}`;
  if ('pool' in way.to) return { terminal: 'queued', waitingPool: way.to.pool, reason, ...at };
  return { terminal: 'held', hold: { until: desk.subject.now + waitForOneMs, owner, reason }, reason, ...at };
}

function unassigned(desk: Desk, at: Pick<Decision, 'stage' | 'by'>): Decision {
  const reasons = [...desk.nobody];
  if (desk.missing.size > 0) reasons.push(missingInWords(desk));
  return { terminal: 'unassigned', reason: reasons.join('; '), ...at };
}

function missingInWords(desk: Desk): string {
  return `missing input: ${[...desk.missing].join(', ')}`;
}
