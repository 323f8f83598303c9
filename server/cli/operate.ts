import { Fault } from '../../domain/error/fault.ts';
import type { Json } from '../../domain/hash/canonical-json.ts';
import { type Config, readConfig } from '../config/config.ts';
import { askControl } from '../control/ask-control.ts';
import type { OperationName } from '../control/operations.ts';
import type { VerbCall } from './verb.ts';

/**
 * Has the product the environment names carry out one operation: the running one over its control socket,
 * else one opened for it alone; on MongoDB always the latter. What is said on the way goes to stderr.
 */
export async function operate(
  call: VerbCall,
  operation: OperationName,
  args: { readonly [key: string]: Json },
): Promise<Json> {
  const config = readConfig();
  const say = (line: string) => call.io.err(`${line}\n`);
  const request = { operation, args };
  if (config.mongodbUrl === null) {
    const running = await askControl(config.dataDir, request, say);
    if (running !== undefined) return running.result;
  }
  const [{ carryOut }, product] = await Promise.all([
    import('../control/operations.ts'),
    openQuietly(config),
  ]);
  try {
    return await carryOut(product, request, say);
  } finally {
    await product.close();
  }
}

/** A product that answers this one caller: it runs no effects, and logs only what goes wrong, to stderr. */
async function openQuietly(config: Config) {
  const { openProduct } = await import('../open-product.ts');
  const level = config.logLevel === 'silent' ? 'silent' : 'error';
  try {
    return await openProduct({ ...config, logLevel: level }, { works: false, destination: process.stderr });
  } catch (error) {
    if (!(error instanceof Fault && error.code === 'STORE_LOCKED')) throw error;
    throw new Fault(
      'STORE_LOCKED',
      `${error.message}. That process cannot be asked either: it is starting, stopping, or doing one task alone. Try again in a moment.`,
      { retryable: true, cause: error },
    );
  }
}
