import { hashJson } from './sha256.ts';

/** The hash of one event in its stream's chain: SHA-256 (hex) over JCS of `{event, previous}`; `previous` is '' for the first. */
export function chainHash(event: unknown, previous: string): string {
  return hashJson({ event, previous });
}
