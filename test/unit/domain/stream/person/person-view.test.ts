import { describe, expect, it } from 'vitest';
import { hindranceOf } from '../../../../../domain/stream/person/person-view.ts';

describe('who could decide for others', () => {
  const kind = 'person' as const;
  it.each([
    [
      'a program',
      { kind: 'service' as const, systemRoles: ['approver' as const], roles: [] },
      true,
      'program',
    ],
    ['a mere auditor', { kind, systemRoles: ['auditor' as const], roles: ['lead'] }, true, 'only-audits'],
    ['a mere requester', { kind, systemRoles: ['requester' as const], roles: [] }, false, 'opens-nothing'],
    ['nobody in particular', { kind, systemRoles: [], roles: [] }, false, 'opens-nothing'],
    ['a member of a team', { kind, systemRoles: [], roles: [] }, true, undefined],
    ['who has a role', { kind, systemRoles: [], roles: ['lead'] }, false, undefined],
    ['an administrator', { kind, systemRoles: ['admin' as const], roles: [] }, false, undefined],
  ])('tells %s', (_who, person, isInGroup, hindrance) => {
    expect(hindranceOf(person, isInGroup)).toBe(hindrance);
  });
});
