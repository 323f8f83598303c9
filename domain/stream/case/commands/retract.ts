import { requireRetract, retractVote } from '../../../approval/retract-vote.ts';
import { assert } from '../../../error/assert.ts';
import { DomainError } from '../../../error/domain-error.ts';
import { textIn } from '../../../form/text-schema.ts';
import type { Json } from '../../../hash/canonical-json.ts';
import { stateOf } from '../../../workflow/transitions.ts';
import type { WorkflowState } from '../../../workflow/workflow-schema.ts';
import type { Decision } from '../../decision.ts';
import { CaseCourse } from '../case-course.ts';
import type { CaseState, Retractable } from '../case-state.ts';
import type { CaseWorld } from '../case-world.ts';
import { clocksAfterRetract, clocksOnState } from '../clock-moves.ts';
import { oweExpiry } from '../expiry.ts';
import { filledText } from '../filled-text.ts';
import { armGate, closeGates, reopenCalledOff } from '../gate-moves.ts';
import { retractSync } from '../owe-sync.ts';
import { isUndecided, routedUnder } from '../settled-route.ts';
import { oweRouting, oweSeat, routeKey } from '../start-routing.ts';
import { oweHoldOver } from './routed.ts';

/**
 * Takes back one's own decision: within 8 s, and only while nothing else happened. The step opens again, the case returns to the state
 * it was decided in, and what was owed to the outside is called off; both are on record.
 * @throws DomainError NOT_ALLOWED, GATE_NOT_OPEN, RETRACT_TOO_LATE.
 */
export function decideRetract(state: CaseState, world: CaseWorld, owed: readonly string[]): Decision {
  const { retractable } = state;
  const actor = world.actor.actor.id;
  const gateState =
    state.gates.find((gate) => gate.gate === retractable?.gate) ??
    [...state.gates]
      .reverse()
      .find((gate) => gate.steps.some((step) => step.votes.some((vote) => vote.person === actor)));
  if (gateState === undefined)
    throw new DomainError('NOT_ALLOWED', 'There is no decision of yours here to take back.');
  const attempt = {
    gateState,
    actor,
    revUnchanged: retractable !== null && retractable.by === actor,
    at: world.now,
  };
  requireRetract(attempt);
  const course = new CaseCourse(state, world.now, world.actor.actor);
  const reopened = retractVote(attempt);
  course.happened('vote-retracted', {
    gate: reopened as unknown as Json,
    gateId: reopened.gate,
    decision: 'retract',
  });
  assert(retractable !== null, 'what may be taken back is known');
  armGate(course, world, reopened);
  for (const key of owed) if (retractable.undo.notices.includes(key)) course.cancel(key);
  retractSync(course, world, owed);
  const moved = retractable.state !== state.state || retractable.epoch !== state.epoch;
  if (moved) goBack(course, world, retractable);
  else clocksAfterRetract(course, world, retractable.undo);
  return course.decision();
}

/** Returns to the state before the decision, with whoever had the case then; its other gates that were called off are asked again. */
function goBack(course: CaseCourse, world: CaseWorld, before: Retractable): void {
  const { document } = world.definition;
  const state = stateOf(document.workflow, before.state);
  const from = course.state.state;
  const kept = course.state.owner;
  course.happened('state-entered', {
    state: state.id,
    from,
    category: state.category,
    outcome: state.outcome ?? null,
    transition: 'retract',
    accountable: state.owner?.role ?? document.owner.role,
    backup: state.backup?.role ?? document.backup.role,
    next: wordsOfNext(course.state, state, world),
    title: textIn(state.title, document.form.language),
  });
  clocksAfterRetract(course, world, before.undo);
  clocksOnState(course, world, from);
  oweExpiry(course, world);
  closeGates(course, world, state.gates ?? []);
  reopenCalledOff(course, world, before.undo.calledOff);
  const earlier = routedUnder(course.state, before.epoch);
  if (course.state.epoch !== before.epoch && earlier !== undefined) {
    course.cancel(routeKey(course.state.epoch));
    course.happened('routed', {
      epoch: course.state.epoch,
      kind: kept === null ? earlier.kind : 'assigned',
      person: kept ?? undefined,
      pool: earlier.pool,
      queue: earlier.queue,
      team: earlier.team,
      by: world.actor.actor.id,
      reason: 'the decision was taken back',
    });
  }
  // The state that is left may have called the routing off.
  if (isUndecided(course.state)) oweRouting(course, world.now);
  else if (course.state.placement === 'held' && before.undo.hold !== null)
    holdAgain(course, before.undo.hold);
  oweSeat(course, kept, world.now);
}

/** What came next there when it was left; as the designer wrote it where that is not known. */
function wordsOfNext({ nextIn }: CaseState, { id, next }: WorkflowState, world: CaseWorld): string | null {
  const said = nextIn?.[id];
  if (said !== undefined) return said;
  return next === undefined ? null : filledText(next, world);
}

/** Closing had ended the hold; its date stands. */
function holdAgain(course: CaseCourse, hold: NonNullable<CaseState['hold']>): void {
  course.happened('held', { hold: { ...hold } });
  if (hold.until !== null) oweHoldOver(course, hold.until);
}
