import { Fault } from '../../../domain/error/fault.ts';
import { decisionKey } from '../../../domain/routing/decision-key.ts';
import { withPick } from '../../../domain/routing/pool-ledger.ts';
import { type RouteOutcome, runChain } from '../../../domain/routing/run-chain.ts';
import type { Aggregate } from '../../../domain/stream/aggregate.ts';
import { applyDecision } from '../../../domain/stream/apply-decision.ts';
import type { CaseState } from '../../../domain/stream/case/case-state.ts';
import { caseStream } from '../../../domain/stream/case/case-stream.ts';
import { decideRouted } from '../../../domain/stream/case/commands/routed.ts';
import { routedUnder } from '../../../domain/stream/case/settled-route.ts';
import { holdsEffect } from '../../../domain/stream/effect-bookkeeping.ts';
import { type Claimed, done, type EffectOutcome, settled } from '../effect/effect-handler.ts';
import { checkAtPicks, checkEffect, checkPoolNow } from './check.ts';
import type { RouteDeps, RouteReading } from './route-deps.ts';
import { seatPick } from './seat-pick.ts';
import { type StoredRecord, storedRecord } from './store-record.ts';
import { store, withBookkeeping } from './write-bookkeeping.ts';

/** One decided attempt: what the chain said, its evidence, and what it was decided on. */
interface Attempt {
  readonly doc: Aggregate<CaseState>;
  readonly reading: RouteReading;
  readonly outcome: RouteOutcome;
  readonly record: StoredRecord;
}

type Step<T> = { readonly go: T } | 'again' | 'stop' | 'decided';

/**
 * Protocol 3 to 7: decides who acts next under this epoch, exactly once, whatever crashes in between.
 * The effect's token fences every step; a decision found made already completes the effect and stops.
 */
export async function routeCase(deps: RouteDeps, claimed: Claimed): Promise<EffectOutcome> {
  const full = new Set<string>();
  for (let round = 0; round < 200; round += 1) {
    const step = await attempt(deps, claimed, full);
    if (step === 'stop') return settled;
    if (step === 'decided') return done;
    if (step === 'again') continue;
    const seated = await seatOne(deps, step.go);
    if (seated === 'full') {
      if (step.go.outcome.person !== undefined) full.add(step.go.outcome.person);
      continue;
    }
    const committed = await commit(deps, claimed, step.go);
    if (committed !== 'again') return settled;
  }
  throw new Fault(
    'CONTENDED',
    `${claimed.doc._id} could not be routed: everything it depends on kept changing`,
  );
}

/** Protocol 3 to 5: reads, decides, and puts the pick into its pool. */
async function attempt(deps: RouteDeps, claimed: Claimed, full: ReadonlySet<string>): Promise<Step<Attempt>> {
  const { effect } = claimed;
  const epoch = Number(effect.payload['epoch']);
  const doc = await deps.store.aggregates.load<CaseState>(claimed.doc._id);
  if (doc === undefined || !holdsEffect(doc, effect.id, effect.token)) return 'stop';
  if (!doc.state.open || doc.state.epoch !== epoch || routedUnder(doc.state, epoch) !== undefined)
    return 'decided';
  return deps.inTurn(await deps.turnOf(doc), async () => {
    const first = await deps.read(doc, [...full]);
    const reading = (await settlePiledUp(deps, first)) ? await deps.read(doc, [...full]) : first;
    const key = decisionKey(doc._id, epoch);
    const overtaken = [...reading.pools.values()].some(
      (pool) => (pool.state.picks[key]?.token ?? 0) > effect.token,
    );
    if (overtaken) return 'stop';
    const outcome = runChain(reading.chain, reading.inputs);
    const record = storedRecord(outcome.record, deps.ids.salt());
    const decided = { doc, reading, outcome, record };
    const [, picked] = await Promise.all([
      deps.store.blobs.put(record.hash, record.bytes, 'decided'),
      pick(deps, claimed, decided),
    ]);
    return picked ? { go: decided } : 'again';
  });
}

/** Protocol 10, early: a pool with many pending picks is checked before another is added. True when one was. */
async function settlePiledUp(deps: RouteDeps, { pools }: RouteReading): Promise<boolean> {
  const piled = [...pools.values()].filter(({ state }) => Object.keys(state.picks).length >= checkAtPicks);
  for (const pool of piled) await checkPoolNow(deps, pool);
  return piled.length > 0;
}

/** Protocol 5: the old pick's delta out, the new one's in. False when the pool changed meanwhile. */
async function pick(
  deps: RouteDeps,
  claimed: Claimed,
  { doc, reading, outcome, record }: Attempt,
): Promise<boolean> {
  if (outcome.pool === undefined || outcome.person === undefined) return true;
  const pool = reading.pools.get(outcome.pool);
  if (pool === undefined)
    throw new Fault('POOL_MISSING', `the pool ${outcome.pool} was picked from but not read`, {
      retryable: false,
    });
  const now = deps.clock.now();
  const state = withPick(pool.state, decisionKey(doc._id, doc.state.epoch), {
    p: outcome.person,
    hash: record.hash,
    delta: outcome.delta ?? {},
    token: claimed.effect.token,
    at: now,
    ...(outcome.makeUp === true ? { makeUp: true as const } : {}),
  });
  if (state === undefined) return false;
  const next = withBookkeeping(pool, state, checkEffect(now, Object.keys(state.picks).length));
  return (await store(deps, pool, next)) !== undefined;
}

/** Protocol 6, for a pick; what has no person needs no seat. */
async function seatOne(deps: RouteDeps, { doc, reading, outcome }: Attempt): Promise<'seated' | 'full'> {
  if (outcome.person === undefined) return 'seated';
  const capacity = reading.inputs.directory.people.get(outcome.person)?.capacity ?? null;
  return seatPick(deps, outcome.person, doc._id, capacity);
}

/** Protocol 7: writes the decision on the case, requiring the token and the rev that was decided on. */
async function commit(deps: RouteDeps, claimed: Claimed, decided: Attempt): Promise<'settled' | 'again'> {
  const { effect } = claimed;
  const { token } = effect;
  const { outcome, record, reading } = decided;
  const poolTeam = reading.pools.get(outcome.pool ?? outcome.waitingPool ?? '')?.state.teamId ?? null;
  let doc: Aggregate<CaseState> | undefined = decided.doc;
  const decision = decideRouted(
    decided.doc.state,
    { outcome, record: record.hash, token, poolTeam },
    reading.world,
  );
  while (doc !== undefined) {
    if (!holdsEffect(doc, effect.id, token)) return 'settled';
    if (doc.rev !== decided.doc.rev) return 'again';
    const now = deps.clock.now();
    const next = applyDecision(
      caseStream,
      doc,
      { ...decision, cancel: [...(decision.cancel ?? []), effect.id] },
      {
        now,
        actor: { kind: 'system', id: 'routing' },
        command: { id: `${effect.id}:${token}`, body: record.hash },
        cause: effect.id,
        salt: () => deps.ids.salt(),
        claimUntil: deps.claimMs > 0 ? now + deps.claimMs : 0,
      },
    );
    if (await store(deps, doc, next)) {
      deps.routed?.(outcome.terminal, now - (decided.doc.tail.at(-1)?.event.at ?? now));
      return 'settled';
    }
    doc = await deps.store.aggregates.load<CaseState>(doc._id);
  }
  return 'settled';
}
