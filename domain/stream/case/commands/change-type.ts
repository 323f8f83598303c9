import { DomainError } from '../../../error/domain-error.ts';
import type { Json } from '../../../hash/canonical-json.ts';
import { cancelClock } from '../../../sla/cancel-clock.ts';
import { isClockLive } from '../../../sla/clock-status.ts';
import type { Decision } from '../../decision.ts';
import { CaseCourse } from '../case-course.ts';
import type { CaseState } from '../case-state.ts';
import type { CaseWorld } from '../case-world.ts';
import { clockKey, clocksOnSubmit } from '../clock-moves.ts';
import { enterState } from '../enter-state.ts';
import { closeGates } from '../gate-moves.ts';
import { requireOpen } from '../require-open.ts';
import { startRouting } from '../start-routing.ts';
import { humanEntries, type SubmittedFile, tablePriority } from './submit.ts';

/** Values that have passed the form of the other request type. */
export interface ChangeTypeCommand {
  readonly version: number;
  readonly values: { readonly [field: string]: Json };
  readonly title: string;
  readonly searchable: readonly string[];
  readonly duplicateKeys: readonly string[];
  readonly reason: string;
  /** Uploaded files that are new with these values. */
  readonly files: readonly SubmittedFile[];
}

/**
 * Makes a case one of another request type: what was open under the old one is called off, the new one begins anew, and the case is routed
 * again; whoever has it keeps it until then. `world` is that of the other type, its facts those after the change.
 * @throws DomainError CASE_CLOSED, REASON_REQUIRED, CONFLICT when it is of that type already.
 */
export function decideChangeType(state: CaseState, command: ChangeTypeCommand, world: CaseWorld): Decision {
  requireOpen(state);
  if (command.reason.trim() === '')
    throw new DomainError(
      'REASON_REQUIRED',
      'Say why it is of another type, so that the catalogue can be mended.',
    );
  const { document, hash } = world.definition;
  if (document.slug === state.type)
    throw new DomainError('CONFLICT', 'It is of this type already. Choose another one.');
  const course = new CaseCourse(state, world.now, world.actor.actor);
  callOff(course, world);
  course.happened(
    'type-changed',
    {
      type: document.slug,
      from: state.type,
      version: command.version,
      definition: hash,
      duplicateKeys: command.duplicateKeys,
    },
    {
      ...humanEntries(command.values),
      title: command.title,
      ...(command.searchable.length === 0 ? {} : { searchable: command.searchable }),
      reason: command.reason.trim(),
    },
  );
  for (const { id, digest, size, name, field } of command.files)
    course.happened('attached', { id, digest, size, field }, { name });
  const priority = tablePriority(world);
  if (state.priorityBy === 'table' && priority !== state.priority)
    course.happened('priority-set', { value: priority, before: state.priority, by: 'table' });
  clocksOnSubmit(course, world);
  enterState(course, world, document.workflow.initial, { transition: null });
  // What held it, queued it or let it wait was of the old type: where the new one begins without a chain, it must not stay there for ever.
  const { open, epoch, owner } = course.state;
  if (open && epoch === state.epoch && owner === null) startRouting(course, 'type-changed', world.now);
  return course.decision();
}

/** Nothing that the old type asked for is owed any more. */
function callOff(course: CaseCourse, world: CaseWorld): void {
  closeGates(course, world, []);
  for (const clock of course.state.clocks) {
    if (isClockLive(clock))
      course.happened('clock-changed', {
        clock: cancelClock(clock, world.now, 'the case is of another type now') as unknown as Json,
        tzdata: world.tzdata,
      });
    course.cancel(clockKey(clock.id));
  }
  for (const key of ['acknowledge', 'hold', 'expiry']) course.cancel(key);
}
