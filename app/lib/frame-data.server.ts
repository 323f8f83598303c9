import { maybe } from './api.server.ts';
import type { AppContext } from './app-context.ts';
import { placesOf } from './places.server.ts';

/** How many things wait in each list; `more` when there are more than were counted. */
interface Counts {
  readonly [view: string]: { readonly count: number; readonly more: boolean };
}

/** What the frame around a page shows to somebody: who one is, where one can go, what waits there. */
export async function frameFor(context: AppContext, person: NonNullable<AppContext['person']>) {
  const [counts, personas] = await Promise.all([maybe<Counts>(context, 'countWork'), context.personas()]);
  return { person, groups: placesOf(person.roles, counts ?? {}), personas };
}

/** What the frame shows. */
export type FrameData = Awaited<ReturnType<typeof frameFor>>;
