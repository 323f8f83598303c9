import { canonicalJson } from '../hash/canonical-json.ts';
import type { Finding, Report } from './verify-report.ts';

/** The report in words, line by line; `fingerprint` is how people compare the key. */
export function reportText(report: Report, fingerprint: string): string[] {
  const lines = report.usable
    ? wholeText(report, fingerprint)
    : ['UNUSABLE', ...report.findings.map(findingText)];
  return lines.map(printable);
}

/** What a file says must not move the cursor of whoever reads about it. */
function printable(line: string): string {
  return line.replace(/\p{C}/gu, '\ufffd');
}

function wholeText(report: Report, fingerprint: string): string[] {
  const verdict = report.verified ? 'VERIFIED' : 'NOT VERIFIED';
  return [
    verdict,
    ...report.findings.map(findingText),
    ...moreText(report),
    ...facts(report, fingerprint),
    ...meaning(report),
  ];
}

/** One finding with its place. */
function findingText(finding: Finding): string {
  const place = [`line ${finding.line}`];
  if (finding.position !== undefined) place.push(`position ${finding.position}`);
  if (finding.stream !== undefined) place.push(`stream ${finding.stream} event ${finding.seq ?? '?'}`);
  return `  ${place.join(', ')}: ${finding.message} [${finding.code}]`;
}

function moreText({ moreFindings }: Report): string[] {
  return moreFindings === 0 ? [] : [`  and ${moreFindings} more`];
}

function facts(report: Report, fingerprint: string): string[] {
  const lines = [
    `Events: ${report.rows}, streams: ${report.streams}, positions ${report.from} to ${report.to}, generation ${report.generation}`,
    `Root: ${report.root === '' ? 'unknown, since events are missing or out of place' : report.root}`,
    `Key: ${fingerprint}${report.keyExpected ? ', as you expected' : ', taken from the file'}`,
    `Checkpoints that agree: ${report.checkpoints}${lastText(report)}`,
    `Sealed values: ${report.opened} held against their seals, ${report.erased} erased or withheld`,
    `Exported: ${new Date(report.exportedAt).toISOString()}`,
  ];
  if (report.filter !== undefined) lines.push(`Filter: ${canonicalJson(report.filter)}`);
  if (report.trusted !== undefined)
    lines.push(`Your checkpoint of ${report.trusted.size} events: ${report.trusted.outcome}`);
  for (const { position, from, generation } of report.restores) {
    lines.push(
      `Restored from a backup that ended at ${from}: generation ${generation} begins at position ${position}`,
    );
  }
  for (const { size, generation } of report.beyond) {
    lines.push(`Left behind by a restore: a checkpoint of ${size} events, generation ${generation}`);
  }
  return lines;
}

function lastText({ lastCheckpoint: last }: Report): string {
  return last === undefined ? '' : `, the last of ${last.size} events at ${new Date(last.at).toISOString()}`;
}

function meaning(report: Report): string[] {
  if (!report.verified)
    return ['This file is not what was exported, or the log was changed. It proves nothing.'];
  const lines = report.complete ? completeMeaning(report) : filteredMeaning;
  if (report.keyExpected) return lines;
  return [
    ...lines,
    'The key came with the file: compare its fingerprint with the one the installation published.',
  ];
}

const filteredMeaning = [
  'Proves: every event here stands in the signed log as it is shown.',
  'Does not prove: that nothing was left out. Ask for a complete export for that.',
];

function completeMeaning(report: Report): string[] {
  const unsigned = report.rows - (report.lastCheckpoint?.size ?? 0);
  const lines = [
    'Proves: these are all events up to the last one, unchanged and in order, and the values shown are those entered.',
    'Does not prove: that nothing happened after the export, or what erased values were. A holder of the key could have written another log: keep checkpoints outside, and pass one with --checkpoint.',
  ];
  if (unsigned === 0) return lines;
  return [
    ...lines,
    `The last ${unsigned} events stand behind no checkpoint; only the signature of the export covers them.`,
  ];
}
