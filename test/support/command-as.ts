import { randomUUID } from 'node:crypto';
import { type CaseDecider, commandCase } from '../../server/use-cases/case/case-command.ts';
import type { Product } from './product.ts';
import { actorOf } from './small-company.ts';

/** Has somebody send a command on a case, allowed whatever its decide function allows. */
export async function commandAs(
  product: Product,
  who: string,
  { id, kind }: { readonly id: string; readonly kind: string },
  decide: CaseDecider,
) {
  const call = {
    actor: await actorOf(product, who),
    command: { id: randomUUID(), body: kind },
    kind,
    authorise: () => undefined,
  };
  return commandCase(product.services.deps, id, call, decide);
}
