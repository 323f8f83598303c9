import { describe, expect, it } from 'vitest';
import { controlOf } from '../../../../../app/features/directory/deed.server.ts';
import type { FieldSpec } from '../../../../../app/features/directory/directory-view.ts';
import { Misread } from '../../../../../app/features/directory/misread.server.ts';
import { readPosted } from '../../../../../app/features/directory/posted.server.ts';

const fields: readonly FieldSpec[] = [
  { name: 'who', label: 'Who', kind: 'named' },
  { name: 'first', label: 'First day', kind: 'date' },
  { name: 'at', label: 'At', kind: 'moment' },
  { name: 'count', label: 'Count', kind: 'number' },
  {
    name: 'skills',
    label: 'Skills',
    kind: 'rows',
    columns: [
      { name: 'skill', label: 'Skill', kind: 'line' },
      { name: 'level', label: 'Level', kind: 'number' },
    ],
  },
];

const post = (entries: Readonly<Record<string, string>>) => {
  const form = new FormData();
  for (const [name, value] of Object.entries(entries)) form.append(name, value);
  return readPosted(form, fields);
};

const problemsOf = (read: () => unknown): readonly { readonly name: string; readonly detail: string }[] => {
  try {
    read();
  } catch (error) {
    if (error instanceof Misread) return error.problems;
    throw error;
  }
  return [];
};

describe('what was posted', () => {
  const people = [
    { id: 'ana', label: 'Ana Silva' },
    { id: 'ana2', label: 'Ana Silva' },
    { id: 'ben', label: 'Ben Ode' },
  ];

  it('finds people by name or id, in any case, and nobody for nothing', () => {
    expect(post({ who: 'ben ode' }).named('who', people, 'person')).toBe('ben');
    expect(post({ who: 'ana2' }).named('who', people, 'person')).toBe('ana2');
    expect(post({ who: ' ' }).named('who', people, 'person')).toBeNull();
  });

  it('asks for the id where two have one name, and says when there is nobody', () => {
    expect(problemsOf(() => post({ who: 'Ana Silva' }).named('who', people, 'person'))).toEqual([
      { name: 'who', detail: '2 are called “Ana Silva”. Give the id: ana or ana2.' },
    ]);
    expect(problemsOf(() => post({ who: 'Zed' }).named('who', people, 'person'))[0]?.detail).toContain('Zed');
  });

  it('reads days and moments on the clock of a zone', () => {
    const posted = post({ first: '2026-12-24', at: '2026-07-01T09:30' });
    expect(posted.day('first', 'Europe/Paris', 'begins')).toBe(Date.UTC(2026, 11, 23, 23));
    expect(posted.day('first', 'Europe/Paris', 'ends')).toBe(Date.UTC(2026, 11, 24, 23));
    expect(posted.moment('at', 'America/New_York')).toBe(Date.UTC(2026, 6, 1, 13, 30));
    expect(problemsOf(() => post({ first: 'soon' }).day('first', 'UTC', 'begins'))[0]?.name).toBe('first');
  });

  it('reads whole numbers however they are parted, and nothing as nothing', () => {
    expect(post({ count: '60 000' }).number('count')).toBe(60_000);
    expect(post({ count: '' }).number('count')).toBeNull();
    expect(problemsOf(() => post({ count: '1.5' }).number('count'))[0]?.name).toBe('count');
  });

  it('closes up empty rows, so that places in what is sent are places on the page', () => {
    const posted = post({
      'skills.0.skill': '',
      'skills.0.level': ' ',
      'skills.3.skill': 'French',
      'skills.3.level': '2',
      'other.0.skill': 'no',
    });
    expect(posted.rows('skills').map(({ at, cell }) => [at, cell('skill'), cell('level')])).toEqual([
      ['skills.0', 'French', '2'],
    ]);
    expect(Object.keys(posted.values)).not.toContain('other.0.skill');
  });
});

describe('the control a place in a body belongs to', () => {
  it.each([
    ['/count', 'count'],
    ['/skills/0/level', 'skills.0.level'],
    ['/skills/0/other/deep', 'skills'],
    ['/from', 'first'],
    ['/nowhere', ''],
    ['', ''],
  ])('leads “%s” to “%s”', (pointer, name) => {
    expect(controlOf(pointer, fields, { from: 'first' })).toBe(name);
  });
});
