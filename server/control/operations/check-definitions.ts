import { z } from 'zod';
import { checkDocument } from '../../use-cases/definition/check-draft.ts';
import { directoryRegistry } from '../../use-cases/definition/directory-registry.ts';
import { type Operation, readArgs } from './operation.ts';

const argsSchema = z.strictObject({ documents: z.array(z.json()).max(1_000) });

/** Everything wrong with documents `{documents}`, within themselves and within the organisation; answers `{problems}`, a list for each. */
export const checkDefinitions: Operation = async ({ store }, args) => {
  const { documents } = readArgs(argsSchema, args);
  const deps = {
    registry: (definition: Parameters<typeof directoryRegistry>[1]) => directoryRegistry(store, definition),
  };
  const checked = await Promise.all(documents.map((document) => checkDocument(deps, document)));
  return { problems: checked.map(({ problems }) => problems.map((problem) => ({ ...problem }))) };
};
