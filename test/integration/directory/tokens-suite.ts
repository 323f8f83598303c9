import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { deactivatePerson } from '../../../server/use-cases/directory/deactivate-person.ts';
import { historyOf } from '../../../server/use-cases/directory/read-object.ts';
import { createToken, findToken, revokeToken } from '../../../server/use-cases/directory/tokens.ts';
import type { DirectoryRig } from '../../support/directory-rig.ts';

/** What has to hold of tokens on every store. */
export function tokensSuite(open: () => Promise<DirectoryRig>): void {
  describe('tokens', () => {
    let rig: DirectoryRig;
    beforeEach(async () => {
      rig = await open();
      await rig.create('person', 'ana', { name: 'Ana' });
    });
    afterEach(() => rig.close());

    const wanted = (more: object = {}) => ({
      personId: 'ana',
      name: 'Nightly import',
      scopes: ['cases:read'],
      expiresAt: null,
      ...more,
    });

    it('gives the secret once and keeps only its hash', async () => {
      const { deps, store, call, time } = rig;
      const once = call();
      const made = await createToken(deps, once, wanted());
      const secret = made.secret ?? '';
      expect(secret).toMatch(/^sbx_[A-Za-z0-9_-]{43}$/);
      expect(await createToken(deps, once, wanted())).toMatchObject({ id: made.id, secret: null });
      const found = await findToken(store, secret, time.now);
      expect(found?.state).toMatchObject({
        personId: 'ana',
        scopes: ['cases:read'],
        createdBy: 'admin',
        name: 'Nightly import',
      });
      const kept = JSON.stringify([await historyOf(store, `token:${made.id}`, 0, 10), found]);
      expect(kept).not.toContain(secret);
      expect(kept).not.toContain(secret.slice(4));
    });

    it('finds nothing for a secret that is wrong, expired, revoked, or of somebody who left', async () => {
      const { deps, store, call, time } = rig;
      const late = await createToken(deps, call(), wanted({ expiresAt: time.now + 1_000 }));
      const stopped = await createToken(deps, call(), wanted());
      const orphan = await createToken(deps, call(), wanted());
      const find = (secret: string | null) => findToken(store, secret ?? '', time.now);
      expect((await find(late.secret))?._id).toBe(`token:${late.id}`);
      time.now += 1_000;
      expect(await find(late.secret)).toBeUndefined();
      await revokeToken(deps, call(), { id: stopped.id });
      expect(await find(stopped.secret)).toBeUndefined();
      expect((await find(orphan.secret))?._id).toBe(`token:${orphan.id}`);
      await deactivatePerson(deps, call(), { person: 'ana', reason: 'left' });
      expect(await find(orphan.secret)).toBeUndefined();
      expect(await find(`sbx_${'A'.repeat(43)}`)).toBeUndefined();
      expect(await find('sbx_short')).toBeUndefined();
      expect(await find(`${orphan.secret}x`)).toBeUndefined();
    });

    it('refuses a token for nobody, without a scope, or that is over already', async () => {
      const { deps, call, time } = rig;
      for (const more of [
        { personId: 'ghost' },
        { scopes: [] },
        { expiresAt: time.now },
        { scopes: ['DROP TABLE'] },
      ]) {
        await expect(createToken(deps, call(), wanted(more))).rejects.toMatchObject({
          code: 'VALIDATION_FAILED',
        });
      }
    });
  });
}
