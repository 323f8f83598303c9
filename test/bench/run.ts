/** Runs every benchmark, or those named, and prints a table of each with the machine it ran on. */
import { readdirSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

interface Bench {
  run(): Promise<readonly object[]>;
}

async function main(): Promise<void> {
  const folder = import.meta.dirname;
  const wanted = process.argv.slice(2);
  const names = readdirSync(folder)
    .filter((file) => file.endsWith('.bench.ts'))
    .map((file) => file.slice(0, -'.bench.ts'.length))
    .filter((name) => wanted.length === 0 || wanted.includes(name));
  const [processor] = cpus();
  console.log(
    `${cpus().length} × ${processor?.model ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.versions.node}, load ${loadavg()[0]?.toFixed(1)}`,
  );
  for (const name of names) {
    const bench = (await import(pathToFileURL(join(folder, `${name}.bench.ts`)).href)) as Bench;
    console.log(`\n${name}`);
    console.table(await bench.run());
  }
}

await main();
