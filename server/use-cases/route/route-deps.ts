import type { CompiledDefinition } from '../../../domain/definition/compile-definition.ts';
import type { CompiledChain } from '../../../domain/routing/compile-chain.ts';
import type { RouteInputs } from '../../../domain/routing/route-inputs.ts';
import type { Aggregate } from '../../../domain/stream/aggregate.ts';
import type { CaseState } from '../../../domain/stream/case/case-state.ts';
import type { CaseWorld } from '../../../domain/stream/case/case-world.ts';
import type { PoolState } from '../../../domain/stream/pool/pool-stream.ts';
import type { CommandDeps } from '../command/deps.ts';

/** Everything one attempt at routing reads, and the pools as they were read, to be written under their `_v`. */
export interface RouteReading {
  readonly definition: CompiledDefinition;
  readonly chain: CompiledChain;
  readonly inputs: RouteInputs;
  readonly world: CaseWorld;
  readonly pools: ReadonlyMap<string, Aggregate<PoolState>>;
}

/** What routing stands on beside the command path. */
export interface RouteDeps extends CommandDeps {
  /** Reads afresh whatever the chain of the case may ask for; `atCapacity` are people found full meanwhile. */
  readonly read: (doc: Aggregate<CaseState>, atCapacity: readonly string[]) => Promise<RouteReading>;
  /** The pool most decisions of this case's chain go to; another name where it has none. */
  readonly turnOf: (doc: Aggregate<CaseState>) => Promise<string>;
  /** Runs work on the same key one after another in this process: saves lost races, guards nothing. */
  readonly inTurn: <T>(key: string, work: () => Promise<T>) => Promise<T>;
  /** Told of every routing decision that stands. */
  readonly routed?: (kind: string, waitedMs: number) => void;
}
