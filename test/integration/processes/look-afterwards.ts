import { setTimeout as sleep } from 'node:timers/promises';
import { type Environment, readConfig } from '../../../server/config/config.ts';
import { openProduct, type Product } from '../../../server/open-product.ts';
import { lookAtPools } from '../../../server/use-cases/upkeep/look-at-pools.ts';
import { checkInvariants } from '../../simulation/world/invariants/check-invariants.ts';
import { type Everything, readEverything } from '../../simulation/world/invariants/everything.ts';
import type { Noted } from '../../support/acknowledgement-record.ts';
import { type VirtualClock, virtualClock } from '../../support/virtual-clock.ts';

/** A due time further away than this belongs to clocks and gates, not to the protocol. In ms. */
const horizonMs = 120_000;

/** The one event each kind of command makes. */
const eventOf: Readonly<Record<string, string>> = {
  submit: 'submitted',
  comments: 'commented',
  decisions: 'voted',
  assignments: 'assigned',
  withdraw: 'state-entered',
};

/** What was found in the store once every process had ended. */
export interface Found {
  /** What is wrong, in words; empty when everything is as it was promised. */
  readonly wrong: readonly string[];
  readonly cases: number;
  readonly events: number;
}

/**
 * Gives the product, on the store no process has open any more, one more life on a clock that is moved on until everything owed is done
 * and `told` says so too; then compares what lies there with what clients wrote down.
 */
export async function lookAfterwards(
  env: Environment,
  noted: readonly Noted[],
  told: () => boolean,
): Promise<Found> {
  const { REDIS_URL: _unused, ...storeOnly } = env;
  const config = readConfig(storeOnly);
  const clock = virtualClock(Date.now());
  const working = await openProduct(config, { clock });
  try {
    await rest(working, clock, told);
  } finally {
    await working.close(1_000);
  }
  const still = await openProduct(config, { works: false, clock });
  try {
    const all = await readEverything(still.store);
    const wrong = await checkInvariants(still.store, acknowledgedIn(noted), {
      resting: { now: clock.now(), withinMs: horizonMs },
    });
    return {
      wrong: [
        ...wrong,
        ...onceViolations(all, noted),
        ...ownerViolations(all),
        ...(await noticeViolations(all)),
      ],
      cases: all.cases.length,
      events: all.rows.length,
    };
  } finally {
    await still.close(1_000);
  }
}

/** Lets time pass until nothing is owed within the horizon; what never comes to rest is found afterwards. */
async function rest(product: Product, clock: VirtualClock, told: () => boolean): Promise<void> {
  for (let round = 0; round < 120; round += 1) {
    await product.services.sweeper.sweep();
    await product.services.settle();
    await lookAtPools(product.services.deps);
    await product.services.settle();
    const due = await product.store.aggregates.due(clock.now() + horizonMs, 1);
    if (due.length === 0 && told()) return;
    clock.pass(15_000);
    await sleep(50);
  }
}

const commandIdOf = (by: string, key: string): string => `${by}/${key}`;

function acknowledgedIn(noted: readonly Noted[]) {
  return {
    submissions: noted.flatMap((line) =>
      line.did === 'submitted' ? [{ id: line.case, number: line.number }] : [],
    ),
    commands: noted.flatMap((line) =>
      line.did === 'commanded' ? [{ stream: line.case, commandId: commandIdOf(line.by, line.key) }] : [],
    ),
  };
}

/** Everything sent under a key happened once when it was acknowledged, never when it was refused, and never twice. */
function onceViolations(all: Everything, noted: readonly Noted[]): string[] {
  const times = new Map<string, number>();
  for (const { event } of all.rows) {
    if (!Object.values(eventOf).includes(event.kind)) continue;
    const what = `${event.kind} by ${event.command.id}`;
    times.set(what, (times.get(what) ?? 0) + 1);
  }
  const twice = [...times].filter(([, n]) => n > 1).map(([what, n]) => `${what} ${n} times`);
  const missing = noted.flatMap((line) => {
    if (line.did === 'ended') return [];
    const kind = line.did === 'submitted' ? 'submit' : line.kind;
    const id = kind === 'submit' ? line.key : commandIdOf(line.by, line.key);
    const n = times.get(`${eventOf[kind]} by ${id}`) ?? 0;
    const wanted = line.did === 'refused' ? 0 : 1;
    return n === wanted ? [] : [`${kind} under ${line.key} was ${line.did} and happened ${n} times`];
  });
  return [...twice, ...missing];
}

/** Once everything is done, there was somebody free for every case. */
function ownerViolations({ cases }: Everything): string[] {
  return cases.flatMap(({ _id, state }) =>
    state.open && state.owner === null ? [`${_id} is ${state.placement} and has no owner`] : [],
  );
}

/** Whoever a case was routed to was told of it, once: a notice has its own name for each epoch, whatever number of times it was made. */
async function noticeViolations({ store, rows }: Everything): Promise<string[]> {
  const told = new Map<string, number>();
  for (let after: string | null = null; ; ) {
    const page: string[] = await store.records.ids('notice', after, 1_000);
    for (const id of page) {
      const [stream, effect, , person] = id.split('|');
      const what = `${stream} ${effect} ${person}`;
      told.set(what, (told.get(what) ?? 0) + 1);
    }
    after = page.at(-1) ?? after;
    if (page.length < 1_000) break;
  }
  return rows.flatMap(({ event }) => {
    const { person, by, epoch } = event.data;
    if (event.kind !== 'routed' || typeof person !== 'string' || by !== undefined) return [];
    const n = told.get(`${event.stream} notify:assigned:${person}:${epoch} ${person}`) ?? 0;
    return n === 1 ? [] : [`${person} was told ${n} times of ${event.stream}, epoch ${epoch}`];
  });
}
