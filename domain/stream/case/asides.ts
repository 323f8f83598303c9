import type { NewEvent } from '../event.ts';
import type { Aside, CaseState } from './case-state.ts';
import { type Duty, dutiesOf } from './duties.ts';
import { clockIn } from './evolve/fold.ts';

/** The longest somebody puts a case aside, in ms. */
export const longestAsideMs = 60 * 86_400_000;

/** The key of the effect that brings a case back to whoever put it aside. */
export const wakeKey = (person: string): string => `wake:${person}`;

/** Who put aside what the case asks of them. */
export const asidesOf = (state: Pick<CaseState, 'asides'>): readonly Aside[] => state.asides ?? [];

/** What a person put aside of the case; undefined when they did not. */
export function asideOf(state: Pick<CaseState, 'asides'>, person: string): Aside | undefined {
  return asidesOf(state).find((aside) => aside.person === person);
}

/** What a case asks of one person. */
export function dutiesFor(state: CaseState, person: string): Duty[] {
  return dutiesOf(state).filter((duty) => duty.person === person);
}

/** The case without what is aside for people of whom it asks nothing any more. */
export function withoutEnded(state: CaseState): CaseState {
  const asides = asidesOf(state);
  const kept = asides.filter(({ person }) => dutiesFor(state, person).length > 0);
  return kept.length === asides.length ? state : { ...state, asides: kept };
}

/** One event of a case as it was before and after it. */
export interface Happening {
  readonly event: Pick<NewEvent, 'kind' | 'data'>;
  /** Who brought it about. */
  readonly by: string;
  readonly before: CaseState;
  readonly after: CaseState;
}

/** What wakes everybody but whoever brought it about. */
const news: ReadonlySet<string> = new Set([
  'answered',
  'state-entered',
  'escalated',
  'routed',
  'assigned',
  'released',
  'declined',
]);

/**
 * Whether somebody who put the case aside has to know of it at once: something new is asked of them, somebody else spoke or moved it,
 * or a clock of it ran out.
 */
export function isNewsTo(person: string, { event, by, before, after }: Happening): boolean {
  const known = new Set(dutiesFor(before, person).map(keyOf));
  if (dutiesFor(after, person).some((duty) => !known.has(keyOf(duty)))) return true;
  if (by === person) return false;
  if (event.kind === 'commented') return event.data['visibility'] === 'public' || readsRemarks(after, person);
  if (event.kind === 'clock-changed') return ranOut(event, before);
  return news.has(event.kind);
}

const keyOf = ({ task, about }: Duty): string => `${task} ${about}`;

/** Whoever works on the case reads what is said among those who do, unless it is their own request. */
function readsRemarks(state: CaseState, person: string): boolean {
  return (
    person !== (state.behalf ?? state.requester) &&
    dutiesFor(state, person).some(({ task }) => task !== 'answer')
  );
}

function ranOut(event: Pick<NewEvent, 'data'>, before: CaseState): boolean {
  const clock = clockIn(event);
  const breaches = (intervals: readonly { readonly kind: string }[] = []): number =>
    intervals.filter(({ kind }) => kind === 'breached').length;
  return breaches(clock.intervals) > breaches(before.clocks.find(({ id }) => id === clock.id)?.intervals);
}
