import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { accessPage } from '../../../server/use-cases/access-log/access-page.ts';
import { projectAccess } from '../../../server/use-cases/access-log/project-access.ts';
import { type AccessKind, recordAccess } from '../../../server/use-cases/access-log/record-access.ts';
import { grantRole } from '../../../server/use-cases/directory/roles.ts';
import { createToken } from '../../../server/use-cases/directory/tokens.ts';
import { createCursors } from '../../../server/use-cases/lists/cursor.ts';
import { caseDoc, stateOf } from '../../support/case-of.ts';
import { viewerOf } from '../../unit/domain/access/viewers.ts';
import { identityRig } from './identity-rig.ts';

let rig: Awaited<ReturnType<typeof identityRig>>;
beforeEach(async () => {
  rig = await identityRig();
});
afterEach(() => rig.close());

const auditor = viewerOf({ personId: 'audrey', systemRoles: ['auditor'] });
const page = (more: object = {}) =>
  accessPage(
    { store: rig.store, cursors: createCursors(Buffer.alloc(32)) },
    { viewer: auditor, limit: 3, ...more },
  );

async function fill(): Promise<void> {
  const kinds: AccessKind[] = ['downloaded', 'exported', 'sensitive-seen'];
  for (let i = 0; i < 9; i += 1) {
    rig.time.now += 1_000;
    const person = i % 2 === 0 ? 'ana' : 'ben';
    await recordAccess(rig.deps, { kind: kinds[i % 3] ?? 'exported', person, what: { i } });
  }
}

const numbers = (found: Awaited<ReturnType<typeof page>>) => found.items.map(({ what }) => what['i']);

describe('the access log', () => {
  it('is paged newest first, by person, by kind and by time', async () => {
    await fill();
    const start = rig.time.now - 8_000;
    const first = await page();
    const second = await page({ cursor: first.next });
    expect([...numbers(first), ...numbers(second)]).toEqual([8, 7, 6, 5, 4, 3]);
    expect(numbers(await page({ person: 'ana', limit: 9 }))).toEqual([8, 6, 4, 2, 0]);
    expect(numbers(await page({ kind: 'exported', limit: 9 }))).toEqual([7, 4, 1]);
    expect(numbers(await page({ person: 'ben', kind: 'exported' }))).toEqual([7, 1]);
    const between = await page({ from: start + 2_000, until: start + 5_000 });
    expect(numbers(between)).toEqual([4, 3, 2]);
    expect((await page({ from: start + 2_000, until: start + 5_000, cursor: between.next })).items).toEqual(
      [],
    );
    expect((await page({ from: start + 7_000, limit: 9 })).next).toBeNull();
  });

  it('is for auditors and administrators alone', async () => {
    await expect(page({ viewer: viewerOf({ systemRoles: ['agent', 'designer'] }) })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await expect(page({ viewer: viewerOf({ systemRoles: ['admin'] }) })).resolves.toBeDefined();
  });

  it('tells of every change of permissions and of the directory once, however often it is projected', async () => {
    const granted = await grantRole(rig.deps, rig.call(), {
      person: 'ana',
      role: 'designer',
      reason: 'designs',
    });
    const token = await createToken(rig.deps, rig.call(), {
      personId: 'ana',
      name: 'CI',
      scopes: ['admin'],
      expiresAt: null,
    });
    const account = await rig.create('account', 'acme', { name: 'Acme' });
    for (const doc of [granted.doc, token.doc, granted.doc, account.doc]) await projectAccess(rig.store, doc);
    await projectAccess(rig.store, caseDoc('c1', stateOf()));
    const found = await rig.accesses('kind:permission-changed');
    expect(found.map(({ what, person }) => [what['stream'], what['event'], person]).sort()).toEqual([
      ['person:ana', 'created', 'admin'],
      ['person:ana', 'role-granted', 'admin'],
      [token.doc._id, 'created', 'admin'],
    ]);
    expect(await rig.accesses('kind:directory-changed')).toMatchObject([
      { what: { stream: 'account:acme' } },
    ]);
    await projectAccess(rig.store, { ...granted.doc, logged: granted.doc.seq });
    expect(await rig.accesses('kind:permission-changed')).toHaveLength(3);
  });
});
