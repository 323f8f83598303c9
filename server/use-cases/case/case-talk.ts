import type { Ask } from '../../../domain/stream/case/case-state.ts';
import type { OpenedEvent } from '../../../domain/stream/event.ts';
import { historyOf } from '../directory/read-object.ts';
import type { CaseDeps } from './case-command.ts';
import { eventsFor } from './case-events.ts';
import type { ReadableCase } from './readable-case.ts';

/** One remark on a case. */
export interface ShownComment {
  readonly id: string;
  readonly by: string;
  readonly at: number;
  readonly visibility: 'public' | 'internal';
  /** Absent when it was erased. */
  readonly text?: string;
  readonly mentions: readonly string[];
}

/** One question and what was answered. */
export interface ShownAsk extends Ask {
  readonly answer: string | null;
  readonly answeredBy: string | null;
}

/** What was said about a case, oldest first. */
export interface CaseTalk {
  readonly comments: readonly ShownComment[];
  readonly asks: readonly ShownAsk[];
}

/** How far back a case's page looks for what was said. */
const recentEvents = 200;

/** What was said in the last 200 events of a case, as the viewer is shown it. */
export async function caseTalk(deps: Pick<CaseDeps, 'store'>, readable: ReadableCase): Promise<CaseTalk> {
  const { doc } = readable;
  const { state } = doc;
  if (state.comments === 0 && state.asks.length === 0) return { comments: [], asks: [] };
  const after = Math.max(0, doc.seq - recentEvents);
  const events = eventsFor(readable, await historyOf(deps.store, doc._id, after, recentEvents));
  const answers = new Map(
    events.filter(({ kind }) => kind === 'answered').map((event) => [String(event.data['ask']), event]),
  );
  return {
    comments: events.filter(({ kind }) => kind === 'commented').map(commentIn),
    asks: state.asks.map((ask) => {
      const answer = answers.get(ask.id);
      return { ...ask, answer: textIn(answer, 'answer') ?? null, answeredBy: answer?.actor.id ?? null };
    }),
  };
}

function commentIn(event: OpenedEvent): ShownComment {
  const { data, actor, at } = event;
  const text = textIn(event, 'text');
  const mentions = data['mentions'];
  return {
    id: String(data['id']),
    by: actor.id,
    at,
    visibility: data['visibility'] === 'internal' ? 'internal' : 'public',
    ...(text === undefined ? {} : { text }),
    mentions: Array.isArray(mentions) ? mentions.map(String) : [],
  };
}

function textIn(event: OpenedEvent | undefined, name: string): string | undefined {
  const value = event?.human[name];
  return typeof value === 'string' ? value : undefined;
}
