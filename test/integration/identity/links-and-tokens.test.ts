import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createAddressLimits } from '../../../server/identity/address-limits.ts';
import { createFirstRunLink, createPasswordLink, linkMs, readLink } from '../../../server/identity/links.ts';
import { redeemLink } from '../../../server/identity/redeem-link.ts';
import { signIn } from '../../../server/identity/sign-in.ts';
import { viewerOfSession, viewerOfToken } from '../../../server/identity/viewer-of.ts';
import { deactivatePerson } from '../../../server/use-cases/directory/deactivate-person.ts';
import { createToken, revokeToken } from '../../../server/use-cases/directory/tokens.ts';
import { address, identityRig, password } from './identity-rig.ts';

let rig: Awaited<ReturnType<typeof identityRig>>;
beforeEach(async () => {
  rig = await identityRig();
});
afterEach(() => rig.close());

const gone = expect.objectContaining({ code: 'NOT_FOUND' });
const adminOf = (secret: string, more: object = {}) =>
  redeemLink(rig.deps, { secret, name: 'Ada', email: 'Ada.L@example.com', password, address, ...more });

describe('the first administrator', () => {
  it('comes in once by a link that is shown while there is none', async () => {
    const secret = (await createFirstRunLink(rig.deps)) ?? '';
    expect(await readLink(rig.deps, secret)).toEqual({ purpose: 'first-admin', personId: null, email: null });
    const session = await adminOf(secret);
    const found = await viewerOfSession(rig.deps, session.secret);
    expect(found).toMatchObject({
      name: 'Ada',
      viewer: { personId: 'ada.l', systemRoles: ['requester', 'designer', 'admin'] },
    });
    await expect(adminOf(secret, { email: 'eve@example.com' })).rejects.toEqual(gone);
    expect(await createFirstRunLink(rig.deps)).toBeNull();
    await expect(signIn(rig.deps, { email: 'ada.l@example.com', password, address })).resolves.toBeDefined();
  });

  it('comes in by one of many at once', async () => {
    const secret = (await createFirstRunLink(rig.deps)) ?? '';
    const tries = ['a@x.org', 'b@x.org', 'c@x.org'].map((email) => adminOf(secret, { email }));
    const done = await Promise.allSettled(tries);
    expect(done.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await rig.store.aggregates.range('role:admin', null, 10)).toHaveLength(1);
  });

  it('does not come in by an older link, after 24 hours, or once there is an administrator', async () => {
    const older = (await createFirstRunLink(rig.deps)) ?? '';
    const secret = (await createFirstRunLink(rig.deps)) ?? '';
    await expect(adminOf(older)).rejects.toEqual(gone);
    rig.time.now += linkMs;
    await expect(adminOf(secret)).rejects.toEqual(gone);
    const third = (await createFirstRunLink(rig.deps)) ?? '';
    await rig.create('person', 'root', { name: 'Root', systemRoles: ['admin'] });
    expect(await readLink(rig.deps, third)).toBeUndefined();
    await expect(adminOf(third)).rejects.toEqual(gone);
  });

  it('may try again after values that need another look', async () => {
    const secret = (await createFirstRunLink(rig.deps)) ?? '';
    await expect(adminOf(secret, { password: 'short' })).rejects.toMatchObject({ code: 'VALIDATION_FAILED' });
    await expect(adminOf(secret, { email: 'no address' })).rejects.toMatchObject({
      code: 'VALIDATION_FAILED',
    });
    await expect(adminOf(secret, { email: 'ana@elsewhere.org' })).rejects.toMatchObject({ code: 'CONFLICT' });
    await expect(signIn(rig.deps, { email: 'ana@example.com', password, address })).resolves.toBeDefined();
    await expect(adminOf(secret)).resolves.toMatchObject({ personId: 'ada.l' });
  });
});

