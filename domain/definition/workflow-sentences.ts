import { whoInWords } from '../workflow/who-in-words.ts';
import type { Transition, WorkflowState } from '../workflow/workflow-schema.ts';
import type { Definition } from './definition-schema.ts';
import { joined, type Speaker } from './speaker.ts';

/** The states of a case, who answers for each, and the steps between them. */
export function workflowSentences(say: Speaker, { workflow, owner, backup, expiry }: Definition): string[] {
  const { initial, states, transitions } = workflow;
  const ending = expiry === undefined ? [] : [expirySentence(say, expiry)];
  return [
    `A case begins in ${say.state(initial)}.`,
    ...states.map((state) => stateSentence(say, state, { owner, backup })),
    ...transitions.map((step) => stepSentence(say, step)),
    ...ending,
  ];
}

function stateSentence(
  say: Speaker,
  state: WorkflowState,
  type: Pick<Definition, 'owner' | 'backup'>,
): string {
  if (state.category === 'done') {
    const outcome = state.outcome === undefined ? '' : ` as ${state.outcome}`;
    return `In ${say.state(state.id)} the case is closed${outcome}.`;
  }
  const { owner = type.owner, backup = type.backup } = state;
  return `In ${say.state(state.id)} the role ${owner.role} answers for it, and ${backup.role} stands in.`;
}

function stepSentence(say: Speaker, step: Transition): string {
  const from = joined(
    step.from.map((id) => say.state(id)),
    'or',
  );
  const who = step.auto ? 'is taken at once' : `may be taken by ${whoInWords(step.who)}`;
  const guard = step.guard === undefined ? '' : ` if ${say.asked(step.guard)}`;
  const requires = (step.requires ?? []).map((id) => say.field(id));
  const needs =
    requires.length === 0
      ? ''
      : `, once ${joined(requires, 'and')} ${requires.length === 1 ? 'is' : 'are'} filled in`;
  const comment = step.comment === 'required' ? ', with a comment' : '';
  return `From ${from}, ${say.transition(step.id)} leads to ${say.state(step.to)} and ${who}${guard}${needs}${comment}.`;
}

function expirySentence(
  say: Speaker,
  { state, field, transition }: NonNullable<Definition['expiry']>,
): string {
  return `A stay in ${say.state(state)} ends by ${say.field(field)}: ${say.transition(transition)} is taken then.`;
}
