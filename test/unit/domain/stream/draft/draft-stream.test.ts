import { describe, expect, it } from 'vitest';
import type { Operation } from '../../../../../domain/definition/operation.ts';
import { decideBased, decideSave } from '../../../../../domain/stream/draft/decide-save.ts';
import { type DraftState, draftStream } from '../../../../../domain/stream/draft/draft-stream.ts';
import type { NewEvent } from '../../../../../domain/stream/event.ts';

const actor = { kind: 'person', id: 'ana' } as const;
const folded = (before: DraftState, events: readonly NewEvent[]): DraftState =>
  events.reduce(
    (state, { kind, data, human = {} }, index) =>
      draftStream.evolve(state, { kind, data, human, actor, at: 7, seq: index + 1 }),
    before,
  );
const operation = (value: string): Operation => ({ op: 'set', path: ['title'], before: 'x', after: value });
const saved = (state: DraftState, document: string, operations: readonly Operation[] = [operation('y')]) =>
  decideSave(state, { slug: 'vendor', document, operations });

describe('a draft', () => {
  it('keeps who saved which document when', () => {
    const state = folded(draftStream.initial, saved(draftStream.initial, 'h1').events);
    expect(state).toEqual({
      slug: 'vendor',
      base: null,
      saves: [{ rev: 1, document: 'h1', at: 7, by: 'ana' }],
    });
    expect(draftStream.indexOf(state, 'draft:vendor')).toEqual({ lists: ['draft'], sort: 'vendor' });
  });

  it('seals the changes as one value a human entered, and shows their number', () => {
    expect(saved(draftStream.initial, 'h1').events).toEqual([
      {
        kind: 'saved',
        data: { type: 'vendor', document: 'h1', changes: 1 },
        human: { operations: [operation('y')] },
      },
    ]);
  });

  it('keeps of a very large change its place alone', () => {
    const [event] = saved(draftStream.initial, 'h1', [operation('y'.repeat(200_000))]).events;
    expect(event?.human).toEqual({ operations: [{ op: 'set', path: ['title'] }] });
  });

  it('is not saved again when it says the same', () => {
    const state = folded(draftStream.initial, saved(draftStream.initial, 'h1').events);
    expect(saved(state, 'h1').events).toEqual([]);
  });

  it('remembers its last fifty saves', () => {
    let state = draftStream.initial;
    for (let i = 1; i <= 60; i += 1) state = folded(state, saved(state, `h${i}`).events);
    expect([state.saves.length, state.saves[0]?.rev, state.saves.at(-1)?.rev]).toEqual([50, 11, 60]);
  });

  it('builds on what it was published as, which is no change of its own', () => {
    const state = folded(draftStream.initial, saved(draftStream.initial, 'h1').events);
    const { events } = decideBased(state, 3);
    expect(events).toEqual([{ kind: 'based', data: { type: 'vendor', base: 3 }, raises: false }]);
    const based = folded(state, events);
    expect(based).toEqual({ ...state, base: 3 });
    expect(decideBased(based, 3).events).toEqual([]);
  });

  it('knows no other events', () => {
    expect(() => folded(draftStream.initial, [{ kind: 'sent', data: {} }])).toThrow(
      'a draft knows the event sent',
    );
  });
});
