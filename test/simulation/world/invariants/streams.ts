import { isDeepStrictEqual } from 'node:util';
import { verifyChain } from '../../../../domain/ledger/chain-event.ts';
import { openSeals } from '../../../../domain/ledger/seal.ts';
import { accountStream } from '../../../../domain/stream/account/account-stream.ts';
import type { Aggregate } from '../../../../domain/stream/aggregate.ts';
import { calendarStream } from '../../../../domain/stream/calendar/calendar-stream.ts';
import { caseStream } from '../../../../domain/stream/case/case-stream.ts';
import { connectionStream } from '../../../../domain/stream/connection/connection-stream.ts';
import { draftStream } from '../../../../domain/stream/draft/draft-stream.ts';
import type { ChainedEvent, StreamKind } from '../../../../domain/stream/event.ts';
import { installationStream } from '../../../../domain/stream/installation/installation-stream.ts';
import { loadStream } from '../../../../domain/stream/load/load-stream.ts';
import { nextDueAt } from '../../../../domain/stream/next-due-at.ts';
import { personStream } from '../../../../domain/stream/person/person-stream.ts';
import { poolStream } from '../../../../domain/stream/pool/pool-stream.ts';
import { requestTypeStream } from '../../../../domain/stream/request-type/request-type-stream.ts';
import type { StreamSpec } from '../../../../domain/stream/stream-spec.ts';
import { teamStream } from '../../../../domain/stream/team/team-stream.ts';
import { territoryStream } from '../../../../domain/stream/territory/territory-stream.ts';
import { tokenStream } from '../../../../domain/stream/token/token-stream.ts';
import { openedEvent } from '../../../../server/use-cases/backup/opened-event.ts';
import { refusalsStream } from '../../../../server/use-cases/log/record-refusal.ts';
import type { Everything } from './everything.ts';

/** What is wrong with a document as the fold of its events. */
type FoldCheck = (doc: Aggregate, events: readonly ChainedEvent[]) => string[];

const foldChecks: Readonly<Record<StreamKind, FoldCheck>> = {
  case: against(caseStream),
  requestType: against(requestTypeStream),
  draft: against(draftStream),
  person: against(personStream),
  team: against(teamStream),
  pool: against(poolStream, ['credits', 'picks', 'makeUps', 'madeUp']),
  load: against(loadStream, ['slots']),
  calendar: against(calendarStream),
  account: against(accountStream),
  territory: against(territoryStream),
  token: against(tokenStream),
  connection: against(connectionStream, ['followed']),
  installation: against(installationStream),
  refusals: against(refusalsStream),
};

/** Events that `rev` does not count. */
const uncounted: ReadonlySet<string> = new Set(['pick-returned', 'replayed', 'linked', 'based']);

/** Invariants 4, 5, 7 and 8: streams are numbered, chained, in the log as they are, and their documents are their folds. */
export function streamViolations(all: Everything): string[] {
  const known = new Set(all.docs.map(({ _id }) => _id));
  return [
    ...positionViolations(all),
    ...[...all.events.keys()]
      .filter((id) => !known.has(id))
      .map((id) => `the log knows ${id}, the store does not`),
    ...all.docs.flatMap((doc) => documentViolations(doc, all.events.get(doc._id) ?? [])),
  ];
}

function positionViolations({ rows }: Everything): string[] {
  const wrong = rows.find((row, i) => row.position !== i + 1);
  return wrong === undefined ? [] : [`the log is not dense at position ${wrong.position}`];
}

function documentViolations(doc: Aggregate, events: readonly ChainedEvent[]): string[] {
  return [
    ...numberViolations(doc, events),
    ...tailViolations(doc, events),
    ...chainViolations(doc, events),
    ...foldChecks[doc.kind](doc, events),
    ...dueViolations(doc),
  ];
}

function numberViolations(doc: Aggregate, events: readonly ChainedEvent[]): string[] {
  const found: string[] = [];
  if (events.length !== doc.seq) found.push(`${doc._id} counts ${doc.seq} events and has ${events.length}`);
  const raising = events.filter(({ event }) => !uncounted.has(event.kind)).length;
  if (raising !== doc.rev) found.push(`${doc._id} has rev ${doc.rev} after ${raising} events that raise it`);
  return found;
}

/** Invariant 7: what the log has of a stream is the stream, up to where the document says at least. */
function tailViolations(doc: Aggregate, events: readonly ChainedEvent[]): string[] {
  const found: string[] = [];
  if (doc.logged > doc.seq) found.push(`${doc._id} is logged to ${doc.logged} and ends at ${doc.seq}`);
  for (const { event, hash } of doc.tail) {
    if (events[event.seq - 1]?.hash !== hash)
      found.push(`event ${event.seq} of ${doc._id} differs between the document and the log`);
  }
  if ((events.at(-1)?.hash ?? '') !== doc.head) found.push(`${doc._id} does not end in its head`);
  const waiting = doc.tail.filter(({ event }) => event.seq > doc.logged).length;
  if (waiting !== doc.seq - doc.logged)
    found.push(`${doc._id} keeps ${waiting} of ${doc.seq - doc.logged} events that are not logged`);
  return found;
}

function chainViolations({ _id }: Aggregate, events: readonly ChainedEvent[]): string[] {
  const broken = verifyChain(events);
  const found =
    broken === undefined ? [] : [`the chain of ${_id} breaks at ${broken.seq}: ${broken.problem}`];
  for (const { event, sealed } of events) {
    const { wrong } = openSeals(event, sealed);
    if (wrong.length > 0)
      found.push(`event ${event.seq} of ${_id} has other values than it sealed: ${wrong}`);
  }
  return found;
}

/**
 * Invariant 5: the state is the fold of the events, and what is indexed follows from the state.
 * `own` names what a state holds beside what its events say: bookkeeping of the protocol.
 */
function against<S>(spec: StreamSpec<S>, own: readonly string[] = []): FoldCheck {
  return (doc, events) => {
    const folded = events.reduce((state, entry) => spec.evolve(state, openedEvent(entry)), spec.initial);
    const wanted = plain(folded);
    const kept = plain(doc.state);
    const found = [...new Set([...Object.keys(wanted), ...Object.keys(kept)])]
      .filter((key) => !own.includes(key) && !isDeepStrictEqual(wanted[key], kept[key]))
      .map((key) => `${key} of ${doc._id} is ${said(kept[key])}, its events say ${said(wanted[key])}`);
    const indexed =
      doc.seq === 0 || isDeepStrictEqual(plain(spec.indexOf(doc.state as S, doc._id)), plain(doc.index));
    return indexed ? found : [...found, `${doc._id} is not indexed by its state`];
  };
}

/** The value as a store gives it back. */
const plain = (value: unknown): Record<string, unknown> => JSON.parse(JSON.stringify(value));
const said = (value: unknown): string => (JSON.stringify(value) ?? 'absent').slice(0, 200);

function dueViolations(doc: Aggregate): string[] {
  return doc.nextDueAt === nextDueAt(doc)
    ? []
    : [`${doc._id} says it is due at ${doc.nextDueAt}, and is at ${nextDueAt(doc)}`];
}
