import { type ChildProcess, spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';

/** What a run of the command line came to. */
export interface CliRun {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** A product that runs as a process of its own. */
export interface CliServer {
  readonly address: string;
  readonly said: () => string;
  /** Sends a signal and answers the exit code. */
  end(signal: NodeJS.Signals): Promise<number | null>;
}

/** The command line as it is shipped, built into a place of its own. */
export interface BuiltCli {
  /** A fresh data directory that does not exist yet. */
  freshDirectory(): string;
  run(args: readonly string[], env?: Readonly<Record<string, string>>): Promise<CliRun>;
  /** Starts a verb that serves, and waits for its address. */
  serve(args: readonly string[], env: Readonly<Record<string, string>>): Promise<CliServer>;
  /** Starts a verb and leaves it running. */
  begin(args: readonly string[], env: Readonly<Record<string, string>>): ChildProcess;
  remove(): Promise<void>;
}

const root = join(import.meta.dirname, '../..');

/** Builds the command line as `npm run build` does, and runs it as child processes. */
export async function buildCli(): Promise<BuiltCli> {
  await mkdir(join(root, 'node_modules/.cache'), { recursive: true });
  // Within the checkout, so that packages are found.
  const outdir = await mkdtemp(join(root, 'node_modules/.cache/cli-'));
  await build({
    entryPoints: { signalbox: join(root, 'server/cli/signalbox.ts') },
    outdir,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    splitting: true,
    loader: { '.yaml': 'text' },
    logLevel: 'silent',
  });
  const place = await mkdtemp(join(tmpdir(), 'signalbox-cli-'));
  let directories = 0;
  const children = new Set<ChildProcess>();
  const begin: BuiltCli['begin'] = (args, env) => {
    const child = spawn(process.execPath, [join(outdir, 'signalbox.js'), ...args], {
      cwd: place,
      env: { PATH: process.env.PATH ?? '', NODE_ENV: 'production', PORT: '0', LOG_LEVEL: 'error', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    children.add(child);
    child.once('exit', () => children.delete(child));
    return child;
  };
  return {
    freshDirectory: () => {
      directories += 1;
      return join(place, `data-${directories}`);
    },
    begin,
    async run(args, env = {}) {
      const child = begin(args, env);
      const texts = collect(child);
      const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
      return { code, out: texts.out, err: texts.err };
    },
    serve: (args, env) => untilServing(begin(args, env)),
    async remove() {
      for (const child of children) child.kill('SIGKILL');
      await rm(outdir, { recursive: true, force: true });
      await rm(place, { recursive: true, force: true });
    },
  };
}

function collect(child: ChildProcess): { out: string; err: string } {
  const texts = { out: '', err: '' };
  child.stdout?.on('data', (chunk: Buffer) => {
    texts.out += chunk.toString();
  });
  child.stderr?.on('data', (chunk: Buffer) => {
    texts.err += chunk.toString();
  });
  return texts;
}

async function untilServing(child: ChildProcess): Promise<CliServer> {
  const texts = collect(child);
  const exited = new Promise<number | null>((resolve) => child.once('close', resolve));
  const deadline = Date.now() + 60_000;
  for (;;) {
    const address = /runs at (http:\S+)/.exec(texts.out)?.[1];
    if (address !== undefined)
      return {
        address,
        said: () => texts.out + texts.err,
        end: (signal) => {
          child.kill(signal);
          return exited;
        },
      };
    if (child.exitCode !== null || Date.now() > deadline)
      throw new Error(`it did not start: ${texts.out}${texts.err}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
