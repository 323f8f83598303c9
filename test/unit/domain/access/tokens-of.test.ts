import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { listTokensOf, tokensLimit, tokensOf } from '../../../../domain/access/tokens-of.ts';
import { viewerOf } from './viewers.ts';

const numbered = (prefix: string, count: number): string[] =>
  Array.from({ length: count }, (_, i) => `${prefix}${String(i).padStart(2, '0')}`);

describe('tokensOf', () => {
  it('names the person, business roles, teams, pools and system roles, in this order and each by name', () => {
    const viewer = viewerOf({
      systemRoles: ['agent', 'admin'],
      roles: ['ops', 'buyer'],
      teams: ['west', 'east'],
      pools: ['p2', 'p1'],
    });
    expect(tokensOf(viewer)).toEqual([
      'person:me',
      'role:admin',
      'role:buyer',
      'role:ops',
      'team:east',
      'team:west',
      'pool:p1',
      'pool:p2',
      'role:agent',
    ]);
  });

  it('keeps the person and what reads everything when there are more than 32, and cuts the last pools first', () => {
    const viewer = viewerOf({
      systemRoles: ['auditor'],
      teams: numbered('t', 20),
      pools: numbered('p', 20),
    });
    const tokens = tokensOf(viewer);
    expect(tokens).toHaveLength(tokensLimit);
    expect(tokens.slice(0, 2)).toEqual(['person:me', 'role:auditor']);
    expect(tokens.at(-1)).toBe('pool:p09');
  });

  it('does not depend on the order the directory names things in', () => {
    const names = fc.uniqueArray(fc.stringMatching(/^[a-z]{1,3}$/), { maxLength: 25 });
    fc.assert(
      fc.property(names, names, names, (roles, teams, pools) => {
        const there = tokensOf(viewerOf({ roles, teams, pools }));
        const back = [roles, teams, pools].map((each) => [...each].reverse());
        const [r = [], t = [], p = []] = back;
        expect(tokensOf(viewerOf({ roles: r, teams: t, pools: p }))).toEqual(there);
        expect(there.length).toBeLessThanOrEqual(tokensLimit);
        expect(new Set(there).size).toBe(there.length);
      }),
    );
  });

  it('gives a business role named admin or auditor no reach it does not have', () => {
    expect(tokensOf(viewerOf({ roles: ['admin', 'auditor'] }))).toEqual(['person:me', 'role:requester']);
  });

  it('is empty for a token whose scopes do not cover cases', () => {
    expect(tokensOf(viewerOf({ scopes: ['log:read', 'directory:write'] }))).toEqual([]);
    expect(tokensOf(viewerOf({ scopes: ['cases:write'] }))).not.toEqual([]);
  });
});

describe('listTokensOf', () => {
  it('is one token where that reads everything, else all of them', () => {
    expect(listTokensOf(viewerOf({ systemRoles: ['agent', 'auditor'], teams: ['t'] }))).toEqual([
      'role:auditor',
    ]);
    const agent = viewerOf({ systemRoles: ['agent'], teams: ['t'] });
    expect(listTokensOf(agent)).toEqual(tokensOf(agent));
  });
});
