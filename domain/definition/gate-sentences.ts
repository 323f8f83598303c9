import type { ApproverSource } from '../approval/approver-source-schema.ts';
import type { Gate, GateStep, Quorum } from '../approval/gate-schema.ts';
import { joined, type Speaker, spanInWords } from './speaker.ts';

/** Which requests need whose approval, by when, and what happens otherwise. */
export function gateSentences(say: Speaker, gates: readonly Gate[]): string[] {
  return gates.map((gate) => {
    const which =
      gate.when === undefined ? 'Every request needs' : `If ${say.asked(gate.when)}, a request needs`;
    const steps = gate.steps.map((step) => stepInWords(say, step)).join('; then ');
    const rejected =
      gate.onRejected === undefined ? '' : ` A rejection takes the step ${say.transition(gate.onRejected)}.`;
    return `${which} “${say.text(gate.title)}”: ${steps}.${rejected}`;
  });
}

function stepInWords(say: Speaker, step: GateStep): string {
  const people = sourcesInWords(say, step.approvers);
  return `${quorumInWords(step.quorum)} of ${people}${deadlineInWords(say, step)}`;
}

function deadlineInWords(say: Speaker, { deadline, onDeadline, backup }: GateStep): string {
  if (deadline === undefined) return '';
  const within = `, within ${spanInWords(deadline.duration)}`;
  const others = backup === undefined ? 'those above are asked' : `${sourcesInWords(say, backup)} are asked`;
  const otherwise = {
    escalate: others,
    remind: 'they are reminded',
    approve: 'it counts as approved',
    reject: 'it counts as rejected',
  };
  return onDeadline === undefined ? within : `${within}, else ${otherwise[onDeadline]}`;
}

function quorumInWords(quorum: Quorum): string {
  if (quorum.kind === 'any') return 'any one';
  if (quorum.kind === 'all') return 'all';
  return quorum.kind === 'n' ? String(quorum.n) : `${quorum.percent} %`;
}

function sourcesInWords(say: Speaker, sources: readonly ApproverSource[]): string {
  return joined(
    sources.map((source) => {
      if ('role' in source) return `those with the role ${source.role}`;
      if ('team' in source) return `the team ${source.team}`;
      if ('field' in source) return `the person in ${say.field(source.field)}`;
      return 'manager' in source ? 'the requester’s manager' : 'the account’s owner';
    }),
    'and',
  );
}
