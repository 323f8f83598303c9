import { type LoaderFunctionArgs, redirect } from '@remix-run/node';
import type { StartFigures } from '../../server/use-cases/lists/start-figures.ts';
import { holderOf } from '../features/requests/holder-of.server.ts';
import { askedOfMe, type Brief, type Listed } from '../features/start/asked-of-me.server.ts';
import { firstSteps } from '../features/start/first-steps.server.ts';
import { must } from '../lib/api.server.ts';
import type { AppContext } from '../lib/app-context.ts';
import { catalogueOf } from '../lib/catalogue-types.server.ts';
import { type Times, timesIn } from '../lib/times.server.ts';

/** The start page: what is asked of whoever is signed in, what became of what they asked for, and what they may ask; what to do first where there is nothing yet. */
export async function loader({ context }: LoaderFunctionArgs) {
  if (context.person === null) throw redirect('/sign-in');
  const times = timesIn(context.person.zone);
  const [state, { types, recent }, asked, own, live] = await Promise.all([
    must<StartFigures>(context, 'getStart'),
    catalogueOf(context),
    askedOfMe(context, times),
    ownRequests(context, times),
    must<{ readonly items: readonly unknown[] }>(context, 'listRequestTypes', { query: { limit: 1 } }),
  ]);
  const rank = (slug: string): number => (recent.includes(slug) ? recent.indexOf(slug) : recent.length);
  return {
    state,
    asked,
    own,
    types: types.toSorted((one, other) => rank(one.slug) - rank(other.slug)),
    steps: live.items.length === 0 ? await firstSteps(context) : [],
  };
}

/** The newest open requests of the reader, each with who has it or what is asked. */
async function ownRequests(context: AppContext, times: Times) {
  const { items, names } = await must<Listed<Brief>>(context, 'listCases', {
    query: { view: 'requested', open: 'true', limit: 5, expand: 'names' },
  });
  return items.map((brief) => ({
    key: brief.id,
    to: `/requests/${brief.id}`,
    number: brief.number,
    title: brief.title,
    second: `${names.cases[brief.id]?.state ?? ''}, ${holderInWords(brief, names.people)}`,
    due: times.due(brief.dueAt),
    dueOf: names.cases[brief.id]?.clock ?? null,
  }));
}

function holderInWords(brief: Brief, people: Listed<Brief>['names']['people']): string {
  const holder = holderOf(brief, people);
  return brief.owner === null ? `${holder.charAt(0).toLowerCase()}${holder.slice(1)}` : `${holder} has it`;
}
