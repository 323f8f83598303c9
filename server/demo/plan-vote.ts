import type { GateState } from '../../domain/approval/gate-state.ts';
import type { Deed } from './deeds.ts';
import { deedTurn, happensOnce, isAway, type Scene, type Turn, wait } from './scene.ts';
import { words } from './words.ts';

type Vote = Pick<Extract<Deed, { do: 'vote' }>, 'decision' | 'comment'>;

/** Who signs next, and how; undefined when nobody has to. */
export async function planVote(scene: Scene): Promise<Turn | undefined> {
  const gate = scene.state.gates.find(({ status }) => status === 'open');
  if (gate === undefined) return undefined;
  const who = await signerOf(scene, gate);
  if (who === undefined) return wait(480);
  const vote = voteOf(scene);
  const retracts = vote.decision === 'approve' && happensOnce(scene, 'retracted');
  return deedTurn(scene, who, { do: 'vote', gate: gate.gate, ...vote, retracts }, retracts ? 3 : 110);
}

/** The first of those who may sign the present step, is here and has not signed yet. */
async function signerOf({ stage, state }: Scene, gate: GateState): Promise<string | undefined> {
  const signed = new Set(
    gate.steps.flatMap(({ votes }) =>
      votes.flatMap(({ person, retractedAt }) => (retractedAt === undefined ? [person] : [])),
    ),
  );
  for (const { person } of gate.steps[gate.step]?.approvers ?? []) {
    if (!signed.has(person) && person !== state.requester && !(await isAway(stage, person))) return person;
  }
  return undefined;
}

function voteOf(scene: Scene): Vote {
  const { stage, played, fate, course, state } = scene;
  const { dice } = stage;
  const { approvals, refusals } = words[played.story.slug];
  const ownerCannot = course.refuse[state.state] === undefined;
  if (
    fate.ends === 'rejected' &&
    (ownerCannot || dice.chance(60)) &&
    !played.happened.has('refused-at-gate')
  ) {
    played.happened.add('refused-at-gate');
    return { decision: 'reject', comment: dice.one(refusals) };
  }
  if (dice.chance(40) && happensOnce(scene, 'sent-back'))
    return { decision: 'return', comment: 'Say in the request what it replaces, then send it again.' };
  return { decision: 'approve', comment: dice.one(approvals) };
}
