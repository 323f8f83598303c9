import type { Aggregate } from '../../../domain/stream/aggregate.ts';
import {
  claimEffect,
  completeEffect,
  holdsEffect,
  quarantineEffect,
  redriveEffect,
  retryEffect,
} from '../../../domain/stream/effect-bookkeeping.ts';
import { leased, now } from '../../support/bare-world.ts';
import { alter, readAny, replace } from './documents.ts';
import { type Activity, type Job, type ModelState, Violation } from './model-state.ts';
import type { Scenario } from './scenario.ts';

const beginnings = {
  route: (job: Job): Activity => ({ at: 'route.load', job, full: [] }),
  seat: (job: Job): Activity => ({ at: 'seat.load', job }),
  check: (job: Job): Activity => ({ at: 'check.load', job }),
  move: (job: Job): Activity => ({ at: 'move.list', job }),
} as const;

/** The state with one process standing somewhere else. */
export function moved(state: ModelState, index: number, activity: Activity): ModelState {
  return { ...state, processes: state.processes.map((other, i) => (i === index ? activity : other)) };
}

/** Stores a document and goes on; goes elsewhere when somebody was faster. */
export function written(
  state: ModelState,
  index: number,
  next: Aggregate,
  then: { readonly won: Activity; readonly lost: Activity },
): ModelState {
  const stored = replace(state, next);
  return stored === undefined ? moved(state, index, then.lost) : moved(stored, index, then.won);
}

/** Whether the job's token is still the effect's. */
export function holds(state: ModelState, job: Job): boolean {
  return holdsEffect(readAny(state, job.doc), job.effect, job.token);
}

/** Ends without a write; a lease nobody acts under any more has run out by the time somebody looks. */
export function stopped(state: ModelState, index: number): ModelState {
  const activity = state.processes[index];
  const idle = moved(state, index, { at: 'idle' });
  if (activity === undefined || !('job' in activity) || !holds(state, activity.job)) return idle;
  const { doc, effect } = activity.job;
  return alter(idle, doc, (other) => (other.id === effect ? { ...other, leaseUntil: 0 } : other));
}

/**
 * Claims an effect. Loading and replacing one document with nothing read in between is one step here and in the like
 * places: a lost race begins again and leaves nothing behind.
 */
export function claimed(
  scenario: Scenario,
  state: ModelState,
  index: number,
  what: { readonly doc: string; readonly effect: string },
): ModelState {
  const doc = readAny(state, what.doc);
  const claim = claimEffect(doc, what.effect, now, leased);
  if (claim === undefined) throw new Violation(`${what.effect} of ${what.doc} could not be claimed`);
  const { kind, payload } = claim.effect;
  const reset = scenario.mutant === 'token reset on redrive';
  const token = reset
    ? (doc.effects.find(({ id }) => id === what.effect)?.token ?? 0) + 1
    : claim.effect.token;
  const effects = claim.doc.effects.map((other) => (other.id === what.effect ? { ...other, token } : other));
  const stored = replace(state, { ...claim.doc, effects });
  const begin = beginnings[kind as keyof typeof beginnings];
  if (stored === undefined) throw new Violation('an atomic claim cannot lose');
  return moved(stored, index, begin({ ...what, kind, token, payload }));
}

/** Takes the effect off its document, if it is still ours. */
export function finish(scenario: Scenario, state: ModelState, index: number, job: Job): ModelState {
  const doc = readAny(state, job.doc);
  const careless = scenario.mutant === 'completion without token';
  if (!careless && !holdsEffect(doc, job.effect, job.token)) return moved(state, index, { at: 'idle' });
  const next = careless
    ? { ...doc, effects: doc.effects.filter(({ id }) => id !== job.effect) }
    : completeEffect(doc, job.effect, job.token);
  return written(state, index, next, { won: { at: 'idle' }, lost: { at: 'idle' } });
}

/** Records a failed attempt: owed again, or set aside for a person. */
export function fail(state: ModelState, index: number, job: Job, how: 'retry' | 'quarantine'): ModelState {
  const doc = readAny(state, job.doc);
  if (!holdsEffect(doc, job.effect, job.token)) return moved(state, index, { at: 'idle' });
  const next =
    how === 'retry'
      ? retryEffect(doc, job.effect, job.token, { dueAt: now, error: 'failed' })
      : quarantineEffect(doc, job.effect, job.token, 'failed');
  const idle = { at: 'idle' } as const;
  const ended = written(state, index, next, { won: idle, lost: idle });
  return alter(ended, job.doc, (other) =>
    other.id === job.effect && other.token === job.token ? { ...other, leaseUntil: 0 } : other,
  );
}

/** A person gives a quarantined effect another life. */
export function redriven(scenario: Scenario, state: ModelState, id: string, effectId: string): ModelState {
  const next = redriveEffect(readAny(state, id), effectId, now);
  const reset = scenario.mutant === 'token reset on redrive';
  const effects = next.effects.map((other) =>
    other.id === effectId && reset ? { ...other, token: 0 } : other,
  );
  const stored = replace(state, { ...next, effects });
  if (stored === undefined) throw new Violation('an atomic redrive cannot lose');
  return stored;
}
