import { test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { applyOperations } from '../../../../domain/definition/apply-operations.ts';
import {
  isItemList,
  isJsonObject,
  isSameJson,
  type JsonObject,
  type Operation,
} from '../../../../domain/definition/operation.ts';
import { operationsBetween } from '../../../../domain/definition/operations-between.ts';
import { rebaseOperations } from '../../../../domain/definition/rebase-operations.ts';
import { canonicalJson, type Json } from '../../../../domain/hash/canonical-json.ts';
import { arbitraryDocument } from './arbitrary-document.ts';

/** The document with every list of items sorted by id, for laws that leave the order open. */
function unordered(json: Json): Json {
  if (isItemList(json))
    return json.map(unordered).sort((a, b) => (canonicalJson(a) < canonicalJson(b) ? -1 : 1));
  if (Array.isArray(json)) return json.map(unordered);
  if (!isJsonObject(json)) return json;
  return Object.fromEntries(Object.entries(json).map(([key, value]) => [key, unordered(value)]));
}

describe('changes of a document', () => {
  test.prop([arbitraryDocument, arbitraryDocument])('lead from the one to the other', (a, b) => {
    expect(canonicalJson(applyOperations(a, operationsBetween(a, b)))).toBe(canonicalJson(b));
  });

  test.prop([arbitraryDocument])('are none between equals', (a) => {
    expect(operationsBetween(a, structuredClone(a))).toEqual([]);
  });

  test.prop([arbitraryDocument, arbitraryDocument])('tell equal documents from others', (a, b) => {
    expect(isSameJson(a, b)).toBe(canonicalJson(a) === canonicalJson(b));
    expect(isSameJson(a, JSON.parse(canonicalJson(a)) as JsonObject)).toBe(true);
  });

  it('follow an item that is moved and changed at once', () => {
    const list = (ids: string[]) => ({ list: ids.map((id) => ({ id, label: id === 'c' ? 'new' : id })) });
    const before = { list: ['a', 'b', 'c'].map((id) => ({ id, label: id })) };
    expect(operationsBetween(before, list(['c', 'a', 'b']))).toEqual([
      { op: 'move', path: ['list', 'c'], before: 'b', behind: null },
      { op: 'set', path: ['list', 'c', 'label'], before: 'c', after: 'new' },
    ]);
  });

  it('treat a list without ids as one value', () => {
    expect(operationsBetween({ list: [1, 2] }, { list: [2, 1] })).toEqual([
      { op: 'set', path: ['list'], before: [1, 2], after: [2, 1] },
    ]);
  });

  it('put an item at the end when its neighbour is gone', () => {
    const document = { list: [{ id: 'a' }, { id: 'b' }] };
    const insert: Operation = { op: 'insert', path: ['list', 'x'], after: { id: 'x' }, behind: 'gone' };
    expect(applyOperations(document, [insert])).toEqual({ list: [{ id: 'a' }, { id: 'b' }, { id: 'x' }] });
  });

  it('take away, move and change, in objects and in lists of items, each where it is', () => {
    const document = {
      title: 'x',
      list: [
        { id: 'a', n: 1 },
        { id: 'b', n: 2 },
        { id: 'c', n: 3 },
      ],
    };
    const changes: readonly Operation[] = [
      { op: 'remove', path: ['title'], before: 'x' },
      { op: 'set', path: ['list', 'b', 'n'], before: 2, after: 5 },
      { op: 'remove', path: ['list', 'a'], before: { id: 'a', n: 1 } },
      { op: 'move', path: ['list', 'c'], before: 'b', behind: null },
      { op: 'set', path: ['note'], after: 'y' },
    ];
    expect(applyOperations(document, changes)).toEqual({
      note: 'y',
      list: [
        { id: 'c', n: 3 },
        { id: 'b', n: 5 },
      ],
    });
  });

  const document = { list: [{ id: 'a' }], text: 'x', object: {} };
  it.each<[string, Operation]>([
    ['no path', { op: 'set', path: [], after: 1 }],
    ['a key that is not there', { op: 'remove', path: ['nothing'], before: 1 }],
    ['the document itself', { op: 'set', path: [], after: {} }],
    ['an object that is not there', { op: 'set', path: ['nothing', 'a'], after: 1 }],
    ['a text that holds nothing', { op: 'set', path: ['text', 'a'], after: 1 }],
    ['an item that is not there', { op: 'remove', path: ['list', 'b'], before: {} }],
    ['within an item that is not there', { op: 'set', path: ['list', 'b', 'c'], after: 1 }],
    [
      'an item that is there already',
      { op: 'insert', path: ['list', 'a'], after: { id: 'a' }, behind: null },
    ],
    ['an item put in place of another', { op: 'set', path: ['list', 'a'], after: { id: 'a' } }],
    ['an item moved out of an object', { op: 'move', path: ['object', 'a'], before: null, behind: null }],
  ])('are refused at %s', (_what, operation) => {
    expect(() => applyOperations(document, [operation])).toThrow(
      expect.objectContaining({ code: 'CONFLICT' }),
    );
  });
});

describe('changes on top of those of others', () => {
  test.prop([arbitraryDocument, arbitraryDocument, arbitraryDocument])(
    'give the same content in either order when none overlap',
    (base, a, b) => {
      const mine = operationsBetween(base, a);
      const theirs = operationsBetween(base, b);
      const { clean, overlaps } = rebaseOperations(mine, theirs);
      const back = rebaseOperations(theirs, mine);
      expect(back.overlaps.length === 0).toBe(overlaps.length === 0);
      if (overlaps.length > 0) return;
      const together = unordered(applyOperations(b, clean));
      expect(together).toEqual(unordered(applyOperations(a, back.clean)));
    },
  );

  test.prop([arbitraryDocument, arbitraryDocument, arbitraryDocument])(
    'always apply as far as they are clean',
    (base, a, b) => {
      const { clean } = rebaseOperations(operationsBetween(base, a), operationsBetween(base, b));
      expect(() => applyOperations(b, clean)).not.toThrow();
    },
  );

  const label = (after: string): Operation => ({
    op: 'set',
    path: ['fields', 'a', 'label'],
    before: 'x',
    after,
  });
  const remove: Operation = { op: 'remove', path: ['fields', 'a'], before: { id: 'a' } };
  const move = (behind: string): Operation => ({ op: 'move', path: ['fields', 'a'], before: null, behind });

  it('are dropped where both did alike', () => {
    expect(rebaseOperations([label('y'), remove, move('b')], [label('y'), remove, move('b')])).toEqual({
      clean: [],
      overlaps: [],
    });
  });

  it.each<[string, Operation, Operation]>([
    ['the same value set differently', label('y'), label('z')],
    ['a value in an item that was removed', label('y'), remove],
    ['an item removed in which a value was set', remove, label('y')],
    ['an item moved to two places', move('b'), move('c')],
    ['an item moved that was removed', move('b'), remove],
  ])('overlap: %s', (_what, mine, theirs) => {
    expect(rebaseOperations([mine], [theirs])).toEqual({ clean: [], overlaps: [{ mine, theirs }] });
  });

  it('leave an item that was moved open to change', () => {
    expect(rebaseOperations([label('y')], [move('b')]).clean).toEqual([label('y')]);
    expect(rebaseOperations([move('b')], [label('y')]).clean).toEqual([move('b')]);
  });
});
