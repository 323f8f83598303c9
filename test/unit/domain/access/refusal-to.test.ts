import { describe, expect, it } from 'vitest';
import { abilityOf } from '../../../../domain/access/ability-of.ts';
import { caseSubject } from '../../../../domain/access/case-subject.ts';
import { refusalTo, whoCould } from '../../../../domain/access/refusal-to.ts';
import type { CaseAction } from '../../../../domain/access/subjects.ts';
import type { Viewer } from '../../../../domain/access/viewer.ts';
import type { CaseState } from '../../../../domain/stream/case/case-state.ts';
import { caseDoc, gateOf, stateOf } from '../../../support/case-of.ts';
import { viewerOf } from './viewers.ts';

function refused(action: CaseAction, state: Partial<CaseState>, viewer: Partial<Viewer> = {}) {
  const doc = caseSubject(caseDoc('c1', stateOf({ watchers: ['me'], ...state })));
  const refusal = refusalTo(abilityOf(viewerOf(viewer)), action, doc);
  return [refusal?.code, refusal?.message];
}

describe('refusalTo', () => {
  it('says who could', () => {
    expect(refused('accept', { owner: 'hal' })).toEqual([
      'NOT_ALLOWED',
      'This is for the person who has the case.',
    ]);
    expect(refused('setPriority', { owner: 'hal' })).toEqual([
      'NOT_ALLOWED',
      'This is for the person who has the case, members of its team or pool, those who answer for it and their backup.',
    ]);
    expect(refused('accept', { owner: null })).toEqual(['NOT_ALLOWED', 'This is for nobody at present.']);
  });

  it('says first that a case is closed', () => {
    expect(refused('accept', { owner: 'me', open: false })[0]).toBe('CASE_CLOSED');
    expect(refused('decide', { open: false, gates: [gateOf(['me'])] })[0]).toBe('CASE_CLOSED');
  });

  it('says that somebody has it when a member wants to claim', () => {
    const mine = { team: 'east' };
    expect(refused('claim', { ...mine, owner: 'hal' }, { teams: ['east'] })[0]).toBe('CONFLICT');
    expect(refused('claim', { ...mine, owner: null }, { teams: ['east'] })[0]).toBeUndefined();
  });

  it('tells apart who is no approver, who asks for themselves, and programs', () => {
    expect(refused('decide', { gates: [gateOf(['ann'])] })).toEqual([
      'NOT_AN_APPROVER',
      'This is for its approvers.',
    ]);
    expect(refused('decide', { requester: 'me', gates: [gateOf(['me', 'ann'])] })).toEqual([
      'SELF_DECISION',
      'Nobody decides on their own request. It is for its approvers.',
    ]);
    expect(refused('decide', { gates: [gateOf(['me'])] }, { kind: 'service' })).toEqual([
      'NOT_ALLOWED',
      'A program may propose; people decide.',
    ]);
    expect(refused('commentInternal', { requester: 'me', owner: 'me' })[0]).toBe('NOT_ALLOWED');
  });

  it('says of what somebody may do nothing at all', () => {
    expect(refused('watch', {})).toEqual([undefined, undefined]);
  });
});

describe('whoCould', () => {
  it('names people, roles and the team as far as the case does', () => {
    const state = stateOf({ owner: 'hal', team: 'east', behalf: 'bo', gates: [gateOf(['ann', 'hal'])] });
    const doc = caseSubject(caseDoc('c1', state));
    expect(whoCould('edit', doc)).toMatchObject({
      people: ['rita', 'bo', 'hal', 'ann'],
      roles: ['ops-lead', 'ops-deputy'],
      team: 'east',
    });
    expect(whoCould('retract', doc)).toEqual({
      words: 'nobody at present',
      people: [],
      roles: [],
      team: null,
    });
  });
});
