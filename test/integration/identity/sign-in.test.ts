import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createAddressLimits } from '../../../server/identity/address-limits.ts';
import { attemptsPerAccount } from '../../../server/identity/attempts.ts';
import { changePassword } from '../../../server/identity/change-password.ts';
import { absoluteMs, idleMs } from '../../../server/identity/sessions.ts';
import { signIn, signOut } from '../../../server/identity/sign-in.ts';
import { viewerOfSession } from '../../../server/identity/viewer-of.ts';
import { deactivatePerson } from '../../../server/use-cases/directory/deactivate-person.ts';
import { grantRole } from '../../../server/use-cases/directory/roles.ts';
import { address, identityRig, password } from './identity-rig.ts';

let rig: Awaited<ReturnType<typeof identityRig>>;
beforeEach(async () => {
  rig = await identityRig();
});
afterEach(() => rig.close());

const enter = (more: object = {}) =>
  signIn(rig.deps, { email: 'ana@example.com', password, address, ...more });
const hour = 3_600_000;

describe('signing in', () => {
  it('recognises the person, whatever the case of the address, and goes on record', async () => {
    const { secret } = await enter({ email: ' Ana@Example.com ' });
    const found = await viewerOfSession(rig.deps, secret);
    expect(found).toMatchObject({
      name: 'Ana',
      viewer: { personId: 'ana', kind: 'person', systemRoles: ['agent'], scopes: null },
    });
    expect(await rig.accesses('person:ana')).toMatchObject([{ kind: 'signed-in', person: 'ana', address }]);
  });

  it('keeps nothing by which somebody who reads the store could come in', async () => {
    const { secret } = await enter();
    const sessions = await rig.store.records.range('session', 'person:ana', null, 10);
    const credential = await rig.store.records.get('credential', 'password:ana');
    const kept = JSON.stringify([sessions, credential]);
    expect(sessions).toHaveLength(1);
    expect(kept).not.toContain(secret);
    expect(kept).not.toContain(password);
    expect(credential?.data['hash']).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });

  it('answers a wrong password and somebody unknown alike, and takes as long', async () => {
    const time = async (email: string): Promise<[unknown, number]> => {
      let error: unknown;
      const ms: number[] = [];
      for (let i = 0; i < 4; i += 1) {
        const start = performance.now();
        error = await enter({ email, password: 'not the password' }).catch((refused: unknown) => refused);
        ms.push(performance.now() - start);
      }
      return [error, Math.min(...ms)];
    };
    const [known, knownMs] = await time('ana@example.com');
    const [unknown, unknownMs] = await time('nobody@example.com');
    expect(known).toMatchObject({ code: 'NOT_SIGNED_IN' });
    expect(unknown).toEqual(known);
    expect(unknownMs).toBeGreaterThan(knownMs / 3);
    const refused = await rig.accesses('kind:sign-in-refused');
    expect(refused.map(({ person }) => person ?? '-').sort()).toEqual([
      ...Array(4).fill('-'),
      ...Array(4).fill('ana'),
    ]);
  });

  it.each(['', 'ana', '\u0000', 'a\nb@c', '💥'.repeat(300), 'an\u2028a@example.com'])(
    'refuses the address %j',
    async (email) => {
      await expect(enter({ email })).rejects.toMatchObject({ code: 'NOT_SIGNED_IN' });
    },
  );

  it('refuses service identities and people without a password', async () => {
    await rig.create('person', 'bot', { name: 'Bot', kind: 'service', email: 'bot@example.com' });
    await rig.create('person', 'ben', { name: 'Ben', email: 'ben@example.com' });
    for (const email of ['bot@example.com', 'ben@example.com'])
      await expect(enter({ email })).rejects.toMatchObject({ code: 'NOT_SIGNED_IN' });
  });

  it('refuses an account that was tried too often, known or not, even with the right password, until the time is over', async () => {
    for (const email of ['ana@example.com', 'nobody@example.com']) {
      const wrong = Array.from({ length: attemptsPerAccount }, () =>
        enter({ email, password: 'wrong' }).catch(() => undefined),
      );
      await Promise.all(wrong);
      await expect(enter({ email })).rejects.toMatchObject({
        code: 'RATE_LIMITED',
        data: { retryAfterS: 900 },
      });
    }
    rig.time.now += 15 * 60_000;
    await expect(enter()).resolves.toMatchObject({ personId: 'ana' });
    await expect(enter({ password: 'wrong' })).rejects.toMatchObject({ code: 'NOT_SIGNED_IN' });
  });

  it('refuses an address that tries too often, whichever account it tries, and says so once on record', async () => {
    const deps = { ...rig.deps, limits: createAddressLimits({ attemptsPerMinute: 2 }) };
    const attempt = (email: string) => signIn(deps, { email, password: 'wrong', address });
    for (const email of ['a@example.com', 'b@example.com'])
      await expect(attempt(email)).rejects.toMatchObject({ code: 'NOT_SIGNED_IN' });
    for (const email of ['c@example.com', 'd@example.com'])
      await expect(attempt(email)).rejects.toMatchObject({ code: 'RATE_LIMITED' });
    const tooMany = (await rig.accesses('kind:sign-in-refused')).filter(
      ({ what }) => what['why'] === 'too-many',
    );
    expect(tooMany).toHaveLength(1);
    await expect(
      signIn(deps, { email: 'ana@example.com', password, address: '192.0.2.8' }),
    ).resolves.toBeDefined();
  });
});

