import { readCheckpoint, verifyCheckpoint } from './checkpoint.ts';
import { type ExportHeader, type ExportTrailer, readTrailer, trailerText } from './export-format.ts';
import type { Hasher, RunningHash } from './hasher.ts';
import { isCanonical, parseLine } from './parse-line.ts';
import { type ReadRow, readRow } from './read-row.ts';
import { isCount, isRecord } from './shape.ts';
import type { VerifierOptions } from './verifier-options.ts';
import { AnchorCheckpoint } from './verify-anchor.ts';
import { CheckpointTrail, type TreeNow } from './verify-checkpoints.ts';
import { type FindingCode, FindingList, type Report, type TrustedOutcome } from './verify-report.ts';
import { RowChecker } from './verify-rows.ts';

const restoreStream = /^installation(?![A-Za-z0-9])/;
const changedSince = 'a line of the file was changed, added, moved or removed since the export';

/** Verifies what follows a readable header. */
export class ExportBody {
  readonly #header: ExportHeader;
  readonly #options: VerifierOptions & { readonly hasher: Hasher };
  readonly #publicKey: string;
  readonly #findings = new FindingList();
  readonly #rows: RowChecker;
  readonly #trail: CheckpointTrail;
  readonly #anchor: AnchorCheckpoint;
  #lines = 1;
  #checkpoints = 0;
  readonly #digest: RunningHash;
  #closed = false;

  constructor(header: ExportHeader, text: string, options: VerifierOptions & { readonly hasher: Hasher }) {
    const { hasher, verifySignature: verify, trustedCheckpoint: kept } = options;
    const publicKey = options.expectedPublicKey ?? header.publicKey;
    const findings = this.#findings;
    const terms = { publicKey, verify, hasher, findings, trusted: kept?.checkpoint };
    this.#header = header;
    this.#options = options;
    this.#publicKey = publicKey;
    this.#rows = new RowChecker(header, hasher, findings);
    this.#trail = new CheckpointTrail(terms);
    this.#anchor = new AnchorCheckpoint(terms, header);
    this.#digest = hasher.running();
    this.#digest.add(`${text}\n`);
    if (!isCanonical(header, text)) this.#say('altered', 'the header is not in canonical form');
    if (header.publicKey !== publicKey || options.isExpectedKey?.(publicKey) === false) {
      this.#say('signature', 'the export names another key than the one you expect');
    }
    if (kept !== undefined && !verifyCheckpoint(publicKey, kept, verify)) {
      this.#say('trusted', "the signature of your checkpoint is not the key's");
    }
    if (header.complete) this.#trail.grown(this.#now());
  }

  /** One line behind the header. */
  line(text: string): void {
    this.#lines += 1;
    if (this.#closed) {
      this.#say('trailer', 'something stands behind the trailer');
      return;
    }
    const value = parseLine(text);
    const has = (key: string): boolean => isRecord(value) && Object.hasOwn(value, key);
    if (has('trailer')) {
      this.#takeTrailer(value, text);
      return;
    }
    this.#digest.add(`${text}\n`);
    if (has('checkpoint')) this.#takeCheckpoint(value, text);
    else this.#takeRow(value, text);
  }

  /** The end of the file. */
  end(): Report {
    const { complete, to, generation } = this.#header;
    const behind = this.#lines + 1;
    if (!this.#closed) this.#say('cut', 'the trailer is missing: the file was cut', behind);
    if (!complete) return this.#report(this.#anchor.end());
    if (this.#rows.last < to) {
      this.#say('cut', `the file ends at position ${this.#rows.last}, the header at ${to}`, behind);
    }
    this.#trail.end({ ...this.#now(), line: behind }, generation);
    return this.#report(this.#trail.trusted);
  }

  #say(code: FindingCode, message: string, line = this.#lines): void {
    this.#findings.add({ code, line, message });
  }

  #now(): TreeNow {
    return { line: this.#lines, size: this.#rows.last, root: () => this.#rows.root() };
  }

