import type { Json } from '../hash/canonical-json.ts';
import type { CheckpointContent } from './checkpoint.ts';

/** What can be wrong with an export, for programs; `message` says it in words. */
export const findingCodes = [
  'header',
  'malformed',
  'altered',
  'position',
  'stream-gap',
  'stream-repeat',
  'stream-fork',
  'time',
  'chain',
  'seal',
  'proof',
  'checkpoint',
  'signature',
  'restore',
  'trusted',
  'trailer',
  'cut',
] as const;
export type FindingCode = (typeof findingCodes)[number];

/** One thing that is wrong. */
export interface Problem {
  readonly code: FindingCode;
  readonly message: string;
}

/** One thing that is wrong, with its place. */
export interface Finding extends Problem {
  /** Line of the file from 1; one behind the last when something is missing at the end. */
  readonly line: number;
  readonly position?: number;
  readonly stream?: string;
  readonly seq?: number;
}

/** How an export stands to a checkpoint the caller kept: `beyond` is what a declared restore left behind. */
export type TrustedOutcome = 'agrees' | 'beyond' | 'not agreeing';

/** A declared restore from a backup. */
export interface Restore {
  readonly position: number;
  /** The last position the backup held. */
  readonly from: number;
  /** The generation that begins here. */
  readonly generation: number;
}

/** The outcome of a verification. */
export interface Report {
  /** Whether nothing at all is wrong. */
  readonly verified: boolean;
  /** Whether the input is an export at all. */
  readonly usable: boolean;
  /** The first findings in the order of the file; `moreFindings` counts the rest. */
  readonly findings: readonly Finding[];
  readonly moreFindings: number;
  readonly lines: number;
  readonly rows: number;
  readonly streams: number;
  readonly complete: boolean;
  readonly filter?: Json;
  readonly from: number;
  readonly to: number;
  readonly generation: number;
  readonly exportedAt: number;
  /** The key the signatures were checked with (base64), and whether the caller named it. */
  readonly publicKey: string;
  readonly keyExpected: boolean;
  /** Complete: tree hash of all rows. Filtered: root of the checkpoint that the proofs lead to. */
  readonly root: string;
  /** Signed checkpoints that agree, and the last of them. */
  readonly checkpoints: number;
  readonly lastCheckpoint?: CheckpointContent;
  /** The caller's own checkpoint, and whether this export continues it. */
  readonly trusted?: { readonly size: number; readonly outcome: TrustedOutcome };
  readonly restores: readonly Restore[];
  /** Checkpoints of what a restore left behind. */
  readonly beyond: readonly CheckpointContent[];
  /** Seals without a value beside them: erased or withheld. */
  readonly erased: number;
  /** Sealed values that were held against their seals. */
  readonly opened: number;
}

/** The first findings in full, the rest as a count. */
export class FindingList {
  readonly #kept: Finding[] = [];
  #count = 0;

  add(finding: Finding): void {
    this.#count += 1;
    if (this.#kept.length < keptFindings) this.#kept.push(finding);
  }

  get empty(): boolean {
    return this.#count === 0;
  }

  /** How many there are beyond `list`. */
  get more(): number {
    return this.#count - this.#kept.length;
  }

  /** In the order of the file. */
  list(): readonly Finding[] {
    return this.#kept.toSorted((a, b) => a.line - b.line);
  }
}

const keptFindings = 100;
