import { randomUUID } from 'node:crypto';
import { maybe, must, whoever } from '../../lib/api.server.ts';
import type { AppContext } from '../../lib/app-context.ts';
import { timesIn } from '../../lib/times.server.ts';
import { reachOf } from './scope-words.ts';

interface AnsweredToken {
  readonly id: string;
  readonly personId: string;
  readonly name: string;
  readonly scopes: readonly string[];
  readonly active: boolean;
  readonly createdAt: number;
  readonly expiresAt: number | null;
  readonly lastUsedAt: number | null;
}

interface Answer {
  readonly items: readonly AnsweredToken[];
  readonly next: string | null;
  readonly names: {
    readonly people: Readonly<Record<string, string>>;
    readonly services: readonly string[];
  };
}

interface People {
  readonly items: readonly { readonly id: string; readonly name: string; readonly kind: string }[];
}

/** What the page of tokens shows: a page of them in words, for whom one may be made, and one that is about to be revoked. */
export async function tokensPage(context: AppContext, url: URL) {
  const { id: me, roles, zone } = whoever(context);
  const admin = roles.includes('admin');
  const seesAll = admin || roles.includes('auditor');
  const of = seesAll && url.searchParams.get('of') === 'all' ? 'all' : 'me';
  const cursor = url.searchParams.get('cursor') ?? '';
  const [page, people] = await Promise.all([
    must<Answer>(context, 'listTokens', { query: { of, cursor, limit: 50, expand: 'names' } }),
    admin ? maybe<People>(context, 'listPeople', { query: { limit: 200 } }) : null,
  ]);
  const lines = page.items.map((token) => lineOf(token, page.names, zone));
  const revoke = url.searchParams.get('revoke');
  const ending = lines.find(({ id, active }) => active && id === revoke);
  return {
    ...{ of, seesAll, cursor, lines, next: page.next },
    mayRevoke: of === 'me' || admin,
    ending: ending === undefined ? null : { id: ending.id, name: ending.name, owner: ending.owner.name },
    revoked: url.searchParams.has('revoked'),
    owners: [
      { value: me, label: 'You' },
      ...(people?.items ?? [])
        .filter(({ kind }) => kind === 'service')
        .map(({ id, name }) => ({ value: id, label: `${name} (a program)` })),
    ],
    keys: { create: randomUUID(), revoke: randomUUID() },
  };
}

function lineOf(token: AnsweredToken, { people, services }: Answer['names'], zone: string) {
  const times = timesIn(zone);
  const { id, personId, name, scopes, createdAt, expiresAt, lastUsedAt } = token;
  const over = expiresAt !== null && expiresAt <= Date.now();
  return {
    ...{ id, name, over },
    active: token.active && !over,
    owner: { name: people[personId] ?? personId, program: services.includes(personId) },
    reach: reachOf(scopes),
    made: times.when(createdAt),
    ends: !token.active ? 'Revoked' : over ? 'Ended' : expiresAt === null ? 'Never' : null,
    endsAt: expiresAt === null ? null : times.when(expiresAt),
    used: lastUsedAt === null ? null : times.when(lastUsedAt),
  };
}
