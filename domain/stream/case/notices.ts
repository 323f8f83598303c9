import type { CaseCourse } from './case-course.ts';
import type { CaseWorld } from './case-world.ts';

/** Why somebody is told: the words of a notice are chosen by this. */
export const noticeReasons = [
  'assigned',
  'approve',
  'asked',
  'answered',
  'mentioned',
  'decided',
  'closed',
  'escalated',
  'overdue',
  'due-soon',
  'remind',
  'handed-over',
  'unassigned',
  'incident',
  'changed',
  'commented',
] as const;
export type NoticeReason = (typeof noticeReasons)[number];

/** Decisions reach the outside 8 s later, so that they can be taken back unseen. In ms. */
export const retractWindowMs = 8_000;

/** Tells a person (or every holder of a role, `role:…`) about the case; a suppressed case tells nobody but those who answer for it. */
export function oweNotice(
  course: CaseCourse,
  world: CaseWorld,
  notice: { to: string; why: NoticeReason; delayMs?: number; ref?: string },
): void {
  if (course.state.quiet && !notice.to.startsWith('role:')) return;
  if (notice.to === world.actor.actor.id || notice.to === '') return;
  if (notice.ref !== watcherRef)
    for (const { key, person } of toldAsWatchers(course))
      if (reaches(world, notice.to, person)) course.forgo(key);
  course.owe({
    kind: 'notify',
    key: `notify:${notice.why}:${notice.to}${notice.ref === undefined ? '' : `:${notice.ref}`}`,
    dueAt: world.now + (notice.delayMs ?? 0),
    payload: {
      to: notice.to,
      why: notice.why,
      ref: notice.ref ?? null,
      state: course.state.state,
      owedAt: world.now,
    },
  });
}

/** What those who watch are told of, the weightiest last: one command tells each of them one thing. */
const watched = ['commented', 'changed', 'closed', 'decided'] as const satisfies readonly NoticeReason[];
type Watched = (typeof watched)[number];

const watcherRef = 'watching';

/** Tells everybody who watches the case, save whom this command tells something else anyway. */
export function tellWatchers(course: CaseCourse, world: CaseWorld, why: Watched, delayMs = 0): void {
  const told = toldAsWatchers(course);
  for (const person of course.state.watchers) {
    const before = told.find((one) => one.person === person);
    if (before === undefined && isTold(course, world, person)) continue;
    if (before !== undefined && watched.indexOf(before.why) >= watched.indexOf(why)) continue;
    if (before !== undefined) course.forgo(before.key);
    oweNotice(course, world, { to: person, why, delayMs, ref: watcherRef });
  }
}

/** Whom this command tells something because they watch. */
function toldAsWatchers(course: CaseCourse): { key: string; person: string; why: Watched }[] {
  return course.owed('notify').flatMap(({ key, payload = {} }) => {
    const why = watched.find((one) => one === payload['why']);
    return payload['ref'] === watcherRef && why !== undefined
      ? [{ key, person: String(payload['to']), why }]
      : [];
  });
}

const isTold = (course: CaseCourse, world: CaseWorld, person: string): boolean =>
  course.owed('notify').some(({ payload }) => reaches(world, String(payload?.['to']), person));

/** Whether a notice to a person or `role:…` is one to this person. */
const reaches = ({ directory }: CaseWorld, to: string, person: string): boolean =>
  to === person || (to.startsWith('role:') && directory.holders(to.slice('role:'.length)).includes(person));
