import type { Aggregate } from '../../../domain/stream/aggregate.ts';
import type { CaseState } from '../../../domain/stream/case/case-state.ts';
import { holdsEffect } from '../../../domain/stream/effect-bookkeeping.ts';
import type { LoadState } from '../../../domain/stream/load/load-stream.ts';
import { splitKey } from '../../../domain/stream/pool/check-picks.ts';
import type { PoolState } from '../../../domain/stream/pool/pool-stream.ts';
import { poolsOf } from './documents.ts';
import type { Activity, Job, ModelState } from './model-state.ts';

/**
 * A text two states share when they behave alike: versions and tokens count by their order only, what a process
 * remembers of a document counts only while a write with it could still win, and workers are interchangeable.
 */
export function stateKey(state: ModelState): string {
  const ranks = ranksOf(state);
  const docs = Object.values(state.docs).map((doc) => docKey(state, doc, ranks));
  const processes = state.processes.map((activity) => activityKey(state, activity, ranks)).sort();
  const { crash, fault, zombie, hand, quarantine } = state.budget;
  const ledger = Object.values(state.standing).map((sums) => Object.values(sums).join(','));
  return [
    docs.join(';'),
    processes.join(';'),
    `${crash}${fault}${zombie}${hand}${quarantine}`,
    Object.entries(state.byHand).join(),
    ledger.join(';'),
  ].join('#');
}

/** Effect → its tokens in order. */
type Ranks = ReadonlyMap<string, readonly number[]>;

const classOf = (doc: string, effect: string): string => `${doc} ${effect}`;

function ranksOf(state: ModelState): Ranks {
  const ranks = new Map<string, number[]>();
  const note = (key: string, token: number | undefined): void => {
    if (token === undefined) return;
    const known = ranks.get(key);
    if (known === undefined) ranks.set(key, [token]);
    else if (!known.includes(token)) known.push(token);
  };
  for (const doc of Object.values(state.docs)) {
    for (const effect of doc.effects) note(classOf(doc._id, effect.id), effect.token);
    if (doc.kind !== 'case') continue;
    const { routed } = (doc as Aggregate<CaseState>).state;
    for (const epoch of Object.keys(routed)) note(classOf(doc._id, `route:${epoch}`), routed[epoch]?.token);
  }
  for (const [, pool] of poolsOf(state)) {
    for (const [key, pick] of Object.entries(pool.state.picks)) {
      const { caseId, epoch } = splitKey(key);
      note(classOf(caseId, `route:${epoch}`), pick.token);
    }
  }
  for (const activity of state.processes) {
    if ('job' in activity) note(classOf(activity.job.doc, activity.job.effect), activity.job.token);
  }
  for (const tokens of ranks.values()) tokens.sort((a, b) => a - b);
  return ranks;
}

function rank(ranks: Ranks, doc: string, effect: string, token: number | undefined): number | '' {
  return token === undefined ? '' : (ranks.get(classOf(doc, effect))?.indexOf(token) ?? -1);
}

function docKey(state: ModelState, doc: Aggregate, ranks: Ranks): string {
  const effects = doc.effects
    .map(
      ({ id, token, leaseUntil, quarantined }) =>
        `${id}.${rank(ranks, doc._id, id, token)}.${leaseUntil}${quarantined ? 'q' : ''}`,
    )
    .sort();
  return `${contentKey(state, doc, ranks)}[${effects.join()}]`;
}

function contentKey(_state: ModelState, doc: Aggregate, ranks: Ranks): string {
  switch (doc.kind) {
    case 'case':
      return caseKey(doc._id, (doc as Aggregate<CaseState>).state, ranks);
    case 'pool':
      return poolKey((doc as Aggregate<PoolState>).state, ranks);
    case 'load': {
      const { accepts, slots } = (doc as Aggregate<LoadState>).state;
      return `${accepts}${slots.map(({ caseId }) => caseId).sort()}`;
    }
    default:
      return String((doc as Aggregate<{ active: boolean }>).state.active);
  }
}

function caseKey(id: string, state: CaseState, ranks: Ranks): string {
  const { open, epoch, epochCause, owner, placement, pool, previousOwners } = state;
  const routed = Object.entries(state.routed).map(
    ([at, { kind, person, pool: from, token, by }]) =>
      `${at}${kind}.${person}.${from}.${rank(ranks, id, `route:${at}`, token)}.${by}`,
  );
  return `${open}${state.state}${epoch}${epochCause}.${owner}.${placement}.${pool}.${previousOwners.at(-1)}(${routed})`;
}

function poolKey({ members, credits, picks }: PoolState, ranks: Ranks): string {
  const pending = Object.entries(picks).map(([key, pick]) => {
    const { caseId, epoch } = splitKey(key);
    const units = Object.values(pick.delta).join('.');
    return `${key}${pick.p}.${rank(ranks, caseId, `route:${epoch}`, pick.token)}.${units}`;
  });
  const names = members.map(({ person }) => person).join('');
  return `${names}.${Object.values(credits).join('.')}.${pending.sort()}`;
}

function activityKey(state: ModelState, activity: Activity, ranks: Ranks): string {
  if (!('job' in activity)) return 'person' in activity ? `${activity.at}${activity.person}` : activity.at;
  return `${activity.at}.${jobKey(state, activity.job, ranks)}.${memoryKey(state, activity, ranks)}`;
}

function jobKey(state: ModelState, job: Job, ranks: Ranks): string {
  const doc = state.docs[job.doc];
  const mine = doc !== undefined && holdsEffect(doc, job.effect, job.token);
  return `${job.doc}.${job.effect}.${mine}.${rank(ranks, job.doc, job.effect, job.token)}`;
}

function isCurrent(state: ModelState, doc: Aggregate): boolean {
  return state.docs[doc._id]?._v === doc._v;
}

type Busy = Extract<Activity, { job: Job }>;

/** What a process remembers beyond its job. */
function memoryKey(state: ModelState, activity: Busy, ranks: Ranks): string {
  const parts: (string | boolean | number | undefined)[] = [];
  if ('full' in activity) parts.push(activity.full.join());
  if ('on' in activity) parts.push(state.docs[activity.on._id]?.rev === activity.on.rev);
  if ('cleared' in activity) parts.push('cleared');
  if ('decision' in activity) parts.push(JSON.stringify(activity.decision));
  if ('pool' in activity) parts.push(isCurrent(state, activity.pool));
  if ('load' in activity) parts.push(isCurrent(state, activity.load));
  if ('verdict' in activity) parts.push(activity.verdict);
  if ('pools' in activity) parts.push(activity.pools.join());
  if ('caseId' in activity) parts.push(activity.caseId);
  if ('left' in activity) parts.push(activity.left.join());
  if ('seated' in activity) parts.push(activity.seated.join());
  if ('read' in activity) parts.push(checkingKey(state, activity, ranks));
  return parts.join('.');
}

function checkingKey(
  state: ModelState,
  { doc, read }: Extract<Activity, { read: unknown }>,
  ranks: Ranks,
): string {
  if (!isCurrent(state, doc)) return 'late';
  return Object.entries(read)
    .map(([id, found]) => `${id}=${found === undefined ? '' : caseKey(id, found, ranks)}`)
    .join();
}
