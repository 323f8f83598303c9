/** What is wrong with a text that cannot be split into lines. */
export class UnreadableLines extends Error {
  override readonly name = 'UnreadableLines';
}

/** No line of an export comes near this; a file without line ends must not fill the memory. */
const maxLineBytes = 16 * 1024 * 1024;

/**
 * Hands each line of UTF-8 chunks, without its LF, to `take`; a last line without LF counts too.
 * @throws UnreadableLines on a line over 16 MiB.
 */
export async function readLines(
  chunks: AsyncIterable<Uint8Array>,
  take: (line: string) => void,
): Promise<void> {
  let open: Buffer[] = [];
  let openBytes = 0;
  for await (const part of chunks) {
    const chunk = Buffer.from(part.buffer, part.byteOffset, part.byteLength);
    let start = 0;
    for (let end = chunk.indexOf(10); end !== -1; end = chunk.indexOf(10, start)) {
      const piece = chunk.subarray(start, end);
      take(lineText(open.length === 0 ? piece : Buffer.concat([...open, piece])));
      open = [];
      openBytes = 0;
      start = end + 1;
    }
    if (start === chunk.length) continue;
    // A copy: the stream may use the memory of the chunk again.
    open.push(Buffer.from(chunk.subarray(start)));
    openBytes += chunk.length - start;
    if (openBytes > maxLineBytes) throw new UnreadableLines('a line is longer than 16 MiB');
  }
  if (openBytes > 0) take(lineText(Buffer.concat(open)));
}

/** The text of a line; bytes that are not UTF-8 make it unlike any line of an export. */
function lineText(bytes: Buffer): string {
  const text = bytes.toString('utf8');
  return text.includes('\ufffd') && !Buffer.from(text).equals(bytes) ? `not UTF-8: ${text}` : text;
}
