import { MongoBulkWriteError, MongoError, MongoServerError } from 'mongodb';
import { Fault } from '../../../domain/error/fault.ts';
import { NameTaken } from '../../ports/aggregates.ts';

const duplicateKey = 11_000;

/**
 * Runs one call of the driver; what it throws becomes a retryable Fault.
 * After a Fault it is unknown whether a write happened: read back before doing it again.
 */
export async function guarded<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (cause) {
    throw faultOf(cause);
  }
}

/** As `guarded`, with false where a key is already taken and nothing was written. */
export async function unlessTaken(call: () => Promise<unknown>): Promise<boolean> {
  try {
    await call();
    return true;
  } catch (cause) {
    if (cause instanceof MongoServerError && cause.code === duplicateKey) return false;
    throw faultOf(cause);
  }
}

/** As `guarded`, with NameTaken where a unique name is already another's and nothing was written. */
export async function unlessNameTaken<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (cause) {
    if (cause instanceof MongoServerError && cause.code === duplicateKey)
      throw new NameTaken('a unique name of the document is another one’s', { cause });
    throw faultOf(cause);
  }
}

/** How many documents an ordered insertMany wrote before the first duplicate. */
export async function insertedBeforeDuplicate(
  call: () => Promise<{ insertedCount: number }>,
): Promise<number> {
  try {
    return (await call()).insertedCount;
  } catch (cause) {
    if (cause instanceof MongoBulkWriteError && cause.code === duplicateKey) return cause.insertedCount;
    throw faultOf(cause);
  }
}

function faultOf(cause: unknown): unknown {
  if (!(cause instanceof MongoError)) return cause;
  return new Fault('STORE_FAILED', 'The database did not do what was asked', { cause });
}
