import { dayMs } from '../calendar/epoch-day.ts';
import { textIn } from '../form/text-schema.ts';
import type { CompiledItem } from './compile-chain.ts';
import type { Decision, StageEntry } from './decision-record.ts';
import { type Desk, ruleError, type StageDecision } from './desk.ts';
import type { DuplicateScreen, Screen } from './screen-schema.ts';

/** Runs the screens in order; the first that holds and names a queue decides. */
export function runScreens(desk: Desk): StageDecision {
  for (const compiled of desk.chain.screens) {
    desk.reads = compiled.reads;
    const entry = entryOf(desk, compiled);
    if (entry.outcome === 'error') return ruleError(desk, entry);
    desk.stages.push(entry);
    if (entry.outcome !== 'yes') continue;
    const decision = followed(desk, compiled.item);
    if (decision !== undefined) return decision;
  }
  return undefined;
}

function entryOf(desk: Desk, { item, when }: CompiledItem<Screen>): StageEntry {
  const head = { stage: 'screen', id: item.id } as const;
  if (item.kind === 'duplicate') {
    const duplicates = duplicatesOf(desk, item);
    return duplicates.length > 0 ? { ...head, outcome: 'yes', duplicates } : { ...head, outcome: 'no' };
  }
  const { value, ...evidence } = when.ask(desk.facts, desk.subject.traced);
  if (value === 'error' || value === 'unknown') return { ...head, outcome: value, ...evidence };
  return { ...head, outcome: value ? 'yes' : 'no', ...evidence };
}

function duplicatesOf(desk: Desk, screen: DuplicateScreen): readonly string[] {
  const { now, key, similar } = desk.subject;
  const since = now - screen.withinDays * dayMs;
  return similar
    .filter(
      (one) => one.screen === screen.id && one.caseId !== key.caseId && one.at >= since && one.at <= now,
    )
    .sort((a, b) => a.at - b.at || (a.caseId < b.caseId ? -1 : 1))
    .map((one) => one.number);
}

function followed(desk: Desk, { id, reason, then }: Screen): StageDecision {
  if (then.lowUrgency) desk.lowUrgency = true;
  if ('continue' in then) return undefined;
  const queue = 'queue' in then ? then.queue : then.review;
  const at = { stage: 'screen', by: id } as const;
  const team = desk.chain.queues.get(queue)?.team;
  if (team === undefined) return { terminal: 'unassigned', reason: `there is no queue ${queue}`, ...at };
  return { terminal: 'queued', queue, team, reason: textIn(reason, 'en'), ...at } satisfies Decision;
}
