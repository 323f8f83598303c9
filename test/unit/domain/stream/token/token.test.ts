import { describe, expect, it } from 'vitest';
import {
  decideCreateToken,
  decideRevokeToken,
  isTokenValid,
} from '../../../../../domain/stream/token/token-commands.ts';
import { tokenStream } from '../../../../../domain/stream/token/token-stream.ts';
import { foldDecisions } from '../../../../support/fold-decisions.ts';

const now = Date.UTC(2026, 0, 5);
const token = { personId: 'ana', name: 'Import', scopes: ['cases:read'], expiresAt: null as number | null };
const make = (more: object = {}) => decideCreateToken({ token: { ...token, ...more }, hash: 'ff', now });

describe('a token', () => {
  it('keeps the hash in the open and the name under a seal, until it is revoked', () => {
    const stream = foldDecisions(tokenStream, 'token:t1', now);
    stream.take(() => make({ expiresAt: now + 5 }));
    expect(stream.doc.tail[0]?.event.data).toEqual({
      personId: 'ana',
      scopes: ['cases:read'],
      expiresAt: now + 5,
      hash: 'ff',
    });
    expect(stream.state).toMatchObject({ name: 'Import', createdBy: 'admin', createdAt: now, active: true });
    expect(stream.lists).toEqual(['token', 'token-of:ana', 'token|active', 'token-hash:ff']);
    expect([isTokenValid(stream.state, now + 4), isTokenValid(stream.state, now + 5)]).toEqual([true, false]);
    stream.take((state) => decideRevokeToken(state, 'lost'), now + 1);
    expect(stream.state).toMatchObject({ active: false, revokedAt: now + 1, reason: 'lost' });
    expect(stream.lists).toEqual(['token', 'token-of:ana']);
    expect(isTokenValid(stream.state, now)).toBe(false);
    expect(decideRevokeToken(stream.state, '').events).toEqual([]);
    expect(stream.refolded()).toEqual(stream.state);
  });

  it('lasts for ever without an end, and outlives the erasure of its name', () => {
    const stream = foldDecisions(tokenStream, 'token:t1', now);
    stream.take(() => make());
    expect(isTokenValid(stream.state, now * 2)).toBe(true);
    const bare = {
      kind: 'created',
      at: now,
      seq: 1,
      actor: { kind: 'system', id: 'x' } as const,
      data: { personId: 'ana' },
      human: {},
    };
    expect(tokenStream.evolve(tokenStream.initial, bare)).toMatchObject({
      name: '',
      scopes: [],
      expiresAt: null,
    });
  });

  it.each([
    ['that is over', { expiresAt: now }],
    ['without a scope', { scopes: [] }],
    ['with a scope twice', { scopes: ['a', 'a'] }],
    ['without a name', { name: '' }],
    ['with more than is known', { admin: true }],
  ])('is refused %s', (_what, more) => {
    expect(() => make(more)).toThrow(expect.objectContaining({ code: 'VALIDATION_FAILED' }));
  });
});
