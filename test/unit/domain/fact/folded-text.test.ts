import { expect, it } from 'vitest';
import { foldedText } from '../../../../domain/fact/folded-text.ts';

it.each([
  ['Lukáš Novák', 'lukas novak'],
  ['ÉLISE', 'elise'],
  ['Ångström 2', 'angstrom 2'],
  ['', ''],
])('looks for %s as %s', (text, folded) => {
  expect(foldedText(text)).toBe(folded);
});
