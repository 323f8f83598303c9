import { z } from 'zod';
import { roleNameSchema } from '../../workflow/role-ref-schema.ts';
import { type Decision, nothingDecided } from '../decision.ts';
import type { DirectoryObject } from '../directory/directory-object.ts';
import { lineSchema } from '../directory/field-schemas.ts';
import { type InstallationState, installationStream } from './installation-stream.ts';

const rolesSchema = z
  .array(z.strictObject({ id: roleNameSchema, title: lineSchema(200) }))
  .max(500, 'An organisation has 500 roles at most.')
  .refine((roles) => new Set(roles.map(({ id }) => id)).size === roles.length, 'Name each role once.');

const fields = z.strictObject({
  name: lineSchema(200),
  origin: z
    .url({ protocol: /^https?$/, error: 'Give an address such as https://desk.example.com.' })
    .nullable(),
  businessRoles: rolesSchema,
  publicKey: z.string().max(1_000).nullable(),
});

/** The installation. */
export const installationObject: DirectoryObject<InstallationState> = {
  kind: 'installation',
  stream: installationStream,
  create: fields.partial().required({ name: true }),
  patch: fields.partial(),
  references: () => [],
};

/** Opens the next generation after a restore; `from` is the position of the log the backup was taken at. */
export function decideRestored(state: InstallationState, from: number): Decision {
  return { events: [{ kind: 'restored', data: { from, generation: state.generation + 1 } }] };
}

/** Declares, before anything else is made, that everything here will be invented; `seed` is what it follows from. */
export function decideDemoBegun(state: InstallationState, seed: string): Decision {
  return state.demo ? nothingDecided : { events: [{ kind: 'demo-begun', data: { demo: true, seed } }] };
}

/** Declares that the demo is complete. */
export function decideDemoFinished(state: InstallationState): Decision {
  if (!state.demo || state.demoMadeAt !== null) return nothingDecided;
  return { events: [{ kind: 'demo-finished', data: { demo: true } }] };
}
