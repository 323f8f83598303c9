/**
 * Breaks the product in every way test/mutants says, one at a time in a copy of the tree, and runs the tests that have to notice.
 * Ends with 1 when a patch does not apply, a named test file stays green, or one is red without any mutant.
 * Arguments choose mutants by part of their names.
 */
import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');
const folder = join(root, 'test', 'mutants');

/** A mutant as its patch describes it. */
function readMutant(file) {
  const text = readFileSync(join(folder, file), 'utf8');
  const breaks = /^Breaks: (.+)$/m.exec(text)?.[1];
  const tests = /^Turns red: (.+)$/m.exec(text)?.[1]?.split(' ');
  if (breaks === undefined || tests === undefined)
    throw new Error(`${file} does not begin with “Breaks: …” and “Turns red: …”`);
  return { name: file.replace(/\.patch$/, ''), path: join(folder, file), breaks, tests };
}

/** A copy of every file of the tree that is not ignored; what is installed is linked. */
function copyTree() {
  const scratch = realpathSync(mkdtempSync(join(tmpdir(), 'signalbox-mutants-')));
  const listed = spawnSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  });
  for (const file of listed.stdout.split('\0').filter((name) => name && existsSync(join(root, name)))) {
    mkdirSync(join(scratch, dirname(file)), { recursive: true });
    copyFileSync(join(root, file), join(scratch, file));
  }
  for (const link of ['node_modules', '.venv'])
    if (existsSync(join(root, link))) symlinkSync(join(root, link), join(scratch, link));
  return scratch;
}

function apply(scratch, mutant, ...options) {
  const done = spawnSync('git', ['apply', ...options, mutant.path], { cwd: scratch, encoding: 'utf8' });
  return done.status === 0 ? undefined : done.stderr.trim();
}

/** Test file → `red`, `green` or `skipped`. A file that does not even run counts as `unrunnable`. */
function runTests(scratch, tests) {
  const report = join(scratch, 'mutant-report.json');
  rmSync(report, { force: true });
  const args = ['run', '--retry=0', '--reporter=json', `--outputFile.json=${report}`, ...tests];
  spawnSync(process.execPath, [join('node_modules', 'vitest', 'vitest.mjs'), ...args], {
    cwd: scratch,
    stdio: 'ignore',
    env: { ...process.env, NODE_ENV: 'test' },
    timeout: 600_000,
  });
  const results = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')).testResults : [];
  return new Map(
    tests.map((test) => [test, verdictOf(results.find(({ name }) => relative(scratch, name) === test))]),
  );
}

function verdictOf(result) {
  const statuses = result?.assertionResults.map(({ status }) => status) ?? [];
  if (statuses.includes('failed')) return 'red';
  if (statuses.length === 0 || result.status === 'failed') return 'unrunnable';
  return statuses.includes('passed') ? 'green' : 'skipped';
}

const wanted = process.argv.slice(2);
const mutants = readdirSync(folder)
  .filter((file) => file.endsWith('.patch'))
  .sort()
  .map(readMutant)
  .filter(({ name }) => wanted.length === 0 || wanted.some((part) => name.includes(part)));

const scratch = copyTree();
const rows = [];
try {
  const sound = runTests(scratch, [...new Set(mutants.flatMap(({ tests }) => tests))]);
  for (const mutant of mutants) {
    const refused = apply(scratch, mutant);
    if (refused !== undefined) {
      rows.push({ mutant, verdict: 'DOES NOT APPLY', tests: refused });
      continue;
    }
    const seen = runTests(scratch, mutant.tests);
    apply(scratch, mutant, '--reverse');
    const told = mutant.tests.map((test) => {
      const before = sound.get(test);
      if (before === 'skipped') return 'skipped';
      if (before !== 'green') return `${before} without it`;
      return seen.get(test);
    });
    const verdict = told.every((each) => each === 'red')
      ? 'killed'
      : told.every((each) => each === 'skipped')
        ? 'skipped'
        : 'SURVIVES';
    rows.push({ mutant, verdict, tests: mutant.tests.map((test, i) => `${test}: ${told[i]}`).join(', ') });
    console.log(`${verdict.padEnd(14)} ${mutant.name.padEnd(30)} ${mutant.breaks}`);
    if (verdict !== 'killed') console.log(`${' '.repeat(15)}${rows.at(-1).tests}`);
  }
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

const bad = rows.filter(({ verdict }) => verdict !== 'killed' && verdict !== 'skipped');
for (const { mutant, tests } of bad.filter(({ verdict }) => verdict === 'DOES NOT APPLY'))
  console.error(`${mutant.name} does not apply: ${tests}`);
const count = (which) => rows.filter(({ verdict }) => verdict === which).length;
console.log(
  `\n${rows.length} mutants: ${count('killed')} killed, ${count('skipped')} skipped, ${bad.length} wrong`,
);
process.exit(bad.length === 0 && rows.length > 0 ? 0 : 1);
