import type { Json } from '../../../domain/hash/canonical-json.ts';
import { operate } from '../operate.ts';
import { readDefinitionFile } from '../read-definition-file.ts';
import type { Verb } from '../verb.ts';

/** `signalbox definitions import`: a file becomes the draft of its request type. */
export const definitionsImport: Verb = {
  usage: `signalbox definitions import <file> [--json]

Saves a definition (YAML or JSON) as the draft of the request type it names, in place of what the draft held.
Nothing changes for people until it is published.`,
  options: {},
  words: { least: 1, most: 1 },
  async run(call) {
    const [file = ''] = call.words;
    const document = (await readDefinitionFile(file)) as Json;
    const { slug, rev } = (await operate(call, 'import-definition', { document })) as {
      slug: string;
      rev: number;
    };
    if (call.json) call.io.out(`${JSON.stringify({ slug, rev })}\n`);
    else
      call.io.out(
        `The draft of “${slug}” is saved. Publish it with: signalbox definitions publish ${slug} --reason "…"\n`,
      );
    return 0;
  },
};
