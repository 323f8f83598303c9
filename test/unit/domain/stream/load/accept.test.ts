import { describe, expect, it } from 'vitest';
import { decideAccept } from '../../../../../domain/stream/load/accept.ts';
import { loadStream } from '../../../../../domain/stream/load/load-stream.ts';
import { foldDecisions } from '../../../../support/fold-decisions.ts';

describe('a load', () => {
  it('stops accepting and accepts again, each once, and keeps what it holds', () => {
    const stream = foldDecisions(loadStream, 'load:ana', 1);
    expect(decideAccept(stream.state, true).events).toEqual([]);
    stream.take((state) => decideAccept(state, false));
    expect(stream.state).toEqual({ accepts: false, slots: [] });
    expect(decideAccept(stream.state, false).events).toEqual([]);
    stream.take((state) => decideAccept(state, true));
    expect(stream.state.accepts).toBe(true);
    expect(stream.lists).toEqual(['load']);
    const kept = loadStream.evolve(
      { accepts: true, slots: [{ caseId: 'c1', at: 1 }] },
      { kind: 'stopped-accepting', at: 1, seq: 1, actor: { kind: 'system', id: 'x' }, data: {}, human: {} },
    );
    expect(kept.slots).toEqual([{ caseId: 'c1', at: 1 }]);
  });

  it('knows no other event', () => {
    const event = {
      kind: 'danced',
      at: 1,
      seq: 1,
      actor: { kind: 'system', id: 'x' } as const,
      data: {},
      human: {},
    };
    expect(() => loadStream.evolve(loadStream.initial, event)).toThrow('a load knows the event');
  });
});
