import { DomainError } from '../../../domain/error/domain-error.ts';
import { alwaysCalendar } from '../../../domain/stream/calendar/calendar-stream.ts';
import type { Reference } from '../../../domain/stream/directory/directory-object.ts';
import { streamId } from '../../../domain/stream/stream-id.ts';
import type { Store } from '../../ports/store.ts';

const batch = 200;

/**
 * Passes when everything named exists, in use or not.
 * @throws DomainError VALIDATION_FAILED with the place of each name that means nothing.
 */
export async function requireReferences(store: Store, references: readonly Reference[]): Promise<void> {
  const streamOf = ({ kind, id }: Reference): string => streamId(kind, id);
  const wanted = references.filter(({ kind, id }) => kind !== 'calendar' || id !== alwaysCalendar.id);
  const streams = [...new Set(wanted.map(streamOf))];
  const known = new Set<string>();
  for (let i = 0; i < streams.length; i += batch) {
    const docs = await store.aggregates.loadMany(streams.slice(i, i + batch));
    for (const doc of docs) known.add(doc._id);
  }
  const lost = wanted.filter((reference) => !known.has(streamOf(reference)));
  if (lost.length === 0) return;
  throw new DomainError('VALIDATION_FAILED', 'Something named here does not exist.', {
    details: lost.map(({ pointer, kind, id }) => ({ pointer, detail: `There is no ${kind} “${id}”.` })),
  });
}
