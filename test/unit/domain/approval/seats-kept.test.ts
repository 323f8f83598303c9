import { describe, expect, it } from 'vitest';
import { withSeats } from '../../../../domain/approval/close-step.ts';
import type { GateState } from '../../../../domain/approval/gate-state.ts';
import {
  type Company,
  decide,
  delegation,
  directoryOf,
  gateOf,
  matter,
  now,
  opened,
  person,
  type Scene,
  seatingFor,
} from './gate-setting.ts';
import { all, away, signers, word } from './seat-case.ts';

const sceneOf = (company: Company, step: object = {}, gate: object = {}): Scene => ({
  gate: gateOf(step, gate),
  directory: directoryOf(company),
  matter,
});
/** The open step after the company has changed. */
const changed = (scene: Scene, state: GateState, company: Company) => {
  const seating = seatingFor({ ...scene, directory: directoryOf(company) }, state, now + 5);
  return { ...seating, sit: seating.approvers.map(word), state: withSeats(state, seating) };
};
const withBackup = { ...all, backup: [{ role: 'lead' }] };
const gone = person('bo', { active: false });

describe('a step whose signers change while it is open', () => {
  it('is not passed by taking away whoever has not signed: nobody is left, and that is said', () => {
    const scene = sceneOf(signers('ana', 'bo'), all);
    const { gateState } = decide(scene, opened(scene), 'ana');
    const left = changed(scene, gateState, { ...signers('ana'), people: [gone] });
    expect(left).toMatchObject({ sit: ['ana'], needed: 2, incident: 'nobody' });
    expect(left.missing).toEqual([{ person: 'bo', seat: true }]);
    expect(left.state.status).toBe('open');
  });

  it('gives the seat of somebody deactivated to the delegate, else to the backup', () => {
    const scene = sceneOf({ roles: { signer: ['ana', 'bo'], lead: ['lea'] } }, withBackup);
    const { gateState } = decide(scene, opened(scene), 'ana');
    const roles = { signer: ['ana'], lead: ['lea'] };
    expect(changed(scene, gateState, { roles, people: [gone] })).toMatchObject({
      sit: ['ana', 'lea for bo (backup)'],
      needed: 2,
      incident: null,
    });
    const delegations = [delegation('bo', 'di')];
    expect(changed(scene, gateState, { roles, people: [gone], delegations }).sit).toEqual([
      'ana',
      'di for bo (delegate)',
    ]);
  });

  it('keeps the seat over any number of changes, and gives it back to whoever is there again', () => {
    const scene = sceneOf(signers('ana', 'bo'), all);
    const state = opened(scene);
    const without = changed(scene, state, { ...signers('ana'), people: [gone] }).state;
    const still = changed(scene, without, { ...signers('ana'), people: [gone] }).state;
    expect(still.steps).toEqual(without.steps);
    const back = changed(scene, still, signers('ana', 'bo'));
    expect(back).toMatchObject({ sit: ['ana', 'bo'], needed: 2, incident: null, missing: [] });
    expect(back.state.steps[0]).not.toHaveProperty('missing');
  });

  it('lets whoever is named anew take the place of whoever is not named any more', () => {
    const scene = sceneOf(signers('ana', 'bo'), all);
    const state = opened(scene);
    expect(changed(scene, state, signers('ana', 'cy'))).toMatchObject({
      sit: ['ana', 'cy'],
      needed: 2,
      missing: [],
    });
    const revoked = changed(scene, state, { ...signers('ana'), people: [person('bo')] });
    expect(revoked).toMatchObject({ needed: 2, incident: 'too-few' });
    expect(revoked.removed).toContainEqual({ person: 'bo', by: 'no-longer-named' });
  });

  it('does not count fewer because a signer may not decide any more', () => {
    const roles = { signer: ['ana', 'bo'], lead: ['lea'] };
    const scene = sceneOf({ roles }, withBackup);
    const { gateState } = decide(scene, opened(scene), 'ana');
    const excluded = changed(scene, gateState, { roles, delegations: [delegation('rita', 'bo')] });
    expect(excluded).toMatchObject({ sit: ['ana', 'lea for bo (backup)'], needed: 2 });
  });

  it('keeps the seats of helpers where all of them have to sign', () => {
    const scene = sceneOf({ roles: { lead: ['lea', 'leo'] } }, withBackup);
    const state = opened(scene);
    expect(state.steps[0]?.needed).toBe(2);
    const { gateState } = decide(scene, state, 'lea');
    const left = changed(scene, gateState, { roles: { lead: ['lea'] } });
    expect(left).toMatchObject({ needed: 2, incident: 'nobody' });
  });

  it('remembers who would sign where others do, and asks them again', () => {
    const scene = sceneOf(signers('ana', 'bo'));
    const state = opened(scene);
    const absent = changed(scene, state, { ...signers('ana', 'bo'), people: [person('ana'), away('bo')] });
    expect(absent).toMatchObject({ sit: ['ana'], missing: [{ person: 'bo', seat: true }] });
    expect(changed(scene, absent.state, signers('ana', 'bo')).sit).toEqual(['ana', 'bo']);
  });
});
