import { findsProblems } from './finds-problems.ts';

const number = (id: string, more: object = {}) => ({ id, kind: 'number', label: id, ...more });

findsProblems([
  [
    'a condition on a fact there is not',
    [number('a', { when: { '>': [{ var: 'b' }, 1] } })],
    {},
    [{ pointer: '/form/fields/0/when/>/0', message: 'there is no fact "b"' }],
  ],
  [
    'a condition on a fact from elsewhere',
    [number('a', { when: { '==': [{ var: 'requester.country' }, 'FR'] } })],
    {},
    [],
  ],
  [
    'a condition that compares text with a number',
    [number('a'), { id: 'b', kind: 'short_text', label: 'B', required: { '>': [{ var: 'a' }, 'x'] } }],
    {},
    [{ pointer: '/form/fields/1/required/>/1', message: '"x" is text; a number is needed here' }],
  ],
  [
    'a condition of a section',
    [number('a')],
    { sections: [{ id: 's', title: 'S', fields: ['a'], when: { nonsense: [1] } }] },
    [{ pointer: '/form/sections/0/when', message: '"nonsense" is not an operator' }],
  ],
  [
    'a computed value of another type',
    [number('a'), { id: 'b', kind: 'computed', label: 'B', type: 'text', value: { '+': [{ var: 'a' }, 1] } }],
    {},
    [{ pointer: '/form/fields/1/value', message: 'this is a number; text is needed here' }],
  ],
  [
    'a field that decides about itself',
    [number('a', { when: { '>': [{ var: 'a' }, 1] } })],
    {},
    [{ pointer: '/form/fields/0', message: '“a” decides about itself' }],
  ],
  [
    'a circle, told of those on it only',
    [
      number('a', { when: { '>': [{ var: 'c' }, 1] } }),
      number('b', { when: { '>': [{ var: 'a' }, 1] } }),
      {
        id: 'c',
        kind: 'computed',
        label: 'C',
        type: 'number',
        value: { '+': [{ var: 'b' }, { var: 'b' }] },
      },
      number('d', { when: { '>': [{ var: 'a' }, 1] } }),
    ],
    {},
    [
      { pointer: '/form/fields/0', message: '“a” depends on “c” depends on “b” depends on “a” again' },
      { pointer: '/form/fields/1', message: '“b” depends on “a” depends on “c” depends on “b” again' },
      { pointer: '/form/fields/2', message: '“c” depends on “b” depends on “a” depends on “c” again' },
    ],
  ],
  [
    'a computed value that tells what is kept',
    [
      number('a', { sensitive: true, see: ['finance'] }),
      { id: 'b', kind: 'computed', label: 'B', type: 'number', value: { '+': [{ var: 'a' }, 1] } },
    ],
    {},
    [
      {
        pointer: '/form/fields/1/see',
        message: '“b” tells something of “a” to people who do not see that',
        blocking: false,
      },
    ],
  ],
  [
    'a computed value kept as well',
    [
      number('a', { see: ['finance', 'legal'] }),
      number('z'),
      {
        id: 'b',
        kind: 'computed',
        label: 'B',
        type: 'number',
        see: ['finance'],
        value: { '+': [{ var: 'a' }, { var: 'z' }, { var: 'requester.country' }] },
      },
    ],
    {},
    [
      {
        pointer: '/form/fields/2/value/+/2',
        message: '"requester.country" is text; a number is needed here',
      },
    ],
  ],
]);
