import { hashWith } from '../domain/hash/sha256.ts';
import type { Aggregate } from '../domain/stream/aggregate.ts';
import type { Effect, EffectKind } from '../domain/stream/effect.ts';
import { nativeHasher } from './connectors/native-hasher.ts';
import type { Bell, Live } from './ports/bell.ts';
import type { Clock, Ids } from './ports/clock.ts';
import type { Store } from './ports/store.ts';
import { type Trace, untraced } from './telemetry/tracing.ts';
import type { CaseDeps } from './use-cases/case/case-command.ts';
import { entitlementsProvider } from './use-cases/case/entitlements-provider.ts';
import { type FactProvider, factProviders } from './use-cases/case/fact-providers.ts';
import type { CommandDeps } from './use-cases/command/deps.ts';
import { createDefinitionCache } from './use-cases/definition/definition-cache.ts';
import { createDirectoryReader } from './use-cases/directory/directory-reader.ts';
import { caseHandlers } from './use-cases/effect/case-handlers.ts';
import type { EffectHandler } from './use-cases/effect/effect-handler.ts';
import type { EffectEngine } from './use-cases/effect/run-effect.ts';
import { type RefusalRecorder, refusalRecorder } from './use-cases/log/record-refusal.ts';
import type { Fork } from './use-cases/log/sequence.ts';
import { commitHook } from './workers/commit-hook.ts';
import { EffectRunner } from './workers/effect-runner.ts';
import { KeyedTurns } from './workers/keyed-turns.ts';
import { Sequencer } from './workers/sequencer.ts';
import { Sweeper } from './workers/sweeper.ts';

/** What a running product is made of; everything with a clock, a socket or a disk comes from outside. */
export interface ServiceParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly bell: Bell;
  readonly live: Live;
  /** Names this process in leases. */
  readonly holder: string;
  /** Whether this process runs effects (`all`, `worker`) or leaves them to others (`web`). */
  readonly works: boolean;
  readonly providers?: readonly FactProvider[];
  /** Effects at once. */
  readonly concurrency?: number;
  /** How often the sweeper looks, and how long events gather before they are logged, in ms. */
  readonly sweepMs?: number;
  readonly gatherMs?: number;
  /** Handlers of effects that other rooms bring: notices, deliveries, people who leave. */
  readonly handlers?: (deps: CaseDeps) => ReadonlyMap<EffectKind, EffectHandler>;
  /** Called when events of this process came to stand in the log; must not throw. */
  readonly appended?: () => void;
  /** Projects what people look at next. */
  readonly project?: (doc: Aggregate) => Promise<void>;
  readonly report: ServiceReport;
  /** Puts every effect into a span; none by default. */
  readonly trace?: Trace;
}

/** What a running product has to tell its operator. */
export interface ServiceReport {
  failed(what: string, error: unknown): void;
  forked(forks: readonly Fork[]): void;
  effect(effect: Effect, how: 'done' | 'later' | 'retry' | 'quarantined' | 'settled', doc: Aggregate): void;
  routed(kind: string, waitedMs: number): void;
}

/** The running product as its edges see it. */
export interface Services {
  readonly deps: CaseDeps;
  readonly engine: EffectEngine;
  readonly runner: EffectRunner;
  readonly sequencer: Sequencer;
  readonly sweeper: Sweeper;
  /** Starts answering rings and sweeping. */
  start(): Promise<void>;
  /** Resolves when nothing is under way here, and everything committed stands in the log and on disk. */
  settle(): Promise<void>;
  /** Stops taking work, waits for what runs up to `deadlineMs`; the store stays open. */
  stop(deadlineMs: number): Promise<void>;
}

const claimMs = 10_000;

