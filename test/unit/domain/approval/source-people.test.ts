import { describe, expect, it } from 'vitest';
import { delegation, directoryOf, gateOf, matter, now, person, seatingFor } from './gate-setting.ts';
import { all, expectSeats, type SeatCase, signers } from './seat-case.ts';

const cases: Record<string, SeatCase> = {
  'everybody with the role sits': { given: signers('ana', 'bo'), sit: ['ana', 'bo'] },
  'the members of a team sit': {
    given: { teams: { legal: ['ana', 'bo'] } },
    step: { approvers: [{ team: 'legal' }] },
    sit: ['ana', 'bo'],
  },
  'the person in a field sits': {
    given: { people: ['ana'] },
    step: { approvers: [{ field: 'sponsor' }] },
    about: { values: { sponsor: 'ana' } },
    sit: ['ana'],
  },
  'the people in a field sit': {
    given: { people: ['ana', 'bo'] },
    step: { approvers: [{ field: 'sponsor' }] },
    about: { values: { sponsor: ['ana', 'bo', 7, ''] } },
    sit: ['ana', 'bo'],
  },
  'an empty field seats nobody': {
    given: {},
    step: { approvers: [{ field: 'sponsor' }] },
    sit: [],
    incident: 'nobody',
  },
  'the manager of the requester sits': {
    given: { people: [person('rita', { managerId: 'max' }), 'max'] },
    step: { approvers: [{ manager: true }] },
    sit: ['max'],
  },
  'a requester without manager is an incident': {
    given: { people: ['rita'] },
    step: { approvers: [{ manager: true }] },
    sit: [],
    incident: 'nobody',
  },
  'an unknown requester is an incident': {
    given: {},
    step: { approvers: [{ manager: true }] },
    sit: [],
    incident: 'nobody',
  },
  'the owner of the account sits': {
    given: { people: ['olga'] },
    step: { approvers: [{ accountOwner: true }] },
    about: { accountOwner: 'olga' },
    sit: ['olga'],
  },
  'whoever two sources name sits once': {
    given: { ...signers('ana'), teams: { legal: ['ana', 'bo'] } },
    step: { approvers: [{ role: 'signer' }, { team: 'legal' }] },
    sit: ['ana', 'bo'],
  },

  'the requester has no seat': { given: signers('rita', 'bo'), sit: ['bo'], removed: ['rita: requester'] },
  'the person it is for has no seat': {
    given: signers('ana', 'bo'),
    about: { behalf: 'ana' },
    sit: ['bo'],
    removed: ['ana: behalf'],
  },
  'a delegate of the requester has no seat, in their own right either': {
    given: { ...signers('ana', 'bo'), delegations: [delegation('rita', 'ana')] },
    sit: ['bo'],
    removed: ['ana: delegate-of-requester'],
  },
  'a delegate of the person it is for has no seat': {
    given: { ...signers('ana', 'bo'), delegations: [delegation('carl', 'ana')] },
    about: { behalf: 'carl' },
    sit: ['bo'],
    removed: ['ana: delegate-of-requester'],
  },
  'a delegate of the requester of last year sits': {
    given: { ...signers('ana'), delegations: [delegation('rita', 'ana', { endsAt: now })] },
    sit: ['ana'],
  },
  'the last editor has no seat': {
    given: signers('ana', 'bo'),
    about: { editors: ['ana'] },
    sit: ['bo'],
    removed: ['ana: editor'],
  },
  'where only the requester could sign it is an incident': {
    given: signers('rita'),
    sit: [],
    incident: 'nobody',
    removed: ['rita: requester'],
  },
  'where all must sign those excluded are not waited for': {
    given: signers('rita', 'ana', 'bo'),
    step: all,
    sit: ['ana', 'bo'],
    needed: 2,
  },
};

describe('whom the sources name', () => {
  it.each(Object.entries(cases))('%s', (_, seats) => expectSeats(seats));

  it('says by which source somebody sits', () => {
    const sources = [
      { role: 'signer' },
      { team: 'legal' },
      { field: 'sponsor' },
      { manager: true },
      { accountOwner: true },
    ];
    const company = {
      roles: { signer: ['a'] },
      teams: { legal: ['b'] },
      people: ['c', 'd', 'e', person('rita', { managerId: 'd' })],
    };
    const about = { ...matter, values: { sponsor: 'c' }, accountOwner: 'e' };
    const seating = seatingFor({
      gate: gateOf({ approvers: sources }),
      directory: directoryOf(company),
      matter: about,
    });
    expect(seating.approvers.map(({ via }) => via)).toEqual([
      'role:signer',
      'team:legal',
      'field:sponsor',
      'manager',
      'accountOwner',
    ]);
  });

  it('breaks on a step the gate does not have, since that is a bug', () => {
    const scene = { gate: gateOf(), directory: directoryOf({}), matter };
    expect(() => seatingFor({ ...scene, gate: { ...scene.gate, steps: [] } })).toThrow(/has a step 0/);
  });
});
