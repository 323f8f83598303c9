import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { definitionHash } from '../../domain/definition/compile-definition.ts';
import { type Definition, definitionSchema } from '../../domain/definition/definition-schema.ts';
import { canonicalJson } from '../../domain/hash/canonical-json.ts';
import type { EffectKind } from '../../domain/stream/effect.ts';
import { requestTypeStream } from '../../domain/stream/request-type/request-type-stream.ts';
import { streamId } from '../../domain/stream/stream-id.ts';
import type { Store } from '../../server/ports/store.ts';
import { createInProcessBell } from '../../server/queue/in-process/in-process-bell.ts';
import { createInProcessLive } from '../../server/queue/in-process/in-process-live.ts';
import { createServices, type Services } from '../../server/services.ts';
import { openEmbeddedStore } from '../../server/store/embedded/open-embedded-store.ts';
import type { CaseDeps } from '../../server/use-cases/case/case-command.ts';
import { runCommand } from '../../server/use-cases/command/run-command.ts';
import type { EffectHandler } from '../../server/use-cases/effect/effect-handler.ts';
import { projectWork } from '../../server/use-cases/lists/project-work.ts';
import { notifyHandler } from '../../server/use-cases/notice/notify.ts';
import { countingIds } from './counting-ids.ts';
import { type VirtualClock, virtualClock } from './virtual-clock.ts';

/** A whole product in a temporary directory on a clock that the test moves. */
export interface Product {
  readonly services: Services;
  readonly store: Store;
  readonly clock: VirtualClock;
  readonly faults: unknown[];
  /** Publishes a definition as the next version of its type. */
  publish(definition: unknown): Promise<Definition>;
  /** Sweeps until nothing is due now and everything stands in the log. */
  drain(): Promise<void>;
  close(): Promise<void>;
}

/** Monday 2026-03-02, 10:00 UTC. */
export const aMonday = Date.UTC(2026, 2, 2, 10, 0, 0);

export async function startProduct(
  options: {
    store?: Store;
    /** Instead of one that begins at `now`. */
    clock?: VirtualClock;
    now?: number;
    /** How long events gather before they are logged, in ms; 1 by default. */
    gatherMs?: number;
    seed?: string;
    /** Inboxes are projected, too. */
    projects?: boolean;
    /** More handlers of effects. */
    handlers?: (deps: CaseDeps) => readonly (readonly [EffectKind, EffectHandler])[];
  } = {},
): Promise<Product> {
  const clock = options.clock ?? virtualClock(options.now ?? aMonday);
  const directory = options.store === undefined ? await mkdtemp(join(tmpdir(), 'signalbox-')) : undefined;
  const store = options.store ?? (await openEmbeddedStore({ directory: directory ?? '', clock }));
  const faults: unknown[] = [];
  const services = createServices({
    store,
    clock,
    ids: countingIds(options.seed ?? 'test'),
    bell: createInProcessBell(() => clock.now()),
    live: createInProcessLive(),
    holder: 'test',
    works: true,
    gatherMs: options.gatherMs ?? 1,
    ...(options.projects === true ? { project: (doc) => projectWork(store, doc) } : {}),
    handlers: (deps) =>
      new Map<EffectKind, EffectHandler>([
        ['notify', notifyHandler(deps)],
        ...(options.handlers?.(deps) ?? []),
      ]),
    report: {
      failed: (what, error) => faults.push([what, error]),
      forked: (forks) => faults.push(['forked', forks]),
      effect: (effect, how) => {
        if (how === 'quarantined' || how === 'retry') faults.push([effect.kind, how]);
      },
      routed: () => undefined,
    },
  });
  const drain = async () => {
    for (let round = 0; round < 50; round += 1) {
      await services.sweeper.sweep();
      await services.settle();
      const due = await store.aggregates.due(clock.now(), 1);
      if (due.length === 0) return;
    }
  };
  return {
    services,
    store,
    clock,
    faults,
    drain,
    async publish(document) {
      const definition = definitionSchema.parse(document);
      const hash = definitionHash(definition);
      await store.blobs.put(hash, Buffer.from(canonicalJson(definition)));
      await runCommand(services.deps, {
        spec: requestTypeStream,
        stream: streamId('requestType', definition.slug),
        on: 'either',
        command: { id: randomUUID(), body: hash },
        actor: { kind: 'system', id: 'test' },
        decide: ({ state }) => ({
          events: [
            {
              kind: 'published',
              data: {
                n: state.versions.length + 1,
                hash,
                type: definition.slug,
                face: { title: 'x', summary: '', category: definition.category, keywords: [] },
              },
            },
          ],
        }),
      });
      return definition;
    },
    async close() {
      await services.stop(1_000);
      await store.close();
      if (directory !== undefined) await rm(directory, { recursive: true, force: true });
    },
  };
}
