import type { Transition, WorkflowState } from '../workflow/workflow-schema.ts';
import type { Definition } from './definition-schema.ts';
import { type OverviewItem, told } from './overview-item.ts';
import { joined, type Speaker, sentence } from './speaker.ts';

/** How a case begins, and what ends a stay by itself. */
export function workflowSays(say: Speaker, { workflow, expiry }: Definition): string[] {
  const begins = `A case begins in ${say.state(workflow.initial)}.`;
  if (expiry === undefined) return [begins];
  const { state, field, transition } = expiry;
  const ends = `A stay in ${say.state(state)} ends by ${say.field(field)}: ${say.transition(transition)} is taken then.`;
  return [begins, ends];
}

/** The states of a case in their order, who answers for each, and the steps that lead on from it. */
export function stateItems(say: Speaker, { workflow, owner, backup }: Definition): OverviewItem[] {
  return workflow.states.map((state) =>
    told(state.id, say.text(state.title), stateSays(say, state, { owner, backup }), {
      category: state.category,
      notes: state.help === undefined ? [] : [say.text(state.help)],
      items: workflow.transitions
        .filter(({ from }) => from.includes(state.id))
        .map((step) => told(step.id, say.text(step.title), [stepSentence(say, step)])),
    }),
  );
}

function stateSays(say: Speaker, state: WorkflowState, type: Pick<Definition, 'owner' | 'backup'>): string[] {
  if (state.category === 'done')
    return [`The case is closed${state.outcome === undefined ? '' : ` as ${state.outcome}`}.`];
  const { owner = type.owner, backup = type.backup, chain, gates = [] } = state;
  const signed = joined(
    gates.map((id) => say.gate(id)),
    'and',
  );
  return [
    sentence(`${say.role(owner.role)} answers for it, and ${say.role(backup.role)} stands in`),
    ...(chain === undefined ? [] : [`A case that enters it is routed by ${say.chain(chain)}.`]),
    ...(gates.length === 0
      ? []
      : [`It is left only once ${signed} ${gates.length === 1 ? 'is' : 'are'} settled.`]),
    ...(state.next === undefined ? [] : [`Next: ${say.text(state.next)}`]),
  ];
}

const relations: Readonly<Record<string, string>> = {
  requester: 'the requester',
  assignee: 'the assignee',
  team: 'a member of its team',
  accountable: 'whoever answers for the state',
  approver: 'an approver',
  system: 'Signalbox itself',
};

/** Who may do something: `the assignee or any of the finance leads`. */
export function whoSaid(say: Speaker, who: readonly string[]): string {
  if (who.length === 0) return 'Signalbox itself';
  return joined(
    who.map((one) => (Object.hasOwn(relations, one) ? `${relations[one]}` : `any of the ${say.roles(one)}`)),
    'or',
  );
}

function stepSentence(say: Speaker, step: Transition): string {
  const who = step.auto ? 'is taken at once' : `may be taken by ${whoSaid(say, step.who)}`;
  const guard = step.guard === undefined ? '' : `, if ${say.asked(step.guard)}`;
  const requires = (step.requires ?? []).map((id) => say.field(id));
  const needs =
    requires.length === 0
      ? ''
      : `, once ${joined(requires, 'and')} ${requires.length === 1 ? 'is' : 'are'} filled in`;
  const comment = step.comment === 'required' ? ', with a comment' : '';
  const gates = step.beforeGates === true ? ', before the approvals are settled too' : '';
  return `Leads to ${say.state(step.to)} and ${who}${guard}${needs}${comment}${gates}.`;
}
