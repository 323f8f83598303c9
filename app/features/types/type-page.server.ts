import { maybe, must, whoever } from '../../lib/api.server.ts';
import type { AppContext } from '../../lib/app-context.ts';
import { type Times, timesIn } from '../../lib/times.server.ts';

interface HistoryEvent {
  readonly kind: string;
  readonly at: number;
  readonly seq: number;
  readonly actor: { readonly id: string };
  readonly data: Readonly<Record<string, unknown>>;
  readonly human: Readonly<Record<string, unknown>>;
}

interface HistoryAnswer {
  readonly items: readonly HistoryEvent[];
  readonly next: string | null;
  readonly names?: { readonly people: Readonly<Record<string, string>> };
}

/** What became of a request type, newest first. */
interface TypeDeed {
  readonly id: number;
  readonly kind: 'published' | 'rolled-back' | 'retired';
  readonly n: number;
  /** The version that was taken back. */
  readonly from: number | null;
  readonly who: string;
  readonly at: { readonly words: string; readonly exact: string };
  readonly why: string;
}

/** A request type as its pages head it. */
export interface TypeHead {
  readonly slug: string;
  readonly title: string;
  readonly live: number | null;
  readonly deeds: readonly TypeDeed[];
  /** Versions that may not be submitted any more. */
  readonly withdrawn: readonly number[];
  /** Whether this person designs. */
  readonly designs: boolean;
}

/** The type with what became of it; its errors are the page's. */
export async function typeHead(context: AppContext, slug: string): Promise<TypeHead> {
  const { zone, roles } = whoever(context);
  const about = { params: { slug } };
  const type = await must<{ readonly title: string; readonly live: number | null }>(
    context,
    'getRequestType',
    about,
  );
  const deeds = await deedsOf(context, slug, timesIn(zone));
  return {
    slug,
    title: type.title,
    live: type.live,
    deeds,
    withdrawn: deeds.flatMap(({ from }) => (from === null ? [] : [from])),
    designs: mayDesign(roles),
  };
}

/** Whether somebody with these roles makes drafts and publishes; the API asks again. */
export function mayDesign(roles: readonly string[]): boolean {
  return roles.includes('designer');
}

const pages = 10;

async function deedsOf(context: AppContext, slug: string, times: Times): Promise<TypeDeed[]> {
  const deeds: TypeDeed[] = [];
  let cursor: string | null = '';
  for (let page = 0; cursor !== null && page < pages; page += 1) {
    const answer: HistoryAnswer = await must(context, 'listRequestTypeHistory', {
      params: { slug },
      query: { limit: 200, cursor, expand: 'names' },
    });
    for (const event of answer.items) deeds.push(deedOf(event, answer.names?.people ?? {}, times));
    cursor = answer.next;
  }
  return deeds.reverse();
}

function deedOf(
  { kind, at, seq, actor, data, human }: HistoryEvent,
  people: Readonly<Record<string, string>>,
  times: Times,
): TypeDeed {
  const told = kind === 'rolled-back' || kind === 'retired' ? kind : 'published';
  return {
    id: seq,
    kind: told,
    n: Number(data['n'] ?? 0),
    from: told === 'rolled-back' ? Number(data['from']) : null,
    who: people[actor.id] ?? actor.id,
    at: times.when(at),
    why: typeof human['reason'] === 'string' ? human['reason'] : '',
  };
}

/** Whether there is a request type by this address that was never published. */
export async function isOnlyDraft(context: AppContext, slug: string): Promise<boolean> {
  const about = { params: { slug } };
  if ((await context.api('getRequestType', about)).ok) return false;
  return (await maybe(context, 'getDraft', about)) !== null;
}
