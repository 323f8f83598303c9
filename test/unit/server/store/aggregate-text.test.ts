import { describe, expect, it } from 'vitest';
import type { ChainedEvent } from '../../../../domain/stream/event.ts';
import { aggregateText } from '../../../../server/store/aggregate-text.ts';
import { makeAggregate } from '../../../support/make-aggregate.ts';
import { makeEvent } from '../../../support/make-log-row.ts';

/** An event whose data is `data`. */
function eventWith(data: unknown): ChainedEvent {
  const made = makeEvent('s', 1);
  return { ...made, event: { ...made.event, data: data as ChainedEvent['event']['data'] } };
}

describe('the text of an aggregate', () => {
  it('reads back as the aggregate, whether its events are new or were written before', () => {
    const tail = [makeEvent('s', 1), makeEvent('s', 2)];
    const first = makeAggregate('a', { tail, state: { '10': 1, b: [{}] } });
    expect(JSON.parse(aggregateText(first).text)).toEqual(first);
    const second = makeAggregate('a', { tail: [...tail, makeEvent('s', 3)], _v: 2 });
    const { text, same } = aggregateText(second);
    expect(JSON.parse(text)).toEqual(second);
    expect(same).toBe(true);
  });

  it('freezes the aggregate and every event of it', () => {
    const doc = makeAggregate('a', { tail: [makeEvent('s', 1)], state: { deep: {} } });
    aggregateText(doc);
    for (const part of [doc, doc.tail, doc.tail[0], doc.tail[0]?.event.data, doc.state, doc.index.lists]) {
      expect(Object.isFrozen(part)).toBe(true);
    }
  });

  it('refuses undefined in the state, in an event and in a sealed value', () => {
    expect(() => aggregateText(makeAggregate('a', { state: { x: undefined } }))).toThrow('plain JSON');
    expect(() => aggregateText(makeAggregate('a', { tail: [eventWith({ x: undefined })] }))).toThrow(
      'plain JSON',
    );
    const sealed = { name: { salt: 's', value: undefined as unknown as null } };
    expect(() => aggregateText(makeAggregate('a', { tail: [{ ...makeEvent('s', 1), sealed }] }))).toThrow();
  });

  it('tells of a minus zero in an event each time', () => {
    const doc = makeAggregate('a', { tail: [eventWith({ zero: -0 })] });
    expect(aggregateText(doc).same).toBe(false);
    expect(aggregateText({ ...doc, _v: 2 }).same).toBe(false);
  });
});
