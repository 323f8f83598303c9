import { randomBytes } from 'node:crypto';
import { hostname } from 'node:os';
import type { DestinationStream } from 'pino';
import type { EffectKind } from '../domain/stream/effect.ts';
import { createRandomIds } from './clock/random-ids.ts';
import type { Config } from './config/config.ts';
import { nativeHasher } from './connectors/native-hasher.ts';
import { createSecretBox, type SecretBox } from './connectors/secret-box.ts';
import { openLogReaders } from './log-readers.ts';
import { noticeMail } from './notice-mail.ts';
import { type Engine, openEngine } from './open-engine.ts';
import { openDeliveries } from './plugin-host/open-deliveries.ts';
import type { Bell, Live } from './ports/bell.ts';
import type { Clock, Ids } from './ports/clock.ts';
import type { PluginHost } from './ports/plugin-host.ts';
import type { Store } from './ports/store.ts';
import { projectionsOf } from './projections.ts';
import { serviceReport } from './service-report.ts';
import { createServices, type Services } from './services.ts';
import { createTelemetry, type Telemetry } from './telemetry/telemetry.ts';
import { openTracing, untraced } from './telemetry/tracing.ts';
import { startUpkeep } from './upkeep.ts';
import { isOutsideHeld, unlessHeld } from './use-cases/backup/held-outside.ts';
import { requireWholeStore } from './use-cases/backup/restore-marker.ts';
import type { CaseDeps } from './use-cases/case/case-command.ts';
import type { EffectHandler } from './use-cases/effect/effect-handler.ts';
import { type CheckpointSigner, createCheckpointSigner } from './use-cases/log/checkpoints.ts';
import { type InstallationKey, installationKey } from './use-cases/log/installation-key.ts';
import { notifyHandler } from './use-cases/notice/notify.ts';
import type { Projection } from './use-cases/upkeep/rebuild-projections.ts';
import { bringToFormat } from './use-cases/upkeep/store-format.ts';

/** How a product is opened otherwise than the configuration says. */
export interface OpenOptions {
  /** Instead of the engine's own. */
  readonly clock?: Clock;
  readonly ids?: Ids;
  /** False: runs no effect and repeats nothing, as the command line wants it; default by SIGNALBOX_PROCESS. */
  readonly works?: boolean;
  /** Where the log goes; standard output by default. */
  readonly destination?: DestinationStream;
  /** Handlers of effects that other rooms bring, such as deliveries of plugins. */
  readonly extraHandlers?: (deps: CaseDeps) => ReadonlyMap<EffectKind, EffectHandler>;
  /** Called when the process should end and be started again; by default it ends with code 70. */
  readonly giveUp?: (reason: string) => void;
}

/** An open product: everything the edges (HTTP, command line, demo) stand on. */
export interface Product {
  readonly config: Config;
  readonly services: Services;
  readonly store: Store;
  readonly telemetry: Telemetry;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly bell: Bell;
  readonly live: Live;
  /** Seals what must not lie readable in the store. */
  readonly sealer: SecretBox;
  /** Signs checkpoints and exports. */
  readonly key: InstallationKey;
  readonly checkpoints: CheckpointSigner;
  readonly projections: readonly Projection[];
  /** Runs plugins: with `services.deps` and `sealer` it makes what deliveries stand on. */
  readonly host: PluginHost;
  /** What keeps it from being ready, in words; empty when it is. Asks the store. */
  problems(): Promise<readonly string[]>;
  /** What slows it down without keeping it from being ready, in words: a queue that does not answer. */
  queueProblem(): Promise<string | null>;
  /** Takes no more work, waits for what runs up to `deadlineMs` (default 10 s), and closes everything. */
  close(deadlineMs?: number): Promise<void>;
}

const closeMs = 10_000;

/**
 * Opens the product the configuration describes and lets it work.
 * @throws Fault STORE_LOCKED, STORE_NEWER, REDIS_EVICTS, RESTORE_UNFINISHED, SECRET_UNREADABLE, or when the store cannot be reached.
 */