describe('a session', () => {
  const alive = async (secret: string) => (await viewerOfSession(rig.deps, secret)) !== undefined;

  it('ends after 12 hours without a request, and lives on while it is used', async () => {
    const { secret } = await enter();
    rig.time.now += idleMs - 1;
    expect(await alive(secret)).toBe(true);
    rig.time.now += idleMs - 1;
    expect(await alive(secret)).toBe(true);
    rig.time.now += idleMs;
    expect(await alive(secret)).toBe(false);
  });

  it('ends after 7 days, however much it is used', async () => {
    const { secret, endsAt } = await enter();
    expect(endsAt).toBe(rig.time.now + absoluteMs);
    for (let at = 0; at < 7 * 24 - 1; at += 1) {
      rig.time.now += hour;
      expect(await alive(secret)).toBe(true);
    }
    rig.time.now += hour;
    expect(await alive(secret)).toBe(false);
  });

  it('ends at signing out, and only that one', async () => {
    const [one, two] = [await enter(), await enter()];
    await signOut(rig.deps, one.secret, address);
    await signOut(rig.deps, one.secret, address);
    expect([await alive(one.secret), await alive(two.secret)]).toEqual([false, true]);
    expect(await rig.accesses('kind:signed-out')).toHaveLength(1);
  });

  it('ends at once when its person is deactivated', async () => {
    const { secret } = await enter();
    await deactivatePerson(rig.deps, rig.call(), { person: 'ana', reason: 'left' });
    expect(await alive(secret)).toBe(false);
    expect(await rig.store.records.range('session', 'person:ana', null, 10)).toEqual([]);
    await expect(enter()).rejects.toMatchObject({ code: 'NOT_SIGNED_IN' });
  });

  it('sees new teams and roles at the next request, and goes on under a new id when privileges changed', async () => {
    const { secret } = await enter();
    await rig.create('team', 'east', { title: 'East', members: ['ana'] });
    await rig.create('pool', 'desk', { title: 'Desk', members: [{ person: 'ana', weight: 1 }] });
    const before = await viewerOfSession(rig.deps, secret);
    expect(before?.viewer).toMatchObject({ teams: ['east'], pools: ['desk'] });
    expect(before?.renewed).toBeUndefined();
    await grantRole(rig.deps, rig.call(), { person: 'ana', role: 'designer', reason: 'designs' });
    const [first, second] = [
      await viewerOfSession(rig.deps, secret),
      await viewerOfSession(rig.deps, secret),
    ];
    expect(first?.viewer.systemRoles).toEqual(['agent', 'designer']);
    expect(first?.renewed?.secret).toMatch(/^[\w-]{43}$/);
    expect(second?.viewer.personId).toBe('ana');
    expect(second?.renewed).toBeUndefined();
    rig.time.now += 30_000;
    expect(await alive(secret)).toBe(false);
    const renewed = await viewerOfSession(rig.deps, first?.renewed?.secret ?? '');
    expect(renewed?.viewer.personId).toBe('ana');
    expect(renewed?.renewed).toBeUndefined();
    expect(first?.renewed?.endsAt).toBe(rig.time.now - 30_000 + absoluteMs);
  });

  it('is renewed by exactly one of many requests at once', async () => {
    const { secret } = await enter();
    await grantRole(rig.deps, rig.call(), { person: 'ana', role: 'designer', reason: 'designs' });
    const all = await Promise.all(Array.from({ length: 8 }, () => viewerOfSession(rig.deps, secret)));
    expect(all.map((each) => each?.viewer.personId)).toEqual(Array(8).fill('ana'));
    expect(all.filter((each) => each?.renewed !== undefined)).toHaveLength(1);
  });

  it.each(['', 'x', 'A'.repeat(43), '../../etc', '💥'])('is not found for %j', async (secret) => {
    expect(await alive(secret)).toBe(false);
  });
});

describe('changing one’s password', () => {
  it('ends every other session, and the old password opens nothing more', async () => {
    const old = await enter();
    const next = 'another good sentence';
    const session = await changePassword(rig.deps, { personId: 'ana', current: password, next, address });
    expect(await viewerOfSession(rig.deps, old.secret)).toBeUndefined();
    expect(await viewerOfSession(rig.deps, session.secret)).toBeDefined();
    await expect(enter()).rejects.toMatchObject({ code: 'NOT_SIGNED_IN' });
    await expect(enter({ password: next })).resolves.toBeDefined();
    expect((await rig.accesses('kind:password-set'))[0]).toMatchObject({
      person: 'ana',
      what: { by: 'person' },
    });
  });

  it('asks for the present one, and counts wrong ones as attempts', async () => {
    const change = (current: string, next: string) =>
      changePassword(rig.deps, { personId: 'ana', current, next, address });
    await expect(change('wrong', 'another good sentence')).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
    for (const bad of ['short', 'aaaaaaaaaaaaaa', 'ANA@example.com', 'x'.repeat(201)])
      await expect(change(password, bad), bad).rejects.toMatchObject({ code: 'VALIDATION_FAILED' });
    for (let i = 0; i < attemptsPerAccount; i += 1)
      await change('wrong', 'another good sentence').catch(() => undefined);
    await expect(change(password, 'another good sentence')).rejects.toMatchObject({ code: 'RATE_LIMITED' });
    await expect(
      changePassword(rig.deps, { personId: 'nobody', current: '', next: '', address }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(enter()).rejects.toMatchObject({ code: 'RATE_LIMITED' });
  });
});
