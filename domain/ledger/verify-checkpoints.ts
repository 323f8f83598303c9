import {
  type CheckpointContent,
  checkpointHash,
  type SignedCheckpoint,
  type VerifySignature,
  verifyCheckpoint,
} from './checkpoint.ts';
import type { Hasher } from './hasher.ts';
import type { FindingList, Restore, TrustedOutcome } from './verify-report.ts';

/** Where the file stands when a checkpoint is met. */
export interface TreeNow {
  readonly line: number;
  /** Rows so far. */
  readonly size: number;
  /** Their tree hash; undefined when rows are missing, so that nothing can be compared. */
  readonly root: () => string | undefined;
}

/** What is needed to judge checkpoints. */
export interface CheckpointTerms {
  readonly publicKey: string;
  readonly verify: VerifySignature;
  readonly hasher: Hasher;
  readonly findings: FindingList;
  /** A checkpoint the caller kept. */
  readonly trusted: CheckpointContent | undefined;
}

/** A checkpoint that does not agree with the rows; whether a restore explains it shows at the end. */
interface Doubtful {
  readonly content: CheckpointContent;
  readonly line: number;
  readonly message: string;
  readonly code: 'checkpoint' | 'trusted';
}

/** Follows the checkpoints of a complete export, its generations, and the caller's own checkpoint. */
export class CheckpointTrail {
  agreed = 0;
  last: CheckpointContent | undefined;
  readonly beyond: CheckpointContent[] = [];
  readonly restores: Restore[] = [];
  readonly #terms: CheckpointTerms;
  readonly #doubtful: Doubtful[] = [];
  #generation: number | undefined;
  #trusted: TrustedOutcome | undefined;

  constructor(terms: CheckpointTerms) {
    this.#terms = terms;
  }

  /** Whether the export continues the caller's own checkpoint; known after `end`. */
  get trusted(): TrustedOutcome | undefined {
    return this.#trusted;
  }

  /** A checkpoint stands here. */
  meet(signed: SignedCheckpoint, now: TreeNow): void {
    const { publicKey, verify, hasher } = this.#terms;
    const content = signed.checkpoint;
    if (!verifyCheckpoint(publicKey, signed, verify)) {
      this.#terms.findings.add({
        code: 'signature',
        line: now.line,
        message: "the checkpoint's signature is not the key's",
      });
      return;
    }
    const message = this.#disagreement(content, now);
    if (message !== undefined) {
      this.#doubtful.push({ content, line: now.line, message, code: 'checkpoint' });
      return;
    }
    const expected = this.last === undefined ? null : checkpointHash(this.last, hasher);
    if (content.previous !== expected)
      this.#say(now, 'a checkpoint before this one is missing or was changed');
    this.#generation ??= content.generation;
    if (content.generation !== this.#generation) {
      this.#say(
        now,
        `the checkpoint is of generation ${content.generation}, the log is in ${this.#generation}`,
      );
    }
    this.agreed += 1;
    this.last = content;
  }

  /** The tree has reached another size; to be called at every one, 0 included. */
  grown(now: TreeNow): void {
    const { trusted } = this.#terms;
    if (trusted === undefined || trusted.size !== now.size || this.#trusted !== undefined) return;
    this.#trusted = 'agrees';
    if (now.root() === trusted.root) return;
    const message = `your checkpoint of ${trusted.size} events has another root: the log before it was changed`;
    this.#doubt(trusted, now.line, message);
  }

  /** The log was restored from a backup here. */
  restored(restore: Restore, line: number): void {
    const { from, position, generation } = restore;
    if (from >= position || generation <= (this.#generation ?? 0)) {
      const message = `a restore from ${from} to generation ${generation} cannot stand here`;
      this.#terms.findings.add({ code: 'restore', line, position, message });
      return;
    }
    this.#generation = generation;
    this.restores.push(restore);
  }

  /** The end of the file; `generation` is the header's. */
  end(now: TreeNow, generation: number): void {
    const { trusted, findings } = this.#terms;
    if (trusted !== undefined && this.#trusted === undefined) {
      const message = `your checkpoint counts ${trusted.size} events, the export ends at ${now.size}: its tail is missing`;
      this.#doubt(trusted, now.line, message);
    }
    for (const { content, line, message, code } of this.#doubtful) {
      if (!this.#excused(content)) {
        findings.add({ code, line, message });
        continue;
      }
      this.beyond.push(content);
      if (code === 'trusted') this.#trusted = 'beyond';
    }
    if (this.#generation !== undefined && this.#generation !== generation) {
      const message = `the header names generation ${generation}, the log is in ${this.#generation}`;
      findings.add({ code: 'header', line: 1, message });
    }
  }

  #say(now: TreeNow, message: string): void {
    this.#terms.findings.add({ code: 'checkpoint', line: now.line, message });
  }

  #doubt(content: CheckpointContent, line: number, message: string): void {
    this.#trusted = 'not agreeing';
    this.#doubtful.push({ content, line, message, code: 'trusted' });
  }

  /** A restore leaves behind what its generation's predecessors signed beyond the backup. */
  #excused({ size, generation }: CheckpointContent): boolean {
    return this.restores.some((restore) => restore.generation > generation && size > restore.from);
  }

  #disagreement(content: CheckpointContent, now: TreeNow): string | undefined {
    const { size } = content;
    if (size > now.size) return `the checkpoint counts ${size} events, only ${now.size} stand before it`;
    if (size < now.size) return `the checkpoint of ${size} events stands behind event ${now.size}`;
    const root = now.root();
    if (root === undefined || root === content.root) return undefined;
    return `events ${(this.last?.size ?? 0) + 1} to ${size} are not those the checkpoint was signed over`;
  }
}
