import { describe, expect, it } from 'vitest';
import { aggregateText } from '../../../../server/store/aggregate-text.ts';
import { makeAggregate } from '../../../support/make-aggregate.ts';
import { makeEvent } from '../../../support/make-log-row.ts';

describe('the text of an aggregate', () => {
  it('reads back as the aggregate, whether its events are new or were written before', () => {
    const tail = [makeEvent('s', 1), makeEvent('s', 2)];
    const first = makeAggregate('a', { tail, state: { '10': 1, b: [{}] } });
    expect(JSON.parse(aggregateText(first))).toEqual(first);
    const second = makeAggregate('a', { tail: [...tail, makeEvent('s', 3)], _v: 2 });
    expect(JSON.parse(aggregateText(second))).toEqual(second);
    expect(JSON.parse(aggregateText(second))).toEqual(second);
  });
});
