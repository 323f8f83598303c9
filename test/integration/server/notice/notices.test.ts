import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { decideComment } from '../../../../domain/stream/case/commands/talk.ts';
import { commandCase } from '../../../../server/use-cases/case/case-command.ts';
import { submitCase } from '../../../../server/use-cases/case/submit-case.ts';
import { type Product, startProduct } from '../../../support/product.ts';
import { actorOf, smallCompany } from '../../../support/small-company.ts';
import { smallType } from '../../../support/small-type.ts';

let product: Product;
let id: string;
beforeEach(async () => {
  product = await startProduct();
  await smallCompany(product);
  await product.publish(smallType);
  const call = {
    actor: await actorOf(product, 'ria'),
    commandId: randomUUID(),
    authorise: () => undefined,
  };
  const values = { item: 'Desk', amount: { amount: 500, currency: 'EUR' } };
  id = (await submitCase(product.services.deps, call, { slug: 'purchase', values, source: 'api' })).id;
  await product.drain();
});
afterEach(() => product.close());

async function mention(person: string): Promise<void> {
  product.clock.pass(60_000);
  const call = {
    actor: await actorOf(product, 'ria'),
    command: { id: randomUUID(), body: 'comment' },
    kind: 'comment',
    people: [person],
    authorise: () => undefined,
  };
  await commandCase(product.services.deps, id, call, (state, world) =>
    decideComment(state, { text: 'Please look.', visibility: 'public', mentions: [person] }, world),
  );
  await product.drain();
}

const toldOf = async (person: string): Promise<unknown[]> =>
  (await product.store.records.range('notice', `person:${person}`, null, 100)).map(({ data }) => data['why']);

it('tells a person each time they are mentioned', async () => {
  await mention('fay');
  expect(await toldOf('fay')).toEqual(['mentioned']);
  await mention('fay');
  expect(await toldOf('fay')).toEqual(['mentioned', 'mentioned']);
});

it('tells whoever a case was routed to, once', async () => {
  const owners = await Promise.all(['bo', 'bea', 'bill'].map(toldOf));
  expect(owners.flat()).toEqual(['assigned']);
});
