import { createCipheriv, createDecipheriv, createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import { DomainError } from '../../../domain/error/domain-error.ts';
import type { Keyset } from '../../ports/aggregates.ts';

/** Makes and reads page cursors: sealed, signed, and good only for the list and the viewer they were made for. */
export interface Cursors {
  write(list: string, place: Keyset): string;
  /** The place behind which the page goes on; null at the beginning. @throws DomainError CURSOR_INVALID. */
  read(list: string, cursor: string | null | undefined): Keyset | null;
}

const macBytes = 16;

/**
 * Cursors sealed with a key of at least 32 bytes; processes that share lists share the key.
 * A page ends where reading stopped, which may be behind a row its viewer may not see: nobody may read that place from
 * the cursor. The signature of the place is the cipher's starting block, so the same place is the same cursor.
 */
export function createCursors(key: Uint8Array): Cursors {
  const sealing = Buffer.from(hkdfSync('sha256', key, '', 'cursor seal', 32));
  const signing = Buffer.from(hkdfSync('sha256', key, '', 'cursor signature', 32));
  const macOf = (list: string, place: string): Buffer =>
    createHmac('sha256', signing)
      .update(JSON.stringify([list, place]))
      .digest()
      .subarray(0, macBytes);
  return {
    write(list, { sort, id }) {
      const place = JSON.stringify([sort, id]);
      const mac = macOf(list, place);
      const cipher = createCipheriv('aes-256-ctr', sealing, mac);
      return Buffer.concat([mac, cipher.update(place, 'utf8'), cipher.final()]).toString('base64url');
    },
    read(list, cursor) {
      if (cursor === null || cursor === undefined) return null;
      const given = Buffer.from(cursor, 'base64url');
      if (given.length <= macBytes || given.toString('base64url') !== cursor) throw notOurs();
      const mac = given.subarray(0, macBytes);
      const cipher = createDecipheriv('aes-256-ctr', sealing, mac);
      const place = Buffer.concat([cipher.update(given.subarray(macBytes)), cipher.final()]).toString('utf8');
      if (!timingSafeEqual(mac, macOf(list, place))) throw notOurs();
      const [sort, id] = JSON.parse(place) as [string, string];
      return { sort, id };
    },
  };
}

function notOurs(): DomainError {
  return new DomainError(
    'CURSOR_INVALID',
    'This cursor is not one of ours, or belongs to another list. Begin again without one.',
  );
}
