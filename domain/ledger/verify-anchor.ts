import { type CheckpointContent, type SignedCheckpoint, verifyCheckpoint } from './checkpoint.ts';
import type { ExportHeader } from './export-format.ts';
import type { CheckpointTerms } from './verify-checkpoints.ts';
import type { FindingCode, TrustedOutcome } from './verify-report.ts';

/** The one checkpoint of a filtered export, to which the proofs of its rows lead. */
export class AnchorCheckpoint {
  /** Undefined until a valid one was met. */
  content: CheckpointContent | undefined;
  readonly #terms: CheckpointTerms;
  readonly #header: ExportHeader;

  constructor(terms: CheckpointTerms, header: ExportHeader) {
    this.#terms = terms;
    this.#header = header;
  }

  /** A checkpoint stands on this line. */
  meet(signed: SignedCheckpoint, line: number): void {
    const { publicKey, verify } = this.#terms;
    const { generation, to } = this.#header;
    const content = signed.checkpoint;
    if (line !== 2) {
      this.#say('checkpoint', line, 'a filtered export has one checkpoint, directly behind its header');
      return;
    }
    if (!verifyCheckpoint(publicKey, signed, verify)) {
      this.#say('signature', line, "the checkpoint's signature is not the key's");
      return;
    }
    this.content = content;
    if (content.generation !== generation) {
      this.#say(
        'checkpoint',
        line,
        `the checkpoint is of generation ${content.generation}, the header of ${generation}`,
      );
    }
    if (content.size < to) {
      this.#say('checkpoint', line, `the checkpoint counts ${content.size} events, the header ends at ${to}`);
    }
  }

  /** The end of the file: whether this leads to the caller's own checkpoint, when there is one. */
  end(): TrustedOutcome | undefined {
    const { trusted } = this.#terms;
    if (this.content === undefined)
      this.#say('checkpoint', 2, 'no valid checkpoint stands behind the header');
    if (trusted === undefined) return undefined;
    if (trusted.size === this.content?.size && trusted.root === this.content.root) return 'agrees';
    this.#say('trusted', 2, 'your checkpoint is not the one this filtered export leads to');
    return 'not agreeing';
  }

  #say(code: FindingCode, line: number, message: string): void {
    this.#terms.findings.add({ code, line, message });
  }
}
