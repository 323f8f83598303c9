import type { CaseState } from '../../domain/stream/case/case-state.ts';
import { courses, type Step } from './courses.ts';
import type { DemoStage } from './demo-stage.ts';
import { planTwist } from './plan-twist.ts';
import { planVote } from './plan-vote.ts';
import {
  colleaguesOf,
  deedTurn,
  happensOnce,
  holdersOf,
  isAway,
  over,
  type Played,
  type Scene,
  type Turn,
  wait,
} from './scene.ts';
import { declineReasons, handOnReasons, withdrawalReasons, words } from './words.ts';

const dayMs = 86_400_000;

/** What people do next about a case as it stands. */
export async function planTurn(stage: DemoStage, played: Played, state: CaseState): Promise<Turn> {
  const { story } = played;
  const scene: Scene = { stage, played, state, course: courses[story.slug], fate: story.fate };
  if (!state.open) return reopened(scene);
  return (
    handedOn(scene) ??
    leftAlone(scene) ??
    withdrawn(scene) ??
    answered(scene) ??
    placed(scene) ??
    worked(scene)
  );
}

/** Whom it was given to first hands it on to who has it in the end. */
function handedOn(scene: Scene): Turn | undefined {
  const { state, fate, stage } = scene;
  const { holder } = fate;
  if (holder === undefined || state.owner === null || state.owner === holder) return undefined;
  const reason = stage.dice.one(handOnReasons);
  return deedTurn(scene, state.owner, { do: 'assign', to: holder, reason }, 25);
}

/** Found as it is at the end. */
function leftAlone({ state, fate }: Scene): Turn | undefined {
  const waitsForSignature = state.gates.some(({ status }) => status === 'open');
  return fate.leftIn === state.state || (fate.leftIn === 'gate' && waitsForSignature) ? over : undefined;
}

function reopened(scene: Scene): Turn {
  const { state, course, stage } = scene;
  const early = stage.until - stage.clock.now() > 3 * dayMs;
  if (!early || !course.reopen.from.includes(state.state) || !happensOnce(scene, 'reopened')) return over;
  const [who] = holdersOf(state.accountable, state.requester);
  return who === undefined ? over : stepTurn(scene, who, course.reopen.step);
}

function withdrawn(scene: Scene): Turn | undefined {
  const { state, fate, course, stage } = scene;
  if (fate.ends !== 'withdrawn' || state.state !== course.withdrawnIn) return undefined;
  const reason = stage.dice.one(withdrawalReasons);
  return deedTurn(scene, state.requester, { do: 'withdraw', reason }, 60);
}

function answered(scene: Scene): Turn | undefined {
  const { state, fate, played, stage } = scene;
  const ask = state.asks.find(({ answeredAt }) => answeredAt === null);
  if (ask === undefined) return undefined;
  if (fate.twists.has('asked-without-answer')) return over;
  const answer = stage.dice.one(words[played.story.slug].answers);
  return deedTurn(scene, ask.to, { do: 'answer', answer }, 50);
}

/** What people do about a case that nobody has. */
function placed(scene: Scene): Turn | undefined {
  const { state, stage } = scene;
  if (state.owner !== null) return undefined;
  if (state.placement === 'suppressed') return over;
  if (state.placement === 'held') return wait(720);
  if (state.placement === 'unassigned') return unassigned(scene);
  if (state.placement !== 'queued') return wait(45);
  const members = colleaguesOf(scene, null);
  if (state.lowUrgency || members.length === 0) return over;
  return deedTurn(scene, stage.dice.one(members), { do: 'claim' }, 45);
}

/** Sales leaves what lacks its inputs unassigned, so that they are asked for; elsewhere a lead gives it to somebody. */
function unassigned(scene: Scene): Turn {
  const { state, played } = scene;
  const [who, other = who] = holdersOf(state.accountable, state.requester);
  if (played.story.slug === 'sales-enquiry' || who === undefined || other === undefined) return over;
  const reason = 'Nobody was found by rule; this is yours.';
  return deedTurn(scene, who, { do: 'assign', to: other, reason }, 60);
}

/** What the owner and those who sign do. */
async function worked(scene: Scene): Promise<Turn> {
  const { state, stage } = scene;
  const owner = state.owner ?? state.requester;
  if (await isAway(stage, owner)) return wait(480);
  if (state.acceptedAt === null) {
    const declines = state.pool !== null && happensOnce(scene, 'declined');
    if (!declines) return deedTurn(scene, owner, { do: 'accept' }, 18);
    return deedTurn(scene, owner, { do: 'decline', reason: stage.dice.one(declineReasons) }, 5);
  }
  return (
    planTwist(scene, owner) ?? putAside(scene, owner) ?? (await planVote(scene)) ?? stepped(scene, owner)
  );
}

/** Cases that are found aside at the end are put there before anybody signs. */
function putAside(scene: Scene, owner: string): Turn | undefined {
  const { from, into, step } = scene.course.aside;
  const there = scene.state.state === from && scene.fate.leftIn === into;
  return there ? stepTurn(scene, owner, step) : undefined;
}

/** The next step of the workflow: refused, aside, by the longer way, or onward. */
function stepped(scene: Scene, owner: string): Turn {
  const { state, fate, course } = scene;
  const refuse = course.refuse[state.state];
  if (fate.ends === 'rejected' && refuse !== undefined) return stepTurn(scene, owner, refuse);
  if (course.detour !== undefined && takesDetour(scene, course.detour))
    return stepTurn(scene, owner, course.detour.step);
  if (state.state === course.aside.from && happensOnce(scene, 'sent-back'))
    return stepTurn(scene, owner, course.aside.step);
  const onward = (course.onward[state.state] ?? []).find((step) => fits(step, state));
  if (onward === undefined) return wait(720);
  if (onward.transition === 'finish' && state.values['iban'] === undefined) {
    const values = { iban: 'DE89370400440532013000' };
    return deedTurn(scene, owner, { do: 'edit', values, reason: 'Read on the phone, called back.' }, 20);
  }
  return stepTurn(scene, owner, onward);
}

function takesDetour({ state, fate, played, stage }: Scene, detour: { from: string; into: string }): boolean {
  if (state.state !== detour.from || played.happened.has('detoured')) return false;
  played.happened.add('detoured');
  return (
    fate.leftIn === detour.into || fate.leftIn === 'gate' || (fate.leftIn === null && stage.dice.chance(22))
  );
}

function fits({ when }: Step, { values }: CaseState): boolean {
  if (when === undefined) return true;
  const [field, wanted] = when;
  return wanted === true ? values[field] !== undefined : values[field] === wanted;
}

function stepTurn(scene: Scene, owner: string, { transition, by, comment = '' }: Step): Turn {
  const who = by === 'owner' ? owner : scene.state.requester;
  return deedTurn(scene, who, { do: 'step', transition, comment }, 110);
}
