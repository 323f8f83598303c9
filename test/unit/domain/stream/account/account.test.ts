import { describe, expect, it } from 'vitest';
import { accountObject } from '../../../../../domain/stream/account/account-object.ts';
import { accountStream, viewOfAccount } from '../../../../../domain/stream/account/account-stream.ts';
import { decideCreate } from '../../../../../domain/stream/directory/decide-directory.ts';
import { foldDecisions } from '../../../../support/fold-decisions.ts';

const now = Date.UTC(2026, 0, 5);
const acme = (fields: object = {}) => {
  const stream = foldDecisions(accountStream, 'account:acme', now);
  stream.take(() =>
    decideCreate(accountObject, { id: 'acme', now, fields: { name: 'Acme', ...fields }, reason: '' }),
  );
  return stream;
};

describe('an account', () => {
  it('is found by each of its domains, by owner and by parent', () => {
    const stream = acme({ domains: ['acme.com', 'acme.fr'], ownerId: 'ana', parentId: 'group' });
    expect(stream.lists).toEqual([
      'account',
      'account-domain:acme.com',
      'account-domain:acme.fr',
      'account|active',
      'account-owner:ana',
      'account-parent:group',
    ]);
    expect(
      accountStream.indexOf({ ...stream.state, domains: ['WWW.Acme.com', 'intranet'] }, 'account:acme').lists,
    ).toContain('account-domain:intranet');
  });

  it('is shown to decisions with the time it was made and without anybody’s reasons', () => {
    const view = viewOfAccount('acme', 3, acme({ attributes: { seats: 4, tags: ['a'] } }).state);
    expect(view).toMatchObject({
      id: 'acme',
      rev: 3,
      active: true,
      createdAt: now,
      attributes: { seats: 4, tags: ['a'] },
    });
    expect(view).not.toHaveProperty('reason');
  });

  it.each([
    ['a domain with a path', { domains: ['acme.com/x'] }],
    ['itself as parent', { parentId: 'acme' }],
    ['an attribute of an odd name', { attributes: { 'a.b': 1 } }],
    ['an attribute that is an object', { attributes: { a: { b: 1 } } }],
  ])('refuses %s', (_what, fields) => {
    expect(() => acme(fields)).toThrow(expect.objectContaining({ code: 'VALIDATION_FAILED' }));
  });

  it('leaves the look-ups of the active when it is out of use', () => {
    const stream = acme();
    stream.take(() => ({ events: [{ kind: 'deactivated', data: {} }] }));
    expect(stream.lists).toEqual(['account']);
  });
});
