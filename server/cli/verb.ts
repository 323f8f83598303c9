import type { ParseArgsConfig } from 'node:util';

/** Where the command line reads and writes. */
export interface CliIo {
  readonly stdin: AsyncIterable<Uint8Array>;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

/** 0: done; 1: refused or failed; 2: asked for in a way that cannot be understood. */
export type ExitCode = 0 | 1 | 2;

/** The options of a verb, as `parseArgs` takes them; `--json` and `--help` are everybody's. */
export type VerbOptions = NonNullable<ParseArgsConfig['options']>;

/** What a verb was called with. */
export interface VerbCall {
  readonly io: CliIo;
  /** Prints results as JSON. */
  readonly json: boolean;
  /** What is not an option, in order. */
  readonly words: readonly string[];
  /** The value of an option that takes one; undefined when it was not given. */
  text(option: string): string | undefined;
  /** Every value of an option that may be repeated or given as a list with commas. */
  list(option: string): readonly string[];
  /** Whether an option without a value was given. */
  flag(option: string): boolean;
}

/** One verb of the command line. */
export interface Verb {
  /** How it is called, options and all; the first line stands in errors. */
  readonly usage: string;
  readonly options: VerbOptions;
  /** How many words it takes. */
  readonly words: { readonly least: number; readonly most: number };
  run(call: VerbCall): Promise<ExitCode>;
}

/** The caller can mend it: a word or an option that cannot be used. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
