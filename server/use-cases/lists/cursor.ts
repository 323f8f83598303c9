import { createHmac, timingSafeEqual } from 'node:crypto';
import { DomainError } from '../../../domain/error/domain-error.ts';
import type { Keyset } from '../../ports/aggregates.ts';

/** Makes and reads page cursors: opaque, signed, and good only for the list and the viewer they were made for. */
export interface Cursors {
  write(list: string, place: Keyset): string;
  /** The place behind which the page goes on; null at the beginning. @throws DomainError CURSOR_INVALID. */
  read(list: string, cursor: string | null | undefined): Keyset | null;
}

const macBytes = 16;

/** Cursors signed with a key of at least 32 bytes; processes that share lists share the key. */
export function createCursors(key: Uint8Array): Cursors {
  const macOf = (list: string, body: string): Buffer =>
    createHmac('sha256', key)
      .update(JSON.stringify([list, body]))
      .digest()
      .subarray(0, macBytes);
  return {
    write(list, { sort, id }) {
      const body = Buffer.from(JSON.stringify([sort, id])).toString('base64url');
      return `${body}.${macOf(list, body).toString('base64url')}`;
    },
    read(list, cursor) {
      if (cursor === null || cursor === undefined) return null;
      const [body = '', mac = '', ...rest] = cursor.split('.');
      const given = Buffer.from(mac, 'base64url');
      if (rest.length > 0 || given.length !== macBytes || !timingSafeEqual(given, macOf(list, body)))
        throw new DomainError(
          'CURSOR_INVALID',
          'This cursor is not one of ours, or belongs to another list. Begin again without one.',
        );
      const [sort, id] = JSON.parse(Buffer.from(body, 'base64url').toString('utf8')) as [string, string];
      return { sort, id };
    },
  };
}
