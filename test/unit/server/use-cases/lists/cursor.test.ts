import { describe, expect, it } from 'vitest';
import { createCursors } from '../../../../../server/use-cases/lists/cursor.ts';

const place = { sort: 'petra novotná person:petra', id: 'person:petra' };

describe('the cursor of a page', () => {
  const cursors = createCursors(Buffer.alloc(32, 1));
  const cursor = cursors.write('people by scout', place);

  it('gives back its place to processes of one key, and is the same for the same place', () => {
    const others = createCursors(Buffer.alloc(32, 1));
    expect(others.read('people by scout', cursor)).toEqual(place);
    expect(others.write('people by scout', place)).toBe(cursor);
    expect(cursors.read('people by scout', null)).toBeNull();
  });

  it('does not tell whom the page ended behind', () => {
    const bytes = Buffer.from(cursor, 'base64url');
    for (const word of ['petra', 'person', 'novotn']) {
      expect(cursor).not.toContain(word);
      expect(bytes.toString('latin1')).not.toContain(word);
    }
  });

  it('is good for its list and its key only', () => {
    const refused = expect.objectContaining({ code: 'CURSOR_INVALID' });
    expect(() => cursors.read('people by paula', cursor)).toThrow(refused);
    expect(() => createCursors(Buffer.alloc(32, 2)).read('people by scout', cursor)).toThrow(refused);
  });

  it('refuses every change of a byte, and what is no cursor', () => {
    const refused = expect.objectContaining({ code: 'CURSOR_INVALID' });
    const bytes = Buffer.from(cursor, 'base64url');
    for (let at = 0; at < bytes.length; at++) {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(() => cursors.read('people by scout', changed.toString('base64url'))).toThrow(refused);
    }
    for (const none of ['', 'abc', 'a.b', `${cursor}=`, `${cursor}.`, cursor.slice(0, 20)]) {
      expect(() => cursors.read('people by scout', none)).toThrow(refused);
    }
  });
});
