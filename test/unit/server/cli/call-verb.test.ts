import { expect, it } from 'vitest';
import { callVerb } from '../../../../server/cli/call-verb.ts';
import type { Verb } from '../../../../server/cli/verb.ts';
import { readConfig } from '../../../../server/config/config.ts';

const starting: Verb = {
  usage: 'signalbox begin',
  options: {},
  words: { least: 0, most: 0 },
  run: async () => {
    readConfig({ SIGNALBOX_SECRET: 's'.repeat(32), PORT: 'x', LOG_LEVEL: 'loud' });
    return 0;
  },
};

it('says each problem of the configuration once', async () => {
  const said: string[] = [];
  const io = { stdin: process.stdin, out: () => undefined, err: (text: string) => void said.push(text) };
  expect(await callVerb(starting, [], io)).toBe(1);
  expect(said.join('')).toBe(
    'The configuration has problems.\n  PORT is not a port number.\n' +
      '  LOG_LEVEL is none of fatal, error, warn, info, debug, trace, silent.\n',
  );
});
