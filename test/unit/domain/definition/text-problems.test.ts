import { expect, it } from 'vitest';
import { textProblems } from '../../../../domain/definition/text-problems.ts';

it('finds control characters in texts and names wherever they stand, and second lines where one is shown', () => {
  const document = {
    title: { en: 'a\nb' },
    list: ['fine', 'c\u0001'],
    'na\u0000me/': 1,
    tests: [{ given: { values: { title: 'two\nlines', note: '\u0007' } } }],
    number: 1,
    none: null,
  };
  expect(textProblems(document).map(({ pointer, message }) => [pointer, message])).toEqual([
    ['/title/en', 'the text has more than one line'],
    ['/list/1', 'the text contains control characters'],
    ['/na\u0000me~1', 'a name holds control characters'],
    ['/tests/0/given/values/note', 'the text contains control characters'],
  ]);
});
