import { describe, expect, it } from 'vitest';
import { fieldKind } from '../../../../../domain/form/fields/field-kinds.ts';
import { fieldOf, fruit as options } from '../forms.ts';

describe('what a text stands for', () => {
  const columns = [
    { id: 'name', kind: 'short_text', label: 'Name' },
    { id: 'qty', kind: 'number', label: 'Quantity' },
  ];
  it.each<[settings: object, text: string, raw: unknown]>([
    [{ kind: 'short_text' }, 'x', 'x'],
    [{ kind: 'long_text' }, 'x', 'x'],
    [{ kind: 'number' }, ' 12.5 ', 12.5],
    [{ kind: 'number' }, '1 250 000.5', 1250000.5],
    [{ kind: 'number' }, '-3', -3],
    [{ kind: 'number' }, '12,5', 12.5],
    [{ kind: 'number' }, 'about 3', 'about 3'],
    [{ kind: 'money' }, '1 234.50 usd', { amount: 1234.5, currency: 'USD' }],
    [{ kind: 'money' }, 'EUR 12', { amount: 12, currency: 'EUR' }],
    [{ kind: 'money' }, 'about EUR 12', { amount: 'about  12', currency: 'EUR' }],
    [{ kind: 'money' }, '12', '12'],
    [{ kind: 'money', currencies: ['USD'] }, '12', { amount: 12, currency: 'USD' }],
    [{ kind: 'date' }, '2026-03-05', '2026-03-05'],
    [{ kind: 'datetime' }, '2026-03-05T10:00', '2026-03-05T09:00:00.000Z'],
    [{ kind: 'datetime' }, '2026-03-05T10:00+02:00', '2026-03-05T10:00+02:00'],
    [{ kind: 'datetime' }, '2026-02-30T10:00', '2026-02-30T10:00'],
    [{ kind: 'datetime' }, '2026-03-05T25:00', '2026-03-05T25:00'],
    [{ kind: 'choice', options }, 'a', 'a'],
    [{ kind: 'choice', options }, 'POIRE', 'b'],
    [{ kind: 'choice', options }, 'plum', 'plum'],
    [{ kind: 'multi_choice', options }, 'Apple; c', ['a', 'c']],
    [{ kind: 'multi_choice', options }, 'plum', ['plum']],
    [{ kind: 'multi_choice', options: [{ id: 'x', label: 'One, two' }] }, 'one, two', ['x']],
    [{ kind: 'yes_no' }, ' Yes', true],
    [{ kind: 'yes_no' }, 'off', false],
    [{ kind: 'yes_no' }, 'perhaps', 'perhaps'],
    [{ kind: 'person' }, 'p-1', 'p-1'],
    [{ kind: 'country' }, 'france', 'FR'],
    [{ kind: 'country' }, 'fr', 'FR'],
    [{ kind: 'country' }, 'Narnia', 'Narnia'],
    [{ kind: 'email' }, 'a@example.com', 'a@example.com'],
    [{ kind: 'url' }, 'https://example.com', 'https://example.com'],
    [{ kind: 'phone' }, '+33 1', '+33 1'],
    [{ kind: 'file' }, 'f-1, f-2', ['f-1', 'f-2']],
    [
      { kind: 'table', columns },
      '[{"name":"a","qty":"3"},{"name":" "},"x",{"qty":4,"other":"5"}]',
      [{ name: 'a', qty: 3 }, 'x', { qty: 4, other: '5' }],
    ],
    [{ kind: 'table', columns }, 'a, b', 'a, b'],
    [{ kind: 'table', columns }, '{"name":"a"}', { name: 'a' }],
    [{ kind: 'computed', type: 'text', value: 'x' }, 'x', 'x'],
    [{ kind: 'note', text: 'x' }, 'x', 'x'],
  ])('%j: %j', (settings, text, raw) => {
    const { field, form } = fieldOf(settings);
    expect(fieldKind(field).fromText(text, field, { ...form, timeZone: 'Europe/Paris' })).toEqual(raw);
  });

  it('leaves a time without an offset alone where no time zone is known', () => {
    const { field, form } = fieldOf({ kind: 'datetime' });
    expect(fieldKind(field).fromText('2026-03-05T10:00', field, form)).toBe('2026-03-05T10:00');
  });
});
