import type { Delegation } from '../../../domain/approval/delegation.ts';

/** A delegation as it is answered, under an id that names whose it is. */
export function delegationBody({ id, from, to, startsAt, endsAt, types, amountUpTo }: Delegation) {
  return {
    id: `${from}~${id}`,
    from,
    to,
    startsAt,
    endsAt,
    types: types ?? null,
    amountUpTo: amountUpTo ?? null,
  };
}

/** Whose delegation an id names, and which. */
export function delegationPlace(id: string): { readonly person: string; readonly delegationId: string } {
  const at = id.indexOf('~');
  return { person: id.slice(0, Math.max(0, at)), delegationId: id.slice(at + 1) };
}
