import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { readCheckpoint, type SignedCheckpoint } from '../../domain/ledger/checkpoint.ts';
import { parseLine } from '../../domain/ledger/parse-line.ts';
import { reportText } from '../../domain/ledger/report-text.ts';
import type { VerifierOptions } from '../../domain/ledger/verifier-options.ts';
import { createVerifier } from '../../domain/ledger/verify-export.ts';
import type { Report } from '../../domain/ledger/verify-report.ts';
import { nativeHasher } from '../connectors/native-hasher.ts';
import {
  keyBytes,
  keyFingerprint,
  readFingerprint,
  verifySignature,
} from '../connectors/verify-signature.ts';
import { readLines, UnreadableLines } from './read-lines.ts';

/** Where the verifier reads and writes. */
export interface VerifyIo {
  /** Read when the file is `-`. */
  readonly stdin: AsyncIterable<Uint8Array>;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

const usage = `signalbox verify <file.jsonl|-> [--key <fingerprint or public key>] [--checkpoint <file>] [--json]

Checks an export of the log offline: it needs neither the store nor the application.
  --key         the installation's key: its fingerprint in quotes, or the public key in base64, learnt elsewhere than from
                the export (signalbox key, GET /api/v1/log/key); without it the file's own is used
  --checkpoint  a signed checkpoint kept from earlier, which the export must continue
  --json        prints the report as JSON
Exit code: 0 verified, 1 not verified, 2 the input cannot be used.
`;

interface Arguments {
  readonly file: string;
  readonly key?: string;
  readonly checkpoint?: string;
  readonly json: boolean;
}

/** What the caller can mend: an argument or a file that cannot be used. */
class UnusableInput extends Error {
  override readonly name = 'UnusableInput';
}

/** Runs `signalbox verify` on the arguments behind that word; resolves to the exit code. */
export async function verifyMain(argv: readonly string[], io: VerifyIo): Promise<0 | 1 | 2> {
  if (argv.includes('--help') || argv.includes('-h')) {
    io.out(usage);
    return 0;
  }
  try {
    const args = readArguments(argv);
    const report = await verifyFile(args, io);
    io.out(
      args.json ? jsonText(report) : `${reportText(report, keyFingerprint(report.publicKey)).join('\n')}\n`,
    );
    if (!report.usable) return 2;
    return report.verified ? 0 : 1;
  } catch (error) {
    if (!(error instanceof UnusableInput || error instanceof UnreadableLines || isSystemError(error)))
      throw error;
    io.err(`${error.message}\n`);
    return 2;
  }
}

function jsonText(report: Report): string {
  return `${JSON.stringify({ ...report, keyFingerprint: keyFingerprint(report.publicKey) }, null, 2)}\n`;
}

/** A file that is not there, is a directory, may not be read. */
function isSystemError(error: unknown): error is Error {
  return error instanceof Error && 'syscall' in error;
}

async function verifyFile(args: Arguments, io: VerifyIo): Promise<Report> {
  const { file, key, checkpoint } = args;
  const verifier = createVerifier({
    verifySignature,
    hasher: nativeHasher,
    ...(key === undefined ? {} : expectedKey(key)),
    ...(checkpoint === undefined ? {} : { trustedCheckpoint: await loadCheckpoint(checkpoint) }),
  });
  await readLines(
    file === '-' ? io.stdin : createReadStream(file, { highWaterMark: 1 << 18 }),
    verifier.line,
  );
  return verifier.end();
}

function expectedKey(key: string): Pick<VerifierOptions, 'expectedPublicKey' | 'isExpectedKey'> {
  const fingerprint = readFingerprint(key);
  if (fingerprint !== undefined)
    return { isExpectedKey: (publicKey) => keyFingerprint(publicKey) === fingerprint };
  if (keyBytes(key) !== undefined) return { expectedPublicKey: key };
  throw new UnusableInput(
    '--key must be the base64 text of an Ed25519 public key (SPKI), such as MCowBQYDK2Vw…, or a fingerprint in quotes: 8 groups of 4 hex digits',
  );
}

async function loadCheckpoint(file: string): Promise<SignedCheckpoint> {
  const signed = readCheckpoint(parseLine(await readFile(file, 'utf8')));
  if (signed === undefined) throw new UnusableInput(`${file} does not hold a signed checkpoint`);
  return signed;
}

function readArguments(argv: readonly string[]): Arguments {
  const files: string[] = [];
  const named: { key?: string; checkpoint?: string } = {};
  let json = false;
  const words = argv[Symbol.iterator]();
  for (const word of words) {
    if (word === '--json') json = true;
    else if (word === '--key') named.key = valueBehind(word, words);
    else if (word === '--checkpoint') named.checkpoint = valueBehind(word, words);
    else if (word !== '-' && word.startsWith('-'))
      throw new UnusableInput(`${word} is not an option\n\n${usage}`);
    else files.push(word);
  }
  const [file] = files;
  if (file === undefined || files.length > 1) throw new UnusableInput(`Name one file\n\n${usage}`);
  return { file, ...named, json };
}

function valueBehind(option: string, words: Iterator<string>): string {
  const next = words.next();
  if (next.done === true) throw new UnusableInput(`${option} needs a value`);
  return next.value;
}
