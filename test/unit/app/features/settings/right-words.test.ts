import { describe, expect, it } from 'vitest';
import { caseLine, deedWord, rightLines } from '../../../../../app/features/settings/right-words.ts';
import { caseDeeds, caseGrants } from '../../../../../domain/access/case-grants.ts';
import { grantsOfRole } from '../../../../../domain/access/grants-of-role.ts';
import { tieWords } from '../../../../../domain/access/refusal-to.ts';
import { systemRoles } from '../../../../../domain/stream/person/person-state.ts';

describe('rights in words', () => {
  it('say what a wider line says once', () => {
    const lines = rightLines([
      { subject: 'Person', actions: ['read'], conditions: [] },
      { subject: 'Person', actions: ['read', 'setAway'], conditions: [{ id: 'me' }] },
      { subject: 'Team', actions: ['read'], conditions: [{ id: 'me' }] },
      { subject: 'Team', actions: ['read'], conditions: [] },
    ]);
    expect(lines).toEqual([
      { things: 'People', only: null, deeds: 'read' },
      { things: 'People', only: 'about themselves', deeds: 'set away' },
      { things: 'Teams', only: null, deeds: 'read' },
    ]);
  });

  it('have a word for every condition and every deed of every role', () => {
    for (const role of [null, ...systemRoles])
      for (const { only, deeds } of rightLines(grantsOfRole(role))) {
        expect(only ?? 'all').not.toMatch(/personId|managerId|live|^id$/);
        expect(deeds).not.toMatch(/[A-Z]/);
      }
  });

  it('say who may do what to a case, when, and who never', () => {
    const lines = caseDeeds.map((action) =>
      caseLine({ action, peopleOnly: false, notForOwnRequest: false, ...caseGrants[action] }, tieWords),
    );
    expect(lines.find(({ deed }) => deed === 'Approve or reject')).toEqual({
      deed: 'Approve or reject',
      who: 'its approvers',
      when: 'while it is open; never a program; never on one’s own request',
    });
    expect(deedWord('Case', 'claim')).toBe('claim');
  });
});