describe('a link for a password', () => {
  const link = (personId = 'ana') => createPasswordLink(rig.deps, { personId, by: 'root' });
  const next = 'another good sentence';

  it('sets it once, ends what was open, and goes on record', async () => {
    const old = await signIn(rig.deps, { email: 'ana@example.com', password, address });
    const secret = await link();
    expect(await readLink(rig.deps, secret)).toEqual({
      purpose: 'password',
      personId: 'ana',
      email: 'ana@example.com',
    });
    const session = await redeemLink(rig.deps, { secret, password: next, address });
    expect((await viewerOfSession(rig.deps, session.secret))?.viewer.personId).toBe('ana');
    expect(await viewerOfSession(rig.deps, old.secret)).toBeUndefined();
    await expect(redeemLink(rig.deps, { secret, password, address })).rejects.toEqual(gone);
    await expect(signIn(rig.deps, { email: 'ana@example.com', password, address })).rejects.toBeDefined();
    const kinds = (await rig.accesses()).map(({ kind }) => kind);
    expect(kinds).toEqual(expect.arrayContaining(['link-made', 'password-set', 'signed-in']));
  });

  it('opens nothing for somebody who has left meanwhile, and is not made for programs or strangers', async () => {
    const secret = await link();
    await deactivatePerson(rig.deps, rig.call(), { person: 'ana', reason: 'left' });
    await expect(redeemLink(rig.deps, { secret, password: next, address })).rejects.toEqual(gone);
    await expect(link()).rejects.toEqual(gone);
    await expect(link('nobody')).rejects.toEqual(gone);
    await rig.create('person', 'bot', { name: 'Bot', kind: 'service' });
    await expect(link('bot')).rejects.toMatchObject({ code: 'VALIDATION_FAILED' });
  });

  it.each(['', 'A'.repeat(43), '💥'])('is not found for %j', async (secret) => {
    expect(await readLink(rig.deps, secret)).toBeUndefined();
    await expect(redeemLink(rig.deps, { secret, password, address })).rejects.toEqual(gone);
  });
});

describe('a token', () => {
  const make = (more: object = {}) =>
    createToken(rig.deps, rig.call(), {
      personId: 'ana',
      name: 'CI',
      scopes: ['cases:read'],
      expiresAt: null,
      ...more,
    });

  it('is not made with a scope that does not exist', async () => {
    await expect(make({ scopes: ['cases:read', 'made-up'] })).rejects.toMatchObject({
      code: 'VALIDATION_FAILED',
      details: [{ pointer: '/scopes/1' }],
    });
  });

  it('acts as its person, narrowed to its scopes', async () => {
    const { secret, id } = await make();
    const found = await viewerOfToken(rig.deps, secret ?? '', address);
    expect(found).toMatchObject({
      tokenId: id,
      viewer: { personId: 'ana', systemRoles: ['agent'], scopes: ['cases:read'] },
    });
  });

  it('belongs to service identities too', async () => {
    await rig.create('person', 'bot', { name: 'Bot', kind: 'service', systemRoles: ['agent'] });
    const { secret } = await make({ personId: 'bot' });
    expect((await viewerOfToken(rig.deps, secret ?? '', address))?.viewer).toMatchObject({
      personId: 'bot',
      kind: 'service',
    });
  });

  it('opens nothing once revoked, expired or its person is gone; each failure goes on record, and too many are refused', async () => {
    const [revoked, expired, left] = [
      await make(),
      await make({ expiresAt: rig.time.now + 1_000 }),
      await make(),
    ];
    await revokeToken(rig.deps, rig.call(), { id: revoked.id });
    rig.time.now += 1_000;
    await deactivatePerson(rig.deps, rig.call(), { person: 'ana', reason: 'left' });
    const deps = { ...rig.deps, limits: createAddressLimits({ badTokensPerMinute: 4 }) };
    for (const secret of [revoked.secret, expired.secret, left.secret, 'sbx_nonsense'])
      expect(await viewerOfToken(deps, secret ?? '', address)).toBeUndefined();
    expect(await rig.accesses('kind:token-refused')).toHaveLength(4);
    await expect(viewerOfToken(deps, 'sbx_more', address)).rejects.toMatchObject({ code: 'RATE_LIMITED' });
    expect(await rig.accesses('kind:token-refused')).toHaveLength(4);
  });
});
