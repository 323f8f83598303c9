import { execFileSync } from 'node:child_process';
import { startBuilt } from '../support/built-product.ts';

/** The demo as a newcomer starts it, install and build aside: until it says where it runs, on nothing and on what it left. */
export async function run(): Promise<
  readonly { readonly work: string; readonly value: number; readonly unit: string }[]
> {
  execFileSync(process.execPath, ['scripts/build.mjs', '--if-stale'], { stdio: 'inherit' });
  const begun = performance.now();
  const first = await startBuilt('demo');
  const cold = performance.now() - begun;
  await first.end();
  const again = performance.now();
  const second = await startBuilt('demo', {}, first.data);
  const warm = performance.now() - again;
  await second.stop();
  return [
    { work: 'start of the demo on nothing', value: cold / 1_000, unit: 's' },
    { work: 'start with data', value: warm / 1_000, unit: 's' },
  ];
}
