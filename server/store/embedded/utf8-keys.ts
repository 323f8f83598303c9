/** Keys as plain UTF-8, so that LMDB sorts them by byte and `\0` separates their parts. */
export const utf8Keys = {
  writeKey(key: string, target: Buffer, position: number): number {
    const end = position + key.length;
    if (key.length < 80 && end < target.length) {
      let at = position;
      for (let i = 0; at < end; i++, at++) {
        const code = key.charCodeAt(i);
        if (code > 0x7f) return writeText(key, target, position);
        target[at] = code;
      }
      return end;
    }
    return writeText(key, target, position);
  },
  readKey(source: Buffer, start: number, end: number): string {
    return source.toString('utf8', start, end);
  },
};

function writeText(key: string, target: Buffer, position: number): number {
  // LMDB's binding answers a RangeError with a larger buffer; text cut short would be another key.
  if (position + Buffer.byteLength(key) > target.length) throw new RangeError('the key does not fit');
  return position + target.write(key, position, 'utf8');
}
