import { afterAll, beforeAll, expect, it } from 'vitest';
import { carryOut } from '../../../server/control/operations.ts';
import { readLink } from '../../../server/identity/links.ts';
import { type SmallWeb, startSmallWeb } from '../../support/small-web.ts';

let small: SmallWeb;
beforeAll(async () => {
  small = await startSmallWeb();
});
afterAll(() => small.close());

it('makes a new link for somebody whose link was used or ran out, in place of the one before', async () => {
  const { product } = small.web;
  const link = async (id: string): Promise<string> => {
    const made = await carryOut(product, { operation: 'link-person', args: { id } }, () => undefined);
    return (made as { readonly link: string }).link;
  };
  const secretOf = (address: string): string => address.split('/welcome/')[1] ?? '';
  const first = await link('ria');
  const second = await link('ria');
  expect(second).toMatch(/^http:\/\/localhost\/welcome\/.{20,}$/);
  expect(await readLink(product.services.deps, secretOf(first))).toBeUndefined();
  expect(await readLink(product.services.deps, secretOf(second))).toMatchObject({ personId: 'ria' });
  await expect(link('nobody')).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await expect(link('bot')).rejects.toMatchObject({ code: 'VALIDATION_FAILED' });
});
