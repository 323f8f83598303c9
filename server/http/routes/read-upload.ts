import type { Request } from 'express';
import { DomainError } from '../../../domain/error/domain-error.ts';
import { attachmentLimit } from '../../use-cases/attachment/stage-attachment.ts';
import { bodyChunks, mediaTypeOf, readBody } from '../core/read-body.ts';
import { defaultLimits, type HttpParts } from '../http-parts.ts';

/** A file of a request: its name, and its bytes as they come. */
export interface UploadedFile {
  readonly name: string;
  readonly bytes: AsyncIterable<Uint8Array>;
}

/** What the wrapping of one file in a multipart body may take, in bytes. */
const wrapping = 10_000;
/** A form with one file has three boundaries at most: before it, behind it, and one of a field. */
const mostBoundaries = 5;

const underWay = new WeakMap<HttpParts['deps'], number>();

/** Hands on the one file of a request, while few enough are being read. @throws DomainError MALFORMED, TOO_LARGE, RATE_LIMITED. */
export async function readUpload<T>(
  { deps, limits }: Pick<HttpParts, 'deps' | 'limits'>,
  request: Request,
  take: (file: UploadedFile) => Promise<T>,
): Promise<T> {
  const running = underWay.get(deps) ?? 0;
  if (running >= (limits?.uploads ?? defaultLimits.uploads))
    throw new DomainError('RATE_LIMITED', 'Many files are being uploaded. Try again in a moment.', {
      data: { retryAfterS: 2 },
    });
  underWay.set(deps, running + 1);
  try {
    return await take(await fileOf(request));
  } finally {
    underWay.set(deps, (underWay.get(deps) ?? 1) - 1);
  }
}

async function fileOf(request: Request): Promise<UploadedFile> {
  if (mediaTypeOf(request) === 'multipart/form-data') return multipartFile(request);
  return { name: nameOf(request), bytes: bodyChunks(request, attachmentLimit) };
}

function nameOf(request: Request): string {
  try {
    return decodeURIComponent(request.get('x-file-name') ?? '');
  } catch {
    throw new DomainError('MALFORMED', 'X-File-Name is not percent-encoded UTF-8.');
  }
}

async function multipartFile(request: Request): Promise<UploadedFile> {
  const type = request.get('content-type') ?? '';
  const bytes = await readBody(request, attachmentLimit + wrapping);
  const boundary = /boundary="?([^";]{1,70})"?/i.exec(type)?.[1];
  if (boundary === undefined || countOf(bytes, `--${boundary}`) > mostBoundaries) throw oneFile();
  const form = await new Response(bytes, { headers: { 'content-type': type } }).formData().catch(() => {
    throw oneFile();
  });
  const files = [...form.values()].filter((value) => typeof value !== 'string');
  const [file] = files;
  if (file === undefined || files.length > 1) throw oneFile();
  return { name: file.name, bytes: inOnePart(await file.arrayBuffer()) };
}

async function* inOnePart(bytes: ArrayBuffer): AsyncGenerator<Uint8Array> {
  yield new Uint8Array(bytes);
}

function countOf(bytes: Buffer, text: string): number {
  let count = 0;
  for (let at = bytes.indexOf(text); at >= 0 && count <= mostBoundaries; at = bytes.indexOf(text, at + 1))
    count += 1;
  return count;
}

function oneFile(): DomainError {
  return new DomainError('MALFORMED', 'Send one file as multipart/form-data, or as it is with X-File-Name.');
}
