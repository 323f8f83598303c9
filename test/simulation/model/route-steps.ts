import { decisionKey } from '../../../domain/routing/decision-key.ts';
import type { PendingPick } from '../../../domain/routing/directory.ts';
import { otherSlots, slotOf, withSlot } from '../../../domain/routing/load-slots.ts';
import { charge, withPick } from '../../../domain/routing/pool-ledger.ts';
import type { RouteOutcome } from '../../../domain/routing/run-chain.ts';
import { decideRouted } from '../../../domain/stream/case/commands/routed.ts';
import { routedUnder } from '../../../domain/stream/case/settled-route.ts';
import type { PoolState } from '../../../domain/stream/pool/pool-stream.ts';
import { checkEffect } from '../../../server/use-cases/route/check.ts';
import { withBookkeeping } from '../../../server/use-cases/route/write-bookkeeping.ts';
import { nobodyFound, now, worldFor } from '../../support/bare-world.ts';
import { pileUp } from './check-steps.ts';
import { decidedCase, poolsOf, readCase, readLoad, readPool, replace } from './documents.ts';
import { type DryDecision, dryDecision } from './dry-decision.ts';
import { type Activity, type ModelState, Violation } from './model-state.ts';
import type { Scenario } from './scenario.ts';
import { holds, moved, stopped, written } from './worker-steps.ts';

type At<K extends Activity['at']> = Extract<Activity, { at: K }>;

/** Protocol 3: stops when it is no longer ours, completes what is decided already. */
export function routeLoad(state: ModelState, index: number, activity: At<'route.load'>): ModelState {
  const { job, full } = activity;
  const on = readCase(state, job.doc);
  const epoch = Number(job.payload['epoch']);
  if (!holds(state, job)) return stopped(state, index);
  const over = !on.state.open || on.state.epoch !== epoch || routedUnder(on.state, epoch) !== undefined;
  return moved(state, index, over ? { at: 'finish', job } : { at: 'route.read', job, full, on });
}

/** Protocol 4: reads the pools, stops when overtaken there, decides. */
export function routeRead(
  scenario: Scenario,
  state: ModelState,
  index: number,
  activity: At<'route.read'>,
): ModelState {
  const { job, full, on } = activity;
  const piled = poolsOf(state).find(
    ([, pool]) => Object.keys(pool.state.picks).length >= (scenario.piledAt ?? Number.POSITIVE_INFINITY),
  );
  if (piled !== undefined && activity.cleared !== true) return pileUp(state, index, activity, piled[1]);
  const key = decisionKey(on._id, on.state.epoch);
  const overtaken = poolsOf(state).some(([, pool]) => (pool.state.picks[key]?.token ?? 0) > job.token);
  if (overtaken && scenario.mutant !== 'pick overrides a higher token') return stopped(state, index);
  const decision = dryDecision(scenario, state, on, full);
  if ('waitingPool' in decision) return moved(state, index, { at: 'route.commit', job, full, on, decision });
  const pool = readPool(state, decision.pool);
  return moved(state, index, { at: 'route.pick', job, full, on, decision, pool });
}

/** Protocol 5: the old pick's delta out, the new one's in. */
export function routePick(
  scenario: Scenario,
  state: ModelState,
  index: number,
  activity: At<'route.pick'>,
): ModelState {
  const { job, full, on, decision, pool } = activity;
  if ('waitingPool' in decision) throw new Violation('nobody is no pick');
  const key = decisionKey(on._id, on.state.epoch);
  const pick = { p: decision.person, hash: decision.hash, delta: decision.delta, token: job.token, at: now };
  const again: Activity = { at: 'route.load', job, full };
  const picked = pickWith(scenario, pool.state, key, pick);
  if (picked === undefined) return moved(state, index, again);
  const check = scenario.mutant === 'pick without a check' ? undefined : checkEffect(now, 1);
  const next = withBookkeeping(pool, picked, check);
  const stored = replace(state, next, scenario.mutant !== 'pool written without _v');
  if (stored === undefined) return moved(state, index, again);
  return moved(stored, index, { at: 'route.seat', job, full, on, decision });
}

