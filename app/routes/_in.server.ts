import type { LoaderFunctionArgs } from '@remix-run/node';
import { maybe, whoever } from '../lib/api.server.ts';
import { placesOf } from '../lib/places.server.ts';

/** How many things wait in each list; `more` when there are more than were counted. */
interface Counts {
  readonly [view: string]: { readonly count: number; readonly more: boolean };
}

/** What the frame around every page shows: who one is, where one can go, what waits there. */
export async function loader({ context }: LoaderFunctionArgs) {
  const person = whoever(context);
  const [counts, personas] = await Promise.all([maybe<Counts>(context, 'countWork'), context.personas()]);
  return { person, groups: placesOf(person.roles, counts ?? {}), personas };
}
