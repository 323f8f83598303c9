import { z } from 'zod';
import { personObject } from '../../../domain/stream/person/person-object.ts';
import { createAddressLimits } from '../../identity/address-limits.ts';
import { createPasswordLink } from '../../identity/links.ts';
import { createObject } from '../../use-cases/directory/write-object.ts';
import { commandLine, commandLineCall, type Operation, readArgs } from './operation.ts';

const argsSchema = z.strictObject({ id: z.string(), fields: z.record(z.string(), z.json()) });

/** Makes a person or service identity `{id, fields}`; answers `{id, rev, link}`, with a link to set a password where there is an address to sign in with. */
export const createPerson: Operation = async ({ services, config }, args) => {
  const { id, fields } = readArgs(argsSchema, args);
  const { doc } = await createObject(services.deps, personObject, commandLineCall({ id, fields }), {
    id,
    fields,
  });
  if (doc.state.kind !== 'person' || doc.state.email === null) return { id, rev: doc.rev, link: null };
  const deps = { ...services.deps, limits: createAddressLimits() };
  const secret = await createPasswordLink(deps, { personId: id, by: commandLine.id });
  return { id, rev: doc.rev, link: `${config.origin}/welcome/${secret}` };
};
