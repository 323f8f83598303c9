import { readConfig } from '../../config/config.ts';
import { prepareDemo } from '../../demo/prepare-demo.ts';
import { startServer } from '../../main.ts';
import { webApp } from '../../web-app.ts';
import { serve } from '../serve.ts';
import type { Verb } from '../verb.ts';

/** `signalbox demo`: a working company, made once, and the product over it. */
export const demoVerb: Verb = {
  usage: `signalbox demo

Makes a working company in an empty store, with a month behind it, then runs the product over it as “start” does.
A second start finds the company again. What opens it, per persona, stands in demo-tokens.json in the data directory.`,
  options: {},
  words: { least: 0, most: 0 },
  async run(call) {
    const config = readConfig();
    const demo = await prepareDemo(config, {
      making: () => call.io.err('Making the demo company …\n'),
      failed: (what, error) =>
        call.io.err(`${what}: ${error instanceof Error ? error.message : String(error)}\n`),
    });
    if (demo.made)
      call.io.err(`Made ${demo.play?.cases ?? 0} cases. Tokens and passwords: ${demo.tokensFile}\n`);
    await serve(await startServer(config, { web: webApp }), call);
    return 0;
  },
};
