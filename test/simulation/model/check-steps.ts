import { slottedCases } from '../../../domain/routing/load-slots.ts';
import { returnPick, settlePick } from '../../../domain/routing/pool-ledger.ts';
import type { Aggregate } from '../../../domain/stream/aggregate.ts';
import type { CaseState } from '../../../domain/stream/case/case-state.ts';
import { routedUnder, seatVerdict } from '../../../domain/stream/case/settled-route.ts';
import { completeEffect } from '../../../domain/stream/effect-bookkeeping.ts';
import type { LoadState } from '../../../domain/stream/load/load-stream.ts';
import { checkPicks, splitKey } from '../../../domain/stream/pool/check-picks.ts';
import { type PoolState, poolStream } from '../../../domain/stream/pool/pool-stream.ts';
import { checkEffect } from '../../../server/use-cases/route/check.ts';
import { withBookkeeping } from '../../../server/use-cases/route/write-bookkeeping.ts';
import { now } from '../../support/bare-world.ts';
import { decided, readAny, readCase } from './documents.ts';
import type { Activity, Checking, ModelState } from './model-state.ts';
import type { Mutant, Scenario } from './scenario.ts';
import { holds, moved, stopped, written } from './worker-steps.ts';

type At<K extends Activity['at']> = Extract<Activity, { at: K }>;

/** Protocol 10: the document is loaded before the cases are read, one after another. */
export function checkLoad(state: ModelState, index: number, { job }: At<'check.load'>): ModelState {
  if (!holds(state, job)) return stopped(state, index);
  const doc = readAny(state, job.doc);
  const left = namedBy(doc);
  const at = left.length === 0 ? 'check.write' : 'check.read';
  return moved(state, index, { at, job, doc, left, read: {} });
}

function namedBy(doc: Aggregate): string[] {
  if (doc.kind === 'load') return slottedCases((doc as Aggregate<LoadState>).state);
  const { picks } = (doc as Aggregate<PoolState>).state;
  return [...new Set(Object.keys(picks).map((key) => splitKey(key).caseId))];
}

/** Protocol 10, early: a pool whose picks have piled up is checked before another is added. */
export function pileUp(
  state: ModelState,
  index: number,
  activity: At<'route.read'>,
  doc: Aggregate<PoolState>,
): ModelState {
  const { job, full, on } = activity;
  return moved(state, index, { at: 'pile.read', job, full, on, doc, left: namedBy(doc), read: {} });
}

/** Reads the next case. */
export function pileRead(state: ModelState, index: number, activity: At<'pile.read'>): ModelState {
  const [next, ...left] = activity.left;
  const read = next === undefined ? activity.read : { ...activity.read, [next]: readCase(state, next).state };
  const at = left.length === 0 ? 'pile.write' : 'pile.read';
  return moved(state, index, { ...activity, at, left, read });
}

/** Writes what came of it without completing anything: what the armed check owes stays owed. Won or lost, it is read again. */
export function pileWrite(
  scenario: Scenario,
  state: ModelState,
  index: number,
  activity: At<'pile.write'>,
): ModelState {
  const { job, full, on } = activity;
  const pool = activity.doc as Aggregate<PoolState>;
  const { kept } = checkedPicks(scenario.mutant, pool, activity);
  const then: Activity = { at: 'route.read', job, full, on, cleared: true };
  return written(state, index, kept, { won: then, lost: then });
}

/** Reads the next case. */
export function checkRead(state: ModelState, index: number, activity: At<'check.read'>): ModelState {
  const [next, ...left] = activity.left;
  const read = next === undefined ? activity.read : { ...activity.read, [next]: readCase(state, next).state };
  const at = left.length === 0 ? 'check.write' : 'check.read';
  return moved(state, index, { ...activity, at, left, read });
}

/** Settles what stands, returns what does not, is armed again for what is undecided. */
export function checkWrite(
  scenario: Scenario,
  state: ModelState,
  index: number,
  activity: At<'check.write'>,
): ModelState {
  const { job } = activity;
  const next =
    activity.doc.kind === 'pool'
      ? checkedPool(scenario.mutant, activity)
      : checkedLoad(scenario.mutant, activity);
  return written(state, index, next, { won: { at: 'idle' }, lost: { at: 'check.load', job } });
}

