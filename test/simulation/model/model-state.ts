import type { Aggregate } from '../../../domain/stream/aggregate.ts';
import type { CaseState } from '../../../domain/stream/case/case-state.ts';
import type { EffectKind } from '../../../domain/stream/effect.ts';
import type { LoadState } from '../../../domain/stream/load/load-stream.ts';
import type { PoolState } from '../../../domain/stream/pool/pool-stream.ts';
import type { DryDecision } from './dry-decision.ts';

/** An effect a worker has claimed. */
export interface Job {
  readonly doc: string;
  readonly effect: string;
  readonly kind: EffectKind;
  readonly token: number;
  readonly payload: Readonly<Record<string, unknown>>;
}

interface Routing {
  readonly job: Job;
  /** People found full while this decision was being seated. */
  readonly full: readonly string[];
}

interface Decided extends Routing {
  /** The case as it was decided on. */
  readonly on: Aggregate<CaseState>;
  readonly decision: DryDecision;
}

/** Where a process stands: always just before a call of the store. */
export type Activity =
  | { readonly at: 'idle' }
  | ({ readonly at: 'route.load' } & Routing)
  | ({ readonly at: 'route.read'; readonly on: Aggregate<CaseState>; readonly cleared?: true } & Routing)
  | ({ readonly at: 'pile.read'; readonly on: Aggregate<CaseState> } & Routing & Checking)
  | ({ readonly at: 'pile.write'; readonly on: Aggregate<CaseState> } & Routing & Checking)
  | ({ readonly at: 'route.pick'; readonly pool: Aggregate<PoolState> } & Decided)
  | ({ readonly at: 'route.seat' } & Decided)
  | ({ readonly at: 'route.commit' } & Decided)
  | { readonly at: 'seat.load'; readonly job: Job; readonly verdict?: Verdict }
  | { readonly at: 'seat.read'; readonly job: Job; readonly load: Aggregate<LoadState> }
  | {
      readonly at: 'seat.write';
      readonly job: Job;
      readonly load: Aggregate<LoadState>;
      readonly verdict: Verdict;
    }
  | { readonly at: 'look'; readonly job: Job; readonly pools: readonly string[] }
  | {
      readonly at: 'look.write';
      readonly job: Job;
      readonly pools: readonly string[];
      readonly caseId: string;
    }
  | { readonly at: 'check.load'; readonly job: Job }
  | ({ readonly at: 'check.read' } & Checking)
  | ({ readonly at: 'check.write' } & Checking)
  | { readonly at: 'move.list'; readonly job: Job }
  | {
      readonly at: 'move.write';
      readonly job: Job;
      readonly left: readonly string[];
      readonly seated: readonly string[];
    }
  | { readonly at: 'leave.person'; readonly person: string }
  | { readonly at: 'leave.load'; readonly person: string }
  | { readonly at: 'finish'; readonly job: Job }
  | { readonly at: 'fail'; readonly job: Job };

/** What a seat has to become. */
export type Verdict = 'in' | 'out' | 'as-it-is';

/** A check under way: the document as loaded, the cases still to be read, and those read. */
export interface Checking {
  readonly job: Job;
  readonly doc: Aggregate;
  readonly left: readonly string[];
  readonly read: Readonly<Record<string, CaseState | undefined>>;
}

/** How often what goes wrong may still go wrong. */
export interface Budget {
  /** A process stops for ever where it stands. */
  readonly crash: number;
  /** A call of the store fails, or happens and its reply is lost. */
  readonly fault: number;
  /** A lease runs out while its holder goes on. */
  readonly zombie: number;
  /** A command by hand. */
  readonly hand: number;
  /** An effect is set aside after its last failure. */
  readonly quarantine: number;
}

/** Everything there is: documents, processes, and what only the observer knows. */
export interface ModelState {
  readonly docs: Readonly<Record<string, Aggregate>>;
  readonly processes: readonly Activity[];
  readonly budget: Budget;
  /** Cases whose owner was last given by hand, with the epoch that was, or kept through a reopening (0). */
  readonly byHand: Readonly<Record<string, number>>;
  /** Pool → person → what the decisions that stand add up to. */
  readonly standing: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

/** A promise that does not hold in some reachable state. */
export class Violation extends Error {
  override readonly name = 'Violation';
}
