import { existsSync } from 'node:fs';
import { connect } from 'node:net';
import { delimiter, join } from 'node:path';
import { describe } from 'vitest';
import { type RunningServer, startProcess } from './start-process.ts';

/** Where Redis lies, if it does. */
function redisPath(): string | undefined {
  const folders = ['/usr/bin', '/usr/local/bin', ...(process.env.PATH ?? '').split(delimiter)];
  const places = [process.env.REDIS_SERVER, ...folders.map((folder) => join(folder, 'redis-server'))];
  return places.find((place) => place !== undefined && existsSync(place));
}

/** A Redis of our own that evicts nothing and appends to disk; `args` are added to its command line. */
export async function startRedis(args: readonly string[] = []): Promise<RunningServer | undefined> {
  const command = redisPath();
  if (!command) return undefined;
  const fixed = [
    '--bind',
    '127.0.0.1',
    '--maxmemory-policy',
    'noeviction',
    '--appendonly',
    'yes',
    '--save',
    '',
  ];
  return startProcess({
    command,
    args: (port, directory) => ['--port', `${port}`, '--dir', directory, ...fixed, ...args],
    url: (port) => `redis://127.0.0.1:${port}`,
    ready: (url) => pong(Number(new URL(url).port)),
  });
}

/** A suite that needs Redis; without one it is skipped, and its title says so. */
export function describeWithRedis(name: string, suite: () => void): void {
  if (redisPath()) describe(name, suite);
  else describe.skip(`${name} [SKIPPED: no redis-server in PATH or REDIS_SERVER]`, suite);
}

function pong(port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write('PING\r\n'));
    socket.setTimeout(500, () => socket.destroy(new Error('no answer')));
    socket.once('error', reject);
    socket.once('data', (answer) => {
      socket.destroy();
      if (answer.toString().startsWith('+PONG')) resolve();
      else reject(new Error(answer.toString()));
    });
  });
}
