import { closeSync, openSync } from 'node:fs';
import { join } from 'node:path';

/** Sockets are named by at most 107 bytes on Linux, and fewer elsewhere. */
const longestBytes = 100;

/** A path by which the control socket of a data directory can be reached. */
export interface SocketPath {
  readonly path: string;
  /** Gives back what a long path had to be reached by. */
  release(): void;
}

/** The control socket of a data directory; a directory too deep for a socket's name is reached by way of an open descriptor (Linux). */
export function controlSocket(dataDir: string): SocketPath {
  const path = join(dataDir, 'control.sock');
  if (Buffer.byteLength(path) <= longestBytes) return { path, release: () => undefined };
  const directory = openSync(dataDir, 'r');
  return { path: `/proc/self/fd/${directory}/control.sock`, release: () => closeSync(directory) };
}
