import { maybe, must, whoever } from '../../lib/api.server.ts';
import type { AppContext } from '../../lib/app-context.ts';
import { type Times, timesIn } from '../../lib/times.server.ts';
import type { Option } from './directory-view.ts';
import { type Me, whoAsks } from './rights.server.ts';

type Context = Pick<AppContext, 'api' | 'person'>;

/** What ids stand for, as the API names them. */
export interface Names {
  readonly people: Readonly<Record<string, string>>;
  readonly teams: Readonly<Record<string, string>>;
  readonly calendars: Readonly<Record<string, string>>;
  readonly accounts: Readonly<Record<string, string>>;
}

/** A page of the API's. */
export interface Answered<T> {
  readonly items: readonly T[];
  readonly next: string | null;
  readonly names: Names;
}

/** What every page of the directory is made from: whoever asks, and the API as they may use it. */
export interface Desk {
  readonly context: Context;
  readonly me: Me;
  /** The zone times are shown in. */
  readonly zone: string;
  readonly times: Times;
  readonly now: number;
  /** Everybody active, to choose from; asked for once. */
  people(): Promise<readonly Option[]>;
  teams(): Promise<readonly Option[]>;
  calendars(): Promise<readonly Option[]>;
  accounts(): Promise<readonly Option[]>;
}

/** Lays out a desk for whoever is signed in. */
export async function openDesk(context: Context): Promise<Desk> {
  const { zone } = whoever(context);
  const now = Date.now();
  return {
    context,
    me: await whoAsks(context),
    zone,
    times: timesIn(zone, now),
    now,
    people: once(() => everything(context, 'listPeople')),
    teams: once(() => everything(context, 'listTeams')),
    calendars: once(() => everything(context, 'listCalendars')),
    accounts: once(() => everything(context, 'listAccounts')),
  };
}

function once<T>(ask: () => Promise<T>): () => Promise<T> {
  let asked: Promise<T> | undefined;
  return () => {
    asked ??= ask();
    return asked;
  };
}

interface Named {
  readonly id: string;
  readonly kind?: string;
  readonly name?: string;
  readonly title?: string;
}

/** The most that a form offers to choose from; whoever is not among them is named by id. */
const offeredAtMost = 1_000;

async function everything(context: Context, operationId: string): Promise<Option[]> {
  const found: Option[] = [];
  for (let cursor: string | null = ''; cursor !== null && found.length < offeredAtMost; ) {
    const page: Pick<Answered<Named>, 'items' | 'next'> | null = await maybe(context, operationId, {
      query: { limit: 200, cursor },
    });
    for (const { id, name, title } of page?.items ?? []) found.push({ id, label: name ?? title ?? id });
    cursor = page?.next ?? null;
  }
  return found;
}

/** One object with the names of what it refers to. */
export function readObject<T>(
  { context }: Pick<Desk, 'context'>,
  operationId: string,
  id: string,
): Promise<
  T & { readonly id: string; readonly rev: number; readonly active: boolean; readonly names: Names }
> {
  return must(context, operationId, { params: { id }, query: { expand: 'names' } });
}
