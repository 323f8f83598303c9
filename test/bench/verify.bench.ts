import { generateKeyPairSync, sign } from 'node:crypto';
import { closeSync, createReadStream, mkdtempSync, openSync, rmSync, statSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sealValue } from '../../domain/hash/seal-value.ts';
import { chainEvent } from '../../domain/ledger/chain-event.ts';
import { checkpointHash, type SignedCheckpoint, signCheckpoint } from '../../domain/ledger/checkpoint.ts';
import { createExportWriter, type ExportWriter } from '../../domain/ledger/export-writer.ts';
import { createFrontier, type Frontier, leafHash } from '../../domain/ledger/merkle.ts';
import { createVerifier } from '../../domain/ledger/verify-export.ts';
import type { StreamEvent } from '../../domain/stream/event.ts';
import { readLines } from '../../server/cli/read-lines.ts';
import { nativeHasher } from '../../server/connectors/native-hasher.ts';
import { verifySignature } from '../../server/connectors/verify-signature.ts';

/** One line of the table of results. */
export interface BenchRow {
  readonly name: string;
  readonly unit: string;
  readonly value: number;
}

const chunk = 10_000;
const cases = 5_000;

interface Log {
  position: number;
  last: SignedCheckpoint | undefined;
  readonly heads: Map<string, { seq: number; hash: string }>;
  readonly tree: Frontier;
  readonly sign: (text: string) => string;
}

/** The next rows of a log of realistic events: 1.1 kB per line, one sealed value in two events. */
function* nextLines(log: Log, writer: ExportWriter): Generator<string> {
  for (let i = 0; i < chunk; i += 1) {
    log.position += 1;
    const { position } = log;
    const stream = nativeHasher.hex(`case ${(position * 7919) % cases}`);
    const head = log.heads.get(stream) ?? { seq: 0, hash: '' };
    const value = `It is needed by team ${position}, as agreed in the planning of the quarter.`;
    const salt = nativeHasher.hex(`salt ${position}`).slice(0, 32);
    const event: StreamEvent = {
      v: 1,
      stream,
      seq: head.seq + 1,
      kind: 'decided',
      at: 1_760_000_000_000 + position * 250,
      actor: { kind: 'person', id: `01J8Z3K4N5P6Q7R8S9T0V1W2X${position % 10}` },
      command: { id: `01J8Z3K4N5P6Q7R8S9T0${position}`, body: nativeHasher.hex(`body ${position}`) },
      data: {
        number: `VEN-${position % cases}`,
        type: 'vendor-onboarding',
        version: 3,
        gate: 'security',
        step: 'review',
        decision: 'approve',
        basis: nativeHasher.hex(`basis ${position}`),
        evidence: [nativeHasher.hex(`file ${position}`)],
      },
      ...(position % 2 === 0 ? {} : { seals: { reason: sealValue(salt, value) } }),
    };
    const sealed = position % 2 === 0 ? {} : { reason: { salt, value } };
    const row = chainEvent(event, head.hash, sealed);
    log.heads.set(stream, { seq: event.seq, hash: row.hash });
    log.tree.append(leafHash({ position, stream, seq: event.seq, hash: row.hash }, nativeHasher));
    yield writer.row({ position, ...row });
    if (position % 1000 === 0) yield writer.checkpoint(nextCheckpoint(log));
  }
}

function nextCheckpoint(log: Log): SignedCheckpoint {
  const previous = log.last === undefined ? null : checkpointHash(log.last.checkpoint);
  const content = { size: log.position, root: log.tree.root(), previous, generation: 1, at: log.position };
  log.last = signCheckpoint(content, log.sign);
  return log.last;
}

/** Writes an export of this many rows and gives the key it was made under. */
function writeExport(file: string, events: number): string {
  const { privateKey, publicKey: key } = generateKeyPairSync('ed25519');
  const publicKey = key.export({ format: 'der', type: 'spki' }).toString('base64');
  const signText = (text: string): string => sign(null, Buffer.from(text), privateKey).toString('base64');
  const log: Log = {
    position: 0,
    last: undefined,
    heads: new Map(),
    tree: createFrontier(nativeHasher),
    sign: signText,
  };
  const header = { format: 'signalbox-log', version: 1, generation: 1, complete: true } as const;
  const range = { from: 1, to: events, publicKey, exportedAt: 1 };
  const writer = createExportWriter({ ...header, ...range }, signText, nativeHasher);
  const out = openSync(file, 'w');
  writeSync(out, `${writer.header()}\n`);
  while (log.position < events) writeSync(out, `${[...nextLines(log, writer)].join('\n')}\n`);
  writeSync(out, `${writer.trailer()}\n`);
  closeSync(out);
  return publicKey;
}

/** Verifies a generated export of `events` rows (a multiple of 10,000) from a file, as the command line does. */
export async function run(events = 100_000): Promise<readonly BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'verify-bench-'));
  const file = join(folder, 'log.jsonl');
  try {
    const expectedPublicKey = writeExport(file, events);
    const verifier = createVerifier({ verifySignature, expectedPublicKey, hasher: nativeHasher });
    let [lines, early, peak] = [0, 0, 0];
    const before = process.cpuUsage();
    const begin = performance.now();
    await readLines(createReadStream(file, { highWaterMark: 1 << 18 }), (line) => {
      verifier.line(line);
      lines += 1;
      if (lines % 5_000 !== 0) return;
      peak = Math.max(peak, process.memoryUsage.rss());
      if (lines <= events / 2) early = peak;
    });
    const report = verifier.end();
    const wallMs = performance.now() - begin;
    const { user, system } = process.cpuUsage(before);
    if (!report.verified)
      throw new Error(`The bench export does not verify: ${JSON.stringify(report.findings[0])}`);
    return [
      { name: 'verify a log export', unit: 'events/s', value: Math.round((events / wallMs) * 1000) },
      {
        name: 'the same by processor time',
        unit: 'events/s',
        value: Math.round((events * 1_000_000) / (user + system)),
      },
      {
        name: 'size of a row in a log export',
        unit: 'bytes',
        value: Math.round(statSync(file).size / events),
      },
      {
        name: 'memory added in the second half of a verification',
        unit: 'MB',
        value: Math.round((peak - early) / 1e6),
      },
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
}
