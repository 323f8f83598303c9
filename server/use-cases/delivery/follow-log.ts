import type { Aggregate } from '../../../domain/stream/aggregate.ts';
import { applyDecision } from '../../../domain/stream/apply-decision.ts';
import type { CaseState } from '../../../domain/stream/case/case-state.ts';
import { retractWindowMs } from '../../../domain/stream/case/notices.ts';
import {
  type ConnectionState,
  connectionStream,
} from '../../../domain/stream/connection/connection-stream.ts';
import type { NewEffect } from '../../../domain/stream/effect.ts';
import type { LogRow } from '../../ports/log.ts';
import { store, withBookkeeping } from '../route/write-bookkeeping.ts';
import { caseForConnection, eventOutside } from './case-event-outside.ts';
import { deliverKey, deliveryOf } from './deliver-event.ts';
import type { DeliveryDeps } from './delivery-deps.ts';
import { expectDelivery, type NewDelivery } from './delivery-record.ts';
import { natureOf } from './taken-back.ts';

/** Effects a connection owes at most, those set aside among them; more events wait in the log. */
export const longestBacklog = 100;
const page = 200;
/** A retraction decided within its time may be on disk a moment later. */
const retractGraceMs = 500;

/** Follows the log for every connection; answers whether more can be done at once. One at a time in a process. */
export interface LogReader {
  follow(): Promise<boolean>;
}

/** How far the log was looked through for a connection as it then was, without anything to tell of. */
interface Looked {
  readonly version: string;
  readonly upto: number;
}

/**
 * A reader that owes a delivery to each connection for each event it is to be told of, exactly once: the place in the log stands on the
 * connection and moves in the write that owes the deliveries.
 */
export function createLogReader(deps: DeliveryDeps): LogReader {
  const looked = new Map<string, Looked>();
  return {
    async follow() {
      const end = await deps.store.log.end();
      let more = false;
      for (const { id } of await deps.store.aggregates.range('connection', null, 10_000)) {
        const doc = await deps.store.aggregates.load<ConnectionState>(id);
        if (doc !== undefined && (await followOne(deps, doc, { end, looked }))) more = true;
      }
      return more;
    },
  };
}

interface Reading {
  readonly end: number;
  readonly looked: Map<string, Looked>;
}

async function followOne(
  deps: DeliveryDeps,
  doc: Aggregate<ConnectionState>,
  { end, looked }: Reading,
): Promise<boolean> {
  const { state } = doc;
  if (!isFollowing(deps, state)) {
    if (state.followed !== null) await store(deps, doc, withBookkeeping(doc, { ...state, followed: null }));
    return false;
  }
  if (state.followed === null) return begin(deps, doc);
  const room = longestBacklog - doc.effects.length;
  if (state.paused || room <= 0) return false;
  const version = `${doc.rev} ${state.followed}`;
  const known = looked.get(doc._id);
  const start = known?.version === version ? known.upto : state.followed;
  if (start >= end) return false;
  const found = await lookThrough(deps, doc, { start, room });
  // Of a short stretch without anything to tell of, remembering here is enough.
  if (found.deliveries.length === 0 && found.upto - state.followed < page) {
    looked.set(doc._id, { version, upto: found.upto });
    return false;
  }
  const won = await owe(deps, doc, found);
  return !won || found.upto < end;
}

/** Whether a connection is told of events of cases: it names kinds, has roles to see by, and a plugin that is told of events. */
function isFollowing({ host }: DeliveryDeps, state: ConnectionState): boolean {
  const named = state.eventKinds.length > 0 && state.roles.length > 0;
  return state.active && named && host.find(state.plugin)?.follows === true;
}

/** Begins at what last changed the connection, since it was not told of anything before; false until that is in the log. */
async function begin(deps: DeliveryDeps, doc: Aggregate<ConnectionState>): Promise<boolean> {
  const [row] = await deps.store.log.stream(doc._id, doc.seq - 1, 1);
  if (row === undefined) return false;
  await store(deps, doc, withBookkeeping(doc, { ...doc.state, followed: row.position }));
  return true;
}

interface Found {
  /** Everything up to here was looked at. */
  readonly upto: number;
  readonly deliveries: readonly {
    readonly delivery: NewDelivery;
    readonly dueAt: number;
    readonly position: number;
  }[];
}

async function lookThrough(
  deps: DeliveryDeps,
  connection: Aggregate<ConnectionState>,
  { start, room }: { readonly start: number; readonly room: number },
): Promise<Found> {
  const rows = await deps.store.log.read(start, page);
  const wanted = rows.filter((row) => isWanted(deps, connection.state, row));
  const streams = [...new Set(wanted.map(({ event }) => event.stream))];
  const docs = await deps.store.aggregates.loadMany<CaseState>(streams);
  const cases = new Map(docs.filter(({ kind }) => kind === 'case').map((doc) => [doc._id, doc]));
  const deliveries: Found['deliveries'][number][] = [];
  let upto = start;
  for (const row of rows) {
    if (row.position !== upto + 1 || deliveries.length === room) break;
    const doc = cases.get(row.event.stream);
    const dueAt = doc && wanted.includes(row) ? await dueAtOf(deps, connection, doc, row) : undefined;
    if (doc !== undefined && dueAt !== undefined) {
      const delivery = deliveryOf(connection, row, doc, { createdAt: deps.clock.now(), nextAt: dueAt });
      deliveries.push({ delivery, dueAt, position: row.position });
    }
    upto = row.position;
  }
  return { upto, deliveries };
}

function isWanted({ host }: DeliveryDeps, state: ConnectionState, { event }: LogRow): boolean {
  const type = event.data['type'];
  if (!state.eventKinds.includes(event.kind)) return false;
  if (host.find(state.plugin)?.eventKinds?.includes(event.kind) === false) return false;
  return state.types.length === 0 || (typeof type === 'string' && state.types.includes(type));
}

/** When a connection may be told of an event; undefined when it is nothing for it. A decision waits until it can no longer be taken back. */
async function dueAtOf(
  deps: DeliveryDeps,
  connection: Aggregate<ConnectionState>,
  doc: Aggregate<CaseState>,
  row: LogRow,
): Promise<number | undefined> {
  const readable = await caseForConnection(deps, connection, doc);
  if (readable === undefined || eventOutside(readable, row) === undefined) return undefined;
  const nature = await natureOf(deps.store, row);
  if (nature === 'retraction') return undefined;
  return nature === 'vote' ? row.event.at + retractWindowMs + retractGraceMs : deps.clock.now();
}

/** Moves the place in the log and owes the deliveries, in one write; false when somebody was faster. */
async function owe(
  deps: DeliveryDeps,
  doc: Aggregate<ConnectionState>,
  { upto, deliveries }: Found,
): Promise<boolean> {
  const effects = deliveries.map(
    ({ position, dueAt }): NewEffect => ({
      kind: 'deliver',
      key: deliverKey(position),
      dueAt,
      payload: { position },
    }),
  );
  const owing = applyDecision(
    connectionStream,
    doc,
    { events: [], effects },
    {
      now: deps.clock.now(),
      actor: { kind: 'system', id: 'deliver' },
      command: { id: '', body: '' },
      salt: () => deps.ids.salt(),
    },
  );
  const stored = await store(deps, doc, withBookkeeping(owing, { ...owing.state, followed: upto }));
  if (stored === undefined) return false;
  for (const { delivery } of deliveries) await expectDelivery(deps.store.records, delivery);
  return true;
}
