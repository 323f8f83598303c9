import type { TestRun } from '../../domain/definition/run-tests.ts';

/** The tests of one file: their run, or why it came to none. */
export interface FileRun {
  readonly file: string;
  readonly run?: TestRun;
  readonly problem?: string;
}

/** Test runs in the JUnit XML that build servers read: a suite for each file. */
export function junitReport(files: readonly FileRun[]): string {
  const suites = files.map(suite).join('\n');
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>\n${suites}\n</testsuites>\n`;
}

function suite({ file, run, problem }: FileRun): string {
  const name = `name="${escapeXml(file)}"`;
  if (run === undefined) {
    const failure = `    <error message="${escapeXml(problem ?? 'It could not be tested.')}"/>`;
    return `  <testsuite ${name} tests="1" failures="0" errors="1">\n   <testcase ${name} classname="definition">\n${failure}\n   </testcase>\n  </testsuite>`;
  }
  const cases = run.results.map(({ id, title, failures }) => {
    const open = `   <testcase name="${escapeXml(`${id}: ${title}`)}" classname="${escapeXml(file)}"`;
    if (failures.length === 0) return `${open}/>`;
    const words = failures.map(({ what, expected, got }) => `${what}: expected ${expected}, got ${got}`);
    return `${open}>\n    <failure message="${escapeXml(words.join('; '))}"/>\n   </testcase>`;
  });
  const failed = run.results.filter(({ passed }) => !passed).length;
  const counts = `tests="${run.results.length}" failures="${failed}" errors="0"`;
  return [`  <testsuite ${name} ${counts}>`, ...cases, '  </testsuite>'].join('\n');
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

function escapeXml(text: string): string {
  // XML 1.0 cannot hold control characters, not even escaped.
  const plain = text.toWellFormed().replace(/[^\t\n\r\u0020-\ufffd\u{10000}-\u{10ffff}]/gu, ' ');
  return plain.replace(/[&<>"]/g, (sign) => entities[sign] ?? sign).replaceAll('\n', '&#10;');
}
