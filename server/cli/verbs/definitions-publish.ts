import type { PublishedDraft } from '../../control/operations/publish-draft.ts';
import { operate } from '../operate.ts';
import { UsageError, type Verb } from '../verb.ts';

/** `signalbox definitions publish`: the draft becomes the live version. */
export const definitionsPublish: Verb = {
  usage: `signalbox definitions publish <slug> --reason "<why>" [--base <n>] [--json]

Makes the draft of a request type its live version, for cases submitted from now on; running cases keep theirs.
  --base  the live version that was looked at, where the draft builds on another: after a roll back, or when somebody
          published meanwhile`,
  options: { reason: { type: 'string' }, base: { type: 'string' } },
  words: { least: 1, most: 1 },
  async run(call) {
    const [slug = ''] = call.words;
    const reason = call.text('reason');
    if (reason === undefined) throw new UsageError('Say why with --reason "…".');
    const args = { slug, reason, ...baseOf(call.text('base')) };
    const result = (await operate(call, 'publish-draft', args)) as Pick<PublishedDraft, keyof PublishedDraft>;
    if (call.json) {
      call.io.out(`${JSON.stringify({ slug, ...result })}\n`);
      return 0;
    }
    for (const { pointer, message, mend } of result.advice)
      call.io.err(`advice  ${pointer}: ${message} ${mend}\n`);
    call.io.out(
      result.changed
        ? `Version ${result.version} of “${slug}” is live.\n`
        : `The draft of “${slug}” says what version ${result.version} says: nothing was published.\n`,
    );
    return 0;
  },
};

function baseOf(given: string | undefined): { readonly base?: number } {
  if (given === undefined) return {};
  if (!/^[1-9]\d{0,8}$/.test(given)) throw new UsageError('The base is the number of a version, from 1 on.');
  return { base: Number(given) };
}
