import type { Decision } from '../../../domain/stream/decision.ts';
import {
  decideJoinPool,
  decideLeavePool,
  decideMakeUp,
  decideSetWeights,
} from '../../../domain/stream/pool/pool-members.ts';
import { type PoolState, poolStream } from '../../../domain/stream/pool/pool-stream.ts';
import { streamId } from '../../../domain/stream/stream-id.ts';
import { decideJoinTeam, decideLeaveTeam } from '../../../domain/stream/team/team-object.ts';
import { type TeamState, teamStream } from '../../../domain/stream/team/team-stream.ts';
import { signersEffect } from '../case/new-signers.ts';
import type { CommandDeps } from '../command/deps.ts';
import type { CommandResult } from '../command/run-command.ts';
import { changeDirectory, type DirectoryCall } from './directory-call.ts';
import { requireReferences } from './require-references.ts';

/** Somebody who joins or leaves; a reason is welcome, not needed. */
export interface Membership {
  readonly person: string;
  readonly reason?: string;
}

const requirePerson = (deps: CommandDeps, id: string): Promise<void> =>
  requireReferences(deps.store, [{ pointer: '/person', kind: 'person', id }]);

/** Adds a member to a team, at once. @throws DomainError NOT_FOUND, VALIDATION_FAILED, LIMIT_EXCEEDED. */
export function joinTeam(
  deps: CommandDeps,
  call: DirectoryCall,
  { team, person, reason = '' }: Membership & { readonly team: string },
): Promise<CommandResult<TeamState>> {
  return changeDirectory(deps, call, {
    spec: teamStream,
    stream: streamId('team', team),
    decide: async (state, { rev }) => {
      await requirePerson(deps, person);
      return asking(deps, team, decideJoinTeam(state, { person, reason }), rev);
    },
  });
}

/** Removes a member from a team, at once. @throws DomainError NOT_FOUND. */
export function leaveTeam(
  deps: CommandDeps,
  call: DirectoryCall,
  { team, person, reason = '' }: Membership & { readonly team: string },
): Promise<CommandResult<TeamState>> {
  return changeDirectory(deps, call, {
    spec: teamStream,
    stream: streamId('team', team),
    decide: (state, { rev }) => asking(deps, team, decideLeaveTeam(state, { person, reason }), rev),
  });
}

/** Gates that ask by a team ask those who are in it from now on. */
function asking({ clock }: CommandDeps, team: string, decision: Decision, rev: number): Decision {
  if (decision.events.length === 0) return decision;
  return {
    ...decision,
    effects: [signersEffect({ sources: [`team:${team}`] }, { now: clock.now(), once: rev + 1 })],
  };
}

/** Adds a member to a pool, at once; weight 1 when none is given. @throws DomainError NOT_FOUND, VALIDATION_FAILED, LIMIT_EXCEEDED. */
export function joinPool(
  deps: CommandDeps,
  call: DirectoryCall,
  request: Membership & { readonly pool: string; readonly weight?: number },
): Promise<CommandResult<PoolState>> {
  const { pool, person, reason = '', weight = 1 } = request;
  return changeDirectory(deps, call, {
    spec: poolStream,
    stream: streamId('pool', pool),
    decide: async (state) => {
      await requirePerson(deps, person);
      return decideJoinPool(state, { person, weight, reason });
    },
  });
}

/** Removes a member from a pool, at once; what they hold stays with them. @throws DomainError NOT_FOUND. */
export function leavePool(
  deps: CommandDeps,
  call: DirectoryCall,
  { pool, person, reason = '' }: Membership & { readonly pool: string },
): Promise<CommandResult<PoolState>> {
  return changeDirectory(deps, call, {
    spec: poolStream,
    stream: streamId('pool', pool),
    decide: (state) => decideLeavePool(state, { person, reason }),
  });
}

/** Sets weights of members, `{person: weight}`, with a reason. @throws DomainError NOT_FOUND, STALE, VALIDATION_FAILED, REASON_REQUIRED. */
export function setWeights(
  deps: CommandDeps,
  call: DirectoryCall,
  request: { readonly pool: string; readonly weights: unknown; readonly reason: string },
): Promise<CommandResult<PoolState>> {
  const { pool, weights, reason } = request;
  return changeDirectory(deps, call, {
    spec: poolStream,
    stream: streamId('pool', pool),
    decide: (state) => decideSetWeights(state, { id: pool, weights, reason, now: deps.clock.now() }),
  });
}

/** Gives a member items beside the ordinary share, `{person, items, until}`. @throws DomainError NOT_FOUND, VALIDATION_FAILED, LIMIT_EXCEEDED. */
export function makeUpInPool(
  deps: CommandDeps,
  call: DirectoryCall,
  request: { readonly pool: string; readonly makeUp: unknown; readonly reason?: string },
): Promise<CommandResult<PoolState>> {
  const { pool, makeUp, reason = '' } = request;
  return changeDirectory(deps, call, {
    spec: poolStream,
    stream: streamId('pool', pool),
    decide: (state) => decideMakeUp(state, { makeUp, reason }, deps.clock.now()),
  });
}
