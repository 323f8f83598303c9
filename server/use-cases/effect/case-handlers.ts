import { DomainError } from '../../../domain/error/domain-error.ts';
import type { CaseState } from '../../../domain/stream/case/case-state.ts';
import type { CaseWorld } from '../../../domain/stream/case/case-world.ts';
import { decideExpired } from '../../../domain/stream/case/commands/move.ts';
import { decideHoldOver, decideUnacknowledged } from '../../../domain/stream/case/commands/routed.ts';
import { decideClockTick, decideGateTick } from '../../../domain/stream/case/commands/tick.ts';
import type { Decision } from '../../../domain/stream/decision.ts';
import type { EffectKind } from '../../../domain/stream/effect.ts';
import { type CaseDeps, commandCase, systemCall } from '../case/case-command.ts';
import { recalculateCases } from '../case/recalculate-cases.ts';
import { reseatGatesOf } from '../case/reseat-gates.ts';
import { moveHoldings } from '../directory/move-holdings.ts';
import { check } from '../route/check.ts';
import { lookForWaiting } from '../route/look-for-waiting.ts';
import { readRoute, turnOf } from '../route/read-route.ts';
import { routeCase } from '../route/route-case.ts';
import type { RouteDeps } from '../route/route-deps.ts';
import { seat } from '../route/seat.ts';
import { type Claimed, done, type EffectHandler, type EffectOutcome } from './effect-handler.ts';

/** What the handlers of a case's own effects stand on. */
export interface CaseHandlerDeps extends CaseDeps {
  readonly inTurn: RouteDeps['inTurn'];
  readonly routed?: NonNullable<RouteDeps['routed']>;
}

const text = (claimed: Claimed, key: string): string => String(claimed.effect.payload[key] ?? '');

/** The handlers of everything a case, a pool, a load, a person or a calendar owes: routing, seats, checks, clocks, moves. */
export function caseHandlers(deps: CaseHandlerDeps): ReadonlyMap<EffectKind, EffectHandler> {
  const routing: RouteDeps = {
    ...deps,
    read: (doc, atCapacity) => readRoute(deps, doc, atCapacity),
    inTurn: deps.inTurn,
    turnOf: (doc) => turnOf(deps, doc),
    ...(deps.routed === undefined ? {} : { routed: deps.routed }),
  };
  return new Map<EffectKind, EffectHandler>([
    ['route', (claimed) => routeCase(routing, claimed)],
    ['seat', (claimed) => settleSeat(deps, claimed)],
    ['check', (claimed) => deps.inTurn(claimed.doc._id, () => check(deps, claimed))],
    ['clock', (claimed) => command(deps, claimed, (state, world) => tick(claimed, state, world))],
    ['move', (claimed) => move(deps, claimed)],
    ['recalculate', (claimed) => recalculateCases(deps, claimed)],
    ['escalate', (claimed) => command(deps, claimed, (state, world) => due(claimed, state, world))],
  ]);
}

/** Whoever goes leaves neither cases nor signatures waiting; whoever is back, or new, is asked. */
async function move(deps: CaseHandlerDeps, claimed: Claimed): Promise<EffectOutcome> {
  const goes = ['standing', 'leave', 'away'].includes(text(claimed, 'why'));
  if (goes) await moveHoldings(deps)(claimed);
  await reseatGatesOf(deps, claimed);
  return done;
}

/** Makes a slot what its case says; a freed one may be what a waiting case waits for. */
async function settleSeat(deps: CaseHandlerDeps, claimed: Claimed): Promise<EffectOutcome> {
  const person = text(claimed, 'person');
  const member = await deps.directory.member(person);
  const verdict = await seat(deps, person, claimed.doc._id, member?.person.capacity ?? null);
  if (verdict === 'out') for (const pool of member?.pools ?? []) await lookForWaiting(deps, pool);
  return done;
}

function tick(claimed: Claimed, state: CaseState, world: CaseWorld): Decision {
  const gate = claimed.effect.payload['gate'];
  return typeof gate === 'string'
    ? decideGateTick(state, gate, world)
    : decideClockTick(state, text(claimed, 'clock'), world);
}

function due(claimed: Claimed, state: CaseState, world: CaseWorld): Decision {
  const epoch = Number(claimed.effect.payload['epoch']);
  switch (text(claimed, 'what')) {
    case 'acknowledge':
      return decideUnacknowledged(state, epoch, world);
    case 'hold':
      return decideHoldOver(state, epoch, world);
    default:
      return decideExpired(
        state,
        { transition: text(claimed, 'transition'), state: text(claimed, 'state') },
        world,
      );
  }
}

/**
 * Sends the command an effect stands for; it comes back as the effect's own, so a repeat finds itself.
 * A refusal means that what it was for is over: the effect is done.
 */
async function command(
  deps: CaseDeps,
  claimed: Claimed,
  decide: (state: CaseState, world: CaseWorld) => Decision,
): Promise<EffectOutcome> {
  const { effect, doc } = claimed;
  try {
    await commandCase(
      deps,
      doc._id,
      systemCall(effect.kind, `${effect.id}:${effect.arms}`, effect.token),
      decide,
    );
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
  }
  return done;
}
