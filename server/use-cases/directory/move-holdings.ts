import { absenceOf } from '../../../domain/approval/approver-directory.ts';
import { DomainError } from '../../../domain/error/domain-error.ts';
import { slottedCases } from '../../../domain/routing/load-slots.ts';
import type { Aggregate } from '../../../domain/stream/aggregate.ts';
import type { CaseState } from '../../../domain/stream/case/case-state.ts';
import { caseStream } from '../../../domain/stream/case/case-stream.ts';
import { decideMoveOn } from '../../../domain/stream/case/commands/move-on.ts';
import { nothingDecided } from '../../../domain/stream/decision.ts';
import type { LoadState } from '../../../domain/stream/load/load-stream.ts';
import type { PersonState } from '../../../domain/stream/person/person-state.ts';
import type { PoolState } from '../../../domain/stream/pool/pool-stream.ts';
import { idInStream, streamId } from '../../../domain/stream/stream-id.ts';
import type { TokenState } from '../../../domain/stream/token/token-stream.ts';
import type { CommandDeps } from '../command/deps.ts';
import { runCommand } from '../command/run-command.ts';
import { type Claimed, done, type EffectHandler } from '../effect/effect-handler.ts';
import { agreeLoad } from './agree-load.ts';
import type { DirectoryCall } from './directory-call.ts';
import { loadList, pagesOf } from './list-pages.ts';
import { revokeToken } from './tokens.ts';

/**
 * The handler of effect `move` on a person. Deactivated: load closed, sessions and tokens ended, every case they own or are
 * seated for routed again (a pick may have seated them before the load was closed, and be about to be written).
 * On leave or away: those cases whose pool says so. Active and there: the load accepts, and nothing else.
 * Safe to repeat: what was moved is not moved twice.
 */
export function moveHoldings(deps: CommandDeps): EffectHandler {
  return async (claimed) => {
    const person = idInStream(claimed.doc._id);
    const call = callOf(claimed, person);
    await agreeLoad(deps, call, person);
    const doc = await deps.store.aggregates.load<PersonState>(claimed.doc._id);
    if (doc === undefined) return done;
    if (!doc.state.active) {
      await endSessions(deps, person);
      await endTokens(deps, call, person);
      await moveOwned(deps, { call, person, moves: () => true });
      await moveSeated(deps, { call, person, moves: () => true });
    } else if (absenceOf({ ...doc.state, id: person }, deps.clock.now()) !== undefined) {
      const moving = await poolsThatMove(deps, person);
      await moveOwned(deps, { call, person, moves: ({ pool }) => pool !== null && moving.has(pool) });
    }
    return done;
  };
}

function callOf({ effect }: Claimed, person: string): DirectoryCall {
  return {
    actor: { kind: 'system', id: 'move' },
    // The same at every attempt: a case moved before is not moved once more.
    command: { id: `${effect.id}:${person}:${String(effect.payload['once'])}`, body: '' },
    cause: effect.id,
  };
}

async function endSessions({ store }: CommandDeps, person: string): Promise<void> {
  for (;;) {
    const sessions = await store.records.range('session', `person:${person}`, null, 200);
    if (sessions.length === 0) return;
    await Promise.all(sessions.map(({ _id }) => store.records.delete('session', _id)));
  }
}

async function endTokens(deps: CommandDeps, call: DirectoryCall, person: string): Promise<void> {
  const tokens = await loadList<TokenState>(deps.store.aggregates, `token-of:${person}`);
  for (const token of tokens.filter(({ state }) => state.active)) {
    await revokeToken(deps, call, { id: idInStream(token._id), reason: 'Its person was deactivated.' });
  }
}

/** Pools that name the person and say that what is held moves on. */
async function poolsThatMove({ store }: CommandDeps, person: string): Promise<Set<string>> {
  const pools = await loadList<PoolState>(store.aggregates, `pool-of:${person}`);
  return new Set(pools.filter(({ state }) => state.moveOnLeave).map(({ _id }) => idInStream(_id)));
}

interface Move {
  readonly call: DirectoryCall;
  readonly person: string;
  readonly moves: (state: CaseState) => boolean;
}

async function moveOwned(deps: CommandDeps, move: Move): Promise<void> {
  for await (const ids of pagesOf(deps.store.aggregates, `owner:${move.person}`)) {
    for (const id of ids) await moveOne(deps, move, id, false);
  }
}

/** The load accepts nothing more by now, so that no slot joins those that are read here but by hand. */
async function moveSeated(deps: CommandDeps, move: Move): Promise<void> {
  const load = await deps.store.aggregates.load<LoadState>(streamId('load', move.person));
  for (const id of load === undefined ? [] : slottedCases(load.state)) await moveOne(deps, move, id, true);
}

async function moveOne(deps: CommandDeps, move: Move, stream: string, seated: boolean): Promise<void> {
  const { call, person, moves } = move;
  const actor = { actor: call.actor, roles: [], teams: [], pools: [] };
  const decide = ({ state }: Aggregate<CaseState>) =>
    moves(state) ? decideMoveOn(state, { person, seated }, { now: deps.clock.now(), actor }) : nothingDecided;
  await runCommand(deps, { spec: caseStream, stream, ...call, decide }).catch((error: unknown) => {
    // A slot may outlive a case that was never written.
    if (!(error instanceof DomainError && error.code === 'NOT_FOUND')) throw error;
  });
}
