import { describe, expect, it } from 'vitest';
import { onlyUpto } from '../../../../../server/use-cases/backup/only-upto.ts';
import { makeAggregate } from '../../../../support/make-aggregate.ts';
import { makeEffect } from '../../../../support/make-effect.ts';

const deliver = (position: number) =>
  makeEffect(`deliver:${position}`, { kind: 'deliver', payload: { position } });
const connection = (followed: number | null) =>
  makeAggregate('connection:crm', {
    kind: 'connection',
    state: { followed },
    effects: [deliver(9), deliver(11)],
  });

describe('a document restored to a log that ends at 10', () => {
  it('of a connection goes back to the end of that log and owes nothing of what came behind it', () => {
    const { state, effects } = onlyUpto(connection(15), 10);
    expect(state).toEqual({ followed: 10 });
    expect(effects.map(({ id }) => id)).toEqual(['deliver:9']);
  });

  it('stays where it was before it, or nowhere', () => {
    expect(onlyUpto(connection(7), 10).state).toEqual({ followed: 7 });
    expect(onlyUpto(connection(null), 10).state).toEqual({ followed: null });
  });

  it('of any other kind is as it was', () => {
    const doc = makeAggregate('case', { effects: [deliver(11)] });
    expect(onlyUpto(doc, 10)).toBe(doc);
  });
});
