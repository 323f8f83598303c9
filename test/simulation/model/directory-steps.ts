import { slottedCases } from '../../../domain/routing/load-slots.ts';
import type { Aggregate } from '../../../domain/stream/aggregate.ts';
import { decideMoveOn } from '../../../domain/stream/case/commands/move-on.ts';
import { decideAccept } from '../../../domain/stream/load/accept.ts';
import { loadStream } from '../../../domain/stream/load/load-stream.ts';
import { worldFor } from '../../support/bare-world.ts';
import { casesOf, decided, decidedCase, readAny, readCase, readLoad } from './documents.ts';
import type { Activity, ModelState } from './model-state.ts';
import type { Scenario } from './scenario.ts';
import { moved, written } from './worker-steps.ts';

type At<K extends Activity['at']> = Extract<Activity, { at: K }>;

const late = (scenario: Scenario): boolean => scenario.mutant === 'load closed after the cases moved';

/** A person is deactivated: first the load accepts none. */
export function leaveLoad(
  scenario: Scenario,
  state: ModelState,
  index: number,
  activity: At<'leave.load'>,
): ModelState {
  const { person } = activity;
  const load = readLoad(state, person);
  const next = decided(loadStream, load, decideAccept(load.state, false), `leave:${load._v}`);
  const won: Activity = late(scenario) ? { at: 'idle' } : { at: 'leave.person', person };
  return written(state, index, next, { won, lost: activity });
}

/** Then the person is out, and the effect `move` is owed. */
export function leavePerson(
  scenario: Scenario,
  state: ModelState,
  index: number,
  activity: At<'leave.person'>,
): ModelState {
  const { person } = activity;
  const doc = readAny(state, `person:${person}`) as Aggregate<{ readonly active: boolean }>;
  const move = {
    id: 'move',
    kind: 'move',
    dueAt: 0,
    payload: { person },
    attempts: 0,
    arms: 1,
    token: doc._v + 1,
    leaseUntil: 0,
    quarantined: false,
    error: null,
  } as const;
  const next = { ...doc, state: { active: false }, effects: [move] };
  const won: Activity = late(scenario) ? { at: 'leave.load', person } : { at: 'idle' };
  return written(state, index, next, { won, lost: activity });
}

/** Effect `move`: whose cases have to go, by owner and by slot. */
export function moveList(
  scenario: Scenario,
  state: ModelState,
  index: number,
  { job }: At<'move.list'>,
): ModelState {
  const person = String(job.payload['person']);
  const owned = casesOf(state)
    .filter((doc) => doc.state.open && doc.state.owner === person)
    .map(({ _id }) => _id);
  const seated =
    scenario.mutant === 'moves owned cases only' ? [] : slottedCases(readLoad(state, person).state);
  const left = [...new Set([...owned, ...seated])].sort();
  return moved(state, index, { at: 'move.write', job, left, seated });
}

/** One case after the other is routed again. */
export function moveWrite(state: ModelState, index: number, activity: At<'move.write'>): ModelState {
  const { job, seated } = activity;
  const [next, ...left] = activity.left;
  if (next === undefined) return moved(state, index, { at: 'finish', job });
  const person = String(job.payload['person']);
  const doc = readCase(state, next);
  const decision = decideMoveOn(doc.state, { person, seated: seated.includes(next) }, worldFor('move'));
  const then: Activity = { at: 'move.write', job, left, seated };
  if (decision.events.length === 0) return moved(state, index, then);
  return written(state, index, decidedCase(doc, decision, `move:${job.token}`), {
    won: then,
    lost: activity,
  });
}