export async function openProduct(config: Config, options: OpenOptions = {}): Promise<Product> {
  const { destination } = options;
  const tracing = typeof config.otlpEndpoint !== 'string' ? untraced : await openTracing(config.otlpEndpoint);
  const telemetry = createTelemetry({
    level: config.logLevel,
    tracing,
    ...(destination === undefined ? {} : { destination }),
  });
  const failed = (what: string, error: unknown) => telemetry.log.error(what, { error });
  const engine = await openEngine(config, {
    failed,
    ...(options.clock === undefined ? {} : { clock: options.clock }),
  });
  try {
    return await assemble({ config, options, telemetry, engine });
  } catch (error) {
    await engine.bell.close(0);
    await engine.close();
    throw error;
  }
}

interface Opening {
  readonly config: Config;
  readonly options: OpenOptions;
  readonly telemetry: Telemetry;
  readonly engine: Engine;
}

async function assemble(opening: Opening): Promise<Product> {
  const { config, options, telemetry, engine } = opening;
  const { store, clock, bell, live } = engine;
  await requireWholeStore(store);
  const changed = await bringToFormat(store);
  if (changed > 0) telemetry.log.info('documents of an earlier version were brought up to date', { changed });
  const sealer = createSecretBox(config.secret);
  const key = await installationKey(store.records, sealer);
  const ids = options.ids ?? createRandomIds(clock);
  const holder = `${hostname()}:${process.pid}:${randomBytes(4).toString('hex')}`;
  const works = options.works ?? config.process !== 'web';
  const mail = noticeMail(config, () => isOutsideHeld(store));
  const projections = projectionsOf(store);
  const deliveries = openDeliveries({ config, clock, sealer, log: telemetry.log });
  const readers = openLogReaders({ store, clock, live, holder, log: telemetry.log });
  const services = createServices({
    ...{ store, clock, ids, bell, live, holder, works },
    handlers: (deps) =>
      new Map<EffectKind, EffectHandler>([
        ['notify', notifyHandler({ ...deps, ...(mail === undefined ? {} : { mail: mail.send }) })],
        ...heldHandlers(store, deliveries.handlers(deps)),
        ...heldHandlers(store, options.extraHandlers?.(deps)),
      ]),
    appended: () => {
      for (const reader of [deliveries, readers]) reader.wake();
    },
    project: async (doc) => {
      await Promise.all(projections.map(({ project }) => project(doc)));
    },
    report: serviceReport(telemetry, clock),
    trace: telemetry.tracing.trace,
  });
  const checkpoints = createCheckpointSigner(store, key, nativeHasher);
  const upkeep = works
    ? startUpkeep({
        services,
        engine,
        telemetry,
        holder,
        checkpoints,
        key,
        giveUp: options.giveUp ?? endProcess,
      })
    : undefined;
  if (works) await services.start();
  if (works) deliveries.start(services.deps);
  if (works) readers.start();
  return {
    ...{ config, services, store, telemetry, clock, ids, bell, live, sealer, key, checkpoints, projections },
    host: deliveries.host,
    problems: () => problemsOf(engine),
    queueProblem: () => engine.queueProblem(),
    close: async (deadlineMs = closeMs) => {
      await upkeep?.stop();
      await services.stop(deadlineMs);
      await deliveries.stop();
      await readers.stop();
      mail?.close();
      await engine.close();
      await telemetry.tracing.close();
    },
  };
}

/** What other rooms bring reaches outside: nothing of it goes out while a restore holds it. */
function heldHandlers(store: Store, handlers: ReadonlyMap<EffectKind, EffectHandler> = new Map()) {
  return [...handlers].map(([kind, handler]): [EffectKind, EffectHandler] => [
    kind,
    unlessHeld(store, handler),
  ]);
}

async function problemsOf(engine: Engine): Promise<readonly string[]> {
  try {
    await engine.store.ping();
    return engine.problems();
  } catch {
    return ['The store cannot be reached.'];
  }
}

function endProcess(reason: string): void {
  process.stderr.write(`Ending, to be started again: ${reason}\n`);
  process.exit(70);
}
