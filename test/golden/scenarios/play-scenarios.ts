import { expect } from 'vitest';
import { assert } from '../../../domain/error/assert.ts';
import { DomainError } from '../../../domain/error/domain-error.ts';
import { clockStatus } from '../../../domain/sla/clock-status.ts';
import type { CaseState } from '../../../domain/stream/case/case-state.ts';
import { doDeed } from '../../../server/demo/deeds.ts';
import { createDemoClock } from '../../../server/demo/demo-clock.ts';
import { createDemoIds } from '../../../server/demo/demo-ids.ts';
import { demoServices } from '../../../server/demo/demo-services.ts';
import { createDemoStage, type DemoStage } from '../../../server/demo/demo-stage.ts';
import { foundCompany, nameCompany } from '../../../server/demo/found-company.ts';
import { handIn } from '../../../server/demo/hand-in.ts';
import { passTime } from '../../../server/demo/pass-time.ts';
import { publishGallery } from '../../../server/demo/publish-gallery.ts';
import type { Ids } from '../../../server/ports/clock.ts';
import type { Store } from '../../../server/ports/store.ts';
import { deedOf, readScenarios, type Scenario, type ScenarioExpect, type ScenarioStep } from './scenario.ts';

/** Monday 2026-03-02, 08:30 in London. */
const start = Date.UTC(2026, 2, 2, 8, 30);
const unitMs: Readonly<Record<string, number>> = { m: 60_000, h: 3_600_000, d: 86_400_000 };
const weekMs = 7 * 86_400_000;

/**
 * Plays scenarios in one company on a store, a week each; answers `<stream> <events> <hash of the last>` for every stream
 * there is then.
 * @throws where something does not come out as a scenario says, naming its file and step.
 */
export async function goldenHashes(
  store: Store,
  scenarios: readonly Scenario[] = readScenarios(),
): Promise<readonly string[]> {
  const clock = createDemoClock(start);
  const running = demoServices({ store, clock, seed: 'golden', ids: sameSalts() });
  const stage = createDemoStage({
    services: running.services,
    clock,
    seed: 'golden',
    from: start,
    until: start + 52 * weekMs,
  });
  try {
    await nameCompany(stage);
    await foundCompany(stage);
    await publishGallery(stage, 'niamh');
    await passTime(stage, { until: start + 30 * 60_000 });
    for (const [week, scenario] of scenarios.entries()) {
      await passTime(stage, { until: start + week * weekMs + 90 * 60_000 });
      await play(stage, scenario);
    }
    await running.services.settle();
    running.throwFaults();
  } finally {
    await running.services.stop(10_000);
  }
  return streamHeads(store);
}

/** Salts that do not depend on what else is under way: which of two concurrent writes draws first is the engine's affair. */
function sameSalts(): Ids {
  return { next: createDemoIds('golden').next, salt: () => '0'.repeat(32) };
}

async function streamHeads(store: Store): Promise<string[]> {
  const docs = await store.aggregates.loadMany(await store.aggregates.ids(null, 10_000));
  // Loads have no events: what they hold shows in the cases.
  return docs.flatMap(({ _id, seq, head }) => (seq > 0 ? [`${_id} ${seq} ${head}`] : [])).sort();
}

async function play(stage: DemoStage, { file, steps }: Scenario): Promise<void> {
  const cases = new Map<string, string>();
  for (const [index, step] of steps.entries())
    await playStep(stage, cases, step, `${file}, step ${index + 1}`);
}

async function playStep(
  stage: DemoStage,
  cases: Map<string, string>,
  step: ScenarioStep,
  place: string,
): Promise<void> {
  const { clock } = stage;
  if ('submit' in step) {
    const { submit, by, as = 'it', source, values, files, scores, proposal } = step;
    const fate = { leftIn: null, ends: 'well', age: 0, pace: 1, twists: new Set<never>() } as const;
    const id = await handIn(stage, {
      ...{ slug: submit, requester: by, source, values, fate },
      ...(files === undefined ? {} : { files }),
      ...(scores === undefined ? {} : { scores }),
      ...(proposal === undefined ? {} : { proposal }),
    });
    cases.set(as, id);
    await stage.services.settle();
    return;
  }
  if ('pass' in step) {
    const ms = Number(step.pass.slice(0, -1)) * (unitMs[step.pass.slice(-1)] ?? 0);
    return passTime(stage, { until: clock.now() + ms });
  }
  const id = cases.get(step.case ?? 'it');
  assert(id !== undefined, `${place} names a case that was submitted`);
  const doc = await stage.services.deps.store.aggregates.load<CaseState>(id);
  assert(doc !== undefined, `${place}: the case is there`);
  if ('expect' in step) {
    expect(seenOf(doc.state, step.expect), place).toEqual(expectedOf(step.expect));
    return;
  }
  const { owner, requester } = doc.state;
  const who = step.by === 'owner' ? (owner ?? '') : step.by === 'requester' ? requester : step.by;
  const code = await refusalOf(() => doDeed(stage, who, id, deedOf(step)), `${place} by ${who}`);
  expect(code, `${place} by ${who}`).toBe(step.refused);
  await stage.services.settle();
}

async function refusalOf(act: () => Promise<void>, place: string): Promise<string | undefined> {
  try {
    await act();
    return undefined;
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw new Error(`${place} failed`, { cause: error });
  }
}

type Seen = Readonly<Record<string, unknown>>;

/** What a step expects, with the owner as true: that one of those named has it. */
function expectedOf(wanted: ScenarioExpect): Seen {
  return { ...wanted, ...(wanted.owner === undefined ? {} : { owner: true }) };
}

/** The part of a case that a step looks at. */
function seenOf(state: CaseState, wanted: ScenarioExpect): Seen {
  const gates = Object.fromEntries(state.gates.map(({ gate, status }) => [gate, status]));
  const clocks = Object.fromEntries(state.clocks.map((clock) => [clock.id, clockWord(clock)]));
  const all: Seen = {
    ...{ state: state.state, open: state.open, outcome: state.outcome, placement: state.placement },
    ...{ queue: state.queue, pool: state.pool, account: state.account, priority: state.priority },
    rule: state.routed[String(state.epoch)]?.rule,
    owner: wanted.owner?.includes(state.owner ?? '') === true ? true : state.owner,
    gates: pick(gates, Object.keys(wanted.gates ?? {})),
    clocks: pick(clocks, Object.keys(wanted.clocks ?? {})),
  };
  return pick(all, Object.keys(wanted));
}

function clockWord(clock: CaseState['clocks'][number]): string {
  return clock.intervals.some(({ kind }) => kind === 'breached') ? 'breached' : clockStatus(clock);
}

function pick(from: Seen, keys: readonly string[]): Seen {
  return Object.fromEntries(keys.map((key) => [key, from[key]]));
}
