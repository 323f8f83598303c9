import { describe, expect, it } from 'vitest';
import { plainGrants } from '../../../../domain/access/plain-grants.ts';
import { covers } from '../../../../domain/access/scopes.ts';
import { demoPeople } from '../../../../server/demo/company/people.ts';
import { personas } from '../../../../server/demo/demo-tokens.ts';

const people = personas.flatMap(({ persona, person, scopes }) => {
  const found = demoPeople.find(({ id }) => id === person);
  return found?.kind === 'person' ? [{ persona, scopes, roles: ['requester', ...found.system] }] : [];
});

describe('the tokens of the demo', () => {
  it.each(people)('let the $persona do everything their roles allow', ({ scopes, roles }) => {
    const granted = plainGrants.filter(
      ({ to }) => to === undefined || to.some((role) => roles.includes(role)),
    );
    const out = granted.filter(({ scope }) => !covers(scopes, scope));
    expect(out.map(({ subject, actions, scope }) => `${subject} ${actions.join()}: ${scope}`)).toEqual([]);
    expect(covers(scopes, 'cases:write')).toBe(true);
  });

  it('are of people of every kind, and keep the software agent to cases', () => {
    expect(people).toHaveLength(6);
    expect(personas.find(({ persona }) => persona === 'agent')?.scopes).toEqual([
      'cases:read',
      'cases:write',
    ]);
  });
});
