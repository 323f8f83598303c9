import { describe, expect, it } from 'vitest';
import { marksIn, namedAt, saidIn } from '../../../../app/lib/mentions.ts';

const ana = { id: 'ana', name: 'Ana' };
const lopez = { id: 'lopez', name: 'Ana López' };
const twin = { id: 'twin', name: 'Ana López' };
const hostile = { id: 'bob', name: '"><img src=x onerror=alert(1)>' };

describe('an @', () => {
  it('may begin a name at the start, behind a space or a bracket, and not within an address', () => {
    expect(marksIn('@Ana and (@Ben), not a@b.c, nor @ alone')).toEqual([1, 11]);
  });

  it('names whoever the words begin with, by their whole name alone', () => {
    expect(namedAt('Ana, look', [ana, lopez])).toEqual([ana]);
    expect(namedAt('Anabel', [ana])).toEqual([]);
    expect(namedAt('ana', [ana])).toEqual([]);
  });

  it('means the longest name, and everybody who has it', () => {
    expect(namedAt('Ana López, look', [ana, lopez])).toEqual([lopez]);
    expect(namedAt('Ana López!', [ana, lopez, twin])).toEqual([lopez, twin]);
    expect(namedAt('anything', [{ id: 'x', name: '' }])).toEqual([]);
  });
});

describe('what was said', () => {
  it('tells names of the mentioned from words, whatever they are called', () => {
    expect(saidIn('Hi @Ana López and @Ben: look', [ana, lopez], 'lopez')).toEqual([
      'Hi ',
      { mention: 'Ana López', me: true },
      ' and @Ben: look',
    ]);
    expect(saidIn(`@${hostile.name}`, [hostile], 'me')).toEqual([{ mention: hostile.name, me: false }]);
  });

  it('stays as it was typed where nobody is mentioned', () => {
    expect(saidIn('@Ana <b>look</b>', [], 'me')).toEqual(['@Ana <b>look</b>']);
    expect(saidIn('', [ana], 'me')).toEqual(['']);
  });
});
