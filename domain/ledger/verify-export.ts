import { readHeader } from './export-format.ts';
import { pureHasher } from './hasher.ts';
import { parseLine } from './parse-line.ts';
import type { VerifierOptions } from './verifier-options.ts';
import { ExportBody } from './verify-body.ts';
import type { Report } from './verify-report.ts';

/** Takes an export line by line (without LF) and says in the end whether it holds. */
export interface Verifier {
  readonly line: (text: string) => void;
  readonly end: () => Report;
}

/**
 * A verifier at the beginning of a file. It never throws on what a file may hold.
 * Memory: the head of every stream (about 200 bytes each), otherwise flat.
 */
export function createVerifier(options: VerifierOptions): Verifier {
  let body: Verifier | undefined;
  return {
    line(text) {
      if (body === undefined) body = openFile(text, options);
      else body.line(text);
    },
    end: () => (body ?? noExport('the file is empty')).end(),
  };
}

function openFile(text: string, options: VerifierOptions): Verifier {
  const header = readHeader(parseLine(text));
  if (header === undefined) return noExport('the first line is not the header of a log export, version 1');
  return new ExportBody(header, text, { ...options, hasher: options.hasher ?? pureHasher });
}

/** What stands for a verifier when there is nothing to verify. */
function noExport(message: string): Verifier {
  const report: Report = {
    verified: false,
    usable: false,
    findings: [{ code: 'header', line: 1, message }],
    moreFindings: 0,
    lines: 0,
    rows: 0,
    streams: 0,
    complete: false,
    from: 0,
    to: 0,
    generation: 0,
    exportedAt: 0,
    publicKey: '',
    keyExpected: false,
    root: '',
    checkpoints: 0,
    restores: [],
    beyond: [],
    erased: 0,
    opened: 0,
  };
  return { line: () => undefined, end: () => report };
}
