import { operate } from '../operate.ts';
import type { Verb } from '../verb.ts';

/** `signalbox rebuild`: projections from nothing. */
export const rebuildVerb: Verb = {
  usage: `signalbox rebuild [--json]

Throws away what is built from documents (inboxes and the like) and builds it anew; people may miss entries for a moment.`,
  options: {},
  words: { least: 0, most: 0 },
  async run(call) {
    const { documents } = (await operate(call, 'rebuild', {})) as { documents: number };
    if (call.json) call.io.out(`${JSON.stringify({ documents })}\n`);
    else call.io.out(`Built anew from ${documents} documents.\n`);
    return 0;
  },
};
