import type { Aggregate } from '../../../domain/stream/aggregate.ts';
import type { StreamEvent, StreamKind } from '../../../domain/stream/event.ts';
import { idInStream } from '../../../domain/stream/stream-id.ts';
import type { Store } from '../../ports/store.ts';
import { type AccessKind, accessRecord } from './record-access.ts';

const watched: ReadonlySet<StreamKind> = new Set<StreamKind>([
  'person',
  'team',
  'pool',
  'calendar',
  'account',
  'territory',
  'token',
  'connection',
  'installation',
]);

/**
 * Enters the changes of the directory and of permissions that are not in the log yet into the access log, each once however often it is
 * called; documents of other kinds are passed by.
 */
export async function projectAccess(store: Pick<Store, 'records'>, doc: Aggregate): Promise<void> {
  if (!watched.has(doc.kind)) return;
  const fresh = doc.tail.map(({ event }) => event).filter(({ seq }) => seq > doc.logged);
  await Promise.all(
    fresh.map((event) => {
      const { stream, seq, at, actor } = event;
      const about = doc.kind === 'person' ? { about: idInStream(stream) } : {};
      const what = { stream, seq, event: event.kind, ...about };
      const access = { kind: kindOf(doc.kind, event), person: actor.id, what };
      return store.records.insert('access', accessRecord(`${stream}#${seq}`, at, access));
    }),
  );
}

/** Roles and tokens are permissions, and so is whether somebody is active and whom a team or pool names. */
function kindOf(kind: StreamKind, event: StreamEvent): AccessKind {
  if (kind === 'token') return 'permission-changed';
  const permissions = /^(role-|created$|deactivated$|reactivated$|joined$|left$|delegat)/;
  const carries = kind === 'person' || kind === 'team' || kind === 'pool';
  return carries && permissions.test(event.kind) ? 'permission-changed' : 'directory-changed';
}
