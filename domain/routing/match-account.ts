import type { FactSet } from '../fact/fact-set.ts';
import type { MatchEntry } from './decision-record.ts';
import type { AccountView } from './directory.ts';
import { domainsToTry, normalDomain } from './mail-domain.ts';
import type { AccountMatch, tieBreakers } from './match-schema.ts';
import { nameLikeness } from './name-likeness.ts';

const leastLikeness = 0.85;
/** Names that missed by no more than this are recorded as losers, the best five of them. */
const nearMiss = 0.15;
const nearMisses = 5;
/** Names within this of the best are as good as it, and the tie-breakers decide; unless the best is the very name. */
const sameScore = 0.02;

/** What matching found: at most one account, and why not the others. */
export interface Matched<T> {
  readonly found: T | undefined;
  readonly entries: readonly MatchEntry[];
  /** Facts it would have liked to read. */
  readonly missing: readonly string[];
}

interface Hit {
  readonly account: AccountView;
  readonly by: 'field' | 'domain' | 'name';
  readonly score: number;
}

/** Keys under which a caller finds the accounts that may match, so that not all of them have to be loaded. */
export interface AccountKeys {
  readonly ids: readonly string[];
  readonly domains: readonly string[];
  readonly names: readonly string[];
}

/** What to look accounts up by before matching. */
export function accountKeys(config: AccountMatch, facts: FactSet): AccountKeys {
  const keys = { ids: [] as string[], domains: [] as string[], names: [] as string[] };
  for (const by of config.by) {
    const value = textOf(facts, factOf(by));
    if (value === undefined) continue;
    if ('field' in by) keys.ids.push(value);
    else if ('domain' in by) keys.domains.push(...domainsToTry(value));
    else keys.names.push(value);
  }
  return keys;
}

/** Finds the account: the first way that finds any decides, the tie-breakers choose among several, the id in the end. */
export function matchAccount(
  config: AccountMatch,
  facts: FactSet,
  accounts: readonly AccountView[],
): Matched<AccountView> {
  const missing: string[] = [];
  const losers: MatchEntry[] = [];
  for (const by of config.by) {
    const fact = factOf(by);
    const value = textOf(facts, fact);
    if (value === undefined) {
      missing.push(fact);
      continue;
    }
    const hits = hitsOf(by, value, accounts);
    const least = 'name' in by ? (by.atLeast ?? leastLikeness) : 0;
    losers.push(...tooDifferent(hits, least));
    const good = hits.filter((hit) => hit.score >= least);
    if (good.length > 0) return settle(good, config.tieBreakers ?? [], losers, missing);
  }
  return { found: undefined, entries: losers, missing };
}

function factOf(by: AccountMatch['by'][number]): string {
  if ('field' in by) return by.field;
  return 'domain' in by ? by.domain : by.name;
}

function textOf(facts: FactSet, key: string): string | undefined {
  const value = facts.values[key];
  return typeof value === 'string' ? value : undefined;
}

function hitsOf(by: AccountMatch['by'][number], value: string, accounts: readonly AccountView[]): Hit[] {
  if ('field' in by) {
    return accounts.filter(({ id }) => id === value).map((account) => ({ account, by: 'field', score: 1 }));
  }
  if ('name' in by) {
    return accounts.map((account) => ({ account, by: 'name', score: nameLikeness(value, account.name) }));
  }
  for (const domain of domainsToTry(value)) {
    const owners = accounts.filter((account) => account.domains.some((own) => normalDomain(own) === domain));
    if (owners.length > 0) return owners.map((account) => ({ account, by: 'domain', score: 1 }));
  }
  return [];
}

function tooDifferent(hits: readonly Hit[], least: number): MatchEntry[] {
  return hits
    .filter(({ score }) => score < least && score >= least - nearMiss)
    .sort((a, b) => b.score - a.score || byId(a, b))
    .slice(0, nearMisses)
    .map((hit) => entryOf(hit, 'too_different'));
}

function settle(
  good: readonly Hit[],
  breakers: readonly (typeof tieBreakers)[number][],
  losers: MatchEntry[],
  missing: readonly string[],
): Matched<AccountView> {
  let left = [...good].sort(byId);
  const keep = (code: MatchEntry['code'], test: (hit: Hit) => boolean) => {
    const kept = left.filter(test);
    if (kept.length === 0 || kept.length === left.length) return;
    for (const hit of left) if (!test(hit)) losers.push(entryOf(hit, code));
    left = kept;
  };
  const best = Math.max(...left.map((hit) => hit.score));
  const goodEnough = best === 1 ? 1 : best - sameScore;
  keep('lost_on_score', (hit) => hit.score >= goodEnough);
  for (const breaker of breakers) keep(`lost_on_${breaker}`, preference(breaker, left));
  const [winner, ...others] = left;
  for (const hit of others) losers.push(entryOf(hit, 'lost_on_id'));
  if (winner === undefined) return { found: undefined, entries: losers, missing };
  return { found: winner.account, entries: [entryOf(winner, 'matched'), ...losers], missing };
}

/** Whether a hit is preferred over others that are left. */
function preference(breaker: (typeof tieBreakers)[number], left: readonly Hit[]): (hit: Hit) => boolean {
  if (breaker === 'active') return ({ account }) => account.active;
  if (breaker === 'parent') {
    const parents = new Set(left.map(({ account }) => account.parentId));
    return ({ account }) => parents.has(account.id) || account.parentId === null;
  }
  const made = left.map(({ account }) => account.createdAt);
  const wanted = breaker === 'oldest' ? Math.min(...made) : Math.max(...made);
  return ({ account }) => account.createdAt === wanted;
}

function entryOf({ account, by, score }: Hit, code: MatchEntry['code']): MatchEntry {
  return { kind: 'account', id: account.id, by, score, code };
}

function byId(a: Hit, b: Hit): number {
  return a.account.id < b.account.id ? -1 : 1;
}
