import { virtualClock } from '../../support/virtual-clock.ts';
import { clearAway } from './clear-away.ts';
import { type Call, type FaultKind, type FaultPlan, faultKinds } from './faulty-store.ts';
import type { DataPlace } from './open-engines.ts';
import { type Story, settleIn } from './stories.ts';
import { type ClientStep, World } from './world.ts';

/** A world ready for the steps of a story; it is not open. */
interface Begun {
  readonly world: World;
  readonly steps: readonly ClientStep[];
  done(): Promise<void>;
}

/** A company ready for a story, from which runs begin. */
export interface Stage {
  /** What came before the story has been done; `done` when the run is over. */
  begin(run: string): Promise<Begun>;
  remove(): Promise<void>;
}

async function settled(place: DataPlace): Promise<World> {
  const world = new World(place);
  await world.open();
  await settleIn(world.product);
  await world.rest();
  return world;
}

async function doBefore(world: World, before: readonly ClientStep[]): Promise<void> {
  await world.send(before);
  await world.rest();
  await world.crash();
}

/** Every run on a copy of its own of data prepared once. */
export async function copyingStage(place: DataPlace, story: Story): Promise<Stage> {
  const { copy } = place;
  if (copy === undefined) throw new Error('this data cannot be copied');
  const first = await settled(place);
  await doBefore(first, story.script('').before);
  return {
    begin: async () => {
      const world = new World(await copy(), virtualClock(first.clock.now()));
      world.acknowledged.submissions.push(...first.acknowledged.submissions);
      world.acknowledged.commands.push(...first.acknowledged.commands);
      return { world, steps: story.script('').steps, done: () => world.close() };
    },
    remove: () => first.close(),
  };
}

/** One run after another on the same data, everything cleared away in between. */
export async function lastingStage(place: DataPlace, story: Story): Promise<Stage> {
  const world = await settled(place);
  let cleared = 0;
  await world.crash();
  return {
    begin: async (run) => {
      await world.open();
      const { submissions } = world.acknowledged;
      await clearAway(world.product, submissions.slice(cleared));
      cleared = submissions.length;
      await world.rest();
      const script = story.script(run);
      await doBefore(world, script.before);
      return { world, steps: script.steps, done: () => world.crash() };
    },
    remove: () => world.close(),
  };
}

/** Acts a script out up to the rest after it, in a process that may die or hang on the way. */
async function act(world: World, steps: readonly ClientStep[]): Promise<void> {
  const acting = (async () => {
    await world.send(steps);
    await world.rest();
  })().catch(() => undefined);
  await Promise.race([acting, world.faulty.halted()]);
}

/** The calls of the store a story makes when nothing goes wrong. */
export async function callsOf(stage: Stage): Promise<readonly Call[]> {
  const { world, steps, done } = await stage.begin('clean ');
  await world.open();
  world.faulty.trace();
  await world.send(steps);
  await world.rest();
  const calls = [...world.faulty.calls];
  await done();
  return calls;
}

/** What can go wrong with a call: a read that fails has not changed anything, and dying at one is dying after the last write. */
export function plansFor(calls: readonly Call[]): FaultPlan[] {
  return calls.flatMap(({ writes }, i) => {
    const kinds: readonly FaultKind[] = writes ? faultKinds : ['fails before'];
    return kinds.map((kind) => ({ at: i + 1, kind }));
  });
}

/**
 * One call for each way through the product that is not known yet, each going wrong in another manner; from then on the ways are
 * known. What a command calls itself is another way in every story, unless it is crowded; what follows from it is the same one.
 */
export function plansByWay(calls: readonly Call[], story: Story, known: Set<string>): FaultPlan[] {
  return calls.flatMap(({ name, way, writes }, i) => {
    const anywhere = `${name} < ${way}`;
    const apart = way.includes('case-command') && story.crowded !== true;
    const key = apart ? `${anywhere} in ${story.title}` : anywhere;
    if (known.has(key)) return [];
    known.add(anywhere).add(key);
    const kind = writes ? (faultKinds[known.size % faultKinds.length] ?? 'dies before') : 'fails before';
    return [{ at: i + 1, kind }];
  });
}

/** Acts a story out under a plan, lets the process die, opens the data again, sends again what was not acknowledged, and looks. */
async function crashRun(stage: Stage, plan: FaultPlan): Promise<string[]> {
  const { world, steps, done } = await stage.begin(`${plan.at} ${plan.kind} `);
  try {
    await world.open();
    world.arm(plan);
    await act(world, steps);
    await world.crash();
    await world.open();
    if (!(await world.send(steps))) return ['a command is not acknowledged although nothing fails any more'];
    await world.rest();
    return await world.violations();
  } finally {
    await done();
  }
}

/** What was broken by every plan that broke something. */
export async function brokenBy(
  stage: Stage,
  plans: readonly FaultPlan[],
  calls: readonly Call[],
): Promise<string[]> {
  const broken: string[] = [];
  for (const plan of plans) {
    const where = `call ${plan.at} (${calls[plan.at - 1]?.name}) ${plan.kind}`;
    const violations = await crashRun(stage, plan).catch((error: unknown) => [String(error)]);
    broken.push(...violations.map((violation) => `${where}: ${violation}`));
  }
  return broken;
}
