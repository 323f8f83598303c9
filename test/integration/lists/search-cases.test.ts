import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Viewer } from '../../../domain/access/viewer.ts';
import { searchCases } from '../../../server/use-cases/lists/search-cases.ts';
import { viewerOf } from '../../unit/domain/access/viewers.ts';
import { viewers } from './arbitrary-cases.ts';
import { casesInStore, docs, readable, seed } from './lists-rig.ts';

const deps = casesInStore();

describe('search', () => {
  const sought = fc.constantFrom(
    'ostwind',
    'Ost',
    'vendor ost',
    'VEN-7',
    'ven-1',
    'new vendor',
    'ferry',
    'nothing',
    'Refund  OSTWIND',
    '…',
    'hal v',
  );

  function hits(viewer: Viewer, q: string): string[] {
    const words = q
      .toLowerCase()
      .split(/\s+/)
      .filter((word) => /[a-z]/.test(word));
    if (words.length === 0) return [];
    return docs
      .filter((doc) => readable(viewer, doc))
      .filter(({ state }) => {
        const people = [state.requester, state.owner ?? ''];
        const texts = [...state.title.toLowerCase().split(' '), ...people, state.number.toLowerCase(), 'ven'];
        return words.every((word, i) =>
          texts.some((text) => (i === words.length - 1 ? text.startsWith(word) : text === word)),
        );
      })
      .map(({ _id }) => _id);
  }

  it('finds exactly the readable cases that carry every word, the last one as a beginning, newest first', async () => {
    await fc.assert(
      fc.asyncProperty(viewers, sought, async (viewer, q) => {
        const expected = hits(viewer, q);
        const found = await searchCases(deps(), { viewer, q, limit: 200 });
        const ids = found.items.map(({ _id }) => _id);
        expect(found.refine).toBe(expected.length > 200);
        if (!found.refine) expect([...ids].sort()).toEqual(expected);
        const times = found.items.map(({ state }) => -state.submittedAt);
        expect(times).toEqual([...times].sort((a, b) => a - b));
      }),
      { numRuns: 80, seed },
    );
  });

  it('asks to refine when it shows fewer than it found', async () => {
    const viewer = viewerOf({ systemRoles: ['admin'] });
    const found = await searchCases(deps(), { viewer, q: 'v', limit: 5 });
    expect(found.items).toHaveLength(5);
    expect(found.refine).toBe(true);
  });
});
