import { createWriteStream } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { verifyMain } from '../../server/cli/verify-main.ts';
import { startBenchProduct } from './load/bench-product.ts';

/** One line of the table of results. */
interface Row {
  readonly work: string;
  readonly value: number;
  readonly unit: string;
}

/** The whole log exported over HTTP and verified from the file: how fast, and what it takes of memory. */
export async function run(events = 100_000): Promise<readonly Row[]> {
  const folder = await mkdtemp(join(tmpdir(), 'signalbox-export-'));
  const file = join(folder, 'export.jsonl');
  const product = await startBenchProduct({ events });
  try {
    const before = await product.memory();
    let highest = before;
    const watching = setInterval(() => {
      void product.resident().then((now) => {
        highest = Math.max(highest, now);
      });
    }, 50);
    const begun = performance.now();
    const answer = await fetch(`${product.origin}/api/v1/log/export?format=jsonl`, {
      headers: { authorization: `Bearer ${product.tokens['ada']}` },
    });
    if (answer.body === null || !answer.ok) throw new Error(`the export was refused: ${answer.status}`);
    await pipeline(Readable.fromWeb(answer.body as never), createWriteStream(file));
    const exported = performance.now() - begun;
    clearInterval(watching);
    const verifying = performance.now();
    const code = await verifyMain([file], { stdin: process.stdin, out: () => undefined, err: console.error });
    if (code !== 0) throw new Error(`the export does not verify: ${code}`);
    const verified = performance.now() - verifying;
    return [
      { work: 'export over HTTP', value: (events / exported) * 1_000, unit: 'events per second' },
      { work: 'memory beside it', value: highest - before, unit: 'MiB' },
      { work: 'verify the file', value: (events / verified) * 1_000, unit: 'events per second' },
      { work: 'the file', value: (await stat(file)).size / 2 ** 20, unit: 'MiB' },
    ];
  } finally {
    await product.stop();
    await rm(folder, { recursive: true, force: true });
  }
}
