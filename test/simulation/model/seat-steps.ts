import { withoutSlot, withSlotByHand } from '../../../domain/routing/load-slots.ts';
import type { Aggregate } from '../../../domain/stream/aggregate.ts';
import { decideTryAgain } from '../../../domain/stream/case/commands/routed.ts';
import { seatVerdict } from '../../../domain/stream/case/settled-route.ts';
import type { LoadState } from '../../../domain/stream/load/load-stream.ts';
import { checkEffect } from '../../../server/use-cases/route/check.ts';
import { withBookkeeping } from '../../../server/use-cases/route/write-bookkeeping.ts';
import { now, worldFor } from '../../support/bare-world.ts';
import { casesOf, decidedCase, readCase, readLoad } from './documents.ts';
import { dryDecision } from './dry-decision.ts';
import type { Activity, Job, ModelState, Verdict } from './model-state.ts';
import type { Scenario } from './scenario.ts';
import { moved, written } from './worker-steps.ts';

type At<K extends Activity['at']> = Extract<Activity, { at: K }>;

const personOf = (job: Job): string => String(job.payload['person']);

/** Protocol 9, first half: the load is loaded before the case is read. */
export function seatLoad(
  scenario: Scenario,
  state: ModelState,
  index: number,
  activity: At<'seat.load'>,
): ModelState {
  const { job, verdict } = activity;
  const load = readLoad(state, personOf(job));
  if (scenario.mutant !== 'seat reads the case before the load')
    return moved(state, index, { at: 'seat.read', job, load });
  if (verdict === undefined)
    return moved(state, index, { at: 'seat.load', job, verdict: verdictOn(scenario, state, job) });
  return seatWrite(scenario, state, index, { at: 'seat.write', job, load, verdict });
}

/** Protocol 9: the case says what the seat has to become. */
export function seatRead(
  scenario: Scenario,
  state: ModelState,
  index: number,
  activity: At<'seat.read'>,
): ModelState {
  const { job, load } = activity;
  return moved(state, index, { at: 'seat.write', job, load, verdict: verdictOn(scenario, state, job) });
}

function verdictOn(scenario: Scenario, state: ModelState, job: Job): Verdict {
  const verdict = seatVerdict(readCase(state, job.doc).state, personOf(job));
  const careless = scenario.mutant === 'seat takes the slot of an undecided case';
  return careless && verdict === 'as-it-is' ? 'out' : verdict;
}

/** Protocol 9, second half: written even when nothing changed; lost: from the beginning. */
export function seatWrite(
  scenario: Scenario,
  state: ModelState,
  index: number,
  activity: At<'seat.write'>,
): ModelState {
  const { job, load, verdict } = activity;
  const then = afterSeat(scenario, job, verdict);
  const next = seated(scenario, load, job, verdict);
  const equal = JSON.stringify(next.slots) === JSON.stringify(load.state.slots);
  if (equal && scenario.mutant === 'equal replace of a seat optimised away') return moved(state, index, then);
  const lost: Activity = { at: 'seat.load', job };
  return written(state, index, withBookkeeping(load, next, checkEffect(now)), { won: then, lost });
}

function seated(scenario: Scenario, load: Aggregate<LoadState>, job: Job, verdict: Verdict): LoadState {
  const capacity = scenario.capacity[personOf(job)] ?? null;
  if (verdict === 'in') return withSlotByHand(load.state, job.doc, capacity, now);
  return verdict === 'out' ? withoutSlot(load.state, job.doc) : load.state;
}

/** A freed seat may be what a waiting case waits for. */
function afterSeat(scenario: Scenario, job: Job, verdict: Verdict): Activity {
  const pools = Object.keys(scenario.pools).filter((id) => scenario.pools[id]?.includes(personOf(job)));
  return verdict === 'out' ? { at: 'look', job, pools } : { at: 'finish', job };
}

/** Protocol 12: finds the oldest waiting case for which a decision would now find somebody. */
export function look(scenario: Scenario, state: ModelState, index: number, activity: At<'look'>): ModelState {
  const { job } = activity;
  const [pool, ...pools] = activity.pools;
  if (pool === undefined) return moved(state, index, { at: 'finish', job });
  const found = casesOf(state).find(
    (doc) =>
      doc.state.open &&
      doc.state.placement === 'waiting' &&
      doc.state.pool === pool &&
      'person' in dryDecision(scenario, state, doc, []),
  );
  return moved(
    state,
    index,
    found === undefined ? { at: 'look', job, pools } : { at: 'look.write', job, pools, caseId: found._id },
  );
}

/** Protocol 12: gives it a new epoch, if it still waits. */
export function lookWrite(state: ModelState, index: number, activity: At<'look.write'>): ModelState {
  const { job, pools, caseId } = activity;
  const then: Activity = { at: 'look', job, pools };
  const doc = readCase(state, caseId);
  const decision = decideTryAgain(doc.state, worldFor('look'));
  if (decision.events.length === 0) return moved(state, index, then);
  return written(state, index, decidedCase(doc, decision, `look:${doc.rev}`), { won: then, lost: then });
}
