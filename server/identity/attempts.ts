import { sha256Hex } from '../../domain/hash/sha256.ts';
import type { Clock } from '../ports/clock.ts';
import type { Store } from '../ports/store.ts';
import { tooMany } from './address-limits.ts';

/** How often one account may be tried in a quarter of an hour, whoever tries and whether it exists or not. */
export const attemptsPerAccount = 10;
const windowMs = 15 * 60_000;

interface AttemptDeps {
  readonly store: Pick<Store, 'records'>;
  readonly clock: Clock;
}

const keyOf = (account: string): string => `attempts:${sha256Hex(account)}`;

/**
 * Counts an attempt on an account before it is made, so that many at once count as many; kept in the store, so that every process counts
 * the same and a restart forgets nothing.
 * @throws DomainError RATE_LIMITED with `data.retryAfterS`.
 */
export async function countAttempt({ store, clock }: AttemptDeps, account: string): Promise<void> {
  const _id = keyOf(account);
  for (;;) {
    const now = clock.now();
    const found = await store.records.get('credential', _id);
    const current = found !== undefined && (found.expiresAt ?? 0) > now ? found : undefined;
    const count = Number(current?.data['count'] ?? 0);
    const expiresAt = current?.expiresAt ?? now + windowMs;
    if (count >= attemptsPerAccount) throw tooMany(expiresAt - now, true);
    const record = { _id, _v: found?._v ?? 1, lists: [], sort: '', expiresAt, data: { count: count + 1 } };
    const done =
      found === undefined
        ? await store.records.insert('credential', record)
        : await store.records.replace('credential', record);
    if (done) return;
  }
}

/** Forgets the attempts on an account: the right password was given. */
export async function forgetAttempts({ store }: Pick<AttemptDeps, 'store'>, account: string): Promise<void> {
  await store.records.delete('credential', keyOf(account));
}
