import { z } from 'zod';
import { createAddressLimits } from '../../identity/address-limits.ts';
import { createPasswordLink } from '../../identity/links.ts';
import { commandLine, type Operation, readArgs } from './operation.ts';

const argsSchema = z.strictObject({ id: z.string() });

/** Makes a link with which the person `{id}` sets a password, in place of any made before; answers `{id, link}`. */
export const linkPerson: Operation = async ({ services, config }, args) => {
  const { id } = readArgs(argsSchema, args);
  const deps = { ...services.deps, limits: createAddressLimits() };
  const secret = await createPasswordLink(deps, { personId: id, by: commandLine.id });
  return { id, link: `${config.origin}/welcome/${secret}` };
};
