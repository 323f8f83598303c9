import { refusalToDecide } from '../../../domain/approval/decide-gate.ts';
import type { GateStatus, SeatedApprover, Vote } from '../../../domain/approval/gate-state.ts';
import { presentStep } from '../../../domain/approval/open-gate.ts';
import type { RefusalCode } from '../../../domain/error/codes.ts';
import type { DomainError } from '../../../domain/error/domain-error.ts';
import { textIn } from '../../../domain/form/text-schema.ts';
import type { Values } from '../../../domain/form/values.ts';
import { caseBasis } from '../../../domain/stream/case/case-basis.ts';
import type { CaseState } from '../../../domain/stream/case/case-state.ts';
import type { CaseWorld } from '../../../domain/stream/case/case-world.ts';
import { attemptOf } from '../../../domain/stream/case/commands/decide-on.ts';
import { seatingOf } from '../../../domain/stream/case/gate-moves.ts';
import { decidingFields, gateReason } from './gate-reason.ts';
import { type TimeLeft, timeLeft } from './time-left.ts';

/** Why something is off, in a code, in words, and with who could do it. */
export interface WhyNotNow {
  readonly code: RefusalCode;
  readonly message: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** A gate as people see it. */
export interface ShownGate {
  readonly id: string;
  readonly title: string;
  readonly round: number;
  readonly status: GateStatus;
  readonly openedAt: number;
  readonly closedAt: number | null;
  /** Why it is asked for, in a sentence with the answers the viewer may see; null when its designer did not say. */
  readonly why: string | null;
  /** The fields whose answers it is asked for, of those the viewer may see. */
  readonly decides: readonly string[];
  /** The step people sign now; null when none is open. */
  readonly step: {
    readonly id: string;
    readonly title: string;
    readonly needed: number;
    readonly dueAt: number | null;
    /** How near its deadline is; null without one. */
    readonly left: TimeLeft | null;
    readonly incident: string | null;
    /** Who may sign it at this moment. */
    readonly maySign: readonly SeatedApprover[];
  } | null;
  readonly votes: readonly (Vote & { readonly step: string })[];
  /** Whether the viewer may approve now, and if not, why. */
  readonly mine: { readonly may: boolean; readonly whyNot?: WhyNotNow };
  /** Whether it can be sent back, so that it is asked again later. */
  readonly returnable: boolean;
}

/** A refusal as it is shown beside what it turns off. */
export function whyNotNow({ code, message, data }: DomainError): WhyNotNow {
  return { code, message, data };
}

/** The gates of a case with who may sign them at this moment, told with `values`: the answers the viewer may see. */
export function viewGates(state: CaseState, world: CaseWorld, values: Values): ShownGate[] {
  const basis = caseBasis(state, world.definition);
  const { form } = world.definition.document;
  const { language } = form;
  return state.gates.flatMap((gateState) => {
    const gate = world.definition.gates.get(gateState.gate);
    if (gate === undefined) return [];
    const { round, status, openedAt, closedAt } = gateState;
    const command = { gate: gate.id, decision: 'approve', comment: '', basis } as const;
    const refusal = refusalToDecide(attemptOf(state, command, world));
    const step = presentStep(gateState);
    const seating = step === undefined ? undefined : seatingOf(state, world, gate, gateState.step);
    const stepTitle = gate.steps[gateState.step]?.title ?? '';
    return [
      {
        id: gate.id,
        title: textIn(gate.title, language),
        round,
        status,
        openedAt,
        closedAt,
        why: gateReason(form, gate, values),
        decides: decidingFields(form, gate, values),
        step:
          step === undefined || seating === undefined
            ? null
            : {
                id: step.id,
                title: textIn(stepTitle, language),
                needed: seating.needed,
                dueAt: step.dueAt,
                left: timeLeft({ state, ...world }, step.dueAt),
                incident: seating.incident,
                maySign: seating.approvers,
              },
        votes: gateState.steps.flatMap((one) => one.votes.map((vote) => ({ ...vote, step: one.id }))),
        returnable: gate.onReturned !== undefined,
        mine: refusal === undefined ? { may: true } : { may: false, whyNot: whyNotNow(refusal) },
      },
    ];
  });
}