/** Puts the parts together: the one place that knows ports and adapters alike. */
export function createServices(parts: ServiceParts): Services {
  hashWith(nativeHasher);
  const handlers = new Map<EffectKind, EffectHandler>();
  // Commits start effects, and effects commit: the hook is tied after both exist.
  const hook: { committed: CommandDeps['committed'] } = { committed: () => undefined };
  const { deps, refusals } = caseDeps(parts, (after, before) => hook.committed(after, before));
  const engine: EffectEngine = { deps, handlers, ended: parts.report.effect };
  const { runner, sequencer, sweeper } = workersOf(parts, engine);
  const turns = new KeyedTurns();
  const own = caseHandlers({
    ...deps,
    inTurn: (key, work) => turns.run(key, work),
    routed: parts.report.routed,
  });
  for (const [kind, handler] of [...own, ...(parts.handlers?.(deps) ?? [])])
    handlers.set(kind, traced(kind, handler, parts.trace));
  const project = projection(parts);
  const committed = commitHook({
    ...(parts.works ? { runner } : {}),
    sequencer,
    bell: parts.bell,
    now: () => parts.clock.now(),
    project: (doc) => void project(doc).catch((error: unknown) => parts.report.failed('projecting', error)),
  });
  hook.committed = (after, before) => {
    deps.directory.saw(after);
    committed(after, before);
  };
  return {
    deps,
    engine,
    runner,
    sequencer,
    sweeper,
    ...lifeOf(parts, { runner, sequencer, sweeper, refusals }),
  };
}

/** The handler in a span that names its effect and what it stands on. */
function traced(kind: EffectKind, handler: EffectHandler, trace: Trace = untraced.trace): EffectHandler {
  return (claimed) => {
    const attributes = { 'signalbox.effect': claimed.effect.id, 'signalbox.stream': claimed.doc._id };
    return trace({ name: `effect ${kind}`, kind: 'consumer', attributes }, () => handler(claimed));
  };
}

const projection = (parts: ServiceParts): ((doc: Aggregate) => Promise<void>) =>
  parts.project ?? (async () => undefined);

function caseDeps(
  parts: ServiceParts,
  committed: CommandDeps['committed'],
): { readonly deps: CaseDeps; readonly refusals: RefusalRecorder } {
  const { store, clock, ids, report } = parts;
  const command: CommandDeps = { store, clock, ids, claimMs: parts.works ? claimMs : 0, committed };
  const refusals = refusalRecorder(command, (error) => report.failed('recording a refusal', error));
  const deps = {
    ...command,
    directory: createDirectoryReader({ store, coherent: store.engine === 'embedded' }),
    definitions: createDefinitionCache(store),
    providers: factProviders([entitlementsProvider, ...(parts.providers ?? [])]),
    refused: refusals.record,
  };
  return { deps, refusals };
}

type Workers = Pick<Services, 'runner' | 'sequencer' | 'sweeper'>;

/** What begins and ends with the services. */
interface Lasting extends Workers {
  readonly refusals: RefusalRecorder;
}

function workersOf(parts: ServiceParts, engine: EffectEngine): Workers {
  const { store, clock, holder, report } = parts;
  const runner = new EffectRunner(engine, parts.concurrency ?? 16, (error) =>
    report.failed('running an effect', error),
  );
  const sequencer = new Sequencer({
    store,
    clock,
    holder,
    gatherMs: parts.gatherMs ?? 20,
    project: projection(parts),
    forked: report.forked,
    appended: () => parts.appended?.(),
    failed: (error) => report.failed('writing the log', error),
  });
  const everyMs = parts.sweepMs ?? 500;
  const sweeper = new Sweeper({
    store,
    clock,
    runner,
    sequencer,
    holder,
    everyMs,
    failed: (error) => report.failed('sweeping', error),
  });
  return { runner, sequencer, sweeper };
}

function lifeOf(
  parts: ServiceParts,
  { runner, sequencer, sweeper, refusals }: Lasting,
): Pick<Services, 'start' | 'settle' | 'stop'> {
  const { bell, clock } = parts;
  return {
    async start() {
      if (!parts.works) return;
      await bell.listen((ring) => runner.run(ring.aggregateId, ring.effectId), {
        concurrency: parts.concurrency ?? 16,
        clock,
      });
      sweeper.start();
    },
    async settle() {
      await refusals.idle();
      await runner.idle();
      await sequencer.flush();
      await runner.idle();
      await parts.store.flushed();
    },
    async stop(deadlineMs) {
      await sweeper.stop();
      await bell.close(deadlineMs);
      await refusals.idle();
      await runner.stop(deadlineMs);
      await sequencer.stop();
    },
  };
}
