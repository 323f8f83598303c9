import { z } from 'zod';
import type { Definition } from '../../../domain/definition/definition-schema.ts';
import { directoryRegistry } from '../../use-cases/definition/directory-registry.ts';
import { publish } from '../../use-cases/definition/publish.ts';
import { commandLineCall, type Operation, readArgs } from './operation.ts';

const argsSchema = z.strictObject({ slug: z.string(), reason: z.string() });

/** Makes the draft of a request type its live version `{slug, reason}`; answers `{version, changed, advice}`. */
export const publishDraft: Operation = async ({ services, store }, args) => {
  const { slug, reason } = readArgs(argsSchema, args);
  const deps = {
    ...services.deps,
    registry: (definition: Definition) => directoryRegistry(store, definition),
  };
  const { n, changed, advice } = await publish(deps, commandLineCall({ slug, reason }), slug, { reason });
  return { version: n, changed, advice: advice.map((problem) => ({ ...problem })) };
};
