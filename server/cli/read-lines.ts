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
  const splitter = new LineSplitter();
  for await (const chunk of chunks) splitter.split(chunk, take);
  splitter.end(take);
}

/** The lines of UTF-8 chunks, without their LF, as they are asked for. @throws UnreadableLines on a line over 16 MiB. */
export async function* linesOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const splitter = new LineSplitter();
  for await (const chunk of chunks) {
    const lines: string[] = [];
    splitter.split(chunk, (line) => lines.push(line));
    yield* lines;
  }
  const last: string[] = [];
  splitter.end((line) => last.push(line));
  yield* last;
}

class LineSplitter {
  #open: Buffer[] = [];
  #openBytes = 0;

  split(part: Uint8Array, take: (line: string) => void): void {
    const chunk = Buffer.from(part.buffer, part.byteOffset, part.byteLength);
    let start = 0;
    for (let end = chunk.indexOf(10); end !== -1; end = chunk.indexOf(10, start)) {
      const piece = chunk.subarray(start, end);
      take(lineText(this.#open.length === 0 ? piece : Buffer.concat([...this.#open, piece])));
      this.#open = [];
      this.#openBytes = 0;
      start = end + 1;
    }
    if (start === chunk.length) return;
    // A copy: the stream may use the memory of the chunk again.
    this.#open.push(Buffer.from(chunk.subarray(start)));
    this.#openBytes += chunk.length - start;
    if (this.#openBytes > maxLineBytes) throw new UnreadableLines('a line is longer than 16 MiB');
  }

  end(take: (line: string) => void): void {
    if (this.#openBytes > 0) take(lineText(Buffer.concat(this.#open)));
  }
}

/** The text of a line; bytes that are not UTF-8 make it unlike any line of an export. */
function lineText(bytes: Buffer): string {
  const text = bytes.toString('utf8');
  return text.includes('\ufffd') && !Buffer.from(text).equals(bytes) ? `not UTF-8: ${text}` : text;
}
