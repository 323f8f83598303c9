import type { CaseCourse } from './case-course.ts';

/** The key of the effect that routes one epoch. */
export const routeKey = (epoch: number): string => `route:${epoch}`;

/** Opens a new epoch and owes its routing from `dueAt` on; the routing of an epoch nobody decided is no longer owed. */
export function startRouting(course: CaseCourse, cause: string, dueAt: number): void {
  const epoch = course.state.epoch + 1;
  if (course.state.epoch > 0) course.cancel(routeKey(course.state.epoch));
  course.happened('routing-asked', { epoch, cause });
  oweRouting(course, dueAt);
}

/** Owes the routing of the present epoch from `dueAt` on. */
export function oweRouting(course: CaseCourse, dueAt: number): void {
  const { epoch } = course.state;
  course.owe({ kind: 'route', key: routeKey(epoch), dueAt, payload: { epoch } });
}

/** Owes the truth about a person's slot for this case (protocol 9). */
export function oweSeat(course: CaseCourse, person: string | null, now: number): void {
  if (person !== null) course.owe({ kind: 'seat', key: `seat:${person}`, dueAt: now, payload: { person } });
}
