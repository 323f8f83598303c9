import { z } from 'zod';
import { isScope, tokenScopes } from '../../../domain/access/scopes.ts';
import { createToken } from '../../use-cases/directory/tokens.ts';
import { commandLineCall, type Operation, readArgs } from './operation.ts';

const argsSchema = z.strictObject({
  personId: z.string(),
  name: z.string(),
  scopes: z.array(z.string().refine(isScope, `Name scopes of: ${tokenScopes.join(', ')}.`)),
  expiresAt: z.int().nullable(),
});

/** Makes an API token `{personId, name, scopes, expiresAt}`; answers `{id, secret}`, the secret this once. */
export const createApiToken: Operation = async ({ services }, args) => {
  const token = readArgs(argsSchema, args);
  const { id, secret } = await createToken(services.deps, commandLineCall({ ...token }), token);
  return { id, secret };
};
