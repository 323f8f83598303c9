import { addWorkingTime } from '../../domain/calendar/add-working-time.ts';
import { isOpen } from '../../domain/calendar/is-open.ts';
import { nextOpening } from '../../domain/calendar/next-opening.ts';
import { DomainError } from '../../domain/error/domain-error.ts';
import type { CaseState } from '../../domain/stream/case/case-state.ts';
import { lookForWaiting } from '../use-cases/route/look-for-waiting.ts';
import { createAgenda } from './agenda.ts';
import { doDeed } from './deeds.ts';
import type { DemoStage } from './demo-stage.ts';
import { handIn } from './hand-in.ts';
import type { Happening } from './happenings.ts';
import { passTime } from './pass-time.ts';
import { planTurn } from './plan-turn.ts';
import type { Played, Turn } from './scene.ts';
import type { Story } from './stories/story.ts';

const minuteMs = 60_000;
const dayMs = 86_400_000;

/** What a play came to. */
export interface PlaySummary {
  readonly cases: number;
  readonly deeds: number;
  /** What people tried and a rule refused: they look at the case again later. */
  readonly refused: readonly { readonly case: string; readonly deed: string; readonly why: string }[];
}

/** Plays stories to the end of the stage: people act in their working hours, the product's own effects fall due in between. */
export async function playMonth(
  stage: DemoStage,
  stories: readonly Story[],
  happenings: readonly Happening[] = [],
): Promise<PlaySummary> {
  const agenda = createAgenda<() => Promise<void>>();
  const summary = { cases: 0, deeds: 0, refused: [] as PlaySummary['refused'][number][] };
  const look = async (played: Played): Promise<void> => {
    const doc = await stage.services.deps.store.aggregates.load<CaseState>(played.id);
    if (doc === undefined) return;
    // As the running product does every few seconds, where somebody waits for a free seat.
    if (doc.state.placement === 'waiting' && doc.state.pool !== null)
      await lookForWaiting(stage.services.deps, doc.state.pool);
    // Planned on a copy: what is put off because its actor is not at work has not happened yet.
    const tried = { ...played, happened: new Set(played.happened) };
    const turn = await planTurn(stage, tried, doc.state);
    const { next, done } = await follow(stage, tried, turn, (deed, why) =>
      summary.refused.push({ case: doc.state.number, deed, why }),
    );
    if (done) summary.deeds += 1;
    if (next !== undefined) agenda.add(next, () => look(done ? tried : played));
  };
  for (const story of stories) {
    agenda.add(submissionTime(stage, story), async () => {
      const id = await handIn(stage, story);
      summary.cases += 1;
      const first = stage.clock.now() + stage.dice.around(12) * minuteMs;
      agenda.add(first, () => look({ id, story, happened: new Set() }));
    });
  }
  for (const { at, run } of happenings) agenda.add(at, run);
  await passTime(stage, { until: stage.until, agenda });
  return summary;
}

/** When a story begins: so many days before the end, moved into a working day of its requester that is not over yet. */
function submissionTime(stage: DemoStage, { requester, fate }: Story): number {
  const wanted = Math.max(stage.from, Math.round(stage.until - fate.age * dayMs));
  const hours = stage.hoursOf(requester);
  if (isOpen(hours, wanted, 0)) return wanted;
  const later = addWorkingTime(hours, nextOpening(hours, wanted), stage.dice.around(180) * minuteMs);
  return later < stage.until ? later : lastOpen(hours, wanted);
}

/** The latest time before an instant, by whole hours, at which somebody is at work; the instant itself where that was over a fortnight ago. */
function lastOpen(hours: Hours, instant: number): number {
  for (let back = 1; back <= 14 * 24; back += 1)
    if (isOpen(hours, instant - back * 60 * minuteMs, 0)) return instant - back * 60 * minuteMs;
  return instant;
}

/** The instant itself when somebody is at work then, else some time after they next come in. */
function openFrom(stage: DemoStage, person: string, instant: number): number {
  const hours = stage.hoursOf(person);
  if (isOpen(hours, instant, 0)) return instant;
  return nextOpening(hours, instant) + stage.dice.around(40) * minuteMs;
}

type Hours = ReturnType<DemoStage['hoursOf']>;

interface Followed {
  /** When the case is looked at again; undefined when nothing more is done about it. */
  readonly next: number | undefined;
  readonly done: boolean;
}

async function follow(
  stage: DemoStage,
  played: Played,
  turn: Turn,
  refused: (deed: string, why: string) => void,
): Promise<Followed> {
  const now = stage.clock.now();
  if (turn.kind === 'over') return { next: undefined, done: false };
  if (turn.kind === 'wait') return { next: now + turn.minutes * minuteMs, done: false };
  const { who, deed, minutes, urgent } = turn;
  const hours = stage.hoursOf(who);
  if (!urgent && !isOpen(hours, now, 0)) return { next: openFrom(stage, who, now), done: false };
  try {
    await doDeed(stage, who, played.id, deed);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const what = deed.do === 'step' ? `${deed.do} ${deed.transition}` : deed.do;
    refused(what, `${error.code}: ${error.message}`);
    return { next: addWorkingTime(hours, now, 4 * 60 * minuteMs), done: true };
  }
  const after = minutes * minuteMs;
  return { next: urgent ? now + after : addWorkingTime(hours, now, after), done: true };
}
