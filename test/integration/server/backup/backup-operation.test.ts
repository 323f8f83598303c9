import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '../../../../server/config/config.ts';
import { carryOut } from '../../../../server/control/operations.ts';
import { openProduct, type Product } from '../../../../server/open-product.ts';
import { unreliableStore } from '../../../support/unreliable-store.ts';

const reads = { aggregates: 'all', log: 'all', records: 'all', blobs: 'all' } as const;

describe('the backup of a product that is open', () => {
  let directory: string;
  let product: Product;
  const backUp = (over: Product, file: string) =>
    carryOut(over, { operation: 'back-up', args: { file } }, () => undefined);
  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'signalbox-operation-'));
    const config = readConfig({ SIGNALBOX_DATA: join(directory, 'data'), LOG_LEVEL: 'silent' });
    product = await openProduct(config);
    for (const id of ['ada', 'bob'])
      await carryOut(
        product,
        { operation: 'create-person', args: { id, fields: { name: id, systemRoles: ['requester'] } } },
        () => undefined,
      );
  });
  afterAll(async () => {
    await product?.close();
    await rm(directory, { recursive: true, force: true });
  });

  it('stands under its name only when it is whole, whichever call of the store fails', async () => {
    const target = join(directory, 'backups');
    await mkdir(target);
    let calls = 0;
    const attempt = (failing: number, file: string) => {
      calls = 0;
      const fails = () => {
        calls += 1;
        return calls === failing;
      };
      return backUp({ ...product, store: unreliableStore(product.store, reads, fails) }, join(target, file));
    };
    await attempt(0, 'whole.jsonl');
    const most = calls;
    expect(most).toBeGreaterThan(15);
    for (let failing = 1; failing <= most; failing += 1)
      await expect(attempt(failing, 'broken.jsonl')).rejects.toThrow('the disk is gone');
    expect(await readdir(target)).toEqual(['whole.jsonl']);
    const last = (await readFile(join(target, 'whole.jsonl'), 'utf8')).trim().split('\n').at(-1) ?? '';
    expect(JSON.parse(last).end).toMatchObject({ aggregates: 2, position: 2 });
  });

  it('is refused without a whole path, or where nothing can be written', async () => {
    await expect(backUp(product, 'here.jsonl')).rejects.toMatchObject({ code: 'VALIDATION_FAILED' });
    await expect(backUp(product, join(directory, 'no/such/place.jsonl'))).rejects.toMatchObject({
      code: 'VALIDATION_FAILED',
    });
  });

  it('refuses operations nobody knows', async () => {
    for (const operation of ['dance', 'constructor', '__proto__'])
      await expect(carryOut(product, { operation, args: {} }, () => undefined)).rejects.toMatchObject({
        code: 'UNKNOWN_KEY',
      });
  });
});
