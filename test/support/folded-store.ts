import { accountStream } from '../../domain/stream/account/account-stream.ts';
import { calendarStream } from '../../domain/stream/calendar/calendar-stream.ts';
import { caseStream } from '../../domain/stream/case/case-stream.ts';
import { connectionStream } from '../../domain/stream/connection/connection-stream.ts';
import { draftStream } from '../../domain/stream/draft/draft-stream.ts';
import type { StreamKind } from '../../domain/stream/event.ts';
import { installationStream } from '../../domain/stream/installation/installation-stream.ts';
import { loadStream } from '../../domain/stream/load/load-stream.ts';
import { personStream } from '../../domain/stream/person/person-stream.ts';
import { poolStream } from '../../domain/stream/pool/pool-stream.ts';
import { requestTypeStream } from '../../domain/stream/request-type/request-type-stream.ts';
import type { StreamSpec } from '../../domain/stream/stream-spec.ts';
import { teamStream } from '../../domain/stream/team/team-stream.ts';
import { territoryStream } from '../../domain/stream/territory/territory-stream.ts';
import { tokenStream } from '../../domain/stream/token/token-stream.ts';
import type { Store } from '../../server/ports/store.ts';
import { openedEvent } from '../../server/use-cases/backup/opened-event.ts';
import { refusalsStream } from '../../server/use-cases/log/record-refusal.ts';

const specs: Readonly<Record<StreamKind, unknown>> = {
  case: caseStream,
  requestType: requestTypeStream,
  draft: draftStream,
  person: personStream,
  team: teamStream,
  pool: poolStream,
  load: loadStream,
  calendar: calendarStream,
  account: accountStream,
  territory: territoryStream,
  token: tokenStream,
  connection: connectionStream,
  installation: installationStream,
  refusals: refusalsStream,
};

/** Kept by the protocol without events. */
const bookkeeping: Readonly<Partial<Record<StreamKind, readonly string[]>>> = {
  pool: ['picks', 'credits', 'makeUps', 'madeUp'],
  load: ['slots'],
  connection: ['followed'],
};

/** Every aggregate as it is stored, beside what its events in the log fold to; bookkeeping left out. */
export async function foldedStore(
  store: Store,
): Promise<{ readonly id: string; readonly stored: unknown; readonly folded: unknown }[]> {
  const docs = await store.aggregates.loadMany<object>(await store.aggregates.ids(null, 100_000));
  return Promise.all(
    docs.map(async (doc) => {
      const spec = specs[doc.kind] as StreamSpec<object>;
      const rows = await store.log.stream(doc._id, 0, 100_000);
      const folded = rows.reduce((state, row) => spec.evolve(state, openedEvent(row)), spec.initial);
      const events = { seq: rows.length, head: rows.at(-1)?.hash ?? '' };
      const plain = (state: object) =>
        Object.fromEntries(Object.entries(state).filter(([name]) => !bookkeeping[doc.kind]?.includes(name)));
      return {
        id: doc._id,
        stored: { ...plain(doc.state), seq: doc.seq, head: doc.head },
        folded: { ...plain(folded), ...events },
      };
    }),
  );
}
