import { chainOfState } from '../../definition/chain-of-state.ts';
import { assert } from '../../error/assert.ts';
import { textIn } from '../../form/text-schema.ts';
import { autoTransition, stateOf } from '../../workflow/transitions.ts';
import type { Transition } from '../../workflow/workflow-schema.ts';
import type { CaseCourse } from './case-course.ts';
import type { CaseWorld } from './case-world.ts';
import { clockKey, clocksOnReopening, clocksOnState } from './clock-moves.ts';
import { oweExpiry } from './expiry.ts';
import { filledText } from './filled-text.ts';
import { allGatesPassed, closeGates, openGates } from './gate-moves.ts';
import { oweNotice, tellWatchers } from './notices.ts';
import { oweSync } from './owe-sync.ts';
import { routedUnder } from './settled-route.ts';
import { oweSeat, routeKey, startRouting } from './start-routing.ts';

/** Automatic steps one command may take, so that a circle of them ends. */
const longestAuto = 20;

/**
 * Enters a state: on record with who answers for it, clocks moved, gates opened, routing started where the state names a chain;
 * then takes the automatic steps that are possible from there. A closed case gives its seat back and owes nothing any more;
 * one that is opened again takes it back and runs against its clocks again, or is routed where nobody active had it for such a state.
 */
export function enterState(
  course: CaseCourse,
  world: CaseWorld,
  stateId: string,
  how: { readonly transition: string | null; readonly delayMs?: number; readonly taken?: number },
): void {
  const { document } = world.definition;
  const state = stateOf(document.workflow, stateId);
  const { state: from, closedAt } = course.state;
  const reopens = from !== '' && !course.state.open;
  course.happened('state-entered', {
    state: state.id,
    from: from === '' ? undefined : from,
    category: state.category,
    outcome: state.outcome ?? null,
    transition: how.transition,
    accountable: state.owner?.role ?? document.owner.role,
    backup: state.backup?.role ?? document.backup.role,
    next: state.next === undefined ? null : filledText(state.next, world),
    title: textIn(state.title, document.form.language),
  });
  if (reopens) clocksOnReopening(course, world, { from, closedAt });
  clocksOnState(course, world, from);
  oweSync(course, world, 'state-entered', how.delayMs);
  if (state.category === 'done') {
    oweSync(course, world, 'closed', how.delayMs);
    close(course, world);
    return;
  }
  tellWatchers(course, world, 'changed', how.delayMs);
  oweExpiry(course, world);
  closeGates(course, world, state.gates ?? []);
  openGates(course, world, state.gates ?? []);
  if (state.chain !== undefined)
    startRouting(course, from === '' ? 'submitted' : `entered:${state.id}`, world.now + (how.delayMs ?? 0));
  if (reopens) takeUpAgain(course, world, state.chain === undefined);
  takeAutomatic(course, world, how);
}

/** A case that is opened again goes back to whoever had it, if they are who its state asks for; else it is routed, if that has not begun. */
function takeUpAgain(course: CaseCourse, world: CaseWorld, idle: boolean): void {
  const { owner } = course.state;
  const kept = owner !== null && world.directory.person(owner)?.active === true && isForState(course, world);
  if (idle && !kept) startRouting(course, 'reopened', world.now);
  oweSeat(course, owner, world.now);
}

/** Whether the present epoch was decided by the chain that finds who acts in the present state. */
function isForState({ state }: CaseCourse, { definition }: CaseWorld): boolean {
  const decidedFor = routedUnder(state, state.epoch)?.state;
  return (
    decidedFor !== undefined && chainOfState(definition, decidedFor) === chainOfState(definition, state.state)
  );
}

/** Takes the automatic step of the present state, if its guard holds and its gates have passed. */
export function takeAutomatic(
  course: CaseCourse,
  world: CaseWorld,
  how: { readonly delayMs?: number; readonly taken?: number } = {},
): void {
  const taken = how.taken ?? 0;
  const { workflow } = world.definition.document;
  const step: Transition | undefined = autoTransition(
    workflow,
    course.state.state,
    world.facts,
    allGatesPassed(course.state),
  );
  if (step === undefined) return;
  assert(taken < longestAuto, 'automatic steps come to an end');
  enterState(course, world, step.to, { transition: step.id, delayMs: how.delayMs ?? 0, taken: taken + 1 });
}

function close(course: CaseCourse, world: CaseWorld): void {
  closeGates(course, world, []);
  course.cancel(routeKey(course.state.epoch));
  for (const clock of course.state.clocks) course.cancel(clockKey(clock.id));
  for (const key of ['acknowledge', 'hold', 'expiry']) course.cancel(key);
  oweSeat(course, course.state.owner, world.now);
  for (const person of [course.state.requester, course.state.behalf]) {
    if (person !== null && course.state.requesterKind === 'person')
      oweNotice(course, world, { to: person, why: 'closed', delayMs: 8_000 });
  }
  tellWatchers(course, world, 'closed', 8_000);
}
