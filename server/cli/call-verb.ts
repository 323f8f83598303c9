import { parseArgs } from 'node:util';
import { type ControlError, controlErrorOf } from '../control/messages.ts';
import { type CliIo, type ExitCode, UsageError, type Verb, type VerbCall, type VerbOptions } from './verb.ts';

/** Runs a verb on its arguments; what is wrong is said in plain words, or as JSON with `--json`. Resolves to the exit code. */
export async function callVerb(verb: Verb, argv: readonly string[], io: CliIo): Promise<ExitCode> {
  const json = argv.includes('--json');
  try {
    if (argv.includes('--help') || argv.includes('-h')) {
      io.out(`${verb.usage}\n`);
      return 0;
    }
    return await verb.run(readCall(verb, argv, io));
  } catch (error) {
    if (error instanceof UsageError) {
      tell({ code: 'USAGE', message: error.message, details: [] }, { json, io });
      if (!json) io.err(`\n${verb.usage}\n`);
      return 2;
    }
    tell(controlErrorOf(error), { json, io });
    return 1;
  }
}

function tell(error: ControlError, { json, io }: { readonly json: boolean; readonly io: CliIo }): void {
  if (json) {
    io.out(`${JSON.stringify({ error })}\n`);
    return;
  }
  io.err(`${error.message}\n`);
  for (const { pointer, detail } of error.details) {
    // A sentence that begins with the name of its place, such as that of a variable, says where it is.
    const named = pointer === '' || detail.startsWith(`${pointer.slice(1)} `);
    io.err(`  ${named ? '' : `${pointer}: `}${detail}\n`);
  }
}

function readCall(verb: Verb, argv: readonly string[], io: CliIo): VerbCall {
  const { values, positionals } = parse(verb, argv);
  const { least, most } = verb.words;
  if (positionals.length < least) throw new UsageError('Something is missing.');
  if (positionals.length > most) throw new UsageError(`“${positionals[most]}” is one word too many.`);
  const all = (option: string): string[] =>
    [values[option] ?? []].flat().filter((value) => typeof value === 'string');
  return {
    io,
    json: values['json'] === true,
    words: positionals,
    text: (option) => all(option).at(-1),
    list: (option) =>
      all(option)
        .flatMap((value) => value.split(','))
        .map((value) => value.trim())
        .filter((value) => value !== ''),
    flag: (option) => values[option] === true,
  };
}

interface Parsed {
  readonly values: Readonly<Record<string, string | boolean | (string | boolean)[] | undefined>>;
  readonly positionals: readonly string[];
}

function parse(verb: Verb, argv: readonly string[]): Parsed {
  const options: VerbOptions = {
    ...verb.options,
    json: { type: 'boolean' },
    help: { type: 'boolean', short: 'h' },
  };
  try {
    return parseArgs({ args: [...argv], options, allowPositionals: true, strict: true });
  } catch (error) {
    const known = Object.keys(options).map((name) => `--${name}`);
    const why = error instanceof Error ? (error.message.split('. ')[0] ?? '') : String(error);
    throw new UsageError(`${why}. There are: ${known.join(', ')}.`);
  }
}
