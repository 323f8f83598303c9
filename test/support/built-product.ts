import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from './start-process.ts';

/** The built product as its own process, as a newcomer starts it. */
export interface BuiltProduct {
  readonly origin: string;
  readonly data: string;
  readonly pid: number;
  /** Everything it has printed. */
  printed(): string;
  /** Stops it and leaves its data. */
  end(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts `signalbox <verb>` on a free port, over an empty data directory unless one is named, or on the port named in `env`; resolves once it says where it runs. */
export async function startBuilt(
  verb: 'start' | 'demo',
  env: Record<string, string> = {},
  directory?: string,
): Promise<BuiltProduct> {
  const data = directory ?? (await mkdtemp(join(tmpdir(), 'signalbox-built-')));
  const port = env['PORT'] === undefined ? await freePort() : Number(env['PORT']);
  const origin = `http://localhost:${port}`;
  const child: ChildProcess = spawn(process.execPath, ['bin/signalbox.mjs', verb], {
    env: {
      ...process.env,
      NODE_ENV: 'production',
      PORT: String(port),
      SIGNALBOX_DATA: data,
      LOG_LEVEL: 'warn',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  const listen = (chunk: Buffer) => {
    printed += chunk.toString('utf8');
  };
  child.stdout?.on('data', listen);
  child.stderr?.on('data', listen);
  const end = Date.now() + 120_000;
  while (!printed.includes(`runs at ${origin}`)) {
    if (child.exitCode !== null || Date.now() > end) throw new Error(`the product did not start: ${printed}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const finish = async () => {
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    await ended;
  };
  return {
    origin,
    data,
    pid: child.pid ?? 0,
    printed: () => printed,
    end: finish,
    async stop() {
      await finish();
      await rm(data, { recursive: true, force: true });
    },
  };
}
