import { checkLoad, checkRead, checkWrite, pileRead, pileWrite } from './check-steps.ts';
import { leaveLoad, leavePerson, moveList, moveWrite } from './directory-steps.ts';
import { alter, readAny } from './documents.ts';
import { type Action, handActions } from './hand-commands.ts';
import type { Activity, Budget, ModelState } from './model-state.ts';
import { routeCommit, routeLoad, routePick, routeRead, routeSeat } from './route-steps.ts';
import type { Scenario } from './scenario.ts';
import { look, lookWrite, seatLoad, seatRead, seatWrite } from './seat-steps.ts';
import { claimed, fail, finish, moved, redriven, stopped } from './worker-steps.ts';

/** One step of one process, up to just before its next call of the store. */
function step(scenario: Scenario, state: ModelState, index: number, activity: Activity): ModelState {
  switch (activity.at) {
    case 'idle':
      return state;
    case 'route.load':
      return routeLoad(state, index, activity);
    case 'route.read':
      return routeRead(scenario, state, index, activity);
    case 'pile.read':
      return pileRead(state, index, activity);
    case 'pile.write':
      return pileWrite(scenario, state, index, activity);
    case 'route.pick':
      return routePick(scenario, state, index, activity);
    case 'route.seat':
      return routeSeat(scenario, state, index, activity);
    case 'route.commit':
      return routeCommit(scenario, state, index, activity);
    case 'seat.load':
      return seatLoad(scenario, state, index, activity);
    case 'seat.read':
      return seatRead(scenario, state, index, activity);
    case 'seat.write':
      return seatWrite(scenario, state, index, activity);
    case 'look':
      return look(scenario, state, index, activity);
    case 'look.write':
      return lookWrite(state, index, activity);
    case 'check.load':
      return checkLoad(state, index, activity);
    case 'check.read':
      return checkRead(state, index, activity);
    case 'check.write':
      return checkWrite(scenario, state, index, activity);
    case 'move.list':
      return moveList(scenario, state, index, activity);
    case 'move.write':
      return moveWrite(state, index, activity);
    case 'leave.load':
      return leaveLoad(scenario, state, index, activity);
    case 'leave.person':
      return leavePerson(scenario, state, index, activity);
    case 'finish':
      return finish(scenario, state, index, activity.job);
    case 'fail':
      return fail(state, index, activity.job, 'retry');
  }
}

const writes: ReadonlySet<Activity['at']> = new Set([
  'pile.write',
  'route.pick',
  'route.seat',
  'route.commit',
  'seat.write',
  'look.write',
  'check.write',
  'move.write',
]);

/** What the workers and the office can do next without anything going wrong. */
export function workActions(scenario: Scenario, state: ModelState): Action[] {
  const actions: Action[] = [];
  let idleSeen = false;
  state.processes.forEach((activity, index) => {
    if (activity.at !== 'idle') {
      const name = `${nameOf(scenario, index)} ${describe(activity)}`;
      actions.push({ name, run: () => step(scenario, state, index, activity) });
    } else if (!idleSeen && index < scenario.workers) {
      // Idle workers are alike: one of them takes what there is to take.
      idleSeen = true;
      actions.push(...claims(scenario, state, index));
    }
  });
  return [...actions, ...redrives(scenario, state)];
}

/** What can go wrong next, and what people may do, as far as the budget goes. */
export function mishaps(scenario: Scenario, state: ModelState): Action[] {
  const { budget } = state;
  const actions: Action[] = [];
  state.processes.forEach((activity, index) => {
    if (activity.at === 'idle' || !('job' in activity)) return;
    const worker = { scenario, state, index, activity };
    if (budget.crash > 0) actions.push(crash(worker));
    if (budget.fault > 0) actions.push(...faults(worker));
    if (budget.zombie > 0) actions.push(...expiries(worker));
    if (budget.quarantine > 0 && activity.at === 'fail') actions.push(quarantine(worker));
  });
  if (budget.hand === 0) return actions;
  const spent = { ...state, budget: less(budget, 'hand') };
  return [...actions, ...handActions(scenario, spent)];
}

interface Worker {
  readonly scenario: Scenario;
  readonly state: ModelState;
  readonly index: number;
  readonly activity: Extract<Activity, { job: unknown }>;
}

const less = (budget: Budget, what: keyof Budget): Budget => ({ ...budget, [what]: budget[what] - 1 });
const spend = (state: ModelState, what: keyof Budget): ModelState => ({
  ...state,
  budget: less(state.budget, what),
});
const nameOf = (scenario: Scenario, index: number): string =>
  index < scenario.workers ? `worker ${index + 1}` : 'office';

function describe(activity: Activity): string {
  return 'job' in activity ? `${activity.at} (${activity.job.effect} of ${activity.job.doc})` : activity.at;
}

function claims(scenario: Scenario, state: ModelState, index: number): Action[] {
  return Object.values(state.docs).flatMap((doc) =>
    doc.effects
      .filter((effect) => !effect.quarantined && effect.leaseUntil === 0)
      .map((effect) => ({
        name: `${nameOf(scenario, index)} claims ${effect.id} of ${doc._id}`,
        run: () => claimed(scenario, state, index, { doc: doc._id, effect: effect.id }),
      })),
  );
}

function redrives(scenario: Scenario, state: ModelState): Action[] {
  return Object.values(state.docs).flatMap((doc) =>
    doc.effects
      .filter((effect) => effect.quarantined)
      .map((effect) => ({
        name: `redrive ${effect.id} of ${doc._id}`,
        run: () => redriven(scenario, state, doc._id, effect.id),
      })),
  );
}

function crash({ scenario, state, index }: Worker): Action {
  return {
    name: `${nameOf(scenario, index)} crashes`,
    run: () => stopped(spend(state, 'crash'), index),
  };
}

/** The next call fails before anything happened, or it happens and the reply is lost: either way the attempt has failed. */
function faults({ scenario, state, index, activity }: Worker): Action[] {
  const who = nameOf(scenario, index);
  const failing = (after: ModelState): ModelState =>
    activity.at === 'fail' || activity.at === 'finish'
      ? stopped(after, index)
      : moved(after, index, { at: 'fail', job: activity.job });
  const before = { name: `${who} ${activity.at} fails`, run: () => failing(spend(state, 'fault')) };
  if (!writes.has(activity.at)) return [before];
  const lost = () => failing(step(scenario, spend(state, 'fault'), index, activity));
  return [before, { name: `${who} ${activity.at} happens, the reply is lost`, run: lost }];
}

function expiries({ scenario, state, index, activity }: Worker): Action[] {
  const { doc, effect, token } = activity.job;
  const held = readAny(state, doc).effects.find((other) => other.id === effect && other.token === token);
  if (held === undefined || held.leaseUntil === 0) return [];
  return [
    {
      name: `the lease of ${nameOf(scenario, index)} runs out`,
      run: () =>
        alter(spend(state, 'zombie'), doc, (other) =>
          other.id === effect ? { ...other, leaseUntil: 0 } : other,
        ),
    },
  ];
}

function quarantine({ scenario, state, index, activity }: Worker): Action {
  return {
    name: `${nameOf(scenario, index)} sets ${activity.job.effect} aside`,
    run: () => fail(spend(state, 'quarantine'), index, activity.job, 'quarantine'),
  };
}

/** Nothing is owed and nobody is at work. */
export function isAtRest(state: ModelState): boolean {
  return (
    state.processes.every(({ at }) => at === 'idle') &&
    Object.values(state.docs).every((doc) => doc.effects.length === 0)
  );
}
