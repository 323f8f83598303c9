import { describe, expect, it } from 'vitest';
import { decideCreate, decidePatch } from '../../../../../domain/stream/directory/decide-directory.ts';
import {
  awayKey,
  backKey,
  decideCancelLeave,
  decideComeBack,
  decideGoAway,
  decideRecordLeave,
  leaveEndKey,
  leaveKey,
} from '../../../../../domain/stream/person/commands/absence.ts';
import {
  decideDelegate,
  decideEndDelegation,
} from '../../../../../domain/stream/person/commands/delegate.ts';
import { decideGrantRole, decideRevokeRole } from '../../../../../domain/stream/person/commands/roles.ts';
import { personObject } from '../../../../../domain/stream/person/person-object.ts';
import { emptyPerson } from '../../../../../domain/stream/person/person-state.ts';
import { personStream } from '../../../../../domain/stream/person/person-stream.ts';
import { viewOfPerson } from '../../../../../domain/stream/person/person-view.ts';
import { foldDecisions } from '../../../../support/fold-decisions.ts';

const now = Date.UTC(2026, 0, 5);
const day = 86_400_000;

const ana = (fields: object = {}) => {
  const stream = foldDecisions(personStream, 'person:ana', now);
  stream.take(() =>
    decideCreate(personObject, { id: 'ana', now, fields: { name: 'Ana', ...fields }, reason: '' }),
  );
  return stream;
};

/** Nothing in the way of a delegation made now. */
const setting = {
  existing: [],
  isActive: () => true,
  hindrance: () => undefined,
  isType: () => true,
  at: now,
};

