import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../../../domain/hash/canonical-json.ts';

const golden = (name: string): string =>
  readFileSync(new URL(`../../../golden/ledger/${name}`, import.meta.url), 'utf8');

describe('canonical JSON', () => {
  it('writes the sample of RFC 8785, section 3.2.2, as section 3.2.4 prints it in bytes', () => {
    const input: unknown = JSON.parse(golden('rfc8785-sample.json'));
    const bytes = Buffer.from(golden('rfc8785-sample.hex').replace(/\s/g, ''), 'hex');
    expect(Buffer.from(canonicalJson(input)).equals(bytes)).toBe(true);
  });

  it('sorts the keys of section 3.2.3 by UTF-16 code units', () => {
    const input = {
      '\u20ac': 'Euro Sign',
      '\r': 'Carriage Return',
      '\ufb33': 'Hebrew Letter Dalet With Dagesh',
      '1': 'One',
      '\ud83d\ude00': 'Emoji: Grinning Face',
      '\u0080': 'Control',
      '\u00f6': 'Latin Small Letter O With Diaeresis',
    };
    const values = [...canonicalJson(input).matchAll(/:"([^"]+)"/g)].map(([, value]) => value);
    expect(values).toEqual([
      'Carriage Return',
      'One',
      'Control',
      'Latin Small Letter O With Diaeresis',
      'Euro Sign',
      'Emoji: Grinning Face',
      'Hebrew Letter Dalet With Dagesh',
    ]);
  });

  // RFC 8785, appendix B: the bits of an IEEE 754 number and how it is written.
  it.each([
    ['0000000000000000', '0'],
    ['8000000000000000', '0'],
    ['0000000000000001', '5e-324'],
    ['8000000000000001', '-5e-324'],
    ['7fefffffffffffff', '1.7976931348623157e+308'],
    ['ffefffffffffffff', '-1.7976931348623157e+308'],
    ['4340000000000000', '9007199254740992'],
    ['c340000000000000', '-9007199254740992'],
    ['4430000000000000', '295147905179352830000'],
    ['44b52d02c7e14af5', '9.999999999999997e+22'],
    ['44b52d02c7e14af6', '1e+23'],
    ['44b52d02c7e14af7', '1.0000000000000001e+23'],
    ['444b1ae4d6e2ef4e', '999999999999999700000'],
    ['444b1ae4d6e2ef4f', '999999999999999900000'],
    ['444b1ae4d6e2ef50', '1e+21'],
    ['3eb0c6f7a0b5ed8c', '9.999999999999997e-7'],
    ['3eb0c6f7a0b5ed8d', '0.000001'],
    ['41b3de4355555553', '333333333.3333332'],
    ['41b3de4355555554', '333333333.33333325'],
    ['41b3de4355555555', '333333333.3333333'],
    ['41b3de4355555556', '333333333.3333334'],
    ['41b3de4355555557', '333333333.33333343'],
    ['becbf647612f3696', '-0.0000033333333333333333'],
    ['43143ff3c1cb0959', '1424953923781206.2'],
  ])('writes the number %s as %s', (bits, text) => {
    expect(canonicalJson(Buffer.from(bits, 'hex').readDoubleBE())).toBe(text);
  });

  it.each([
    ['undefined', undefined],
    ['undefined in an object', { a: undefined }],
    ['undefined in a list', [undefined]],
    ['a hole in a list', new Array(1)],
    ['a function', () => 1],
    ['a symbol', Symbol('s')],
    ['a bigint', 1n],
    ['NaN', Number.NaN],
    ['infinity', [Number.POSITIVE_INFINITY]],
    ['minus infinity', Number.NEGATIVE_INFINITY],
    ['a lone high surrogate', 'a\ud800'],
    ['a lone low surrogate', ['\udc00a']],
    ['surrogates the wrong way round', '\ude00\ud83d'],
    ['a lone surrogate in a key', { '\ud800': 1 }],
  ])('refuses %s', (_, value) => {
    expect(() => canonicalJson(value)).toThrow(TypeError);
  });

  it.each([
    ['', '""'],
    ['"', '"\\""'],
    ['\\', '"\\\\"'],
    ['/', '"/"'],
    ['\b\t\n\f\r', '"\\b\\t\\n\\f\\r"'],
    ['\u0000\u000f\u001f', '"\\u0000\\u000f\\u001f"'],
    ['\u007f', '"\u007f"'],
    ['\u2028\u2029', '"\u2028\u2029"'],
    ['\ud83d\ude00', '"\ud83d\ude00"'],
  ])('escapes the text %j and nothing else', (value, text) => {
    expect(canonicalJson(value)).toBe(text);
  });

  it('writes integer-like keys by code unit, not by number', () => {
    expect(canonicalJson({ 9: 'c', 10: 'b', 1: 'a', '': 'z' })).toBe('{"":"z","1":"a","10":"b","9":"c"}');
  });

  it('keeps a key of its own named __proto__', () => {
    const text = '{"__proto__":{"a":1},"b":2}';
    expect(canonicalJson(JSON.parse(text))).toBe(text);
  });

  it('writes empty lists and objects, and nested ones', () => {
    expect(canonicalJson([[], {}, [[[]]], { b: [1, 'x', null, true, false], a: {} }])).toBe(
      '[[],{},[[[]]],{"a":{},"b":[1,"x",null,true,false]}]',
    );
  });

  it('loses nothing and is a fixed point, whatever the JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
        const text = canonicalJson(value);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
        expect(canonicalJson(JSON.parse(text))).toBe(text);
      }),
    );
  });

  it('gives the same text whatever the order in which keys were set', () => {
    const keys = fc.uniqueArray(fc.string({ unit: 'binary' }), { maxLength: 12 });
    fc.assert(
      fc.property(keys, fc.func(fc.nat()), (names, rank) => {
        const entries = names.map((name, i) => [name, i] as const);
        const shuffled = entries.toSorted((a, b) => rank(a[0]) - rank(b[0]));
        const one = canonicalJson(Object.fromEntries(entries));
        expect(canonicalJson(Object.fromEntries(shuffled))).toBe(one);
        const inText = Object.keys(Object.fromEntries(entries)).sort();
        expect(one).toBe(`{${inText.map((k) => `${JSON.stringify(k)}:${names.indexOf(k)}`).join(',')}}`);
      }),
    );
  });
});
