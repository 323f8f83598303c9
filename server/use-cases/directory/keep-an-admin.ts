import { DomainError } from '../../../domain/error/domain-error.ts';
import { Fault } from '../../../domain/error/fault.ts';
import { streamId } from '../../../domain/stream/stream-id.ts';
import type { RecordStore } from '../../ports/records.ts';
import type { Store } from '../../ports/store.ts';

/** The record that names the administrators who are just being taken away. */
const recordId = 'leaving-admins';
const maxTries = 60;

/**
 * Does what may take an administrator away; `requireAnother` passes when somebody else is an active one and is not being taken away at the
 * same time. Of two at once the second finds the first on record, so that one stays. Whoever a crash left on record does not count as
 * another until they were taken away indeed.
 * @throws DomainError IN_USE for the last administrator.
 */
export async function keepingAnAdmin<T>(
  store: Store,
  person: string,
  work: (requireAnother: () => Promise<void>) => Promise<T>,
): Promise<T> {
  let announced = false;
  const requireAnother = async (): Promise<void> => {
    announced = true;
    const leaving = new Set([person, ...(await announce(store.records, person))]);
    const admins = await store.aggregates.range('role:admin', null, leaving.size + 1);
    if (admins.some(({ id }) => [...leaving].every((one) => id !== streamId('person', one)))) return;
    throw new DomainError('IN_USE', 'Nobody else is an administrator. Make somebody one first.');
  };
  try {
    const result = await work(requireAnother);
    if (announced) await change(store.records, (leaving) => leaving.filter((one) => one !== person));
    return result;
  } catch (error) {
    // After a fault they may be gone or not: they stay on record.
    if (announced && error instanceof DomainError)
      await change(store.records, (leaving) => leaving.filter((one) => one !== person));
    throw error;
  }
}

/** Who was being taken away at the moment this person was put on record. */
function announce(records: RecordStore, person: string): Promise<readonly string[]> {
  return change(records, (leaving) => (leaving.includes(person) ? leaving : [...leaving, person]));
}

/** Answers what stood there before. */
async function change(
  records: RecordStore,
  next: (leaving: readonly string[]) => readonly string[],
): Promise<readonly string[]> {
  for (let tries = 0; tries < maxTries; tries += 1) {
    const kept = await records.get('guard', recordId);
    const before = (kept?.data['leaving'] ?? []) as readonly string[];
    const record = { lists: [], sort: '', expiresAt: null, data: { leaving: [...next(before)] } };
    const won =
      kept === undefined
        ? await records.insert('guard', { _id: recordId, _v: 1, ...record })
        : await records.replace('guard', { ...kept, ...record });
    if (won) return before;
  }
  throw new Fault('CONTENDED', `${recordId} changed ${maxTries} times while it was written`);
}
