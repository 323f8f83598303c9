import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { checkDefinition, mayBePublished } from '../../../domain/definition/check-definition.ts';
import { DomainError } from '../../../domain/error/domain-error.ts';
import { blocks, type Problem } from '../../../domain/error/problem.ts';
import type { Json } from '../../../domain/hash/canonical-json.ts';
import { operate } from '../operate.ts';
import { readDefinitionFile } from '../read-definition-file.ts';
import type { Verb, VerbCall } from '../verb.ts';

/** `signalbox definitions check`: everything wrong with files, within themselves and, where there is one, within the organisation. */
export const definitionsCheck: Verb = {
  usage: `signalbox definitions check <file…> [--alone] [--json]

Names everything wrong with definitions (YAML or JSON): place, what is wrong, how to mend it.
Where there is a product, running or not, people, pools and whatever else they refer to are looked up in it.
  --alone  looks at the files alone
Exit code 1 when one of them could not be published.`,
  options: { alone: { type: 'boolean' } },
  words: { least: 1, most: 1_000 },
  async run(call) {
    const within = !call.flag('alone') && isThere(process.env);
    const checked = await checkedFiles(call, within);
    if (call.json) call.io.out(`${JSON.stringify(checked, null, 2)}\n`);
    else for (const { file, problems } of checked) call.io.out(wordsFor(file, problems));
    if (!within)
      call.io.err('Looked at the files alone: what they refer to is looked up when they are imported.\n');
    return checked.every(({ publishable }) => publishable) ? 0 : 1;
  },
};

interface Checked {
  readonly file: string;
  readonly publishable: boolean;
  readonly problems: readonly Problem[];
}

/** Whether there is a store to look things up in; looking must not make one. */
function isThere(env: Readonly<Record<string, string | undefined>>): boolean {
  return Boolean(env['MONGODB_URL']) || existsSync(join(env['SIGNALBOX_DATA'] || './data', 'store.mdb'));
}

async function checkedFiles(call: VerbCall, within: boolean): Promise<Checked[]> {
  const read = await Promise.all(call.words.map(readOrProblem));
  const alone = read.map((one) =>
    'problem' in one ? [one.problem] : checkDefinition(one.document).problems,
  );
  const sound = read.flatMap((one, i) =>
    'document' in one && alone[i]?.every(({ blocking }) => !blocking) ? [{ i, document: one.document }] : [],
  );
  if (within && sound.length > 0) {
    const documents = sound.map(({ document }) => document as Json);
    const answer = (await operate(call, 'check-definitions', { documents })) as {
      problems: readonly (readonly Pick<Problem, keyof Problem>[])[];
    };
    for (const [k, { i }] of sound.entries()) alone[i] = [...(answer.problems[k] ?? [])];
  }
  return call.words.map((file, i) => {
    const problems = alone[i] ?? [];
    return { file, publishable: mayBePublished(problems), problems };
  });
}

async function readOrProblem(
  file: string,
): Promise<{ readonly document: unknown } | { readonly problem: Problem }> {
  try {
    return { document: await readDefinitionFile(file) };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return { problem: blocks('', error.message, 'Mend the text, so that it can be read.') };
  }
}

function wordsFor(file: string, problems: readonly Problem[]): string {
  if (problems.length === 0) return `${file}: nothing is wrong.\n`;
  const lines = problems.map(({ pointer, message, mend, blocking }) => {
    const place = pointer === '' ? 'the document' : pointer;
    return `  ${blocking ? 'problem' : 'advice '}  ${place}\n           ${message} ${mend}`;
  });
  return `${file}:\n${lines.join('\n')}\n`;
}
