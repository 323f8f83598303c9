import { describe, expect, it } from 'vitest';
import { Fault } from '../../../domain/error/fault.ts';
import { nativeHasher } from '../../../server/connectors/native-hasher.ts';
import { verifySignature } from '../../../server/connectors/verify-signature.ts';
import { verifyBackup } from '../../../server/use-cases/backup/verify-backup.ts';
import { backupLines } from '../../support/backup-lines.ts';
import { describeWithMongo, startMongoCompatible } from '../../support/mongo-server.ts';
import { type FaultPlan, faultKinds } from './faulty-store.ts';
import { type DataPlace, embeddedPlace, mongoPlace } from './open-engines.ts';
import { settleIn, submission } from './stories.ts';
import { World } from './world.ts';

const slow = 300_000;

/** The lines of a backup; undefined when it was not written to its end. */
async function backUp(world: World): Promise<string[] | undefined> {
  const written = backupLines(world.product.store, world.clock.now()).catch((error: unknown) => {
    if (error instanceof Fault) return undefined;
    throw error;
  });
  return Promise.race([written, world.faulty.halted().then(() => undefined)]);
}

async function verified(lines: readonly string[] | undefined): Promise<number> {
  if (lines === undefined) throw new Error('nothing fails any more, and the backup is not whole');
  async function* each() {
    yield* lines ?? [];
  }
  const { end } = await verifyBackup(each(), { hasher: nativeHasher, verifySignature });
  return end.aggregates;
}

/** One backup in which a call goes wrong, and one after it; false when there are not so many calls. */
async function survives(world: World, plan: FaultPlan): Promise<boolean> {
  const where = `call ${plan.at} ${plan.kind}`;
  world.arm(plan);
  const lines = await backUp(world);
  const reached = world.faulty.calls.length >= plan.at;
  // A backup that ends in spite of a call that went wrong is a whole one.
  if (lines !== undefined) expect(await verified(lines), where).toBeGreaterThan(0);
  await world.crash();
  await world.open();
  expect(await verified(await backUp(world)), where).toBeGreaterThan(0);
  expect(await world.violations(), where).toEqual([]);
  return reached;
}

async function backUpAgainAndAgain(place: DataPlace): Promise<void> {
  const world = new World(place);
  try {
    await world.open();
    await settleIn(world.product);
    await world.send([submission('one'), submission('two')]);
    await world.rest();
    let calls = 0;
    for (let at = 1; at === calls + 1; at += 1)
      for (const kind of faultKinds) if (await survives(world, { at, kind })) calls = at;
    expect(calls).toBeGreaterThan(10);
  } finally {
    await world.close();
  }
}

describe('a backup whose calls of the store go wrong harms nobody, and the next one is whole', () => {
  it('on the embedded engine', { timeout: slow }, async () => {
    await backUpAgainAndAgain(await embeddedPlace());
  });

  describeWithMongo('and on a MongoDB-compatible server', () => {
    it('on the server', { timeout: slow, retry: 0 }, async () => {
      const server = await startMongoCompatible();
      if (server === undefined) throw new Error('the suite is skipped without a server');
      try {
        await backUpAgainAndAgain(mongoPlace(server.url));
      } finally {
        await server.stop();
      }
    });
  });
});
