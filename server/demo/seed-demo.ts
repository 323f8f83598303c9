import { Fault } from '../../domain/error/fault.ts';
import type { Aggregate } from '../../domain/stream/aggregate.ts';
import type { Decision } from '../../domain/stream/decision.ts';
import { decideDemoBegun, decideDemoFinished } from '../../domain/stream/installation/installation-object.ts';
import {
  type InstallationState,
  installationId,
  installationStream,
} from '../../domain/stream/installation/installation-stream.ts';
import { streamId } from '../../domain/stream/stream-id.ts';
import type { Store } from '../ports/store.ts';
import { changeDirectory } from '../use-cases/directory/directory-call.ts';
import { pagesOf } from '../use-cases/directory/list-pages.ts';
import { projectWork } from '../use-cases/lists/project-work.ts';
import { createDemoClock } from './demo-clock.ts';
import { demoServices } from './demo-services.ts';
import { createDemoStage, type DemoStage } from './demo-stage.ts';
import { makeDemoAccess, writeDemoAccess } from './demo-tokens.ts';
import { foundCompany, nameCompany, planAbsences } from './found-company.ts';
import { happeningsOf } from './happenings.ts';
import { lastTouches } from './last-touches.ts';
import { type PlaySummary, playMonth } from './play-month.ts';
import { publishGallery } from './publish-gallery.ts';
import { drawStories } from './stories/draw-stories.ts';

/** What a demo is made of. */
export interface DemoParts {
  /** An empty store, or one that holds the demo already. */
  readonly store: Store;
  /** The data directory, for the file of tokens. */
  readonly directory: string;
  /** The moment everything leads up to, epoch milliseconds. */
  readonly now: number;
  /** The same seed and moment give the same company, cases and hashes; default `kestrel`. */
  readonly seed?: string;
}

/** What became of a request for the demo. */
export interface SeededDemo {
  /** False when the demo was there already and nothing was made. */
  readonly made: boolean;
  readonly tokensFile: string | null;
  readonly play: PlaySummary | null;
}

const playedDays = 35;
const dayMs = 86_400_000;

/**
 * Makes the demo in an empty store, by the product's own commands on a virtual clock that ends at `now`; finds the one that is there.
 * @throws Fault DEMO_UNFINISHED when an earlier attempt was cut off, DEMO_NOT_EMPTY when the store holds something else.
 */
export async function seedDemo(parts: DemoParts): Promise<SeededDemo> {
  const { store, directory, now, seed = 'kestrel' } = parts;
  if (await isComplete(store, directory)) return { made: false, tokensFile: null, play: null };
  const clock = createDemoClock(now - playedDays * dayMs);
  const running = demoServices({ store, clock, seed });
  const { services } = running;
  try {
    const stage = createDemoStage({ services, clock, seed, from: clock.now(), until: now });
    await nameCompany(stage);
    await mark(stage, (state) => decideDemoBegun(state, seed));
    await foundCompany(stage);
    await publishGallery(stage, 'niamh');
    await planAbsences(stage);
    const play = await playMonth(stage, drawStories(stage.dice), happeningsOf(stage, 'niamh'));
    await lastTouches(stage);
    const tokensFile = await writeDemoAccess(directory, await makeDemoAccess(stage));
    await projectAll(store);
    await mark(stage, decideDemoFinished);
    await services.settle();
    running.throwFaults();
    return { made: true, tokensFile, play };
  } finally {
    await services.stop(10_000);
  }
}

/** True for a store with a complete demo, false for an empty one. @throws Fault DEMO_UNFINISHED, DEMO_NOT_EMPTY. */
async function isComplete(store: Store, directory: string): Promise<boolean> {
  const main = streamId('installation', installationId);
  const found: Aggregate<InstallationState> | undefined = await store.aggregates.load(main);
  if (found?.state.demo === true && found.state.demoMadeAt !== null) return true;
  const [anything] = await store.aggregates.ids(null, 1);
  if (anything === undefined) return false;
  if (found?.state.demo === true || found?.state.reason === 'demo')
    throw new Fault(
      'DEMO_UNFINISHED',
      `The demo in ${directory} was cut off while it was made. Delete what is there, then start again.`,
      { retryable: false },
    );
  throw new Fault(
    'DEMO_NOT_EMPTY',
    `${directory} holds an organisation of its own. The demo begins in an empty store: name another one in SIGNALBOX_DATA.`,
    { retryable: false },
  );
}

/** Brings every case's inbox rows up to where the play left it, once instead of at each step. */
async function projectAll(store: Store): Promise<void> {
  for await (const ids of pagesOf(store.aggregates, 'case')) {
    for (const doc of await store.aggregates.loadMany(ids)) await projectWork(store, doc);
  }
}

async function mark(stage: DemoStage, decide: (state: InstallationState) => Decision): Promise<void> {
  const call = { actor: { kind: 'system', id: 'demo' } as const, command: stage.command(decide.name) };
  const stream = streamId('installation', installationId);
  await changeDirectory(stage.services.deps, call, { spec: installationStream, stream, decide });
}
