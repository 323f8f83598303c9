import { z } from 'zod';
import { DomainError } from '../../error/domain-error.ts';
import { makeUp } from '../../routing/make-up.ts';
import { type Decision, nothingDecided } from '../decision.ts';
import { decidePatch, whyIn } from '../directory/decide-directory.ts';
import { instantSchema, slugSchema } from '../directory/field-schemas.ts';
import { readBy } from '../directory/read-fields.ts';
import { poolLimit, poolObject, weightSchema } from './pool-object.ts';
import type { PoolState } from './pool-stream.ts';

const weightsSchema = z.record(slugSchema, weightSchema);
const makeUpSchema = z.strictObject({
  person: slugSchema,
  items: z.int('Give a whole number of items.'),
  until: instantSchema,
});

/** Adds a member at credit 0; nothing when they are in already. @throws DomainError VALIDATION_FAILED, LIMIT_EXCEEDED. */
export function decideJoinPool(
  state: PoolState,
  command: { readonly person: string; readonly weight?: number; readonly reason: string },
): Decision {
  const weight = readBy(weightSchema, command.weight ?? 1, '/weight');
  if (state.members.some(({ person }) => person === command.person)) return nothingDecided;
  if (state.members.length >= poolLimit)
    throw new DomainError('LIMIT_EXCEEDED', `A pool has ${poolLimit} members at most.`);
  const data = { person: command.person, weight };
  return { events: [{ kind: 'joined', data, ...whyIn(command.reason) }] };
}

/** Removes a member, whose credit is spread over the rest; nothing when they are not in. */
export function decideLeavePool(
  state: PoolState,
  command: { readonly person: string; readonly reason: string },
): Decision {
  if (!state.members.some(({ person }) => person === command.person)) return nothingDecided;
  return { events: [{ kind: 'left', data: { person: command.person }, ...whyIn(command.reason) }] };
}

/**
 * Sets the weights of members by id, with a reason; no credit changes.
 * @throws DomainError VALIDATION_FAILED for somebody who is no member, REASON_REQUIRED.
 */
export function decideSetWeights(
  state: PoolState,
  command: { readonly id: string; readonly weights: unknown; readonly reason: string; readonly now: number },
): Decision {
  const weights = readBy(weightsSchema, command.weights, '/weights');
  const strangers = Object.keys(weights).filter((id) => !state.members.some(({ person }) => person === id));
  if (strangers.length > 0) {
    throw new DomainError('VALIDATION_FAILED', 'Only members of the pool have a weight.', {
      details: strangers.map((id) => ({
        pointer: `/weights/${id}`,
        detail: 'Not a member: add the person first.',
      })),
    });
  }
  const members = state.members.map((member) => ({
    ...member,
    weight: weights[member.person] ?? member.weight,
  }));
  return decidePatch(poolObject, state, { ...command, fields: { members } });
}

/**
 * Gives a member items beside the ordinary share, until a time.
 * @throws DomainError VALIDATION_FAILED, LIMIT_EXCEEDED beyond the cap of make-ups.
 */
export function decideMakeUp(
  state: PoolState,
  command: { readonly makeUp: unknown; readonly reason: string },
  now: number,
): Decision {
  const wanted = readBy(makeUpSchema, command.makeUp);
  makeUp(state, { ...wanted, at: now });
  return { events: [{ kind: 'made-up', data: wanted, ...whyIn(command.reason) }] };
}
