import type { ApproverSource } from '../approval/approver-source-schema.ts';
import type { Gate, GateStep, Quorum } from '../approval/gate-schema.ts';
import { type OverviewItem, told } from './overview-item.ts';
import { joined, type Speaker, sentence, spanInWords } from './speaker.ts';

/** Which requests need whose approval, by when, and what happens otherwise. */
export function gateItems(say: Speaker, gates: readonly Gate[]): OverviewItem[] {
  return gates.map((gate) => {
    const which =
      gate.when === undefined ? 'Every request needs' : `If ${say.asked(gate.when)}, a request needs`;
    const [first] = gate.steps;
    const alone = gate.steps.length === 1 && first !== undefined;
    const needs = alone ? stepInSentence(say, first) : `${gate.steps.length} approvals, one after the other`;
    return told(gate.id, say.text(gate.title), [`${which} ${needs}.`, ...endings(say, gate)], {
      notes: gate.help === undefined ? [] : [say.text(gate.help)],
      items: alone ? [] : gate.steps.map((step, index) => stepItem(say, step, index)),
    });
  });
}

function stepItem(say: Speaker, step: GateStep, index: number): OverviewItem {
  return told(step.id, say.text(step.title), [sentence(stepInSentence(say, step))], { number: index + 1 });
}

function endings(
  say: Speaker,
  { onApproved, onRejected, onReturned, escalation, inputs = [] }: Gate,
): string[] {
  const ways = [
    ['Once approved', onApproved],
    ['A rejection', onRejected],
    ['A return', onReturned],
  ] as const;
  return [
    ...ways.flatMap(([what, step]) =>
      step === undefined
        ? []
        : [
            what === 'Once approved'
              ? `${what}, ${say.transition(step)} is taken.`
              : `${what} takes ${say.transition(step)}.`,
          ],
    ),
    ...(escalation === undefined
      ? []
      : [sentence(`if nobody of them is there, ${sourcesInSentence(say, escalation)} decide`)]),
    ...(inputs.length === 0
      ? []
      : [
          `It is asked again when ${joined(
            inputs.map((id) => say.field(id)),
            'or',
          )} changes.`,
        ]),
  ];
}

/** Whose approval a step asks, by when, and what happens then: `any one of the finance approvers, within 2 working days, else …`. */
function stepInSentence(say: Speaker, step: GateStep): string {
  return `${signers(say, step)}${deadlineInSentence(say, step)}`;
}

function signers(say: Speaker, { quorum, approvers }: GateStep): string {
  const [only] = approvers;
  const one = approvers.length === 1 && only !== undefined && isOnePerson(only);
  if (one && quorum.kind !== 'percent') return sourcesInSentence(say, approvers);
  return `${quorumInSentence(quorum)} of ${sourcesInSentence(say, approvers)}`;
}

function isOnePerson(source: ApproverSource): boolean {
  return 'field' in source || 'manager' in source || 'accountOwner' in source;
}

function deadlineInSentence(say: Speaker, { deadline, onDeadline, backup }: GateStep): string {
  if (deadline === undefined) return '';
  const within = `, within ${spanInWords(deadline.duration)}`;
  const others = backup === undefined ? 'it is escalated' : `${sourcesInSentence(say, backup)} are asked`;
  const otherwise = {
    escalate: others,
    remind: 'they are reminded',
    approve: 'it counts as approved',
    reject: 'it counts as rejected',
  };
  return onDeadline === undefined ? within : `${within}, else ${otherwise[onDeadline]}`;
}

/** How many have to approve. */
export function quorumInSentence(quorum: Quorum): string {
  if (quorum.kind === 'any') return 'any one';
  if (quorum.kind === 'all') return 'all';
  return quorum.kind === 'n' ? String(quorum.n) : `${quorum.percent} %`;
}

/** Who they are. */
export function sourcesInSentence(say: Speaker, sources: readonly ApproverSource[]): string {
  return joined(
    sources.map((source) => {
      if ('role' in source) return `the ${say.roles(source.role)}`;
      if ('team' in source) return `the team ${say.team(source.team)}`;
      if ('field' in source) return `the person in ${say.field(source.field)}`;
      return 'manager' in source ? 'the requester’s manager' : 'the account’s owner';
    }),
    'and',
  );
}
