/**
 * Runs the tests and ends with one plain line of counts. Says loudly, by name and count, what was skipped for want of a server.
 * Arguments are handed to vitest.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const built = spawnSync(process.execPath, ['scripts/build.mjs', '--if-stale'], {
  stdio: ['ignore', 'inherit', 'inherit'],
});
if (built.status !== 0) process.exit(built.status ?? 1);

const report = join(mkdtempSync(join(tmpdir(), 'signalbox-test-')), 'report.json');
const run = spawnSync(
  process.execPath,
  [
    'node_modules/vitest/vitest.mjs',
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
    ...process.argv.slice(2),
  ],
  { stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, NODE_ENV: 'test' } },
);
if (!existsSync(report)) {
  console.error('The tests did not come to an end.');
  process.exit(run.status || 1);
}
const result = JSON.parse(readFileSync(report, 'utf8'));
const skipped = result.testResults.flatMap((file) =>
  file.assertionResults
    .filter((test) => test.status === 'skipped' || test.status === 'pending' || test.status === 'todo')
    .map((test) => test.fullName),
);
const failedFiles = result.testResults.filter(
  (file) => file.status === 'failed' && file.assertionResults.length === 0,
).length;
if (skipped.length > 0) {
  console.log(`\nSKIPPED, because something real is missing on this machine: ${skipped.length}`);
  const groups = new Map();
  for (const name of skipped) {
    const reason = /\[(?:SKIPPED: )?([^\]]+)\]/.exec(name)?.[1] ?? name;
    groups.set(reason, (groups.get(reason) ?? 0) + 1);
  }
  for (const [reason, count] of groups) console.log(`  ${count} × ${reason}`);
}
const failed = result.numFailedTests + failedFiles;
console.log(`\n${result.numPassedTests} passed, ${failed} failed, ${skipped.length} skipped`);
process.exit(run.status === 0 && failed === 0 ? 0 : 1);
