import { operate } from '../operate.ts';
import type { Verb } from '../verb.ts';

/** `signalbox person link`: a new link with which somebody sets their password. */
export const personLink: Verb = {
  usage: `signalbox person link <id> [--json]

Makes a link, good once and for 24 h, with which a person sets their password; links made before open nothing any more.`,
  options: {},
  words: { least: 1, most: 1 },
  async run(call) {
    const [id = ''] = call.words;
    const made = (await operate(call, 'link-person', { id })) as { id: string; link: string };
    if (call.json) call.io.out(`${JSON.stringify(made)}\n`);
    else call.io.out(`To set a password, once and within 24 h: ${made.link}\n`);
    return 0;
  },
};
