import { checkDefinition, mayBePublished } from '../../../domain/definition/check-definition.ts';
import { DomainError } from '../../../domain/error/domain-error.ts';
import { blocks, type Problem } from '../../../domain/error/problem.ts';
import { readDefinitionFile } from '../read-definition-file.ts';
import type { Verb } from '../verb.ts';

/** `signalbox definitions check`: everything wrong with files, without any store. */
export const definitionsCheck: Verb = {
  usage: `signalbox definitions check <file…> [--json]

Names everything wrong with definitions (YAML or JSON): place, what is wrong, how to mend it.
Exit code 1 when one of them could not be published.`,
  options: {},
  words: { least: 1, most: 1_000 },
  async run({ io, json, words }) {
    const checked = [];
    for (const file of words) {
      const problems = await problemsIn(file);
      checked.push({ file, publishable: mayBePublished(problems), problems });
    }
    if (json) io.out(`${JSON.stringify(checked, null, 2)}\n`);
    else for (const { file, problems } of checked) io.out(wordsFor(file, problems));
    return checked.every(({ publishable }) => publishable) ? 0 : 1;
  },
};

async function problemsIn(file: string): Promise<readonly Problem[]> {
  try {
    return checkDefinition(await readDefinitionFile(file)).problems;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return [blocks('', error.message, 'Mend the text, so that it can be read.')];
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
