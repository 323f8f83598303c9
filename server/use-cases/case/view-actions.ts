import type { Ability } from '../../../domain/access/ability-of.ts';
import { formViewer } from '../../../domain/access/project-case.ts';
import { refusalTo } from '../../../domain/access/refusal-to.ts';
import type { CaseAction } from '../../../domain/access/subjects.ts';
import { DomainError } from '../../../domain/error/domain-error.ts';
import { editableFields } from '../../../domain/form/editable-fields.ts';
import { dutiesFor } from '../../../domain/stream/case/asides.ts';
import type { CaseWorld } from '../../../domain/stream/case/case-world.ts';
import { situationOf } from '../../../domain/stream/case/commands/move.ts';
import { relationsOf } from '../../../domain/stream/case/relations.ts';
import { actionsOf, type OfferedAction } from '../../../domain/workflow/transitions.ts';
import type { ReadableCase } from './readable-case.ts';
import { type ShownGate, type WhyNotNow, whyNotNow } from './view-gates.ts';

/** Something that can be done to the case, and why it is off for the viewer when it is. */
export interface ShownDeed {
  readonly id: Exclude<CaseAction, 'read'>;
  readonly enabled: boolean;
  readonly whyNot?: WhyNotNow;
}

/** A step of the workflow as a button shows it. */
export interface ShownStep extends Omit<OfferedAction, 'whyNot'> {
  /** Whether the product takes it by itself as soon as it can be taken. */
  readonly auto: boolean;
  readonly whyNot?: WhyNotNow;
}

/** What the viewer may do to a case, and why the rest is off. */
export interface ShownActions {
  readonly transitions: readonly ShownStep[];
  readonly deeds: readonly ShownDeed[];
  /** Ids of the fields the viewer may change now. */
  readonly editable: readonly string[];
}

const deeds: readonly Exclude<CaseAction, 'read'>[] = [
  'comment',
  'commentInternal',
  'assign',
  'claim',
  'release',
  'accept',
  'decline',
  'decide',
  'retract',
  'ask',
  'answer',
  'attach',
  'setPriority',
  'escalate',
  'withdraw',
  'reroute',
  'changeType',
  'edit',
  'watch',
  'snooze',
];

/** What a viewer may do to a case at this moment, with the reason for everything that is off. */
export function viewActions(
  ability: Ability,
  readable: ReadableCase,
  world: CaseWorld,
  gates: readonly ShownGate[],
): ShownActions {
  const { doc, subject, definition } = readable;
  const sees = formViewer(ability.viewer, relationsOf(doc.state, world.actor));
  const editable = editableFields(definition.document.form, doc.state.state, sees);
  const barred = refusalTo(ability, 'transition', subject);
  const auto = new Set(
    definition.document.workflow.transitions.flatMap((step) => (step.auto === true ? [step.id] : [])),
  );
  const transitions = actionsOf(situationOf(doc.state, world)).map((step): ShownStep => {
    const { whyNot, ...offered } = step;
    const plain = { ...offered, auto: auto.has(step.id) };
    if (barred !== undefined) return { ...plain, enabled: false, whyNot: whyNotNow(barred) };
    return whyNot === undefined ? plain : { ...plain, whyNot };
  });
  const about = { readable, transitions, gates, editable, now: world.now };
  return {
    transitions,
    editable,
    deeds: deeds.map((id) => {
      const refusal = refusalTo(ability, id, subject);
      const whyNot = refusal === undefined ? standingOff(id, ability, about) : whyNotNow(refusal);
      return whyNot === undefined ? { id, enabled: true } : { id, enabled: false, whyNot };
    }),
  };
}

interface About {
  readonly readable: ReadableCase;
  readonly transitions: readonly ShownStep[];
  readonly gates: readonly ShownGate[];
  readonly editable: readonly string[];
  readonly now: number;
}

/** Why something the viewer has the right to is nothing to be done now. */
function standingOff(id: ShownDeed['id'], { viewer }: Ability, about: About): WhyNotNow | undefined {
  const { readable, transitions, gates, editable, now } = about;
  const { asks, retractable } = readable.doc.state;
  switch (id) {
    case 'decide': {
      const open = gates.filter(({ status }) => status === 'open');
      if (open.some(({ mine }) => mine.may)) return undefined;
      return open[0]?.mine.whyNot ?? off('GATE_NOT_OPEN', 'No approval is open on this case.');
    }
    case 'retract':
      return retractable?.by === viewer.personId && now < retractable.until
        ? undefined
        : off('RETRACT_TOO_LATE', 'There is no decision of yours here that can still be taken back.');
    case 'answer':
      return asks.some(({ answeredAt }) => answeredAt === null)
        ? undefined
        : off('NOT_FOUND', 'No question is open.');
    case 'withdraw': {
      const way = transitions.find(({ kind }) => kind === 'withdraw');
      if (way === undefined) return off('TRANSITION_NOT_OFFERED', 'It can no longer be withdrawn from here.');
      return way.whyNot;
    }
    case 'edit':
      return editable.length > 0
        ? undefined
        : off('NOT_ALLOWED', 'No answer is yours to change in this state.');
    case 'snooze':
      return dutiesFor(readable.doc.state, viewer.personId).length > 0
        ? undefined
        : off('CONFLICT', 'Nothing is asked of you here.');
    default:
      return undefined;
  }
}

function off(code: WhyNotNow['code'], message: string): WhyNotNow {
  return whyNotNow(new DomainError(code, message));
}
