import { createHash } from 'node:crypto';
import { DomainError } from '../../../domain/error/domain-error.ts';
import type { CommandDeps } from '../command/deps.ts';
import { type StagedAttachment, stagedIn } from './staged-attachment.ts';

/** The most bytes one file may have. */
export const attachmentLimit = 25_000_000;
/** How long an upload waits to be linked to a case, in ms. */
const stagedMs = 24 * 3_600_000;
const longestName = 200;

/** A file as somebody sends it. */
export interface Upload {
  readonly uploader: string;
  readonly name: string;
  readonly bytes: AsyncIterable<Uint8Array>;
  /** Under the same key the same uploader gets the same attachment; null makes a new one. */
  readonly key: string | null;
}

/**
 * Keeps an uploaded file until it is linked to a case, for 24 h at most.
 * @throws DomainError TOO_LARGE beyond 25 MB, VALIDATION_FAILED for a name that cannot be one or an empty file, COMMAND_REUSED.
 */
export async function stageAttachment(
  deps: Pick<CommandDeps, 'store' | 'clock' | 'ids'>,
  upload: Upload,
): Promise<StagedAttachment> {
  const name = fileName(upload.name);
  const { bytes, digest } = await gathered(upload.bytes);
  if (bytes.length === 0) throw refused('/file', 'The file is empty. Choose another one.');
  await deps.store.blobs.put(digest, bytes);
  const { uploader, key } = upload;
  const now = deps.clock.now();
  const id = key === null ? deps.ids.next().toLowerCase() : keyedId(uploader, key);
  const data = { uploader, digest, size: bytes.length, name, at: now };
  const made = await deps.store.records.insert('attachment', {
    _id: id,
    _v: 1,
    lists: [`uploader:${uploader}`, `digest:${digest}`],
    sort: id,
    expiresAt: now + stagedMs,
    data,
  });
  if (made) return { id, ...data };
  const earlier = await deps.store.records.get('attachment', id);
  const known = earlier === undefined ? undefined : stagedIn(earlier);
  if (known?.digest === digest && known.name === name) return known;
  throw new DomainError(
    'COMMAND_REUSED',
    'This idempotency key was used for a different file. Use a new key.',
  );
}

const keyedId = (uploader: string, key: string): string =>
  `u${createHash('sha256')
    .update(JSON.stringify([uploader, key]))
    .digest('hex')
    .slice(0, 31)}`;

/** The bytes with their digest, worked out as they come, so that a file that is too long is never kept. */
async function gathered(chunks: AsyncIterable<Uint8Array>): Promise<{ bytes: Buffer; digest: string }> {
  const parts: Uint8Array[] = [];
  const hash = createHash('sha256');
  let size = 0;
  for await (const chunk of chunks) {
    size += chunk.length;
    if (size > attachmentLimit) throw new DomainError('TOO_LARGE', 'A file has 25 MB at most.');
    hash.update(chunk);
    parts.push(chunk);
  }
  return { bytes: Buffer.concat(parts, size), digest: hash.digest('hex') };
}

/** What a file is shown under: the last part of a path, without control characters; it is never used as a path. */
function fileName(given: string): string {
  const name = given
    .normalize('NFC')
    .replace(/^.*[/\\]/su, '')
    .trim();
  if (name === '' || name === '.' || name === '..') throw refused('/name', 'Give the file a name.');
  if (/[\p{Cc}\p{Cs}\p{Bidi_Control}\u2028\u2029]/u.test(name))
    throw refused('/name', 'Give the name in plain characters.');
  if ([...name].length > longestName)
    throw refused('/name', `Shorten the name to ${longestName} characters.`);
  return name;
}

function refused(pointer: string, detail: string): DomainError {
  return new DomainError('VALIDATION_FAILED', 'This file cannot be taken as it is.', {
    details: [{ pointer, detail }],
  });
}
