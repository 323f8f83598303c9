import type { Store } from '../ports/store.ts';
import { hashPassword } from './password.ts';

const keyOf = (person: string): string => `password:${person}`;

/** The hash of a person's password; undefined when none was set. */
export async function passwordHashOf(
  store: Pick<Store, 'records'>,
  person: string,
): Promise<string | undefined> {
  const found = await store.records.get('credential', keyOf(person));
  const kept = found?.data['hash'];
  return typeof kept === 'string' ? kept : undefined;
}

/** Sets a person's password, whatever it was before. */
export async function setPassword(
  store: Pick<Store, 'records'>,
  person: string,
  password: string,
  now: number,
): Promise<void> {
  const data = { hash: await hashPassword(password), setAt: now };
  for (;;) {
    const found = await store.records.get('credential', keyOf(person));
    const record = {
      _id: keyOf(person),
      _v: found?._v ?? 1,
      lists: [`person:${person}`],
      sort: '',
      expiresAt: null,
      data,
    };
    const done =
      found === undefined
        ? await store.records.insert('credential', record)
        : await store.records.replace('credential', record);
    if (done) return;
  }
}
