import type { FactSet } from '../fact/fact-set.ts';
import type { CompiledChain } from './compile-chain.ts';
import type { CandidateEntry, Decision, LedgerEntry, StageEntry } from './decision-record.ts';
import type { RecordingReader } from './recording-reader.ts';
import type { RouteSubject } from './route-inputs.ts';

/** Everything on the table while one decision is made: what it reads, and the evidence it leaves. */
export interface Desk {
  readonly chain: CompiledChain;
  readonly subject: RouteSubject;
  /** `caseId:epoch`. */
  readonly key: string;
  readonly facts: FactSet;
  readonly directory: RecordingReader;
  readonly stages: StageEntry[];
  readonly candidates: CandidateEntry[];
  /** Facts that a condition or a target wanted and did not find. */
  readonly missing: Set<string>;
  /** Why targets yielded nobody, in order. */
  readonly nobody: string[];
  /** Standing suppressions met after their review date. */
  readonly lapsedReviews: string[];
  ledger: LedgerEntry | null;
  lowUrgency: boolean;
  doNotNotify: boolean;
  reads: readonly string[];
}

/** What one stage decided; undefined lets the next stage go on. */
export type StageDecision = Decision | undefined;

/** The end of everything when a condition fails: unassigned, never "no match". */
export function ruleError(desk: Desk, entry: StageEntry): Decision {
  desk.stages.push(entry);
  return {
    terminal: 'unassigned',
    reason: `rule error: ${entry.id}: ${entry.error ?? 'it cannot be evaluated'}`,
    stage: entry.stage,
    by: entry.id,
  };
}
