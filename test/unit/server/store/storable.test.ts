import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { storable } from '../../../../server/store/storable.ts';

describe('storable', () => {
  test.prop([fc.jsonValue()])('takes any JSON, freezes it and changes nothing', (value) => {
    const text = JSON.stringify(value);
    storable(value);
    expect(JSON.stringify(value)).toBe(text);
    expect(Object.isFrozen(value)).toBe(true);
  });

  it('freezes to the bottom, so that readers can share it', () => {
    const value = { list: [{ deep: { deeper: 1 } }] };
    expect(storable(value)).toBe(true);
    expect(() => Object.assign(value.list[0]?.deep ?? {}, { deeper: 2 })).toThrow(TypeError);
  });

  it('tells what its text would not give back', () => {
    expect(storable({ zero: 0 })).toBe(true);
    expect(storable({ zero: [-0] })).toBe(false);
    expect(storable(Object.assign(Object.create(null), { a: 1 }))).toBe(false);
  });

  it.each([
    ['undefined', { owner: undefined }, 'owner'],
    ['a hole in a list', { list: new Array(1) }, 'list'],
    ['a function', { run: () => 1 }, 'run'],
    ['a symbol', { mark: Symbol('x') }, 'mark'],
    ['a bigint', { big: 1n }, 'big'],
    ['not a number', { value: Number.NaN }, 'value'],
    ['infinity', { value: [Number.POSITIVE_INFINITY] }, 'value'],
    ['a date', { at: new Date(0) }, 'at'],
    ['a map', { map: new Map() }, 'map'],
    ['bytes', { bytes: new Uint8Array(1) }, 'bytes'],
  ])('refuses %s and names its place', (_, value, place) => {
    expect(() => storable(value)).toThrow(`at "${place}"`);
  });
});
