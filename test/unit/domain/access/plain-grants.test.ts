import { describe, expect, it } from 'vitest';
import { abilityOf } from '../../../../domain/access/ability-of.ts';
import { caseSubject } from '../../../../domain/access/case-subject.ts';
import { refusalTo } from '../../../../domain/access/refusal-to.ts';
import { requireAbility } from '../../../../domain/access/require-ability.ts';
import { isScope, type Scope } from '../../../../domain/access/scopes.ts';
import { actions, type PlainSubject, type SubjectDoc } from '../../../../domain/access/subjects.ts';
import type { SystemRole } from '../../../../domain/stream/person/person-state.ts';
import { caseDoc, stateOf } from '../../../support/case-of.ts';
import { viewerOf } from './viewers.ts';

const roles: readonly SystemRole[] = ['requester', 'agent', 'approver', 'designer', 'auditor', 'admin'];

/** By hand: a letter per role that may do it to a thing that is not theirs (Requester, aGent, aPprover, Designer, aUditor, aDmin = R G P D U A). */
const table: Record<Exclude<keyof typeof actions, 'Case'>, Record<string, string>> = {
  RequestType: {
    read: 'RGPDUA',
    submit: 'RGPDUA',
    create: 'D',
    update: 'D',
    publish: 'D',
    rollback: 'D',
    retire: 'D',
    export: 'DUA',
  },
  Draft: { read: 'DUA', create: 'D', update: 'D', delete: 'D', check: 'D', test: 'D' },
  Person: {
    read: 'RGPDUA',
    create: 'A',
    update: 'A',
    deactivate: 'A',
    grant: 'A',
    recordLeave: 'A',
    setAway: 'A',
    delegate: 'A',
    resetPassword: 'A',
  },
  Team: { read: 'RGPDUA', create: 'A', update: 'A', deactivate: 'A' },
  Pool: { read: 'GPDUA', create: 'DA', update: 'DA', deactivate: 'DA', join: 'DA' },
  Calendar: { read: 'RGPDUA', create: 'DA', update: 'DA', deactivate: 'DA' },
  Account: { read: 'GPDUA', create: 'DA', update: 'DA', deactivate: 'DA', import: 'DA' },
  Territory: { read: 'GPDUA', create: 'DA', update: 'DA', deactivate: 'DA', import: 'DA' },
  Token: { read: 'UA', create: 'A', revoke: 'A' },
  Connection: { read: 'DUA', create: 'A', update: 'A', deactivate: 'A', test: 'A' },
  Delivery: { read: 'UA', replay: 'A' },
  Effect: { read: 'UA', redrive: 'A', cancel: 'A' },
  Log: { read: 'UA', export: 'UA', verify: 'UA', erase: 'A' },
  AccessLog: { read: 'UA', export: 'UA' },
  Metrics: { read: 'DUA', export: 'DUA' },
  Installation: { read: 'DUA', update: 'A', backup: 'A', restore: 'A' },
};
const letters: Record<string, SystemRole> = {
  R: 'requester',
  G: 'agent',
  P: 'approver',
  D: 'designer',
  U: 'auditor',
  A: 'admin',
};

function docOf(subject: keyof typeof table): SubjectDoc {
  switch (subject) {
    case 'RequestType':
      return { subject, slug: 'vendor', live: true, submitters: ['everyone'] };
    case 'Person':
      return { subject, id: 'somebody', managerId: 'their-manager' };
    case 'Token':
      return { subject, id: 't1', personId: 'somebody' };
    case 'Pool':
      return { subject, id: 'p1', ownerRole: null };
    case 'Metrics':
      return { subject, team: null };
    default:
      return { subject, id: 'x1' } satisfies PlainSubject;
  }
}

const can = (
  role: SystemRole,
  action: string,
  doc: SubjectDoc,
  scopes: readonly Scope[] | null = null,
): boolean =>
  abilityOf(viewerOf({ systemRoles: [role], scopes, teams: ['east'] })).can(action as 'read', doc);

