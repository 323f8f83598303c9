import type { CaseState } from '../../domain/stream/case/case-state.ts';
import { demoPeople } from './company/people.ts';
import { demoTeams } from './company/teams.ts';
import type { Course } from './courses.ts';
import type { Deed } from './deeds.ts';
import type { DemoStage } from './demo-stage.ts';
import type { Fate, Story, Twist } from './stories/story.ts';

/** A case on its way, and what of its story has happened. */
export interface Played {
  readonly id: string;
  readonly story: Story;
  readonly happened: Set<Twist | 'refused-at-gate' | 'detoured'>;
}

/** What comes next for a case: nothing any more, a wait, or a deed of somebody and how long they take over it. */
export type Turn =
  | { readonly kind: 'over' }
  | { readonly kind: 'wait'; readonly minutes: number }
  | {
      readonly kind: 'deed';
      readonly who: string;
      readonly deed: Deed;
      /** Of that person's working time, until the case is looked at again. */
      readonly minutes: number;
      /** Done by day and by night. */
      readonly urgent: boolean;
    };

/** What is read to plan a turn. */
export interface Scene {
  readonly stage: DemoStage;
  readonly played: Played;
  readonly state: CaseState;
  readonly course: Course;
  readonly fate: Fate;
}

/** Nothing more is done about the case. */
export const over: Turn = { kind: 'over' };

/** The case is looked at again later. */
export const wait = (minutes: number): Turn => ({ kind: 'wait', minutes });

/** Somebody does something and takes about so long over it; slow stories take longer. */
export function deedTurn({ stage, state, fate }: Scene, who: string, deed: Deed, minutes: number): Turn {
  const taken = Math.max(1, Math.round(stage.dice.around(minutes) * fate.pace));
  return { kind: 'deed', who, deed, minutes: taken, urgent: state.values['severity'] === 'sev1' };
}

/** True the first time a twist of this story may happen. */
export function happensOnce({ played, fate }: Scene, twist: Twist): boolean {
  if (!fate.twists.has(twist) || played.happened.has(twist)) return false;
  played.happened.add(twist);
  return true;
}

/** Whether somebody is on leave, away or gone. */
export async function isAway(stage: DemoStage, person: string): Promise<boolean> {
  const member = await stage.services.deps.directory.member(person);
  const now = stage.clock.now();
  if (member === undefined || !member.person.active) return true;
  return member.person.leave.some(({ from, until }) => from <= now && now < until);
}

/** The people with a business role, but one. */
export function holdersOf(role: string, except: string): readonly string[] {
  return demoPeople.filter(({ id, roles }) => roles.includes(role) && id !== except).map(({ id }) => id);
}

/** The members of the case's team who may take it: neither its requester nor the one named. */
export function colleaguesOf({ state }: Scene, except: string | null): readonly string[] {
  const members = demoTeams.find(({ id }) => id === state.team)?.members ?? [];
  return members.filter((id) => id !== except && id !== state.requester && id !== state.behalf);
}
