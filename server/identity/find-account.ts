import type { PersonState } from '../../domain/stream/person/person-state.ts';
import { idInStream } from '../../domain/stream/stream-id.ts';
import type { Store } from '../ports/store.ts';

/** An e-mail address as accounts are known by it. */
export function accountName(email: string): string {
  return email.trim().toLowerCase().slice(0, 254);
}

/** The active person with this e-mail address. */
export async function findAccount(
  store: Pick<Store, 'aggregates'>,
  account: string,
): Promise<{ readonly id: string; readonly state: PersonState } | undefined> {
  // An address that no list could be named after is nobody's.
  if (!/^[^\s\p{Cc}\p{Cs}]{3,254}$/u.test(account)) return undefined;
  for (const { id } of await store.aggregates.range(`email:${account}`, null, 2)) {
    const doc = await store.aggregates.load<PersonState>(id);
    if (doc?.kind === 'person' && doc.state.active && doc.state.kind === 'person')
      return { id: idInStream(doc._id), state: doc.state };
  }
  return undefined;
}