describe('rights on things other than cases', () => {
  const rows = Object.entries(table).flatMap(([subject, row]) =>
    Object.entries(row).map(([action, who]) => [subject as keyof typeof table, action, who] as const),
  );

  it('the table says something of every action of every kind', () => {
    for (const [subject, row] of Object.entries(table))
      expect(Object.keys(row)).toEqual([...actions[subject as keyof typeof table]]);
  });

  it.each(rows)('%s %s is for %s alone', (subject, action, who) => {
    const allowed = roles.filter((role) => can(role, action, docOf(subject)));
    expect(allowed).toEqual([...who].map((letter) => letters[letter]));
  });

  it('shows everybody what can be submitted, and lets those submit whom the definition names', () => {
    const vendor = { subject: 'RequestType', slug: 'vendor', live: true, submitters: ['buyer'] } as const;
    expect(can('requester', 'submit', vendor)).toBe(false);
    expect(abilityOf(viewerOf({ roles: ['buyer'] })).can('submit', vendor)).toBe(true);
    expect(abilityOf(viewerOf({ roles: ['buyer'] })).can('submit', { ...vendor, live: false })).toBe(false);
    expect(can('requester', 'read', { ...vendor, live: false })).toBe(false);
    expect(can('designer', 'read', { ...vendor, live: false })).toBe(true);
  });

  it('lets people look after themselves, and managers note that somebody is away', () => {
    const mine = { subject: 'Person', id: 'me', managerId: null } as const;
    const report = { subject: 'Person', id: 'ben', managerId: 'me' } as const;
    for (const action of ['recordLeave', 'setAway', 'delegate'])
      expect(can('requester', action, mine)).toBe(true);
    for (const action of ['recordLeave', 'setAway']) expect(can('requester', action, report)).toBe(true);
    expect(can('requester', 'delegate', report)).toBe(false);
    expect(can('requester', 'grant', mine)).toBe(false);
    const token = { subject: 'Token', id: 't1', personId: 'me' } as const;
    for (const action of ['read', 'create', 'revoke']) expect(can('requester', action, token)).toBe(true);
  });

  it('shows members the numbers of their own team', () => {
    expect(can('agent', 'read', { subject: 'Metrics', team: 'east' })).toBe(true);
    expect(can('agent', 'read', { subject: 'Metrics', team: 'west' })).toBe(false);
  });
});

describe('scopes', () => {
  it('narrow what a token does, and never widen it', () => {
    const account: SubjectDoc = { subject: 'Account', id: 'a1' };
    expect(can('designer', 'read', account, ['directory:read'])).toBe(true);
    expect(can('designer', 'update', account, ['directory:read'])).toBe(false);
    expect(can('designer', 'update', account, ['directory:write'])).toBe(true);
    expect(can('designer', 'read', account, ['cases:write'])).toBe(false);
    expect(can('requester', 'update', account, ['admin'])).toBe(false);
    expect(can('admin', 'restore', { subject: 'Installation', id: 'main' }, ['admin'])).toBe(true);
    expect(can('admin', 'restore', { subject: 'Installation', id: 'main' }, ['directory:write'])).toBe(false);
    expect(can('auditor', 'read', { subject: 'Connection', id: 'c1' }, ['connections:write'])).toBe(true);
  });

  it('let a token for reading cases read and nothing else', () => {
    const own = caseSubject(caseDoc('c1', stateOf({ owner: 'me' })));
    const reading = abilityOf(viewerOf({ scopes: ['cases:read'] }));
    expect(actions.Case.filter((action) => reading.can(action, own))).toEqual(['read', 'readInternal']);
    const vendor = { subject: 'RequestType', slug: 'vendor', live: true, submitters: ['everyone'] } as const;
    expect(reading.can('submit', vendor)).toBe(false);
    expect(refusalTo(abilityOf(viewerOf({ scopes: ['cases:write'] })), 'submit', vendor)).toBeUndefined();
  });

  it('are a closed list', () => {
    expect(isScope('cases:read')).toBe(true);
    expect(isScope('cases:everything')).toBe(false);
  });
});

describe('requireAbility', () => {
  it('answers 404 for what may not be read, 403 for what may be read but not done', () => {
    const nobody = abilityOf(viewerOf());
    expect(() => requireAbility(nobody, 'read', { subject: 'Log', id: 'log' })).toThrow(
      expect.objectContaining({ code: 'NOT_FOUND' }),
    );
    expect(() => requireAbility(nobody, 'update', { subject: 'Team', id: 'east' })).toThrow(
      expect.objectContaining({ code: 'NOT_ALLOWED' }),
    );
    expect(() => requireAbility(nobody, 'create', { subject: 'Draft', id: 'new' })).toThrow(
      expect.objectContaining({ code: 'NOT_ALLOWED' }),
    );
    expect(() => requireAbility(nobody, 'read', { subject: 'Team', id: 'east' })).not.toThrow();
  });
});

describe('every rule', () => {
  it('compares with one scalar, and uses no operator', () => {
    const viewers = roles.map((role) =>
      viewerOf({ systemRoles: [role], roles: ['buyer'], teams: ['east'], pools: ['desk'] }),
    );
    for (const viewer of viewers) {
      for (const rule of abilityOf(viewer).rules) {
        for (const [key, operand] of Object.entries(rule.conditions)) {
          expect(key).not.toContain('$');
          expect(operand === null || ['string', 'boolean'].includes(typeof operand)).toBe(true);
        }
        if (rule.subject === 'Case' && rule.action.includes('read'))
          expect(Object.keys(rule.conditions)).toEqual(['readers']);
      }
    }
  });
});
