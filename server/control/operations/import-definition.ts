import { z } from 'zod';
import { importDefinition as takeIn } from '../../use-cases/definition/exchange.ts';
import { commandLineCall, type Operation, readArgs } from './operation.ts';

const argsSchema = z.strictObject({ document: z.json() });

/** Saves a document as the draft of the request type it names `{document}`, in place of what the draft held; answers `{slug, rev}`. */
export const importDefinition: Operation = async ({ services }, args) => {
  const { document } = readArgs(argsSchema, args);
  const { slug, rev } = await takeIn(services.deps, commandLineCall('import'), document);
  return { slug, rev };
};
