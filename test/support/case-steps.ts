import type { RouteOutcome } from '../../domain/routing/run-chain.ts';
import { caseBasis } from '../../domain/stream/case/case-basis.ts';
import type { CaseWorld } from '../../domain/stream/case/case-world.ts';
import { type DecideCommand, decideVote } from '../../domain/stream/case/commands/decide-on.ts';
import { decideEdit, type EditCommand } from '../../domain/stream/case/commands/edit.ts';
import { decideTransition } from '../../domain/stream/case/commands/move.ts';
import { decideReseatGates } from '../../domain/stream/case/commands/reseat-gates.ts';
import { decideRetract } from '../../domain/stream/case/commands/retract.ts';
import { decideRouted } from '../../domain/stream/case/commands/routed.ts';
import { decideSubmit, type SubmitCommand } from '../../domain/stream/case/commands/submit.ts';
import { decideClockTick, decideGateTick } from '../../domain/stream/case/commands/tick.ts';
import { nobodyFound } from './bare-world.ts';
import { by, type Step, worldOn } from './case-bench.ts';
import { factsOfValues } from './case-world.ts';

/** Ria submits a purchase of this many euros. */
export function submitted(amount = 500, more: Partial<SubmitCommand> = {}): Step {
  return (bench) => {
    const command: SubmitCommand = {
      number: 'PUR-1001',
      version: 1,
      requester: 'ria',
      requesterKind: 'person',
      behalf: null,
      source: 'portal',
      values: { item: 'Desk', amount: { amount, currency: 'EUR' } },
      scores: {},
      proposal: null,
      title: 'Desk',
      searchable: ['Desk'],
      duplicateKeys: [],
      ...more,
    };
    const change = { facts: factsOfValues(command.values), ...bench.change };
    return by('ria', (_state, world) => decideSubmit(command, world), change)(bench);
  };
}

/** A worker puts this routing decision on the case. */
export function routed(outcome: Partial<RouteOutcome>, poolTeam: string | null = 'buyers'): Step {
  const whole: RouteOutcome = {
    terminal: 'unassigned',
    reason: 'as the rules say',
    stage: 'rules',
    by: 'normal',
    missing: [],
    factsRead: ['amount.base'],
    lapsedReviews: [],
    record: nobodyFound.record,
    ...outcome,
  };
  return by('system', (state, world) =>
    decideRouted(state, { outcome: whole, record: 'ab'.repeat(32), token: 1, poolTeam }, world),
  );
}

/** The pool gives the case to somebody. */
export const routedTo = (person: string, more: Partial<RouteOutcome> = {}): Step =>
  routed({ terminal: 'assigned', person, pool: 'buyers', ...more });

/** The case stands in the queue of the desk. */
export const queued = routed({ terminal: 'queued', queue: 'desk', team: 'buyers' });
/** The case waits for a free seat in the pool. */
export const waiting = routed({ terminal: 'queued', waitingPool: 'buyers' });

/** Somebody votes on what there is to see now. */
export function votes(
  who: string,
  decision: DecideCommand['decision'],
  more: Partial<DecideCommand> = {},
  change: Partial<CaseWorld> = {},
): Step {
  return by(
    who,
    (state, world) =>
      decideVote(state, { decision, comment: '', basis: caseBasis(state, world.definition), ...more }, world),
    change,
  );
}

/** Somebody takes their decision back. */
export const retracts = (who: string): Step =>
  by(who, (state, world, doc) =>
    decideRetract(
      state,
      world,
      doc.effects.map(({ id }) => id),
    ),
  );

/** Somebody takes a step of the workflow. */
export const takes = (who: string, transition: string, comment = ''): Step =>
  by(who, (state, world) => decideTransition(state, { transition, comment }, world));

/** The clock of this id wakes up. */
export const ticks = (clock: string, change: Partial<CaseWorld> = {}): Step =>
  by('system', (state, world) => decideClockTick(state, clock, world), change);

/** The deadline of this gate is looked at. */
export const gateTicks = (gate: string): Step =>
  by('system', (state, world) => decideGateTick(state, gate, world));

/** Somebody went or is away: the gates look for who can sign now. */
export const reseats: Step = by('system', decideReseatGates);

/** Somebody changes values; null removes one. The facts are those after the change. */
export function edits(
  who: string,
  changes: Readonly<Record<string, EditCommand['values'][string]>>,
  more: Partial<EditCommand> = {},
): Step {
  return (bench) => {
    const merged = { ...bench.doc.state.values, ...changes };
    const values = Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== null));
    const command: EditCommand = {
      values,
      changed: Object.keys(changes),
      title: 'Desk',
      searchable: [],
      reason: '',
      factsRead: ['amount.base'],
      ...more,
    };
    const { facts } = worldOn(bench, who, { facts: factsOfValues(values) });
    return by(who, (state, world) => decideEdit(state, command, world), { facts })(bench);
  };
}