describe('a person', () => {
  it('stands in the look-ups of address, roles and manager while active', () => {
    const stream = ana({
      email: 'Ana@Example.com',
      systemRoles: ['agent'],
      roles: ['finance-lead'],
      managerId: 'ben',
    });
    expect(stream.lists).toEqual([
      'person',
      'person|active',
      'role:agent',
      'role:finance-lead',
      'manager:ben',
      'email:ana@example.com',
    ]);
    stream.take(() => ({ events: [{ kind: 'deactivated', data: {} }] }));
    expect(stream.lists).toEqual(['person', 'email:ana@example.com']);
  });

  it.each([
    ['roles', { roles: ['king'] }],
    ['system roles', { systemRoles: ['admin'] }],
    ['the kind', { kind: 'service' }],
    ['leave', { leave: [] }],
  ])('does not let %s be changed as a field', (_what, fields) => {
    expect(() => decidePatch(personObject, ana().state, { id: 'ana', now, fields, reason: 'r' })).toThrow(
      expect.objectContaining({ code: 'VALIDATION_FAILED' }),
    );
  });

  it.each([
    ['an unknown time zone', { zone: 'Mars/Base' }],
    ['an unknown country', { country: 'ZZ' }],
    ['a property every object has as country', { country: 'toString' }],
    ['an address that is none', { email: 'ana' }],
    ['themselves as manager', { managerId: 'ana' }],
    ['a group twice', { groups: ['a', 'a'] }],
    ['a level of 0', { skills: { french: 0 } }],
    ['half a case', { capacity: 1.5 }],
  ])('refuses %s', (_what, fields) => {
    expect(() => ana(fields)).toThrow(expect.objectContaining({ code: 'VALIDATION_FAILED' }));
  });

  it('records leave under a seal, owes the move when it begins, and takes it back', () => {
    const stream = ana();
    const leave = { from: now + day, until: now + 2 * day, reason: 'hills' };
    const decision = stream.take((state) => decideRecordLeave(state, { id: 'l1', leave }, now));
    expect(decision.effects).toEqual([
      { kind: 'move', key: leaveKey('l1'), dueAt: now + day, payload: { why: 'leave', once: now } },
      { kind: 'move', key: leaveEndKey('l1'), dueAt: now + 2 * day, payload: { why: 'back', once: now } },
    ]);
    expect(stream.state.leave).toEqual([{ id: 'l1', ...leave }]);
    expect(JSON.stringify(stream.doc.tail.at(-1)?.event.data)).toBe('{"id":"l1"}');
    expect(stream.refolded()).toEqual(stream.state);
    stream.take((state) => decideCancelLeave(state, { id: 'l1' }));
    expect(stream.state.leave).toEqual([]);
    // Whoever was taken off a signature is asked again, from when the leave would have begun.
    expect(stream.doc.effects).toMatchObject([{ id: leaveEndKey('l1'), dueAt: now + day }]);
    expect(() => decideCancelLeave(stream.state, { id: 'l1' })).toThrow(
      expect.objectContaining({ code: 'NOT_FOUND' }),
    );
  });

  it('owes the move at once for leave that has begun', () => {
    const leave = { from: now - day, until: now + day, reason: '' };
    expect(decideRecordLeave(emptyPerson, { id: 'l1', leave }, now).effects?.[0]?.dueAt).toBe(now);
  });

  it.each([
    ['ends before it begins', { from: now + 2, until: now + 1, reason: '' }],
    ['is over', { from: now - 2, until: now, reason: '' }],
    ['has no end', { from: now, reason: '' }],
  ])('refuses leave that %s', (_what, leave) => {
    expect(() => decideRecordLeave(emptyPerson, { id: 'l1', leave }, now)).toThrow(
      expect.objectContaining({ code: 'VALIDATION_FAILED' }),
    );
  });

  it('forgets leave and delegations that ended more than 400 days ago, and no others', () => {
    const stream = ana();
    const later = now + 401 * day;
    const leave = (until: number) => ({ from: now, until, reason: '' });
    const to = (endsAt: number) => ({ to: 'ben', startsAt: now, endsAt });
    stream.take((state) => decideRecordLeave(state, { id: 'old', leave: leave(now + day - 1) }, now));
    stream.take((state) => decideRecordLeave(state, { id: 'kept', leave: leave(now + 2 * day) }, now));
    stream.take((state) =>
      decideDelegate(state, { person: 'ana', id: 'd1', delegation: to(now + day) }, setting),
    );
    stream.take((state) => decideRecordLeave(state, { id: 'new', leave: leave(later + day) }, later), later);
    expect(stream.state.leave.map(({ id }) => id)).toEqual(['kept', 'new']);
    stream.take(
      (state) =>
        decideDelegate(
          state,
          { person: 'ana', id: 'd2', delegation: to(later + day) },
          { ...setting, at: later },
        ),
      later,
    );
    expect(stream.state.delegations.map(({ id }) => id)).toEqual(['d2']);
  });

  it('has 200 leave entries and 50 delegations at most', () => {
    const entry = { id: 'x', from: now, until: now + day, reason: '' };
    const full = { ...emptyPerson, leave: Array.from({ length: 200 }, () => entry) };
    const limit = expect.objectContaining({ code: 'LIMIT_EXCEEDED' });
    expect(() =>
      decideRecordLeave(full, { id: 'l', leave: { from: now, until: now + 1, reason: '' } }, now),
    ).toThrow(limit);
    const given = { id: 'x', to: 'cem', startsAt: 0, endsAt: 1, types: null, amountUpTo: null, reason: '' };
    const many = { ...emptyPerson, delegations: Array.from({ length: 50 }, () => given) };
    const delegation = { to: 'ben', startsAt: now, endsAt: now + 1 };
    expect(() =>
      decideDelegate(
        many,
        { person: 'ana', id: 'd', delegation },
        { existing: [], isActive: () => true, hindrance: () => undefined, isType: () => true, at: now },
      ),
    ).toThrow(limit);
  });

  it('goes away and comes back', () => {
    const stream = ana();
    expect(decideComeBack(stream.state).events).toEqual([]);
    const decision = stream.take((state) => decideGoAway(state, { until: null }, now));
    expect(decision.effects?.[0]).toMatchObject({ kind: 'move', key: awayKey, dueAt: now });
    expect(stream.state.away).toEqual({ since: now, until: null });
    stream.take((state) => decideGoAway(state, { until: now + day }, now + 1), now + 1);
    expect(stream.state.away).toEqual({ since: now + 1, until: now + day });
    expect(stream.doc.effects).toMatchObject([{ id: awayKey }, { id: backKey, dueAt: now + day }]);
    stream.take(decideComeBack);
    expect(stream.state.away).toBeNull();
    expect(stream.doc.effects).toMatchObject([{ id: backKey, dueAt: now + 1, payload: { why: 'back' } }]);
    expect(() => decideGoAway(stream.state, { until: now }, now)).toThrow(
      expect.objectContaining({ code: 'VALIDATION_FAILED' }),
    );
  });

  it('gains and loses system and business roles, each once', () => {
    const stream = ana();
    for (const role of ['approver', 'finance-lead']) {
      stream.take((state) => decideGrantRole(state, { role, reason: 'new work' }));
      expect(decideGrantRole(stream.state, { role, reason: 'again' }).events).toEqual([]);
    }
    expect(stream.state).toMatchObject({ systemRoles: ['approver'], roles: ['finance-lead'] });
    expect(stream.doc.tail.at(-1)?.event.data).toEqual({ role: 'finance-lead', system: false });
    for (const role of ['approver', 'finance-lead']) {
      stream.take((state) => decideRevokeRole(state, { role, reason: 'moved' }));
      expect(decideRevokeRole(stream.state, { role, reason: 'again' }).events).toEqual([]);
    }
    expect(stream.state).toMatchObject({ systemRoles: [], roles: [] });
    expect(stream.refolded()).toEqual(stream.state);
  });

  it('refuses a role without a reason, one that is no name, and the 51st', () => {
    const code = (wanted: string) => expect.objectContaining({ code: wanted });
    expect(() => decideGrantRole(emptyPerson, { role: 'admin', reason: '' })).toThrow(
      code('REASON_REQUIRED'),
    );
    expect(() => decideRevokeRole(emptyPerson, { role: 'admin', reason: '' })).toThrow(
      code('REASON_REQUIRED'),
    );
    expect(() => decideGrantRole(emptyPerson, { role: 'Big Boss', reason: 'r' })).toThrow(
      code('VALIDATION_FAILED'),
    );
    const full = { ...emptyPerson, roles: Array.from({ length: 50 }, (_, i) => `r${i}`) };
    expect(() => decideGrantRole(full, { role: 'one-more', reason: 'r' })).toThrow(code('LIMIT_EXCEEDED'));
    expect(decideGrantRole(full, { role: 'agent', reason: 'r' }).events).toHaveLength(1);
  });

  it('delegates under the rules of approvals, and ends it', () => {
    const stream = ana();
    const delegation = {
      to: 'ben',
      startsAt: now,
      endsAt: now + day,
      types: ['refund'],
      amountUpTo: 100,
      reason: 'hills',
    };
    stream.take((state) => decideDelegate(state, { person: 'ana', id: 'd1', delegation }, setting));
    expect(stream.lists).toContain('delegate:ben');
    expect(viewOfPerson('ana', 2, stream.state, ['desk'])).toMatchObject({
      teams: ['desk'],
      delegations: [
        {
          id: 'd1',
          from: 'ana',
          to: 'ben',
          startsAt: now,
          endsAt: now + day,
          types: ['refund'],
          amountUpTo: 100,
        },
      ],
    });
    expect(stream.doc.tail.at(-1)?.event.data).toEqual({ id: 'd1', to: 'ben' });
    expect(stream.refolded()).toEqual(stream.state);
    const onward = { person: 'ben', id: 'd2', delegation: { ...delegation, to: 'cem' } };
    const [mine] = viewOfPerson('ana', 2, stream.state, []).delegations;
    expect(() =>
      decideDelegate(emptyPerson, onward, { ...setting, existing: mine === undefined ? [] : [mine] }),
    ).toThrow(expect.objectContaining({ code: 'DELEGATION_INVALID' }));
    expect(() =>
      decideDelegate(
        stream.state,
        { person: 'ana', id: 'd3', delegation: { ...delegation, to: 'ana' } },
        setting,
      ),
    ).toThrow(expect.objectContaining({ code: 'DELEGATION_INVALID' }));
    stream.take((state) => decideEndDelegation(state, { id: 'd1' }));
    expect(stream.state.delegations).toEqual([]);
    expect(stream.lists).not.toContain('delegate:ben');
    expect(() => decideEndDelegation(stream.state, { id: 'd1' })).toThrow(
      expect.objectContaining({ code: 'NOT_FOUND' }),
    );
  });

  it('leaves no entry where what was entered has been erased', () => {
    const at = { at: now, seq: 1, actor: { kind: 'system', id: 'x' } as const, human: {} };
    const left = personStream.evolve(emptyPerson, { ...at, kind: 'leave-recorded', data: { id: 'l1' } });
    expect(left.leave).toEqual([]);
    const given = personStream.evolve(emptyPerson, {
      ...at,
      kind: 'delegated',
      data: { id: 'd1', to: 'ben' },
    });
    expect(given.delegations).toEqual([]);
  });

  it('shows system and business roles together, and leave without its reason', () => {
    const stream = ana({ systemRoles: ['agent'], roles: ['agent-lead'], skills: { french: 2 } });
    stream.take((state) =>
      decideRecordLeave(state, { id: 'l1', leave: { from: now, until: now + 1, reason: 'secret' } }, now),
    );
    const view = viewOfPerson('ana', 2, stream.state, []);
    expect(view).toMatchObject({
      id: 'ana',
      rev: 2,
      active: true,
      roles: ['agent', 'agent-lead'],
      skills: { french: 2 },
    });
    expect(view.leave).toEqual([{ from: now, until: now + 1 }]);
  });
});
