import { maybe } from '../../lib/api.server.ts';
import type { AppContext } from '../../lib/app-context.ts';
import type { CaseAnswer } from './case-answers.ts';

/** Somebody who can be chosen. */
export interface Choice {
  readonly id: string;
  readonly name: string;
  readonly note: string;
  /** Works where the case is. */
  readonly near: boolean;
}

interface People {
  readonly items: readonly {
    readonly id: string;
    readonly kind: string;
    readonly name: string;
    readonly title?: string;
  }[];
  readonly next: string | null;
}

interface Members {
  readonly members: readonly (string | { readonly person: string })[];
}

/** Who a case could be handed to or asked: those of its team and pool first, then everybody active. */
export async function peopleFor(
  context: Pick<AppContext, 'api' | 'person'>,
  { team, pool, owner, requester }: CaseAnswer,
  deed: string,
): Promise<Choice[]> {
  const [people, teamMembers, poolMembers] = await Promise.all([
    everybody(context),
    team === null ? null : maybe<Members>(context, 'getTeam', { params: { id: team.id } }),
    pool === null ? null : maybe<Members>(context, 'getPool', { params: { id: pool } }),
  ]);
  const ids = [...(poolMembers?.members ?? []), ...(teamMembers?.members ?? [])].map((member) =>
    typeof member === 'string' ? member : member.person,
  );
  const near = new Set(deed === 'ask' ? [requester, ...(owner === null ? [] : [owner])] : ids);
  const choices = people
    .filter(({ id, kind }) => kind === 'person' && id !== (deed === 'assign' ? owner : null))
    .map(({ id, name, title }) => ({ id, name, note: title ?? '', near: near.has(id) }));
  return choices.sort((a, b) => Number(b.near) - Number(a.near) || a.name.localeCompare(b.name, 'en-GB'));
}

async function everybody(context: Pick<AppContext, 'api' | 'person'>): Promise<People['items'][number][]> {
  const found: People['items'][number][] = [];
  for (let cursor: string | null = ''; cursor !== null && found.length < 1_000; ) {
    const page: People | null = await maybe<People>(context, 'listPeople', { query: { limit: 200, cursor } });
    found.push(...(page?.items ?? []));
    cursor = page?.next ?? null;
  }
  return found;
}
