import { z } from 'zod';
import { DomainError } from '../../../domain/error/domain-error.ts';
import { exportYaml } from '../../use-cases/definition/exchange.ts';
import { getType } from '../../use-cases/definition/read-types.ts';
import { type Operation, readArgs } from './operation.ts';

const argsSchema = z.strictObject({
  slug: z.string(),
  which: z.union([z.literal('live'), z.literal('draft'), z.int().min(1)]),
});

/** The YAML of a request type `{slug, which}`: its live version, its draft, or a version by number; answers `{yaml, version}`. */
export const exportDefinition: Operation = async ({ store }, args) => {
  const { slug, which } = readArgs(argsSchema, args);
  if (which === 'draft') return { yaml: await exportYaml(store, slug, which), version: null };
  const version = which === 'live' ? (await getType(store, slug)).live : which;
  if (version === null)
    throw new DomainError('NOT_FOUND', `“${slug}” has no live version. Name one with --version, or --draft.`);
  return { yaml: await exportYaml(store, slug, version), version };
};
