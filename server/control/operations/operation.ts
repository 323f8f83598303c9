import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import { DomainError } from '../../../domain/error/domain-error.ts';
import { issueDetails } from '../../../domain/form/issue-details.ts';
import { issueWords } from '../../../domain/form/issue-words.ts';
import type { Json } from '../../../domain/hash/canonical-json.ts';
import { hashJson } from '../../../domain/hash/sha256.ts';
import type { Actor } from '../../../domain/stream/event.ts';
import type { Product } from '../../open-product.ts';
import type { CommandKey } from '../../use-cases/command/find-command.ts';

/** One thing the command line can have a product do; `say` tells how far it has come. */
export type Operation = (
  product: Product,
  args: { readonly [key: string]: Json },
  say: (line: string) => void,
) => Promise<Json>;

/** Who acts when the command line does: whoever may read the data directory. */
export const commandLine: Actor = { kind: 'system', id: 'command-line' };

/** The call of one command from the command line; every run is a command of its own. */
export function commandLineCall(body: Json): { readonly actor: Actor; readonly command: CommandKey } {
  return { actor: commandLine, command: { id: `cli:${randomUUID()}`, body: hashJson(body) } };
}

/** The arguments as an operation takes them. @throws DomainError VALIDATION_FAILED. */
export function readArgs<T>(schema: z.ZodType<T>, args: unknown): T {
  const read = schema.safeParse(args, { error: issueWords });
  if (read.success) return read.data;
  throw new DomainError('VALIDATION_FAILED', 'This cannot be done as it was asked for.', {
    details: issueDetails(read.error.issues),
  });
}
