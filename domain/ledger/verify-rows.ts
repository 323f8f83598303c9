import type { CheckpointContent } from './checkpoint.ts';
import type { ExportHeader } from './export-format.ts';
import type { Hasher } from './hasher.ts';
import { createFrontier, type Frontier, leafHash } from './merkle.ts';
import { verifyInclusion } from './merkle-proof.ts';
import type { ReadRow } from './read-row.ts';
import { saltPattern, sealText } from './seal.ts';
import { StreamHeads } from './stream-heads.ts';
import type { FindingList, Problem } from './verify-report.ts';

/** Checks the rows of one export one after the other and grows the tree over a complete one. */
export class RowChecker {
  rows = 0;
  erased = 0;
  opened = 0;
  /** The last position reached. */
  last: number;
  readonly #header: ExportHeader;
  readonly #hasher: Hasher;
  readonly #findings: FindingList;
  readonly #tree: Frontier;
  readonly #heads: StreamHeads;
  /** False once a row was missing or out of place, so that no root can be compared any more. */
  #intact = true;

  constructor(header: ExportHeader, hasher: Hasher, findings: FindingList) {
    this.#header = header;
    this.#hasher = hasher;
    this.#findings = findings;
    this.#tree = createFrontier(hasher);
    this.#heads = new StreamHeads(!header.complete, hasher);
    this.last = header.from - 1;
  }

  get streams(): number {
    return this.#heads.size;
  }

  /** The tree hash of all rows so far; undefined when it cannot be known. */
  root(): string | undefined {
    return this.#intact ? this.#tree.root() : undefined;
  }

  /** A line that could not be read stood where a row was expected. */
  skip(): void {
    this.#intact = false;
    this.last += 1;
  }

  /** Checks one row; `anchor` is the checkpoint that the proofs of a filtered export lead to. */
  check(read: ReadRow, line: number, anchor: CheckpointContent | undefined): void {
    const { row } = read;
    const { complete } = this.#header;
    this.rows += 1;
    const problems = [
      ...this.#place(row.position),
      ...this.#shape(read),
      ...this.#heads.next(read),
      ...this.#seals(read),
      ...(complete ? [] : this.#proof(read, anchor)),
    ];
    for (const problem of problems) {
      this.#findings.add({ ...problem, line, position: row.position, stream: row.stream, seq: row.seq });
    }
    if (complete && this.#intact) this.#tree.append(leafHash(row, this.#hasher));
  }

  #place(position: number): Problem[] {
    const message = this.#misplaced(position);
    this.last = Math.max(this.last, position);
    if (message === undefined) return [];
    this.#intact = false;
    return [{ code: 'position', message }];
  }

  #misplaced(position: number): string | undefined {
    const { complete, to } = this.#header;
    const expected = this.last + 1;
    if (position < expected)
      return `position ${position} stands behind position ${this.last}: moved or repeated`;
    if (position > to) return `position ${position} lies beyond ${to}, where the header ends`;
    if (!complete || position === expected) return undefined;
    return position === expected + 1
      ? `position ${expected} is missing`
      : `positions ${expected} to ${position - 1} are missing`;
  }

  #shape({ row }: ReadRow): Problem[] {
    if (row.event.stream !== row.stream || row.event.seq !== row.seq) {
      return [{ code: 'altered', message: 'the event names another stream or number than its row' }];
    }
    const proven = row.previous !== undefined || row.proof !== undefined;
    if (!this.#header.complete || !proven) return [];
    return [{ code: 'altered', message: 'rows of a complete export carry no proofs' }];
  }

  #seals({ row }: ReadRow): Problem[] {
    const seals = row.event.seals ?? {};
    const sealed = row.sealed ?? {};
    const problems: Problem[] = [];
    for (const name of Object.keys(seals)) if (!Object.hasOwn(sealed, name)) this.erased += 1;
    for (const [name, { salt, value }] of Object.entries(sealed)) {
      this.opened += 1;
      const seal = Object.hasOwn(seals, name) ? seals[name] : undefined;
      if (seal === undefined) {
        problems.push({ code: 'seal', message: `the value "${name}" has no seal in the event` });
      } else if (!saltPattern.test(salt) || this.#hasher.hex(sealText(salt, value)) !== seal) {
        problems.push({ code: 'seal', message: `the value "${name}" is not the one that was sealed` });
      }
    }
    return problems;
  }

  /** Without a checkpoint there is one finding about that, not one for every row. */
  #proof({ row }: ReadRow, anchor: CheckpointContent | undefined): Problem[] {
    if (anchor === undefined) return [];
    const { size, root } = anchor;
    const claim = { leaf: leafHash(row, this.#hasher), index: row.position - 1, size, root };
    const proof = row.previous === undefined ? undefined : row.proof;
    if (proof !== undefined && verifyInclusion(claim, proof, this.#hasher)) return [];
    return [{ code: 'proof', message: 'no proof leads from this event to the checkpoint' }];
  }
}
