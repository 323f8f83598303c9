import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startBuilt } from './built-product.ts';
import { foundedDemo } from './demo-in-browser.ts';

/** Founds one demo for all tests in a browser, to be copied by each: founding takes long, and comes to the same company. */
export async function setup(): Promise<() => Promise<void>> {
  const data = await mkdtemp(join(tmpdir(), 'signalbox-demo-'));
  const product = await startBuilt('demo', {}, data);
  await product.end();
  process.env[foundedDemo] = data;
  return () => rm(data, { recursive: true, force: true });
}
