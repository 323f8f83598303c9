import { factSet } from '../fact/fact-set.ts';
import type { CompiledChain } from './compile-chain.ts';
import type { DecisionRecord } from './decision-record.ts';
import { replayingReader } from './replaying-reader.ts';
import { decideWith, type RouteOutcome } from './run-chain.ts';

/** A decision made again from its record. */
export interface Replay {
  readonly outcome: RouteOutcome;
  /** `kind:id` of what the recorded decision never looked at; empty under the record's own version. */
  readonly notInRecord: readonly string[];
}

/**
 * Makes a recorded decision again from nothing but the record. Under the record's own version the outcome's record is
 * identical; under another one it is what that version would have decided, as far as the record knows.
 */
export function replayRecord(record: DecisionRecord, chain: CompiledChain): Replay {
  const replaying = replayingReader(record);
  const facts = factSet(record.factsUsed.values, record.factsUsed.failed);
  const outcome = decideWith(chain, record, facts, replaying.reader);
  return { outcome, notInRecord: replaying.notInRecord() };
}
