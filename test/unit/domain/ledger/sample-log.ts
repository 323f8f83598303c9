import { createHash, generateKeyPairSync, sign as signBytes } from 'node:crypto';
import { sealValue } from '../../../../domain/hash/seal-value.ts';
import { chainEvent } from '../../../../domain/ledger/chain-event.ts';
import {
  checkpointHash,
  type Sign,
  type SignedCheckpoint,
  signCheckpoint,
} from '../../../../domain/ledger/checkpoint.ts';
import type { ExportHeader } from '../../../../domain/ledger/export-format.ts';
import { createExportWriter, type LoggedRow } from '../../../../domain/ledger/export-writer.ts';
import type { Hasher } from '../../../../domain/ledger/hasher.ts';
import { createFrontier, leafHash } from '../../../../domain/ledger/merkle.ts';
import { inclusionProof } from '../../../../domain/ledger/merkle-proof.ts';
import type { ChainedEvent, Sealed, StreamEvent } from '../../../../domain/stream/event.ts';

/** SHA-256 by node, so that samples and their verification share no code below the domain's. */
export const nodeHasher: Hasher = {
  hex: (data) => createHash('sha256').update(data).digest('hex'),
  bytes: (data) => createHash('sha256').update(data).digest(),
  running() {
    const running = createHash('sha256');
    return { add: (text) => void running.update(text), hex: () => running.digest('hex') };
  },
};

/** A key pair as an installation has one. */
export interface SampleKey {
  readonly sign: Sign;
  readonly publicKey: string;
}

export function sampleKey(): SampleKey {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  return {
    sign: (text) => signBytes(null, Buffer.from(text), privateKey).toString('base64'),
    publicKey: publicKey.export({ format: 'der', type: 'spki' }).toString('base64'),
  };
}

/** What a test says of one event; the rest is filled in. */
export interface SampleEvent {
  readonly stream: string;
  readonly kind?: string;
  readonly actor?: StreamEvent['actor'];
  readonly data?: StreamEvent['data'];
  readonly human?: Readonly<Record<string, string | number | boolean | null>>;
}

const start = Date.UTC(2026, 0, 5, 9);

/** A log grown by the domain's own functions, signed every so often. */
export class SampleLog {
  readonly rows: LoggedRow[] = [];
  readonly checkpoints: SignedCheckpoint[] = [];
  readonly key: SampleKey;
  generation = 1;
  readonly #heads = new Map<string, ChainedEvent>();
  readonly #tree = createFrontier(nodeHasher);

  constructor(key: SampleKey = sampleKey()) {
    this.key = key;
  }

  add(sample: SampleEvent): LoggedRow {
    const before = this.#heads.get(sample.stream);
    const position = this.rows.length + 1;
    const sealed: Record<string, Sealed[string]> = {};
    const seals: Record<string, string> = {};
    for (const [name, value] of Object.entries(sample.human ?? {})) {
      const salt = nodeHasher.hex(`${position} ${name}`).slice(0, 32);
      sealed[name] = { salt, value };
      seals[name] = sealValue(salt, value);
    }
    const event: StreamEvent = {
      v: 1,
      stream: sample.stream,
      seq: (before?.event.seq ?? 0) + 1,
      kind: sample.kind ?? 'noted',
      at: start + position * 1000,
      actor: sample.actor ?? { kind: 'person', id: `p${position % 3}` },
      command: { id: `c${position}`, body: nodeHasher.hex(`body ${position}`) },
      data: sample.data ?? { place: position, note: 'grün ✓' },
      ...(Object.keys(seals).length === 0 ? {} : { seals }),
    };
    const row = { position, ...chainEvent(event, before?.hash ?? '', sealed) };
    this.#heads.set(sample.stream, row);
    this.#tree.append(leafHash({ position, stream: event.stream, seq: event.seq, hash: row.hash }));
    this.rows.push(row);
    return row;
  }

  sign(): SignedCheckpoint {
    const last = this.checkpoints.at(-1);
    const signed = signCheckpoint(
      {
        size: this.rows.length,
        root: this.#tree.root(),
        previous: last === undefined ? null : checkpointHash(last.checkpoint),
        generation: this.generation,
        at: start + this.rows.length * 1000,
      },
      this.key.sign,
    );
    this.checkpoints.push(signed);
    return signed;
  }

  leaves(): Uint8Array[] {
    return this.rows.map(({ position, event, hash }) =>
      leafHash({ position, stream: event.stream, seq: event.seq, hash }),
    );
  }

  previousOf(row: LoggedRow): string {
    const { stream, seq } = row.event;
    return this.rows.find(({ event }) => event.stream === stream && event.seq === seq - 1)?.hash ?? '';
  }

  header(more: Partial<ExportHeader> = {}): ExportHeader {
    return {
      format: 'signalbox-log',
      version: 1,
      generation: this.generation,
      complete: true,
      from: 1,
      to: this.rows.length,
      publicKey: this.key.publicKey,
      exportedAt: start + 1_000_000,
      ...more,
    };
  }

  /** The lines of a complete export. */
  complete(more: Partial<ExportHeader> = {}): string[] {
    const writer = createExportWriter(this.header(more), this.key.sign, nodeHasher);
    const lines = [writer.header()];
    const signedAt = (size: number) =>
      this.checkpoints
        .filter(({ checkpoint }) => checkpoint.size === size)
        .map((signed) => writer.checkpoint(signed));
    lines.push(...signedAt(0));
    for (const row of this.rows) lines.push(writer.row(row), ...signedAt(row.position));
    return [...lines, writer.trailer()];
  }

  /** The lines of a filtered export that leads to the last checkpoint. */
  filtered(wanted: (row: LoggedRow) => boolean): string[] {
    const anchor = this.checkpoints.at(-1) ?? this.sign();
    const { size } = anchor.checkpoint;
    const leaves = this.leaves().slice(0, size);
    const header = this.header({ complete: false, filter: { wanted: 'some' }, to: size });
    const writer = createExportWriter(header, this.key.sign, nodeHasher);
    const lines = [writer.header(), writer.checkpoint(anchor)];
    for (const row of this.rows.slice(0, size).filter(wanted)) {
      const proof = inclusionProof(leaves, row.position - 1, nodeHasher);
      lines.push(writer.row(row, { previous: this.previousOf(row), proof }));
    }
    return [...lines, writer.trailer()];
  }
}

/** A log of several cases: submissions with form values, then decisions and comments, signed every `every` rows. */
export function sampleLog(count: number, every = 10, key?: SampleKey): SampleLog {
  const log = new SampleLog(key);
  for (let i = 0; i < count; i += 1) {
    const stream = `case-${(i * 7) % 5}`;
    if (i % 3 === 2) log.add({ stream, kind: 'decided', data: { decision: 'approve', gate: 'g1' } });
    else log.add({ stream, kind: 'commented', human: { comment: `Nr. ${i} «ok»`, amount: i * 1.5 } });
    if ((i + 1) % every === 0) log.sign();
  }
  return log;
}
