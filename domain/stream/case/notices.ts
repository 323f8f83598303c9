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
