import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { MongoClient } from 'mongodb';
import { describe } from 'vitest';
import { type RunningServer, startProcess } from './start-process.ts';

/** Where the MongoDB-compatible server's program lies, if it does. */
function secantusPath(): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const places = [
    process.env.SECANTUSD,
    join(import.meta.dirname, '../../.venv/bin/secantusd-py'),
    ...folders.map((folder) => join(folder, 'secantusd-py')),
  ];
  return places.find((place) => place !== undefined && existsSync(place));
}

/** What suites that need MongoDB run against: a real one named by MONGODB_TEST_URL, a compatible one, or nothing. */
export function mongoKind(): 'mongodb' | 'compatible' | undefined {
  if (process.env.MONGODB_TEST_URL) return 'mongodb';
  return secantusPath() ? 'compatible' : undefined;
}

/**
 * The server of MONGODB_TEST_URL as it is (it cannot be killed), else a MongoDB-compatible one of our own;
 * undefined when there is neither. Suites keep apart by database name.
 */
export async function startMongoCompatible(): Promise<RunningServer | undefined> {
  const url = process.env.MONGODB_TEST_URL;
  if (url) return foreign(url);
  const command = secantusPath();
  if (!command) return undefined;
  return startProcess({
    command,
    args: (port, directory) => {
      const storage = join(directory, 'data');
      return ['--host', '127.0.0.1', '--port', `${port}`, '--storage-path', storage, '--sync-on-commit'];
    },
    url: (port) => `mongodb://127.0.0.1:${port}/?directConnection=true`,
    ready: async (at) => {
      const client = new MongoClient(at, { serverSelectionTimeoutMS: 500 });
      try {
        await client.db('admin').command({ ping: 1 });
      } finally {
        await client.close();
      }
    },
  });
}

/** A suite that needs MongoDB or a compatible server; without one it is skipped, and its title says so. */
export function describeWithMongo(name: string, suite: () => void): void {
  if (mongoKind()) describe(name, suite);
  else
    describe.skip(
      `${name} [SKIPPED: no MONGODB_TEST_URL, and no secantusd-py in .venv/bin or SECANTUSD]`,
      suite,
    );
}

function foreign(url: string): RunningServer {
  const refuse = async () => {
    throw new Error('The server of MONGODB_TEST_URL is not ours to kill');
  };
  return { url, pid: 0, stop: async () => {}, kill: refuse, start: refuse };
}
