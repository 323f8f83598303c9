import { z } from 'zod';
import type { Definition } from '../../../domain/definition/definition-schema.ts';
import type { Problem } from '../../../domain/error/problem.ts';
import { directoryRegistry } from '../../use-cases/definition/directory-registry.ts';
import { publish } from '../../use-cases/definition/publish.ts';
import { commandLineCall, type Operation, readArgs } from './operation.ts';

const argsSchema = z.strictObject({
  slug: z.string(),
  reason: z.string(),
  base: z.int().min(1).exactOptional(),
});

/** What a publication came to. */
export interface PublishedDraft {
  readonly version: number;
  readonly changed: boolean;
  readonly advice: readonly Pick<Problem, keyof Problem>[];
}

/** Makes the draft of a request type its live version `{slug, reason, base?}`; answers `{version, changed, advice}`. */
export const publishDraft: Operation = async ({ services, store }, args) => {
  const request = readArgs(argsSchema, args);
  const deps = {
    ...services.deps,
    registry: (definition: Definition) => directoryRegistry(store, definition),
  };
  const { slug, ...asked } = request;
  const { n, changed, advice } = await publish(deps, commandLineCall(request), slug, asked);
  const published: PublishedDraft = { version: n, changed, advice };
  return { ...published, advice: advice.map((problem) => ({ ...problem })) };
};
