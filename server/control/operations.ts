import { DomainError } from '../../domain/error/domain-error.ts';
import type { Json } from '../../domain/hash/canonical-json.ts';
import type { Product } from '../open-product.ts';
import type { ControlRequest } from './messages.ts';
import { backUp } from './operations/back-up.ts';
import { checkDefinitions } from './operations/check-definitions.ts';
import { createPerson } from './operations/create-person.ts';
import { createApiToken } from './operations/create-token.ts';
import { exportDefinition } from './operations/export-definition.ts';
import { importDefinition } from './operations/import-definition.ts';
import { linkPerson } from './operations/link-person.ts';
import type { Operation } from './operations/operation.ts';
import { publishDraft } from './operations/publish-draft.ts';
import { rebuild } from './operations/rebuild.ts';
import { release } from './operations/release.ts';
import { showKey } from './operations/show-key.ts';

/** Everything the command line can have a product do, running or not. */
const operations = {
  'back-up': backUp,
  'check-definitions': checkDefinitions,
  'create-person': createPerson,
  'create-token': createApiToken,
  'export-definition': exportDefinition,
  'import-definition': importDefinition,
  'link-person': linkPerson,
  'publish-draft': publishDraft,
  rebuild,
  release,
  'show-key': showKey,
} satisfies Readonly<Record<string, Operation>>;

/** The name of an operation. */
export type OperationName = keyof typeof operations;

/** Carries out one operation. @throws DomainError UNKNOWN_KEY for one that does not exist, and what it refuses. */
export async function carryOut(
  product: Product,
  { operation, args }: ControlRequest,
  say: (line: string) => void,
): Promise<Json> {
  const found = Object.hasOwn(operations, operation) ? operations[operation as OperationName] : undefined;
  if (found === undefined)
    throw new DomainError(
      'UNKNOWN_KEY',
      `The running product does not know “${operation}”: it is of another version.`,
    );
  return found(product, args, say);
}
