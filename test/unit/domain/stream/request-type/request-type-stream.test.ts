import { describe, expect, it } from 'vitest';
import type { OpenedEvent } from '../../../../../domain/stream/event.ts';
import {
  type RequestTypeState,
  requestTypeStream,
  versionOf,
} from '../../../../../domain/stream/request-type/request-type-stream.ts';

const face = (title: string) => ({ title, summary: 's', category: 'Money', keywords: ['k'] });
const event = (
  kind: string,
  data: OpenedEvent['data'],
  at = 1,
  human: OpenedEvent['human'] = {},
): OpenedEvent => {
  return { kind, data, at, seq: at, actor: { kind: 'person', id: 'ana' }, human };
};
const published = (n: number, title = 'Refund') =>
  event('published', { n, hash: `h${n}`, type: 'refund', face: face(title) }, n, { reason: `why ${n}` });
const given = (...events: OpenedEvent[]): RequestTypeState =>
  events.reduce(requestTypeStream.evolve, requestTypeStream.initial);

describe('a request type', () => {
  it('has versions that never change, and one that is live', () => {
    const state = given(published(1), published(2, 'Refunds'));
    expect(state).toMatchObject({ slug: 'refund', title: 'Refunds', live: 2, withdrawn: [] });
    expect(state.versions).toEqual([
      { n: 1, hash: 'h1', at: 1, by: 'ana', reason: 'why 1' },
      { n: 2, hash: 'h2', at: 2, by: 'ana', reason: 'why 2' },
    ]);
    expect(state.spans).toEqual([
      { n: 1, from: 1 },
      { n: 2, from: 2 },
    ]);
    expect(versionOf(state, 1)?.hash).toBe('h1');
    expect([versionOf(state, 7), versionOf(state, null)]).toEqual([undefined, undefined]);
  });

  it('goes back to an earlier version with its face, and withdraws the other', () => {
    const back = event('rolled-back', { n: 1, from: 2, face: face('Refund') }, 3);
    expect(given(published(1), published(2, 'Refunds'), back)).toMatchObject({
      title: 'Refund',
      live: 1,
      withdrawn: [2],
      spans: [{ n: 1 }, { n: 2 }, { n: 1, from: 3 }],
    });
  });

  it('stands among the live ones until it is retired', () => {
    const state = given(published(1));
    expect(requestTypeStream.indexOf(state, 'requestType:refund')).toEqual({
      lists: ['requestType', 'requestType:live'],
      sort: 'money refund requestType:refund',
    });
    const retired = given(published(1), event('retired', {}));
    expect(retired.live).toBeNull();
    expect(requestTypeStream.indexOf(retired, 'requestType:refund').lists).toEqual(['requestType']);
  });

  it('keeps its face when an event has none, and what was erased is empty', () => {
    const state = given(published(1), event('published', { n: 2 }));
    expect(state).toMatchObject({ title: 'Refund', live: 2 });
    expect(state.versions[1]).toMatchObject({ hash: '', reason: '' });
  });

  it('remembers when which version was live, fifty times back', () => {
    const state = given(...Array.from({ length: 60 }, (_, i) => published(i + 1)));
    expect([state.spans.length, state.spans[0]?.n, state.versions.length]).toEqual([50, 11, 60]);
  });

  it('knows no other events', () => {
    expect(() => given(event('sold', {}))).toThrow('a request type knows the event sold');
  });
});
