import { createHash, type Hash } from 'node:crypto';
import { verifyChain } from '../../../domain/ledger/chain-event.ts';
import type { VerifySignature } from '../../../domain/ledger/checkpoint.ts';
import type { Hasher } from '../../../domain/ledger/hasher.ts';
import { openSeals } from '../../../domain/ledger/seal.ts';
import { createVerifier, type Verifier } from '../../../domain/ledger/verify-export.ts';
import type { Report } from '../../../domain/ledger/verify-report.ts';
import type { StoredRecord } from '../../ports/records.ts';
import { installationKeyId } from '../log/installation-key.ts';
import {
  type AggregateLine,
  type BackupEnd,
  type BlobLine,
  backupVersion,
  type EndLine,
  endText,
  type PartLine,
  type RecordLine,
} from './backup-format.ts';
import { backupUnusable } from './backup-unusable.ts';

/** What verifying stands on. */
export interface VerifyTools {
  readonly hasher: Hasher;
  readonly verifySignature: VerifySignature;
}

/** A backup in which everything fits together. */
export interface VerifiedBackup {
  readonly end: BackupEnd;
  readonly report: Report;
  /** The record that holds the installation's sealed key. */
  readonly key: StoredRecord;
}

/**
 * Reads a whole backup and checks all of it: the export by the rules of the verifier, every aggregate as the continuation of its
 * stream in the log, seals, the hashes of blobs, counts, digest and signature. Holds one hash for each stream.
 * @throws Fault BACKUP_UNUSABLE naming the line.
 */
export async function verifyBackup(
  lines: AsyncIterable<string>,
  tools: VerifyTools,
): Promise<VerifiedBackup> {
  const check = new BackupCheck(tools);
  for await (const line of lines) check.line(line);
  return check.end();
}

/** The last event of a stream. */
interface Head {
  readonly seq: number;
  readonly hash: string;
}

class BackupCheck {
  readonly #tools: VerifyTools;
  readonly #verifier: Verifier;
  readonly #digest: ReturnType<Hasher['running']>;
  readonly #heads = new Map<string, Head>();
  readonly #counts = { aggregates: 0, records: 0, blobs: 0 };
  #lines = 0;
  #position = 0;
  #report: Report | undefined;
  #key: StoredRecord | undefined;
  #blob: { readonly name: string; readonly hash: Hash; parts: number } | undefined;
  #end: BackupEnd | undefined;

  constructor(tools: VerifyTools) {
    this.#tools = tools;
    this.#verifier = createVerifier(tools);
    this.#digest = tools.hasher.running();
  }

  line(text: string): void {
    this.#lines += 1;
    if (this.#end !== undefined) throw this.#unusable('something stands behind the last line');
    const value = this.#parse(text);
    if ('end' in value) {
      this.#takeEnd(value);
      return;
    }
    this.#digest.add(`${text}\n`);
    if (this.#report === undefined && !('backup' in value)) this.#takeExport(text, value);
    else this.#takePart(value);
  }

  end(): VerifiedBackup {
    if (this.#end === undefined || this.#report === undefined)
      throw this.#unusable('the last line is missing: the file was cut');
    if (this.#key === undefined) throw this.#unusable('the key of the installation is missing');
    const [lost] = this.#heads.keys();
    if (lost !== undefined) throw this.#unusable(`the log tells of ${lost}, which is missing`);
    return { end: this.#end, report: this.#report, key: this.#key };
  }

  #parse(text: string): PartLine {
    try {
      return JSON.parse(text) as PartLine;
    } catch {
      throw this.#unusable('the line cannot be read');
    }
  }

  #takeExport(text: string, value: object & Partial<{ stream: string; seq: number; hash: string }>): void {
    this.#verifier.line(text);
    const { stream, seq, hash } = value;
    // What is no row has none of these; what is a broken one is found by the verifier.
    if (stream !== undefined && seq !== undefined && hash !== undefined)
      this.#heads.set(stream, { seq, hash });
  }

  #takePart(part: PartLine): void {
    if (this.#blob !== undefined && !('blob' in part)) throw this.#unusable('a blob is not complete');
    if ('aggregate' in part) this.#takeAggregate(part);
    else if ('record' in part) this.#takeRecord(part);
    else if ('blob' in part) this.#takeBlob(part);
    else if ('backup' in part) {
      const report = this.#verifier.end();
      if (!report.verified) {
        const [finding] = report.findings;
        throw this.#unusable(`its log does not verify, first at line ${finding?.line}: ${finding?.message}`);
      }
      if (part.backup.version !== backupVersion)
        throw this.#unusable(`it is of version ${part.backup.version}, which is not known`);
      this.#report = report;
      this.#position = part.backup.position;
      if (this.#position !== report.to)
        throw this.#unusable('it names another position than its log ends at');
    } else throw this.#unusable('the line is none of a backup');
  }

  #takeAggregate({ aggregate, between }: AggregateLine): void {
    this.#counts.aggregates += 1;
    const { _id, seq, head, tail } = aggregate;
    const known = this.#heads.get(_id) ?? { seq: 0, hash: '' };
    this.#heads.delete(_id);
    const entries = [...between, ...tail];
    const fresh = entries.filter(({ event }) => event.seq > known.seq);
    const same = entries.find(({ event }) => event.seq === known.seq);
    const last = fresh.at(-1);
    const ends = last === undefined ? known : { seq: last.event.seq, hash: last.hash };
    const broken =
      verifyChain(fresh, known) ?? (fresh.some(({ event }) => event.stream !== _id) ? {} : undefined);
    if (broken !== undefined || ends.seq !== seq || ends.hash !== head || (same && same.hash !== known.hash))
      throw this.#unusable(`${_id} does not continue what the log tells of it`);
    if (fresh.some(({ event, sealed }) => openSeals(event, sealed).wrong.length > 0))
      throw this.#unusable(`a value of ${_id} does not belong to its seal`);
  }

  #takeRecord({ shelf, record }: RecordLine): void {
    this.#counts.records += 1;
    if (shelf === 'credential' && record._id === installationKeyId) this.#key = record;
  }

  #takeBlob({ blob, part, last, bytes }: BlobLine): void {
    this.#blob ??= { name: blob, hash: createHash('sha256'), parts: 0 };
    const open = this.#blob;
    if (open.name !== blob || open.parts !== part) throw this.#unusable('a blob is not complete');
    open.hash.update(Buffer.from(bytes, 'base64'));
    open.parts += 1;
    if (!last) return;
    if (open.hash.digest('hex') !== blob) throw this.#unusable(`the bytes of blob ${blob} are not its own`);
    this.#counts.blobs += 1;
    this.#blob = undefined;
  }

  #takeEnd({ end, signature }: EndLine): void {
    if (this.#report === undefined || this.#blob !== undefined)
      throw this.#unusable('something is missing before the last line');
    const { aggregates, records, blobs } = this.#counts;
    const counted = { position: this.#position, aggregates, records, blobs, digest: this.#digest.hex() };
    if (endText(counted) !== endText(end))
      throw this.#unusable('it is not as it was written: counts or digest differ');
    if (!this.#tools.verifySignature(this.#report.publicKey, endText(end), signature))
      throw this.#unusable("the signature of the last line is not the installation's");
    this.#end = end;
  }

  #unusable(why: string) {
    return backupUnusable(`Line ${this.#lines}: ${why}.`);
  }
}
