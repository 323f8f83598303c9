import { operate } from '../operate.ts';
import type { Verb } from '../verb.ts';

/** `signalbox key`: the key the log is signed with, to be handed to whoever checks exports. */
export const keyVerb: Verb = {
  usage: `signalbox key [--json]

Shows the public key that checkpoints and exports of the log are signed with, and its fingerprint. Give the fingerprint to
auditors by another way than the export itself: signalbox verify --key "<fingerprint>" compares it.`,
  options: {},
  words: { least: 0, most: 0 },
  async run(call) {
    const key = (await operate(call, 'show-key', {})) as { publicKey: string; fingerprint: string };
    if (call.json) call.io.out(`${JSON.stringify(key)}\n`);
    else call.io.out(`Fingerprint: ${key.fingerprint}\nPublic key:  ${key.publicKey}\n`);
    return 0;
  },
};