function pickWith(
  { mutant }: Scenario,
  pool: PoolState,
  key: string,
  pick: PendingPick,
): PoolState | undefined {
  if (mutant === 'pick keeps the old delta') {
    return { ...charge(pool, pick.delta), picks: { ...pool.picks, [key]: pick } };
  }
  const old = pool.picks[key];
  if (mutant === 'pick overrides a higher token' && old !== undefined) {
    return withPick({ ...pool, picks: { ...pool.picks, [key]: { ...old, token: 0 } } }, key, pick);
  }
  return withPick(pool, key, pick);
}

/** Protocol 6: a slot, if the person's other slots leave room; written even when it is there. */
export function routeSeat(
  scenario: Scenario,
  state: ModelState,
  index: number,
  activity: At<'route.seat'>,
): ModelState {
  const { job, full, on, decision } = activity;
  if ('waitingPool' in decision) throw new Violation('nobody needs no seat');
  const { person } = decision;
  const load = readLoad(state, person);
  const capacity = scenario.capacity[person] ?? null;
  const commit: Activity = { at: 'route.commit', job, full, on, decision };
  const held = slotOf(load.state, on._id) !== undefined;
  const ownCounted =
    scenario.mutant === 'capacity counts the own slot' &&
    capacity !== null &&
    load.state.slots.length >= capacity;
  const seated = ownCounted ? 'full' : withSlot(load.state, on._id, capacity, now);
  if (seated === 'full') {
    const room = load.state.accepts && capacity !== null && otherSlots(load.state, on._id) < capacity;
    if (room) throw new Violation(`${person} has room for ${on._id} and is said to be full`);
    return moved(state, index, { at: 'route.load', job, full: [...full, person].sort() });
  }
  if (held && scenario.mutant === 'equal replace of a picked slot optimised away')
    return moved(state, index, commit);
  const next = withBookkeeping(load, seated, checkEffect(now));
  return written(state, index, next, { won: commit, lost: activity });
}

/** Protocol 7: the decision on the case, under the token and the rev it was decided on. */
export function routeCommit(
  scenario: Scenario,
  state: ModelState,
  index: number,
  activity: At<'route.commit'>,
): ModelState {
  const { job, full, on, decision } = activity;
  const doc = readCase(state, job.doc);
  if (!holds(state, job) && scenario.mutant !== 'commit without token') return stopped(state, index);
  if (doc.rev !== on.rev && scenario.mutant !== 'commit without rev')
    return moved(state, index, { at: 'route.load', job, full });
  if (state.byHand[doc._id] === on.state.epoch)
    throw new Violation(`${doc._id} was given by hand under epoch ${on.state.epoch} and is routed away`);
  if (JSON.stringify(doc.state.values) !== JSON.stringify(on.state.values))
    throw new Violation(`${doc._id} is routed by values it no longer has`);
  const routed = { outcome: outcomeOf(decision), record: decision.hash, token: job.token, poolTeam: null };
  const found = decideRouted(on.state, routed, worldFor('routing'));
  const effects = (found.effects ?? []).filter(
    ({ kind }) => kind !== 'seat' || scenario.mutant !== 'former owner keeps the seat',
  );
  const cancel = [...(found.cancel ?? []), job.effect];
  const next = decidedCase(doc, { ...found, effects, cancel }, `${job.effect}:${job.token}`);
  const stored = written(state, index, next, { won: { at: 'idle' }, lost: activity });
  const { [doc._id]: _before, ...byHand } = stored.byHand;
  return { ...standing(stored, activity), byHand };
}

function outcomeOf(decision: DryDecision): RouteOutcome {
  if ('waitingPool' in decision)
    return { ...nobodyFound, terminal: 'queued', waitingPool: decision.waitingPool };
  const { pool, person, delta } = decision;
  return { ...nobodyFound, terminal: 'assigned', pool, person, delta };
}

/** Notes what the pool's ledger owes to this decision: the pick as it lies there now, members who left spread over the rest. */
function standing(state: ModelState, { job, on, decision }: At<'route.commit'>): ModelState {
  if ('waitingPool' in decision) return state;
  const pick = readPool(state, decision.pool).state.picks[decisionKey(on._id, on.state.epoch)];
  const delta = pick?.token === job.token ? pick.delta : decision.delta;
  const sums = { ...state.standing[decision.pool] };
  for (const [person, units] of Object.entries(delta)) sums[person] = (sums[person] ?? 0) + units;
  return { ...state, standing: { ...state.standing, [decision.pool]: sums } };
}
