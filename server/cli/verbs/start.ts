import { readConfig } from '../../config/config.ts';
import { startServer } from '../../main.ts';
import { webApp } from '../../web-app.ts';
import { serve } from '../serve.ts';
import type { Verb } from '../verb.ts';

/** `signalbox start`: runs the product until it is told to stop. */
export const startVerb: Verb = {
  usage: `signalbox start

Runs the product on PORT (3000) over SIGNALBOX_DATA (./data), or over MONGODB_URL and REDIS_URL.
SIGTERM or SIGINT stops it in order.`,
  options: {},
  words: { least: 0, most: 0 },
  async run(call) {
    await serve(await startServer(readConfig(), { web: webApp }), call);
    return 0;
  },
};
