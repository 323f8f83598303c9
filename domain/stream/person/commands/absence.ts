import { z } from 'zod';
import { DomainError } from '../../../error/domain-error.ts';
import { type Decision, nothingDecided } from '../../decision.ts';
import { instantSchema, whySchema } from '../../directory/field-schemas.ts';
import { readBy } from '../../directory/read-fields.ts';
import type { NewEffect } from '../../effect.ts';
import type { PersonState } from '../person-state.ts';

/** The most leave entries one person has at a time. */
const leaveLimit = 200;

const leaveSchema = z
  .strictObject({ from: instantSchema, until: instantSchema, reason: whySchema(500) })
  .refine((leave) => leave.until > leave.from, { path: ['until'], message: 'It ends after it begins.' });

const awaySchema = z.strictObject({ until: instantSchema.nullable() });

/** The key of the effect that moves what somebody holds when their leave begins. */
export const leaveKey = (id: string): string => `move:leave:${id}`;
/** The key of the effect that asks somebody for signatures again when their leave ends. */
export const leaveEndKey = (id: string): string => `move:leave-end:${id}`;
/** The key of the effect that moves what somebody holds while they are away. */
export const awayKey = 'move:away';
/** The key of the effect that asks somebody for signatures again once they are back. */
export const backKey = 'move:back';

/**
 * Records leave; picks stop when it begins, and what is held moves then if the pool says so.
 * @throws DomainError VALIDATION_FAILED, LIMIT_EXCEEDED.
 */
export function decideRecordLeave(
  state: PersonState,
  command: { readonly id: string; readonly leave: unknown },
  now: number,
): Decision {
  const leave = readBy(leaveSchema, command.leave);
  if (leave.until <= now) {
    throw new DomainError('VALIDATION_FAILED', 'This leave is over already.', {
      details: [{ pointer: '/until', detail: 'Give an end in the future.' }],
    });
  }
  if (state.leave.length >= leaveLimit)
    throw new DomainError('LIMIT_EXCEEDED', `A person has ${leaveLimit} leave entries at most.`);
  return {
    events: [{ kind: 'leave-recorded', data: { id: command.id }, human: { leave } }],
    effects: [
      moveWhen('leave', leaveKey(command.id), { once: now, dueAt: Math.max(now, leave.from) }),
      moveWhen('back', leaveEndKey(command.id), { once: now, dueAt: leave.until }),
    ],
  };
}

/** Takes leave back, whether it has begun or not. @throws DomainError NOT_FOUND. */
export function decideCancelLeave(state: PersonState, command: { readonly id: string }): Decision {
  const leave = state.leave.find(({ id }) => id === command.id);
  if (leave === undefined) throw new DomainError('NOT_FOUND', 'There is no such leave.');
  return {
    events: [{ kind: 'leave-cancelled', data: { id: command.id } }],
    cancel: [leaveKey(command.id)],
    // Due at once where the leave had begun; before that nothing changes with it.
    effects: [moveWhen('back', leaveEndKey(command.id), { once: 'cancelled', dueAt: leave.from })],
  };
}

/**
 * Says that somebody is away from this moment; `until: null` means until they come back.
 * @throws DomainError VALIDATION_FAILED.
 */
export function decideGoAway(_state: PersonState, command: unknown, now: number): Decision {
  const { until } = readBy(awaySchema, command);
  if (until !== null && until <= now) {
    throw new DomainError('VALIDATION_FAILED', 'This time is over already.', {
      details: [{ pointer: '/until', detail: 'Give an end in the future, or none.' }],
    });
  }
  return {
    events: [{ kind: 'went-away', data: {}, human: { until } }],
    ...(until === null ? { cancel: [backKey] } : {}),
    effects: [
      moveWhen('away', awayKey, { once: now, dueAt: now }),
      ...(until === null ? [] : [moveWhen('back', backKey, { once: now, dueAt: until })]),
    ],
  };
}

/** Says that somebody is back; nothing when they were not away. */
export function decideComeBack(state: PersonState): Decision {
  if (state.away === null) return nothingDecided;
  const { since } = state.away;
  return {
    events: [{ kind: 'came-back', data: {} }],
    cancel: [awayKey],
    effects: [moveWhen('back', backKey, { once: `back from ${since}`, dueAt: since })],
  };
}

/** `once` names this absence, or its end: no case is moved twice because of it. */
function moveWhen(
  why: 'leave' | 'away' | 'back',
  key: string,
  { once, dueAt }: { readonly once: number | string; readonly dueAt: number },
): NewEffect {
  return { kind: 'move', key, dueAt, payload: { why, once } };
}