  #takeRow(value: unknown, text: string): void {
    const read = tryRow(value, text);
    if (read === undefined) {
      this.#rows.skip();
      this.#say('malformed', 'the line is neither a row, a checkpoint nor the trailer');
      return;
    }
    if (!read.inForm) this.#say('altered', 'the line is not in canonical form: it was changed');
    this.#rows.check(read, this.#lines, this.#anchor.content);
    if (!this.#header.complete) return;
    this.#takeRestore(read);
    this.#trail.grown(this.#now());
  }

  #takeRestore({ row: { event, position } }: ReadRow): void {
    if (event.kind !== 'restored' || !restoreStream.test(event.stream)) return;
    const { from, generation } = event.data;
    if (isCount(from) && isCount(generation)) {
      this.#trail.restored({ position, from, generation }, this.#lines);
    } else {
      this.#say('restore', 'a restore must name the position it is from and the generation it opens');
    }
  }

  #takeCheckpoint(value: unknown, text: string): void {
    this.#checkpoints += 1;
    const signed = readCheckpoint(value);
    if (signed === undefined || !isCanonical(signed, text)) {
      this.#say('altered', 'the checkpoint is not well formed');
    }
    if (signed === undefined) return;
    if (this.#header.complete) this.#trail.meet(signed, this.#now());
    else this.#anchor.meet(signed, this.#lines);
  }

  #takeTrailer(value: unknown, text: string): void {
    this.#closed = true;
    const signed = readTrailer(value);
    if (signed === undefined || !isCanonical(signed, text)) {
      this.#say('altered', 'the trailer is not well formed');
    }
    if (signed === undefined) return;
    this.#compareTrailer(signed.trailer);
    if (!this.#options.verifySignature(this.#publicKey, trailerText(signed.trailer), signed.signature)) {
      this.#say('signature', "the trailer's signature is not the key's");
    }
  }

  #compareTrailer({ rows, checkpoints, root, digest }: ExportTrailer): void {
    const found = this.#root();
    if (rows !== this.#rows.rows) {
      this.#say('trailer', `the trailer counts ${rows} events, the file holds ${this.#rows.rows}`);
    }
    if (checkpoints !== this.#checkpoints) {
      this.#say(
        'trailer',
        `the trailer counts ${checkpoints} checkpoints, the file holds ${this.#checkpoints}`,
      );
    }
    if (found !== undefined && root !== found) {
      this.#say('trailer', 'the root in the trailer is not that of the events');
    }
    if (digest !== this.#digest.hex()) this.#say('trailer', changedSince);
  }

  #root(): string | undefined {
    return this.#header.complete ? this.#rows.root() : this.#anchor.content?.root;
  }

  #report(outcome: TrustedOutcome | undefined): Report {
    const { complete, filter, from, to, generation, exportedAt } = this.#header;
    const rows = this.#rows;
    const trail = this.#trail;
    const last = complete ? trail.last : this.#anchor.content;
    const size = this.#options.trustedCheckpoint?.checkpoint.size ?? 0;
    const { expectedPublicKey, isExpectedKey } = this.#options;
    return {
      verified: this.#findings.empty,
      usable: true,
      findings: this.#findings.list(),
      moreFindings: this.#findings.more,
      lines: this.#lines,
      rows: rows.rows,
      streams: rows.streams,
      complete,
      ...(filter === undefined ? {} : { filter }),
      from,
      to,
      generation,
      exportedAt,
      publicKey: this.#publicKey,
      keyExpected: expectedPublicKey !== undefined || isExpectedKey?.(this.#publicKey) === true,
      root: this.#root() ?? '',
      checkpoints: complete ? trail.agreed : Number(last !== undefined),
      ...(last === undefined ? {} : { lastCheckpoint: last }),
      ...(outcome === undefined ? {} : { trusted: { size, outcome } }),
      restores: trail.restores,
      beyond: trail.beyond,
      erased: rows.erased,
      opened: rows.opened,
    };
  }
}

/** Text that RFC 8785 cannot hold, and nesting deeper than the stack, are no row. */
function tryRow(value: unknown, text: string): ReadRow | undefined {
  try {
    return readRow(value, text);
  } catch {
    return undefined;
  }
}
