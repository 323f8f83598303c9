import { describe, expect, it } from 'vitest';
import { mergeSave } from '../../../../../domain/stream/draft/merge-save.ts';

const seen = {
  title: 'A',
  fields: [
    { id: 'a', label: 'a' },
    { id: 'b', label: 'b' },
  ],
};

describe('saving on top of what others saved', () => {
  it('takes the document as it is when nobody saved meanwhile', () => {
    const wanted = { ...seen, title: 'B' };
    expect(mergeSave({ seen, current: seen, wanted })).toEqual({
      document: wanted,
      operations: [{ op: 'set', path: ['title'], before: 'A', after: 'B' }],
    });
  });

  it('keeps both people’s changes where they do not overlap', () => {
    const current = {
      title: 'A',
      fields: [
        { id: 'a', label: 'new' },
        { id: 'b', label: 'b' },
      ],
    };
    const wanted = {
      title: 'B',
      fields: [
        { id: 'b', label: 'b' },
        { id: 'a', label: 'a' },
      ],
    };
    expect(mergeSave({ seen, current, wanted }).document).toEqual({
      title: 'B',
      fields: [
        { id: 'b', label: 'b' },
        { id: 'a', label: 'new' },
      ],
    });
  });

  it('refuses with the place of every overlap', () => {
    const current = { title: 'C', fields: [{ id: 'a', label: 'a' }] };
    const wanted = {
      title: 'B',
      fields: [
        { id: 'a', label: 'a' },
        { id: 'b', label: '~/' },
      ],
    };
    expect(() => mergeSave({ seen, current, wanted })).toThrow(
      expect.objectContaining({
        code: 'CONFLICT',
        message: expect.stringContaining('in 2 places'),
        details: [
          { pointer: '/title', detail: 'You wanted to set this; meanwhile /title was changed (set).' },
          {
            pointer: '/fields/b/label',
            detail: 'You wanted to set this; meanwhile /fields/b was changed (remove).',
          },
        ],
      }),
    );
    expect(() =>
      mergeSave({ seen, current: { ...seen, title: 'C' }, wanted: { ...seen, title: 'B' } }),
    ).toThrow('in one place');
  });
});
