import type { ChildProcess } from 'node:child_process';
import type { BuiltCli } from '../../support/built-cli.ts';

/** One process of the product as it is shipped, on a port it keeps over all its lives. */
export class ProductProcess {
  readonly name: string;
  readonly origin: string;
  /** Ends that nobody here brought about, each with what it said last. */
  readonly endedByItself: string[] = [];
  /** How long each start took until it served, in ms. */
  readonly starts: number[] = [];
  private readonly cli: BuiltCli;
  private readonly env: Readonly<Record<string, string>>;
  private child: ChildProcess | undefined;
  private serving: Promise<boolean> = Promise.resolve(false);

  constructor(
    cli: BuiltCli,
    name: string,
    env: Readonly<Record<string, string>> & { readonly PORT: string },
  ) {
    this.cli = cli;
    this.name = name;
    this.env = env;
    this.origin = `http://localhost:${env.PORT}`;
  }

  /** Starts it, without waiting for anything. */
  start(): void {
    const child = this.cli.begin(['start'], this.env);
    this.child = child;
    const began = Date.now();
    let said = '';
    this.serving = new Promise((resolve) => {
      const listen = (chunk: Buffer) => {
        said = (said + chunk.toString()).slice(-4_000);
        if (!said.includes('runs at ')) return;
        this.starts.push(Date.now() - began);
        child.stdout?.off('data', listen);
        resolve(true);
      };
      child.stdout?.on('data', listen);
      child.stderr?.on('data', (chunk: Buffer) => {
        said = (said + chunk.toString()).slice(-4_000);
      });
      child.once('close', (code, signal) => {
        // Only a process that is still this one's present life ends by itself: the others were ended.
        if (this.child === child)
          this.endedByItself.push(`${this.name} ended with ${code ?? signal}: ${said}`);
        resolve(false);
      });
    });
  }

  /** Whether the present life came to serve; waits until it is known. */
  served(): Promise<boolean> {
    return this.serving;
  }

  /** kill -9, at once. */
  async kill(): Promise<void> {
    await this.end('SIGKILL');
  }

  /** Asks it to stop in order and answers the exit code. */
  stop(): Promise<number | null> {
    return this.end('SIGTERM');
  }

  private end(signal: NodeJS.Signals): Promise<number | null> {
    const { child } = this;
    this.child = undefined;
    if (child === undefined || child.exitCode !== null || child.signalCode !== null)
      return Promise.resolve(child?.exitCode ?? null);
    const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
    child.kill(signal);
    return ended;
  }
}
