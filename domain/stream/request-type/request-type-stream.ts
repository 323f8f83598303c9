import { assert } from '../../error/assert.ts';
import type { OpenedEvent } from '../event.ts';
import type { StreamSpec } from '../stream-spec.ts';

/** One published version. Versions are numbered from 1 and never change. */
export interface PublishedVersion {
  readonly n: number;
  /** Hash of its definition, under which the document is stored. */
  readonly hash: string;
  readonly at: number;
  readonly by: string;
  readonly reason: string;
}

/** When which version was the live one. */
export interface LiveSpan {
  readonly n: number;
  readonly from: number;
}

/** A kind of request: its versions, and which of them is live. */
export interface RequestTypeState {
  readonly slug: string;
  readonly title: string;
  readonly summary: string;
  readonly category: string;
  readonly keywords: readonly string[];
  readonly versions: readonly PublishedVersion[];
  /** Number of the live version; null before the first publish and after the type was retired. */
  readonly live: number | null;
  /** Newest last; at most 50. */
  readonly spans: readonly LiveSpan[];
  /** Versions that may not be submitted any more, however recently they were live. */
  readonly withdrawn: readonly number[];
}

const initial: RequestTypeState = {
  slug: '',
  title: '',
  summary: '',
  category: '',
  keywords: [],
  versions: [],
  live: null,
  spans: [],
  withdrawn: [],
};

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

function moveTo(state: RequestTypeState, n: number, event: OpenedEvent): RequestTypeState {
  const face = event.data['face'] as
    | { title: string; summary: string; category: string; keywords: string[] }
    | undefined;
  return { ...state, ...(face ?? {}), live: n, spans: [...state.spans, { n, from: event.at }].slice(-50) };
}

function evolve(state: RequestTypeState, event: OpenedEvent): RequestTypeState {
  const n = Number(event.data['n'] ?? 0);
  if (event.kind === 'published') {
    const version = {
      n,
      hash: text(event.data['hash']),
      at: event.at,
      by: event.actor.id,
      reason: text(event.human['reason']),
    };
    return moveTo(
      { ...state, slug: text(event.data['type']), versions: [...state.versions, version] },
      n,
      event,
    );
  }
  if (event.kind === 'rolled-back')
    return moveTo({ ...state, withdrawn: [...state.withdrawn, Number(event.data['from'])] }, n, event);
  assert(event.kind === 'retired', `a request type knows the event ${event.kind}`);
  return { ...state, live: null };
}

/** The stream of one request type. Publish and roll back move one pointer. */
export const requestTypeStream: StreamSpec<RequestTypeState> = {
  kind: 'requestType',
  initial,
  evolve,
  indexOf: (state, id) => ({
    lists: ['requestType', ...(state.live === null ? [] : ['requestType:live'])],
    sort: `${state.category.toLowerCase()} ${state.title.toLowerCase()} ${id}`,
  }),
};

/** The version a number names; undefined when there is none. */
export function versionOf(state: RequestTypeState, n: number | null): PublishedVersion | undefined {
  return n === null ? undefined : state.versions.find((version) => version.n === n);
}
