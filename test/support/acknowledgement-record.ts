import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** What a client process is to do. */
export interface ClientPlan {
  /** Where the API answers; any of them at any time. */
  readonly origins: readonly string[];
  /** Person → token. */
  readonly tokens: Readonly<Record<string, string>>;
  /** The file it writes down what was acknowledged in. */
  readonly record: string;
  /** Cases under way at once. */
  readonly loops: number;
  /** Cases each loop leaves open. */
  readonly keep: number;
}

/** One line of the record. */
export type Noted =
  | { did: 'submitted'; key: string; by: string; case: string; number: string }
  | { did: 'commanded'; kind: string; key: string; by: string; case: string }
  | {
      did: 'refused';
      kind: string;
      key: string;
      by: string;
      case: string;
      status: number;
      code: string;
    }
  | { did: 'ended'; repeats: number };

/** A client that runs, and what it wrote down. */
export interface RecordingClient {
  /** Resolves once something was acknowledged to it. */
  begun(): Promise<void>;
  /** Lets it finish what it sent, waits for its end and answers every line it wrote. @throws when it ended any other way. */
  end(): Promise<readonly Noted[]>;
  remove(): Promise<void>;
}

/** Starts a client in a process of its own. */
export async function startRecordingClient(plan: Omit<ClientPlan, 'record'>): Promise<RecordingClient> {
  const directory = await mkdtemp(join(tmpdir(), 'signalbox-client-'));
  const record = join(directory, 'acknowledged.jsonl');
  const planFile = join(directory, 'plan.json');
  await writeFile(record, '');
  await writeFile(planFile, JSON.stringify({ ...plan, record } satisfies ClientPlan));
  const program = join(import.meta.dirname, 'acknowledgement-writer.ts');
  const child: ChildProcess = spawn(process.execPath, ['--import', 'tsx', program, planFile], {
    stdio: ['pipe', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  return {
    async begun() {
      while ((await stat(record)).size === 0) {
        if (child.exitCode !== null) throw new Error(`the client ended: ${said}`);
        await sleep(50);
      }
    },
    async end() {
      child.stdin?.end();
      const code = await ended;
      if (code !== 0) throw new Error(`the client ended with ${code}: ${said}`);
      const lines = (await readFile(record, 'utf8')).trimEnd().split('\n');
      return lines.map((line) => JSON.parse(line) as Noted);
    },
    async remove() {
      child.kill('SIGKILL');
      await rm(directory, { recursive: true, force: true });
    },
  };
}
