import { operate } from '../operate.ts';
import type { Verb } from '../verb.ts';

/** `signalbox release`: what a restore holds goes out. */
export const releaseVerb: Verb = {
  usage: `signalbox release [--json]

Lets messages and calls to the outside go that are held since a restore. Look first at what waits: some of it may have
gone out before the backup was restored, and the other side is asked to drop repeats by their keys.`,
  options: {},
  words: { least: 0, most: 0 },
  async run(call) {
    const { released } = (await operate(call, 'release', {})) as { released: number };
    if (call.json) call.io.out(`${JSON.stringify({ released })}\n`);
    else call.io.out(`Nothing is held any more; ${released} held effects go out now.\n`);
    return 0;
  },
};
