import { describe, expect, it } from 'vitest';
import {
  type Company,
  decide,
  delegation,
  directoryOf,
  gateOf,
  matter,
  opened,
  seatingFor,
} from './gate-setting.ts';
import { all, away, reason, signers, two, word } from './seat-case.ts';

describe('who may sign after some have', () => {
  const seats = (
    ...[company, step, voters, later, level = 0]: [Company, object, readonly string[], Company, (0 | 1 | 2)?]
  ) => {
    const scene = {
      gate: gateOf(step, { escalation: [{ role: 'head' }] }),
      directory: directoryOf(company),
      matter,
    };
    let state = opened(scene);
    for (const voter of voters) state = decide(scene, state, voter).gateState;
    const raised = { ...state, steps: state.steps.map((one) => ({ ...one, level })) };
    const seating = seatingFor({ ...scene, directory: directoryOf(later) }, raised);
    return {
      sit: seating.approvers.map(word),
      needed: seating.needed,
      incident: seating.incident,
      vias: seating.approvers.map(({ via }) => via),
    };
  };
  const backup = { backup: [{ role: 'lead' }] };

  it('keeps what was signed when the signer has left the role', () => {
    const then = seats(signers('ana', 'bo', 'cy'), all, ['ana'], signers('bo', 'cy'));
    expect(then).toMatchObject({
      sit: ['ana', 'bo', 'cy'],
      needed: 3,
      incident: null,
      vias: ['role:signer', 'role:signer', 'role:signer'],
    });
  });

  it('waits no more for whoever left without signing, and waits for whoever joined', () => {
    expect(seats(signers('ana', 'bo', 'cy'), all, ['ana'], signers('ana', 'di', 'ed'))).toMatchObject({
      sit: ['ana', 'di', 'ed'],
      needed: 3,
    });
  });

  it('gives no second seat to whoever signed for somebody else', () => {
    const company = {
      ...signers('ana', 'bo'),
      people: [away('ana')],
      delegations: [delegation('ana', 'cy')],
    };
    const later = { ...company, ...signers('ana', 'bo', 'cy') };
    expect(seats(company, all, ['cy'], later)).toMatchObject({
      sit: ['cy for ana (delegate)', 'bo'],
      needed: 2,
    });
  });

  it('keeps the other backups where all of them have to sign', () => {
    const company = { roles: { signer: [], lead: ['lea', 'leo'] } };
    expect(seats(company, { ...all, ...backup }, ['lea'], company)).toMatchObject({
      sit: ['lea (backup)', 'leo (backup)'],
      needed: 2,
    });
  });

  it('keeps the other backups where a number has to sign', () => {
    const company = { roles: { signer: ['ana'], lead: ['lea', 'leo'] } };
    expect(seats(company, { ...two, ...backup }, ['lea'], company)).toMatchObject({
      sit: ['lea (backup)', 'ana', 'leo (backup)'],
      needed: 2,
    });
  });

  it('asks a helper for whichever seat is still open', () => {
    const company = {
      roles: { signer: ['ana', 'bo'], lead: ['lea', 'leo', 'lou'] },
      people: [away('ana'), away('bo')],
    };
    expect(seats(company, { ...all, ...backup }, ['lea'], company)).toMatchObject({
      sit: ['lea for ana (backup)', 'leo for bo (backup)', 'lou for bo (backup)'],
      needed: 2,
    });
  });

  it('lets the backup sign beside the approvers once it was escalated', () => {
    const company = { roles: { signer: ['ana', 'bo'], lead: ['lea'], head: ['hal'] } };
    expect(seats(company, backup, [], company, 1).sit).toEqual(['ana', 'bo', 'lea (backup)']);
    expect(seats(company, backup, [], company, 2).sit).toEqual([
      'ana',
      'bo',
      'lea (backup)',
      'hal (escalation)',
    ]);
  });

  it('lets the backup stand for those who have not signed once it was escalated and all must sign', () => {
    const company = { roles: { signer: ['ana', 'bo'], lead: ['lea', 'ana'], head: ['hal'] } };
    expect(seats(company, { ...all, ...backup }, ['ana'], company, 1)).toMatchObject({
      sit: ['ana', 'bo', 'lea for bo (backup)'],
      needed: 2,
    });
  });

  it('asks for no more signatures where the whole backup has to sign', () => {
    const company = { roles: { signer: [], lead: ['lea'], head: ['hal'] } };
    expect(seats(company, { ...all, ...backup }, [], company, 2)).toMatchObject({
      sit: ['lea (backup)'],
      needed: 1,
    });
  });

  it('is an incident with nobody when the last who could sign has gone', () => {
    const company = signers('ana', 'bo');
    expect(seats(company, { quorum: { kind: 'n', n: 2 } }, ['ana'], { people: ['ana'] })).toMatchObject({
      sit: ['ana'],
      incident: 'nobody',
    });
  });

  it('gives whoever signed an earlier step no seat in a later one', () => {
    const step = { title: 'Signs', approvers: [{ role: 'signer' }], quorum: { kind: 'any' } };
    const gate = gateOf(
      {},
      {
        steps: [
          { ...step, id: 's1' },
          { ...step, id: 's2' },
        ],
      },
    );
    const scene = { gate, directory: directoryOf(signers('ana', 'bo')), matter };
    const { gateState } = decide(scene, opened(scene), 'ana');
    const seating = seatingFor(scene, gateState);
    expect(seating.approvers.map(word)).toEqual(['bo']);
    expect(seating.removed.map(reason)).toEqual(['ana: signed']);
  });
});
