import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { CaseState } from '../../../../domain/stream/case/case-state.ts';
import { submitCase } from '../../../../server/use-cases/case/submit-case.ts';
import { comeBack, goAway } from '../../../../server/use-cases/directory/absence.ts';
import { lookForWaiting } from '../../../../server/use-cases/route/look-for-waiting.ts';
import { type Product, startProduct } from '../../../support/product.ts';
import { actorOf, smallCompany } from '../../../support/small-company.ts';
import { smallType } from '../../../support/small-type.ts';

let product: Product;
beforeEach(async () => {
  product = await startProduct();
  await smallCompany(product);
  await product.publish(smallType);
  for (const person of ['bo', 'bea', 'bill'])
    await goAway(product.services.deps, call(), { person, until: null });
  await product.drain();
});
afterEach(() => product.close());

const call = () => ({
  actor: { kind: 'system', id: 'test' } as const,
  command: { id: randomUUID(), body: 'test' },
});

/** A request that waits, since nobody of the pool is there; nobody handles their own. */
const waits = async (who: string): Promise<string> => {
  const { id } = await submitCase(
    product.services.deps,
    { actor: await actorOf(product, who), authorise: () => undefined },
    { slug: 'purchase', values: { item: 'Desk', amount: { amount: 5, currency: 'EUR' } }, source: 'api' },
  );
  product.clock.pass(1);
  return id;
};
const stateOf = async (id: string) => {
  const doc = await product.store.aggregates.load<CaseState>(id);
  return [doc?.state.placement, doc?.state.owner];
};
const look = () => lookForWaiting(product.services.deps, 'buyers');

it('reads as much of a long queue as of a short one, and passes nobody over for ever', async () => {
  const own: string[] = [];
  for (let n = 0; n < 130; n += 1) own.push(await waits('bo'));
  const another = await waits('ria');
  await product.drain();
  expect(await stateOf(own[0] ?? '')).toEqual(['waiting', null]);
  await comeBack(product.services.deps, call(), { person: 'bo' });
  await product.drain();
  product.store.visits.reset();
  expect(await look()).toBe(0);
  expect(product.store.visits.keys).toBeLessThanOrEqual(110);
  expect(await look()).toBe(1);
  await product.drain();
  expect(await stateOf(another)).toEqual(['assigned', 'bo']);
  expect(product.faults).toEqual([]);
});

it('gives the oldest that can be placed the first try', async () => {
  await waits('bo');
  const [first, second] = [await waits('ria'), await waits('lea')];
  await product.drain();
  await comeBack(product.services.deps, call(), { person: 'bo' });
  await product.drain();
  expect(await look()).toBe(1);
  await product.drain();
  expect([await stateOf(first), await stateOf(second)]).toEqual([
    ['assigned', 'bo'],
    ['waiting', null],
  ]);
});
