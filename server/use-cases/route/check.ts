import { slottedCases } from '../../../domain/routing/load-slots.ts';
import type { Aggregate } from '../../../domain/stream/aggregate.ts';
import { applyDecision } from '../../../domain/stream/apply-decision.ts';
import type { CaseState } from '../../../domain/stream/case/case-state.ts';
import { seatVerdict } from '../../../domain/stream/case/settled-route.ts';
import { completeEffect, holdsEffect } from '../../../domain/stream/effect-bookkeeping.ts';
import type { LoadState } from '../../../domain/stream/load/load-stream.ts';
import { checkPicks, splitKey } from '../../../domain/stream/pool/check-picks.ts';
import { type PoolState, poolStream } from '../../../domain/stream/pool/pool-stream.ts';
import { idInStream } from '../../../domain/stream/stream-id.ts';
import type { CommandDeps } from '../command/deps.ts';
import { type Claimed, type EffectOutcome, settled } from '../effect/effect-handler.ts';
import { store, untilWon, withBookkeeping } from './write-bookkeeping.ts';

/** How long after a change a document's picks or slots are checked, in ms. */
export const checkAfterMs = 60_000;
/** Pending picks at which a pool is checked at once. */
export const checkAtPicks = 50;

/** The effect that checks a pool or a load; due at once when picks have piled up. */
export const checkEffect = (now: number, picks = 0) =>
  ({ kind: 'check', key: 'check', dueAt: picks >= checkAtPicks ? now : now + checkAfterMs }) as const;

/** Protocol 10: settles what stands, returns what does not, looks again at what is undecided. */
export async function check(deps: CommandDeps, claimed: Claimed): Promise<EffectOutcome> {
  await untilWon(claimed.doc._id, async () => {
    const doc = await deps.store.aggregates.load(claimed.doc._id);
    if (doc === undefined || !holdsEffect(doc, claimed.effect.id, claimed.effect.token)) return true;
    return doc.kind === 'pool'
      ? checkPool(deps, doc as Aggregate<PoolState>, claimed)
      : checkLoad(deps, doc as Aggregate<LoadState>, claimed);
  });
  return settled;
}

async function casesById(deps: CommandDeps, ids: readonly string[]): Promise<Map<string, CaseState>> {
  const docs = await deps.store.aggregates.loadMany<CaseState>([...new Set(ids)]);
  return new Map(docs.map((doc) => [doc._id, doc.state]));
}

/** Checks a pool whose picks have piled up at once, before more are added; what the armed check owes stays owed. */
export async function checkPoolNow(
  deps: CommandDeps,
  doc: Aggregate<PoolState>,
): Promise<Aggregate<PoolState> | undefined> {
  return checkedPool(deps, doc, { doc, token: deps.ids.next(), keep: true });
}

async function checkPool(
  deps: CommandDeps,
  doc: Aggregate<PoolState>,
  claimed: Claimed,
): Promise<true | undefined> {
  const { id, token } = claimed.effect;
  const stored = await checkedPool(deps, doc, {
    doc: completeEffect(doc, id, token),
    token: String(token),
    keep: false,
  });
  return stored === undefined ? undefined : true;
}

/** The pool as stored after its check; undefined when somebody was faster. */
async function checkedPool(
  deps: CommandDeps,
  doc: Aggregate<PoolState>,
  by: { readonly doc: Aggregate<PoolState>; readonly token: string; readonly keep: boolean },
): Promise<Aggregate<PoolState> | undefined> {
  const cases = await casesById(
    deps,
    Object.keys(doc.state.picks).map((key) => splitKey(key).caseId),
  );
  const found = checkPicks(idInStream(doc._id), doc.state, cases);
  const now = deps.clock.now();
  const arm = !by.keep && found.kept.length > 0 ? checkEffect(now) : undefined;
  const kept = withBookkeeping(by.doc, found.pool, arm);
  const events = found.returned.map(({ key, reason }) => ({
    kind: 'pick-returned',
    data: { key, reason },
    raises: false,
  }));
  const context = {
    now,
    actor: { kind: 'system', id: 'check' } as const,
    command: { id: `check:${by.token}`, body: '' },
    salt: () => deps.ids.salt(),
  };
  return store(deps, doc, applyDecision(poolStream, kept, { events }, context));
}

async function checkLoad(
  deps: CommandDeps,
  doc: Aggregate<LoadState>,
  claimed: Claimed,
): Promise<true | undefined> {
  const person = idInStream(doc._id);
  const held = slottedCases(doc.state);
  const cases = await casesById(deps, held);
  const verdicts = held.map((caseId) => [caseId, seatVerdict(cases.get(caseId), person)] as const);
  const gone = new Set(verdicts.filter(([, verdict]) => verdict === 'out').map(([caseId]) => caseId));
  const undecided = verdicts.some(([, verdict]) => verdict === 'as-it-is');
  const slots = doc.state.slots.filter(({ caseId }) => !gone.has(caseId));
  const done = completeEffect(doc, claimed.effect.id, claimed.effect.token);
  const next = withBookkeeping(
    done,
    { ...doc.state, slots },
    undecided ? checkEffect(deps.clock.now()) : undefined,
  );
  return (await store(deps, doc, next)) === undefined ? undefined : true;
}
