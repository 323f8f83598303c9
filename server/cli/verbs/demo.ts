import { mkdir } from 'node:fs/promises';
import { type Config, readConfig } from '../../config/config.ts';
import { type SeededDemo, seedDemo } from '../../demo/seed-demo.ts';
import { startServer } from '../../main.ts';
import { openEngine } from '../../open-engine.ts';
import { requireWholeStore } from '../../use-cases/backup/restore-marker.ts';
import { webApp } from '../../web-app.ts';
import { serve } from '../serve.ts';
import type { Verb, VerbCall } from '../verb.ts';

/** `signalbox demo`: a working company, made once, and the product over it. */
export const demoVerb: Verb = {
  usage: `signalbox demo

Makes a working company in an empty store, with a month behind it, then runs the product over it as “start” does.
A second start finds the company again. What opens it, per persona, stands in demo-tokens.json in the data directory.`,
  options: {},
  words: { least: 0, most: 0 },
  async run(call) {
    const config = readConfig();
    const demo = await seed(config, call);
    if (demo.made)
      call.io.err(`Made ${demo.play?.cases ?? 0} cases. Tokens and passwords: ${demo.tokensFile}\n`);
    await serve(await startServer(config, { web: webApp }), call);
    return 0;
  },
};

/** Made before the product opens: its month is played on a clock of its own. */
async function seed(config: Config, { io }: VerbCall): Promise<SeededDemo> {
  const engine = await openEngine(config, {
    failed: (what, error) => io.err(`${what}: ${error instanceof Error ? error.message : String(error)}\n`),
  });
  try {
    await requireWholeStore(engine.store);
    if ((await engine.store.log.end()) === 0) io.err('Making the demo company …\n');
    await mkdir(config.dataDir, { recursive: true, mode: 0o700 });
    return await seedDemo({ store: engine.store, directory: config.dataDir, now: engine.clock.now() });
  } finally {
    await engine.bell.close(0);
    await engine.close();
  }
}
