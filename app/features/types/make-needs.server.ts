import { createHash } from 'node:crypto';
import type { Need } from '../../../domain/definition/needs-of.ts';
import { must, whoever } from '../../lib/api.server.ts';
import type { AppContext } from '../../lib/app-context.ts';
import { needTitle } from './needs.server.ts';

/** What was made of what a draft needs, each with where it is changed, and what was refused. */
export interface MadeNeeds {
  readonly intent: 'needs';
  readonly made: readonly { readonly key: string; readonly words: string; readonly to: string }[];
  readonly refused: readonly { readonly key: string; readonly words: string; readonly detail: string }[];
}

interface Deed {
  readonly operationId: string;
  readonly params?: Readonly<Record<string, string>>;
  readonly body: Readonly<Record<string, unknown>>;
}

interface Makers {
  readonly me: string;
  /** Who signs beside them; empty for nobody. */
  readonly second: string;
  readonly zone: string;
  readonly reason: string;
}

const words: Readonly<Record<Need['kind'], string>> = {
  role: 'Role',
  team: 'Team',
  pool: 'Pool',
  calendar: 'Calendar',
  connection: 'Connection',
};

/** Makes what a draft needs, one after the other, by the commands everybody uses: what one of them refuses does not hold up the rest. */
export async function makeNeeds(
  context: AppContext,
  slug: string,
  { key, second, title }: { readonly key: string; readonly second: string; readonly title: string },
): Promise<MadeNeeds> {
  const { id: me, zone } = whoever(context);
  const { items } = await must<{ readonly items: readonly Need[] }>(context, 'listDraftNeeds', {
    params: { slug },
  });
  const makers = { me, second: second === me ? '' : second, zone, reason: `Needed by ${title}` };
  const made: MadeNeeds['made'][number][] = [];
  const refused: MadeNeeds['refused'][number][] = [];
  for (const need of items) {
    const deeds = deedsOf(need, makers);
    if (deeds.length === 0) continue;
    const told = { key: `${need.kind}-${need.id}`, words: `${words[need.kind]} ${needTitle(need)}` };
    const detail = await allDone(context, deeds, `${key}-${told.key}`);
    if (detail === undefined) made.push({ ...told, to: placeOf(need) });
    else refused.push({ ...told, detail });
  }
  return { intent: 'needs', made, refused };
}

/** Undefined when everything was done, else why not. */
async function allDone(
  context: AppContext,
  deeds: readonly Deed[],
  key: string,
): Promise<string | undefined> {
  for (const [index, { operationId, ...ask }] of deeds.entries()) {
    const own = createHash('sha256').update(`${key}-${index}`).digest('hex').slice(0, 32);
    const answer = await context.api(operationId, { ...ask, key: own });
    if (!answer.ok) return answer.errors[0]?.detail ?? answer.detail;
  }
  return undefined;
}

/** What has to be done for a need, in order; nothing for what nobody makes by a button. */
function deedsOf(need: Need, makers: Makers): Deed[] {
  const { id, kind, lack, second } = need;
  const { me, zone, reason } = makers;
  const people = second && makers.second !== '' ? [me, makers.second] : [me];
  const body = { id, title: needTitle(need), reason };
  if (kind === 'role') {
    const named: Deed[] = lack === 'missing' ? [{ operationId: 'nameRole', body }] : [];
    return [...named, ...people.map((person) => granted(person, id, reason))];
  }
  if (kind === 'calendar') {
    const day = [{ from: '09:00', to: '17:00' }];
    const week = { 1: day, 2: day, 3: day, 4: day, 5: day };
    return [{ operationId: 'createCalendar', body: { ...body, zone, week } }];
  }
  if (kind === 'connection') return [];
  return lack === 'missing'
    ? [grouped(kind, body, people)]
    : people.map((person) => joined(need, person, reason));
}

const granted = (person: string, role: string, reason: string): Deed => ({
  operationId: 'changeRoles',
  params: { id: person },
  body: { action: 'grant', role, reason },
});

function grouped(kind: 'team' | 'pool', body: Deed['body'], people: readonly string[]): Deed {
  if (kind === 'team')
    return { operationId: 'createTeam', body: { ...body, members: people, lead: people[0] ?? null } };
  const members = people.map((person) => ({ person, weight: 1 }));
  return { operationId: 'createPool', body: { ...body, members } };
}

const joined = ({ kind, id }: Need, person: string, reason: string): Deed => ({
  operationId: kind === 'team' ? 'joinTeam' : 'joinPool',
  params: { id },
  body: { person, reason },
});

function placeOf({ kind, id }: Need): string {
  return kind === 'role' ? '/settings/roles' : `/directory/${kind}s/${id}`;
}
