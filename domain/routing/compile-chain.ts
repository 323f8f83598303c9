import type { FactCatalogue } from '../fact/fact.ts';
import type { Chain } from './chain-schema.ts';
import type { StageEntry } from './decision-record.ts';
import type { Queue } from './queue-schema.ts';
import type { Rule } from './rule-schema.ts';
import type { Screen } from './screen-schema.ts';
import type { Suppression } from './suppression-schema.ts';
import { targetKey } from './target-key.ts';
import type { Target } from './target-schema.ts';
import { always, type When, whenOf } from './when.ts';

/** An item of a stage with its condition ready, and every fact read up to and including it. */
export interface CompiledItem<T> {
  readonly item: T;
  readonly when: When;
  readonly reads: readonly string[];
}

/** A suppression; `lasting` is the condition as long as which a hold lasts. */
export interface CompiledSuppression extends CompiledItem<Suppression> {
  readonly lasting: When;
}

/** A rule, with the entry of a record that says it was not true. */
export interface CompiledRule extends CompiledItem<Rule> {
  readonly missed: StageEntry;
}

/** A chain ready to decide; make one per definition with `compileChain` and keep it. */
export interface CompiledChain {
  readonly chain: Chain;
  readonly queues: ReadonlyMap<string, Queue>;
  readonly matchReads: readonly string[];
  readonly screens: readonly CompiledItem<Screen>[];
  readonly suppressions: readonly CompiledSuppression[];
  readonly rules: readonly CompiledRule[];
  /** Every target the chain names, once, by its key. */
  readonly targets: ReadonlyMap<string, Target>;
  /** The entries of a record for the rules from an index on, and the default, once something before them decided. */
  readonly notReachedFrom: (index: number) => readonly StageEntry[];
}

/**
 * Makes a chain ready. A condition that cannot be used does not throw here: it fails when it is asked, so that the case
 * ends unassigned with the error and not with the next rule. Without a catalogue types are taken on trust.
 */
export function compileChain(
  chain: Chain,
  catalogue?: FactCatalogue,
  queues: readonly Queue[] = [],
): CompiledChain {
  const matchReads = readsOfMatch(chain);
  let reads = matchReads;
  const more = (keys: readonly string[]) => {
    reads = keys.every((key) => reads.includes(key)) ? reads : [...new Set([...reads, ...keys])];
    return reads;
  };
  const screens = (chain.screen ?? []).map((item) => {
    const when = item.kind === 'condition' ? whenOf(item.when, catalogue) : always;
    return { item, when, reads: more(item.kind === 'condition' ? when.reads : item.fields) };
  });
  const suppressions = (chain.suppress ?? []).map((item) => {
    const when = whenOf(item.when, catalogue);
    const { until } = item;
    const lasting = until !== undefined && 'when' in until ? whenOf(until.when, catalogue) : always;
    return { item, when, lasting, reads: more([...when.reads, ...lasting.reads]) };
  });
  const rules = chain.rules.map((item): CompiledRule => {
    const when = item.when === undefined ? always : whenOf(item.when, catalogue);
    const entry = { stage: 'rules', id: item.id, to: item.to } as const;
    return {
      item,
      when,
      reads: more([...when.reads, ...targetReads(item.to), ...targetReads(item.backup)]),
      missed: { ...entry, outcome: 'no' },
    };
  });
  const notReached: StageEntry[] = rules.map(({ missed }) => ({ ...missed, outcome: 'not_reached' }));
  notReached.push({ stage: 'default', id: 'default', to: chain.default.to, outcome: 'not_reached' });
  const byId = new Map(queues.map((queue) => [queue.id, queue]));
  const notReachedFrom = (index: number) => notReached.slice(index);
  const targets = targetsOf(chain);
  return { chain, queues: byId, matchReads, screens, suppressions, rules, targets, notReachedFrom };
}

function targetsOf(chain: Chain): ReadonlyMap<string, Target> {
  const targets = new Map<string, Target>();
  for (const { to, backup } of [...chain.rules, chain.default]) {
    targets.set(targetKey(to), to);
    if (backup !== undefined) targets.set(targetKey(backup), backup);
  }
  return targets;
}

function readsOfMatch(chain: Chain): readonly string[] {
  const { account, territory } = chain.match ?? {};
  const keys = (account?.by ?? []).map((by) =>
    'field' in by ? by.field : 'domain' in by ? by.domain : by.name,
  );
  for (const key of [territory?.country, territory?.postal, territory?.segment]) {
    if (key !== undefined) keys.push(key);
  }
  return [...new Set(keys)];
}

/** The facts that name the person of a target. */
function targetReads(target: Target | undefined): readonly string[] {
  if (target === undefined) return [];
  if ('field' in target) return [target.field];
  if ('accountOwner' in target) return ['account.owner'];
  return 'territoryOwner' in target ? ['territory.owner'] : [];
}
