import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A real server in a process and a directory of its own. */
export interface RunningServer {
  readonly url: string;
  readonly pid: number;
  /** Ends the process, by SIGKILL after 5 s, and removes its directory. */
  stop(): Promise<void>;
  /** Ends the process at once and keeps its directory; `start` brings it back on the same port. */
  kill(): Promise<void>;
  start(): Promise<void>;
}

/** What to run: `ready` answers once the server takes requests, and throws before. */
export interface ServerPlan {
  readonly command: string;
  readonly args: (port: number, directory: string) => readonly string[];
  readonly url: (port: number) => string;
  readonly ready: (url: string) => Promise<void>;
}

const startDeadlineMs = 30_000;

/** Starts a server on a free port and waits until it is ready. */
export async function startProcess(plan: ServerPlan): Promise<RunningServer> {
  const directory = await mkdtemp(join(tmpdir(), 'signalbox-server-'));
  const port = await freePort();
  const url = plan.url(port);
  let child = await launch(plan, port, directory);
  const end = async (signal: NodeJS.Signals) => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill(signal);
    const killer = setTimeout(() => child.kill('SIGKILL'), 5_000);
    await ended;
    clearTimeout(killer);
  };
  return {
    url,
    get pid() {
      return child.pid ?? 0;
    },
    kill: () => end('SIGKILL'),
    start: async () => {
      child = await launch(plan, port, directory);
    },
    stop: async () => {
      await end('SIGTERM');
      await rm(directory, { recursive: true, force: true });
    },
  };
}

async function launch(plan: ServerPlan, port: number, directory: string): Promise<ChildProcess> {
  const child = spawn(plan.command, plan.args(port, directory), {
    cwd: directory,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  const listen = (chunk: Buffer) => {
    said = (said + chunk.toString()).slice(-4_000);
  };
  child.stdout?.on('data', listen);
  child.stderr?.on('data', listen);
  child.once('error', (cause) => {
    said += String(cause);
  });
  // A test run that ends early must not leave servers behind.
  const orphan = () => child.kill('SIGKILL');
  process.once('exit', orphan);
  child.once('exit', () => process.removeListener('exit', orphan));
  const deadline = Date.now() + startDeadlineMs;
  for (;;) {
    try {
      await plan.ready(plan.url(port));
      return child;
    } catch (cause) {
      const ended = child.exitCode !== null || child.signalCode !== null || child.pid === undefined;
      if (ended || Date.now() > deadline) {
        child.kill('SIGKILL');
        throw new Error(`${plan.command} did not start: ${said}`, { cause });
      }
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

/** A port of the loopback address nobody listens on. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => {
        if (address && typeof address === 'object') resolve(address.port);
        else reject(new Error('no port'));
      });
    });
  });
}
