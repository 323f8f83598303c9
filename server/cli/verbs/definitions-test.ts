import { writeFile } from 'node:fs/promises';
import { checkDefinition } from '../../../domain/definition/check-definition.ts';
import { compileDefinition } from '../../../domain/definition/compile-definition.ts';
import { runDefinitionTests } from '../../../domain/definition/run-tests.ts';
import { DomainError } from '../../../domain/error/domain-error.ts';
import { type FileRun, junitReport } from '../junit-report.ts';
import { readDefinitionFile } from '../read-definition-file.ts';
import type { Verb } from '../verb.ts';

/** `signalbox definitions test`: the tests within definitions, run without any store. */
export const definitionsTest: Verb = {
  usage: `signalbox definitions test <file…> [--junit <file>] [--json]

Runs the tests of definitions (YAML or JSON) with the functions the product decides with.
  --junit  writes the results as JUnit XML as well
Exit code 1 when a test fails or a definition cannot be tested.`,
  options: { junit: { type: 'string' } },
  words: { least: 1, most: 1_000 },
  async run({ io, json, words, text }) {
    const files: FileRun[] = [];
    for (const file of words) files.push(await testFile(file));
    const junit = text('junit');
    if (junit !== undefined) await writeFile(junit, junitReport(files));
    if (json) io.out(`${JSON.stringify(files, null, 2)}\n`);
    else for (const file of files) io.out(wordsFor(file));
    return files.every(({ run }) => run?.passed === true) ? 0 : 1;
  },
};

async function testFile(file: string): Promise<FileRun> {
  try {
    const { definition, problems } = checkDefinition(await readDefinitionFile(file));
    const blocking = problems.find((problem) => problem.blocking);
    if (definition === undefined || blocking !== undefined)
      return { file, problem: `It has problems, the first at ${blocking?.pointer}: ${blocking?.message}` };
    return { file, run: runDefinitionTests(compileDefinition(definition)) };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return { file, problem: error.message };
  }
}

function wordsFor({ file, run, problem }: FileRun): string {
  if (run === undefined) return `${file}: ${problem}\n`;
  const passed = run.results.filter((result) => result.passed).length;
  const failures = run.results.flatMap(({ id, title, failures: failed }) =>
    failed.map(
      ({ what, expected, got }) => `  ${id} (${title})\n    ${what}: expected ${expected}, got ${got}\n`,
    ),
  );
  return `${file}: ${passed} of ${run.results.length} tests passed.\n${failures.join('')}`;
}
