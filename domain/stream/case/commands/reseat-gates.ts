import { withSeats } from '../../../approval/close-step.ts';
import { presentStep } from '../../../approval/open-gate.ts';
import type { Seating } from '../../../approval/resolve-approvers.ts';
import { canonicalJson } from '../../../hash/canonical-json.ts';
import type { Decision } from '../../decision.ts';
import { CaseCourse } from '../case-course.ts';
import type { CaseState } from '../case-state.ts';
import type { CaseWorld } from '../case-world.ts';
import { advanceGate, seatingOf } from '../gate-moves.ts';

/**
 * Asks for the signatures that the open gates wait for of those who can give them now: after somebody went or is away their delegate,
 * the backup, or those who answer for the case take the seat; after they are back, or somebody else may sign, they are asked. Nothing happens where nobody's seat changes.
 */
export function decideReseatGates(state: CaseState, world: CaseWorld): Decision {
  const course = new CaseCourse(state, world.now, world.actor.actor);
  for (const open of state.gates.filter(({ status }) => status === 'open')) {
    const gate = world.definition.gates.get(open.gate);
    const gateState = course.state.gates.find((other) => other.gate === open.gate);
    if (gate === undefined || gateState?.status !== 'open' || !course.state.open) continue;
    const seating = seatingOf(course.state, world, gate, gateState.step);
    const step = presentStep(gateState);
    if (step === undefined || seatsOf(step) === seatsOf(seating)) continue;
    advanceGate(course, world, gate, { gateState: withSeats(gateState, seating) });
  }
  return course.decision();
}

/** Who is asked, in a form that can be compared. */
const seatsOf = ({ approvers, needed, incident, missing = [] }: Seats) =>
  canonicalJson({ approvers, needed, incident, missing });

type Seats = Pick<Seating, 'approvers' | 'needed' | 'incident'> & Partial<Pick<Seating, 'missing'>>;
