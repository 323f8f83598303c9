import { z } from 'zod';
import type { ConnectionLimits } from './plugin.ts';

/** The part of a configuration that says how fast (calls a second, up to 1000) and how wide (calls at once, up to 100) it may be used. */
export function limitsSchema(defaults: ConnectionLimits) {
  return z
    .strictObject({
      perSecond: z.number().min(0.01).max(1000).default(defaults.perSecond),
      concurrency: z.int().min(1).max(100).default(defaults.concurrency),
    })
    .prefault({});
}
