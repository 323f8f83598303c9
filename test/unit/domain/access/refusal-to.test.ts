import { describe, expect, it } from 'vitest';
import { abilityOf } from '../../../../domain/access/ability-of.ts';
import { caseSubject } from '../../../../domain/access/case-subject.ts';
import { refusalTo, whoCould } from '../../../../domain/access/refusal-to.ts';
import type { ActionOn, CaseAction, SubjectDoc } from '../../../../domain/access/subjects.ts';
import type { Viewer } from '../../../../domain/access/viewer.ts';
import type { DomainError } from '../../../../domain/error/domain-error.ts';
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

describe('refusalTo of a token', () => {
  const told = (refusal: DomainError | undefined) => [refusal?.code, refusal?.data['scope']];
  const to = <D extends SubjectDoc>(viewer: Partial<Viewer>, action: ActionOn<D['subject']>, doc: D) =>
    refusalTo(abilityOf(viewerOf(viewer)), action, doc);
  const mine = caseSubject(caseDoc('c1', stateOf({ requester: 'me' })));

  it('names the scope it lacks for what its person may do, and how to get it', () => {
    const refusal = to({ scopes: ['cases:read'] }, 'withdraw', mine);
    expect(told(refusal)).toEqual(['NOT_ALLOWED', 'cases:write']);
    expect(refusal?.message).toBe(
      'This token lacks the scope cases:write. Sign in and make a token that has it (POST /api/v1/tokens), or ask an administrator for one: signalbox token create --scope cases:write.',
    );
    expect(refusal?.data).toEqual({
      action: 'withdraw',
      subject: 'Case',
      scope: 'cases:write',
      scopes: ['cases:read'],
    });
  });

  it('names it for every kind of thing, where their roles would allow it', () => {
    const admin = { systemRoles: ['admin'] as const };
    const reads = { ...admin, scopes: ['directory:read', 'connections:read', 'log:read'] as const };
    const team = { subject: 'Team', id: 'east' } as const;
    expect(told(to(reads, 'create', team))).toEqual(['NOT_ALLOWED', 'directory:write']);
    expect(told(to(reads, 'update', team))).toEqual(['NOT_ALLOWED', 'directory:write']);
    expect(told(to(reads, 'test', { subject: 'Connection', id: 'hook' }))).toEqual([
      'NOT_ALLOWED',
      'connections:write',
    ]);
    expect(told(to(reads, 'redrive', { subject: 'Effect', id: 'e' }))).toEqual(['NOT_ALLOWED', 'admin']);
    const narrow = { ...admin, scopes: ['cases:read'] as const };
    expect(told(to(narrow, 'read', { subject: 'Log', id: 'log' }))).toEqual(['NOT_ALLOWED', 'log:read']);
    expect(told(to(narrow, 'export', { subject: 'Metrics', team: null }))).toEqual([
      'NOT_ALLOWED',
      'metrics:read',
    ]);
  });

  it('speaks of roles and ties where a wider token would not help', () => {
    const team = { subject: 'Team', id: 'east' } as const;
    expect(to({ scopes: ['directory:read'] }, 'update', team)?.message).toContain('Your roles');
    expect(to({ scopes: ['cases:read'] }, 'accept', mine)?.message).toBe('This is for nobody at present.');
    expect(told(to({ scopes: ['cases:read'] }, 'read', { subject: 'Log', id: 'log' }))[0]).toBe('NOT_FOUND');
  });

  it('says nothing of a thing the token does not read, though its person does', () => {
    expect(told(to({ scopes: ['directory:read'] }, 'read', mine))).toEqual(['NOT_FOUND', undefined]);
    expect(told(to({ scopes: ['directory:read'] }, 'withdraw', mine))).toEqual(['NOT_FOUND', undefined]);
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
