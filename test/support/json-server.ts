import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** A json-server in a process of its own, over a file of its own. */
export interface JsonServer {
  readonly port: number;
  readonly url: string;
  /** Everything under one resource, read by plain HTTP. */
  records(resource: string): Promise<readonly Record<string, unknown>[]>;
  stop(): Promise<void>;
}

/** Starts a json-server with the given resources and waits until it answers. */
export async function startJsonServer(content: Readonly<Record<string, unknown>>): Promise<JsonServer> {
  const dir = mkdtempSync(join(tmpdir(), 'signalbox-json-server-'));
  const file = join(dir, 'db.json');
  writeFileSync(file, JSON.stringify(content));
  const port = await freePort();
  const bin = join(process.cwd(), 'node_modules', 'json-server', 'lib', 'cli', 'bin.js');
  const args = [bin, '--quiet', '--host', '127.0.0.1', '--port', String(port), file];
  const child = spawn(process.execPath, args, { stdio: 'ignore', cwd: dir });
  const url = `http://127.0.0.1:${port}`;
  await untilAnswering(url, child);
  return {
    port,
    url,
    records: async (resource) => (await fetch(`${url}/${resource}`)).json(),
    stop: async () => {
      if (child.exitCode === null) {
        const gone = new Promise((resolve) => child.once('exit', resolve));
        child.kill('SIGKILL');
        await gone;
      }
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no port was given');
  return address.port;
}

async function untilAnswering(url: string, child: ChildProcess): Promise<void> {
  for (let waited = 0; waited < 30_000; waited += 50) {
    if (child.exitCode !== null) throw new Error(`json-server ended with ${child.exitCode}`);
    const answering = await fetch(`${url}/db`).then(
      (answer) => answer.ok,
      () => false,
    );
    if (answering) return;
    await sleep(50);
  }
  throw new Error('json-server did not answer within 30 s');
}
