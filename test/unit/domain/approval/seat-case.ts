import { expect } from 'vitest';
import type { ApproverPerson, DecidedMatter } from '../../../../domain/approval/approver-directory.ts';
import type { SeatedApprover } from '../../../../domain/approval/gate-state.ts';
import type { Removed } from '../../../../domain/approval/seating-table.ts';
import { type Company, directoryOf, gateOf, matter, person, seatingFor } from './gate-setting.ts';

/** An entry in a word: `bo`, `bo for ana (delegate)`, `lea (backup)`. */
export const word = ({ person: who, for: other, as }: SeatedApprover) =>
  `${who}${other === undefined ? '' : ` for ${other}`}${as === undefined ? '' : ` (${as})`}`;
/** A removal in a word: `bo for ana: away`. */
export const reason = ({ person: who, by, for: other }: Removed) =>
  `${who}${other === undefined ? '' : ` for ${other}`}: ${by}`;

/** Who there is, which gate, about what: and then who sits, how many are needed, and who does not sit and why. */
export interface SeatCase {
  given: Company;
  step?: object;
  gate?: object;
  about?: Partial<DecidedMatter>;
  sit: string[];
  needed?: number;
  incident?: string;
  removed?: string[];
}

/** All have to sign. */
export const all = { quorum: { kind: 'all' } };
/** Two have to sign. */
export const two = { quorum: { kind: 'n', n: 2 } };
/** Somebody who is away until further notice. */
export const away = (id: string): ApproverPerson => person(id, { away: { since: 0, until: null } });
/** A company with these holders of the role `signer`. */
export const signers = (...signer: string[]) => ({ roles: { signer } });

/** Expects the seating of a case. */
export function expectSeats({ given, step = {}, gate = {}, about = {}, ...then }: SeatCase): void {
  const scene = { gate: gateOf(step, gate), directory: directoryOf(given), matter: { ...matter, ...about } };
  const seating = seatingFor(scene);
  expect(seating.approvers.map(word)).toEqual(then.sit);
  expect(seating.needed).toBe(then.needed ?? 1);
  expect(seating.incident).toBe(then.incident ?? null);
  if (then.removed) expect(seating.removed.map(reason)).toEqual(then.removed);
}
