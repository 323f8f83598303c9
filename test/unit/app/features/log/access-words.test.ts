import { describe, expect, it } from 'vitest';
import {
  type AnsweredAccess,
  accessKindWords,
  accessLinesOf,
} from '../../../../../app/features/log/access-words.server.ts';
import { accessKinds } from '../../../../../server/use-cases/access-log/record-access.ts';

const names = {
  people: { amy: 'Amy Admin', rob: 'Rob Reader' },
  cases: { c1: 'REF-1' },
  things: { 'pool:buyers': 'Buyers' },
};
const line = (entry: Partial<AnsweredAccess>) =>
  accessLinesOf(
    [{ id: 'x', at: 0, kind: 'signed-in', person: 'amy', address: '::ffff:10.0.0.1', what: {}, ...entry }],
    names,
    'UTC',
  )[0];

describe('the access log in words', () => {
  it.each<[Partial<AnsweredAccess>, string]>([
    [{}, 'Signed in'],
    [{ kind: 'sign-in-refused', what: { why: 'too-many' } }, 'Sign-in refused: too many attempts'],
    [{ kind: 'link-made', what: { about: 'rob' } }, 'Made a sign-in link for Rob Reader'],
    [
      {
        kind: 'permission-changed',
        what: { stream: 'person:rob', seq: 2, event: 'role-granted', about: 'rob' },
      },
      'Granted a role to Rob Reader',
    ],
    [
      { kind: 'directory-changed', what: { stream: 'pool:buyers', event: 'changed' } },
      'Changed the pool “Buyers”',
    ],
    [{ kind: 'permission-changed', what: { stream: 'token:abc', event: 'revoked' } }, 'Revoked a token'],
    [
      { kind: 'sensitive-seen', what: { case: 'c1', fields: ['bank_account', 'proof'] } },
      'Saw sensitive answers: bank account, proof',
    ],
    [
      { kind: 'exported', what: { format: 'csv', filter: { stream: 'c1' } } },
      'Exported the log as CSV, narrowed',
    ],
    [
      { kind: 'exported', what: { format: 'jsonl', filter: {} } },
      'Exported the log as JSON Lines, all of it',
    ],
  ])('says of %j: %s', (entry, what) => {
    expect(line(entry)?.what).toBe(what);
  });

  it('names who, from where, and on which case; nobody where nobody is known', () => {
    expect(line({ kind: 'downloaded', what: { case: 'c1' } })).toMatchObject({
      who: { name: 'Amy Admin', known: true },
      from: '10.0.0.1',
      on: { label: 'REF-1', to: '/cases/c1' },
    });
    expect(line({ kind: 'token-refused', person: null })).toMatchObject({
      who: { name: 'Nobody known', known: false },
      bad: true,
    });
    expect(line({ person: 'checkpoints', address: null })?.who).toEqual({ name: 'Signalbox', known: false });
  });

  it('has a word for every kind', () => {
    expect(Object.keys(accessKindWords).sort()).toEqual([...accessKinds].sort());
  });
});
