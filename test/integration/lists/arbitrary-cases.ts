import fc from 'fast-check';
import type { Viewer } from '../../../domain/access/viewer.ts';
import type { CaseState, Placement } from '../../../domain/stream/case/case-state.ts';
import { systemRoles } from '../../../domain/stream/person/person-state.ts';
import { askOf, clockDue, gateOf, stateOf } from '../../support/case-of.ts';

const people = ['me', 'ann', 'ben', 'hal', 'rita'];
const teams = ['east', 'west'];
const pools = ['desk', 'night'];
const roles = ['ops-lead', 'finance-lead', 'legal'];

const person = fc.constantFrom(...people);
const some = (names: readonly string[]) => fc.subarray([...names]);

/** Viewers of a small organisation, so that they meet its cases. */
export const viewers: fc.Arbitrary<Viewer> = fc.record({
  personId: person,
  kind: fc.constantFrom('person', 'service'),
  systemRoles: fc.subarray([...systemRoles]),
  roles: some(roles),
  teams: some(teams),
  pools: some(pools),
  scopes: fc.oneof(
    { weight: 8, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: fc.constant(['cases:read'] as const) },
    { weight: 1, arbitrary: fc.constant(['log:read'] as const) },
  ),
});

/** Cases of the same organisation, in every kind of place. */
export const cases: fc.Arbitrary<CaseState> = fc
  .record({
    requester: person,
    behalf: fc.option(person),
    owner: fc.option(person),
    placement: fc.constantFrom<Placement>(
      'undecided',
      'queued',
      'waiting',
      'held',
      'suppressed',
      'unassigned',
    ),
    team: fc.option(fc.constantFrom(...teams)),
    pool: fc.option(fc.constantFrom(...pools)),
    accountable: fc.constantFrom(...roles),
    backup: fc.constantFrom(...roles),
    watchers: fc.subarray(people, { maxLength: 1 }),
    previousOwners: fc.subarray(people, { maxLength: 1 }),
    gates: fc.array(
      fc
        .tuple(
          fc.subarray(people, { minLength: 1, maxLength: 2 }),
          fc.subarray(people, { maxLength: 1 }),
          fc.boolean(),
        )
        .map(([approvers, voters, open]) =>
          gateOf(approvers, { voters, status: open ? 'open' : 'approved' }),
        ),
      { maxLength: 1 },
    ),
    asides: fc
      .subarray(people, { maxLength: 2 })
      .map((some) => some.map((who, i) => ({ person: who, until: 50 + i, at: 40 }))),
    asks: fc.array(person.map(askOf), { maxLength: 1 }),
    category: fc.constantFrom('new', 'in_review', 'blocked', 'approved', 'done'),
    type: fc.constantFrom('vendor', 'refund'),
    state: fc.constantFrom('review', 'check'),
    clocks: fc.array(fc.integer({ min: 1, max: 30 }).map(clockDue), { maxLength: 2 }),
    priority: fc.integer({ min: 1, max: 4 }),
    submittedAt: fc.integer({ min: 1, max: 40 }),
    title: fc.constantFrom('New vendor Ostwind', 'Refund for Ostwind', 'Vendor check', 'Ostsee ferry'),
    number: fc.integer({ min: 1, max: 30 }).map((n) => `VEN-${n}`),
  })
  .map((drawn) =>
    stateOf({
      ...drawn,
      open: drawn.category !== 'done',
      placement: drawn.owner === null ? drawn.placement : 'assigned',
    }),
  );
