import { writeFile } from 'node:fs/promises';
import { operate } from '../operate.ts';
import { UsageError, type Verb } from '../verb.ts';

/** `signalbox definitions export`: a request type as canonical YAML. */
export const definitionsExport: Verb = {
  usage: `signalbox definitions export <slug> [--draft | --version <n>] [--out <file>] [--json]

Writes a request type as YAML: its live version, its draft, or a version by number.
  --out  to this file; otherwise to standard output`,
  options: { draft: { type: 'boolean' }, version: { type: 'string' }, out: { type: 'string' } },
  words: { least: 1, most: 1 },
  async run(call) {
    const [slug = ''] = call.words;
    const args = { slug, which: whichOf(call.flag('draft'), call.text('version')) };
    const { yaml, version } = (await operate(call, 'export-definition', args)) as {
      yaml: string;
      version: number | null;
    };
    const out = call.text('out');
    if (out !== undefined) await writeFile(out, yaml);
    if (call.json)
      call.io.out(
        `${JSON.stringify({ slug, version, ...(out === undefined ? { yaml } : { file: out }) })}\n`,
      );
    else if (out === undefined) call.io.out(yaml);
    else call.io.out(`“${slug}” is written to ${out}.\n`);
    return 0;
  },
};

function whichOf(draft: boolean, version: string | undefined): 'live' | 'draft' | number {
  if (draft && version !== undefined) throw new UsageError('Name the draft or a version, not both.');
  if (draft) return 'draft';
  if (version === undefined) return 'live';
  if (!/^[1-9]\d{0,8}$/.test(version)) throw new UsageError('A version is a number from 1 on.');
  return Number(version);
}
