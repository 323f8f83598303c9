import { tokenLifeMs } from '../../../domain/stream/token/token-commands.ts';
import { operate } from '../operate.ts';
import { parseDuration } from '../parse-duration.ts';
import { UsageError, type Verb } from '../verb.ts';

/** `signalbox token create`: an API token, its secret shown this once. */
export const tokenCreate: Verb = {
  usage: `signalbox token create --person <id> --name "<what for>" --scope <scope,…> [--expires <30d|12h|never>] [--json]

Makes an API token with which programs act as a person or service identity. Its secret is shown this once.
  --scope    cases:read, cases:write, definitions:read, definitions:write, directory:read, directory:write,
             connections:read, connections:write, log:read, metrics:read, admin
  --expires  how long it is good for; 90d unless told otherwise`,
  options: {
    person: { type: 'string' },
    name: { type: 'string' },
    scope: { type: 'string', multiple: true },
    expires: { type: 'string' },
  },
  words: { least: 0, most: 0 },
  async run(call) {
    const personId = call.text('person');
    if (personId === undefined) throw new UsageError('Say whose token it is with --person.');
    const scopes = call.list('scope');
    if (scopes.length === 0) throw new UsageError('Say what it is for with --scope.');
    const args = {
      personId,
      name: call.text('name') ?? 'made on the command line',
      scopes,
      expiresAt: expiryOf(call.text('expires')),
    };
    const { id, secret } = (await operate(call, 'create-token', args)) as { id: string; secret: string };
    if (call.json) call.io.out(`${JSON.stringify({ id, secret, expiresAt: args.expiresAt })}\n`);
    else {
      call.io.err(`Token ${id} of ${personId}. Keep its secret now: it is not shown again.\n`);
      call.io.out(`${secret}\n`);
    }
    return 0;
  },
};

function expiryOf(text: string | undefined): number | null {
  if (text === undefined) return Date.now() + tokenLifeMs;
  if (text === 'never') return null;
  const ms = parseDuration(text);
  if (ms === undefined) throw new UsageError('--expires takes a time such as 30d or 12h, or never.');
  return Date.now() + ms;
}
