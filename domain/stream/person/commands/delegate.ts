import { z } from 'zod';
import { type DelegationSetting, requireDelegation } from '../../../approval/delegation.ts';
import { DomainError } from '../../../error/domain-error.ts';
import type { Decision } from '../../decision.ts';
import { instantSchema, setOf, slugSchema, whySchema } from '../../directory/field-schemas.ts';
import { readBy } from '../../directory/read-fields.ts';
import type { NewEffect } from '../../effect.ts';
import type { PersonState } from '../person-state.ts';
import { delegationBy, delegationsBy } from '../person-view.ts';

/** The most delegations one person has at a time. */
const delegationLimit = 50;

const delegationSchema = z.strictObject({
  to: slugSchema,
  startsAt: instantSchema,
  endsAt: instantSchema,
  types: setOf(slugSchema, 200).nullable().default(null),
  amountUpTo: z.number().nullable().default(null),
  reason: whySchema(500).default(''),
});

/** A delegation to be made by a person, under its new id. */
export interface DelegateCommand {
  readonly person: string;
  readonly id: string;
  readonly delegation: unknown;
}

/**
 * Lets somebody else decide for a time. `setting.existing` are the delegations of others that name the person or the delegate;
 * those of the person themselves are taken from the state.
 * @throws DomainError VALIDATION_FAILED, DELEGATION_INVALID, LIMIT_EXCEEDED.
 */
export function decideDelegate(
  state: PersonState,
  command: DelegateCommand,
  setting: DelegationSetting,
): Decision {
  const { to, ...delegation } = readBy(delegationSchema, command.delegation);
  const wanted = delegationBy(command.person, { ...delegation, id: command.id, to });
  const own = delegationsBy(command.person, state);
  requireDelegation(wanted, { ...setting, existing: [...own, ...setting.existing] });
  if (state.delegations.length >= delegationLimit)
    throw new DomainError('LIMIT_EXCEEDED', `A person has ${delegationLimit} delegations at most.`);
  const once = command.id;
  return {
    events: [{ kind: 'delegated', data: { id: command.id, to }, human: { delegation } }],
    effects: [
      askAnew(`move:delegation:${command.id}`, delegation.startsAt, once),
      askAnew(`move:delegation-end:${command.id}`, delegation.endsAt, once),
    ],
  };
}

/** Ends a delegation at once. @throws DomainError NOT_FOUND. */
export function decideEndDelegation(state: PersonState, command: { readonly id: string }): Decision {
  const delegation = state.delegations.find(({ id }) => id === command.id);
  if (delegation === undefined) throw new DomainError('NOT_FOUND', 'There is no such delegation.');
  return {
    events: [{ kind: 'delegation-ended', data: { id: command.id } }],
    cancel: [`move:delegation:${command.id}`],
    // Due at once where it had begun; before that nothing changes with it.
    effects: [askAnew(`move:delegation-end:${command.id}`, delegation.startsAt, 'ended')],
  };
}

/** Cases that wait for the person's signature ask anew who may give it in their place. */
const askAnew = (key: string, dueAt: number, once: string): NewEffect => ({
  ...{ kind: 'move', key, dueAt },
  payload: { why: 'delegation', once },
});