function checkedPool(mutant: Mutant | undefined, checking: Checking): Aggregate {
  const { job } = checking;
  const done = completeEffect(checking.doc as Aggregate<PoolState>, job.effect, job.token);
  const { kept, again } = checkedPicks(mutant, done, checking);
  return again ? withBookkeeping(kept, kept.state, checkEffect(now)) : kept;
}

/** The pool with its picks settled, returned or kept, and whether any was kept. */
function checkedPicks(
  mutant: Mutant | undefined,
  pool: Aggregate<PoolState>,
  { job, doc, read }: Checking,
): { kept: Aggregate<PoolState>; again: boolean } {
  const cases = new Map(Object.entries(read).filter((entry): entry is [string, CaseState] => !!entry[1]));
  const poolId = doc._id.slice('pool:'.length);
  const found = mutated(mutant, pool.state, cases) ?? checkPicks(poolId, pool.state, cases);
  const kept = withBookkeeping(pool, found.pool);
  const events = found.returned.map(({ key, reason }) => ({
    kind: 'pick-returned',
    data: { key, reason },
    raises: false,
  }));
  const next = events.length === 0 ? kept : decided(poolStream, kept, { events }, `check:${job.token}`);
  return { kept: next, again: found.kept.length > 0 };
}

type Checked = ReturnType<typeof checkPicks<PoolState>>;

/** What a wrong check would make of the picks; undefined for the right one. */
function mutated(
  mutant: Mutant | undefined,
  pool: PoolState,
  cases: ReadonlyMap<string, CaseState>,
): Checked | undefined {
  if (mutant === 'check compares the hash instead of pool and token') {
    return each(pool, cases, (found, key) => {
      const routed = routedUnder(found, splitKey(key).epoch);
      if (routed !== undefined) return routed.record === pool.picks[key]?.hash ? 'settle' : 'return';
      return found.open && found.epoch === splitKey(key).epoch ? 'keep' : 'return';
    });
  }
  if (mutant === 'check settles the pick of a case that came to wait') {
    return each(pool, cases, (found, key) => {
      if (settles(pool, found, key)) return 'settle';
      const undecided = routedUnder(found, splitKey(key).epoch) === undefined;
      return undecided && found.open && found.epoch === splitKey(key).epoch ? 'keep' : 'return';
    });
  }
  if (mutant === 'check returns undecided picks')
    return each(pool, cases, (found, key) => (settles(pool, found, key) ? 'settle' : 'return'));
  if (mutant === 'check keeps what was decided otherwise')
    return each(pool, cases, (found, key) => (settles(pool, found, key) ? 'settle' : 'keep'));
  return undefined;
}

function settles(pool: PoolState, found: CaseState, key: string): boolean {
  return routedUnder(found, splitKey(key).epoch)?.token === pool.picks[key]?.token;
}

function each(
  pool: PoolState,
  cases: ReadonlyMap<string, CaseState>,
  say: (found: CaseState, key: string) => 'settle' | 'return' | 'keep',
): Checked {
  let next = pool;
  const kept: string[] = [];
  for (const key of Object.keys(pool.picks)) {
    const found = cases.get(splitKey(key).caseId);
    const said = found === undefined ? 'return' : say(found, key);
    if (said === 'keep') kept.push(key);
    else next = said === 'settle' ? settlePick(next, key) : returnPick(next, key);
  }
  return { pool: next, kept, returned: [] };
}

function checkedLoad(mutant: Mutant | undefined, { job, doc, read }: Checking): Aggregate {
  const load = doc as Aggregate<LoadState>;
  const person = job.doc.slice('load:'.length);
  const careless = mutant === 'seat takes the slot of an undecided case';
  const verdicts = slottedCases(load.state).map((caseId) => {
    const verdict = seatVerdict(read[caseId], person);
    return { caseId, verdict: careless && verdict === 'as-it-is' ? 'out' : verdict };
  });
  const staying = verdicts.filter(({ verdict }) => verdict !== 'out').map(({ caseId }) => caseId);
  const slots = load.state.slots.filter(({ caseId }) => staying.includes(caseId));
  const again = verdicts.some(({ verdict }) => verdict === 'as-it-is') ? checkEffect(now) : undefined;
  return withBookkeeping(completeEffect(load, job.effect, job.token), { ...load.state, slots }, again);
}
