import type { StreamKind } from './event.ts';

/** The stream of a thing: cases are named by their own id, everything else by `kind:id`. */
export function streamId(kind: StreamKind, id: string): string {
  return kind === 'case' ? id : `${kind}:${id}`;
}

/** The thing's own id within its kind. */
export function idInStream(stream: string): string {
  const at = stream.indexOf(':');
  return at < 0 ? stream : stream.slice(at + 1);
}
