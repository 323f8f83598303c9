import { describe, expect, it } from 'vitest';
import { abilityOf } from '../../../../domain/access/ability-of.ts';
import { grantsOfRole } from '../../../../domain/access/grants-of-role.ts';
import { actions } from '../../../../domain/access/subjects.ts';
import type { Viewer } from '../../../../domain/access/viewer.ts';
import { systemRoles } from '../../../../domain/stream/person/person-state.ts';

const of = (role: Parameters<typeof grantsOfRole>[0], subject: string) =>
  grantsOfRole(role).filter((grant) => grant.subject === subject);

describe('what a role may do', () => {
  it('gives everybody their own tokens, and those of others to nobody by that', () => {
    expect(of(null, 'Token')).toEqual([
      { subject: 'Token', actions: ['read'], conditions: [{ personId: 'me' }] },
      { subject: 'Token', actions: ['create', 'revoke'], conditions: [{ personId: 'me' }] },
    ]);
    expect(of('auditor', 'Token')).toEqual([{ subject: 'Token', actions: ['read'], conditions: [] }]);
  });

  it('lets auditors read every case and change none, and requesters read none by their role', () => {
    expect(of('auditor', 'Case')).toEqual([
      { subject: 'Case', actions: ['read', 'readInternal'], conditions: [] },
    ]);
    expect(of('admin', 'Case')[0]?.actions).toContain('reroute');
    expect(of('admin', 'Case')[0]?.actions).not.toContain('decide');
    expect(of('requester', 'Case')).toEqual([]);
    expect(of(null, 'Case')).toEqual([]);
  });

  it.each(systemRoles)('says of %s nothing but what their rules say of things without conditions', (role) => {
    const viewer: Viewer = {
      ...{ personId: 'me', kind: 'person', systemRoles: [role], roles: [], teams: [], pools: [] },
      scopes: null,
    };
    const ruled = new Set(
      abilityOf(viewer)
        .rules.filter(({ subject, conditions }) => subject !== 'Case' && Object.keys(conditions).length === 0)
        .flatMap(({ subject, action }) => action.map((one) => `${subject} ${one}`)),
    );
    const said = new Set(
      [...grantsOfRole(role), ...grantsOfRole(null)]
        .filter(({ subject, conditions }) => subject !== 'Case' && conditions.length === 0)
        .flatMap((grant) => grant.actions.map((one) => `${grant.subject} ${one}`)),
    );
    expect(said).toEqual(ruled);
  });

  it('names no action that its subject does not have', () => {
    for (const role of [null, ...systemRoles])
      for (const grant of grantsOfRole(role))
        expect(actions[grant.subject]).toEqual(expect.arrayContaining([...grant.actions]));
  });
});
