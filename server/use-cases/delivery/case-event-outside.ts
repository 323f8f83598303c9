import { abilityOf } from '../../../domain/access/ability-of.ts';
import { caseSubject } from '../../../domain/access/case-subject.ts';
import { projectCase } from '../../../domain/access/project-case.ts';
import type { Json } from '../../../domain/hash/canonical-json.ts';
import type { Aggregate } from '../../../domain/stream/aggregate.ts';
import type { CaseState } from '../../../domain/stream/case/case-state.ts';
import type { ConnectionState } from '../../../domain/stream/connection/connection-stream.ts';
import type { DeliveryEvent } from '../../../plugins/kit/delivery.ts';
import type { LogRow } from '../../ports/log.ts';
import { eventsFor } from '../case/case-events.ts';
import type { ReadableCase } from '../case/readable-case.ts';
import { opened } from '../directory/read-object.ts';
import { connectionViewer } from './connection-viewer.ts';
import type { DeliveryDeps } from './delivery-deps.ts';

/** What a connection may see of one case: `undefined` when it may not read it. */
export async function caseForConnection(
  deps: Pick<DeliveryDeps, 'definitions'>,
  connection: Aggregate<ConnectionState>,
  doc: Aggregate<CaseState>,
): Promise<ReadableCase | undefined> {
  const subject = caseSubject(doc);
  if (!abilityOf(connectionViewer(connection)).can('read', subject)) return undefined;
  return projectedForConnection(deps, connection, doc);
}

/**
 * A case with the fields that name one of the connection's roles, or nobody. Being the requester's or the handler's program opens no
 * field: a connection stands in no relation to a case.
 */
export async function projectedForConnection(
  deps: Pick<DeliveryDeps, 'definitions'>,
  connection: Aggregate<ConnectionState>,
  doc: Aggregate<CaseState>,
): Promise<ReadableCase> {
  const definition = await deps.definitions.byHash(doc.state.definition);
  const shown = projectCase(doc.state, definition.document.form, connectionViewer(connection), []);
  return { doc, definition, subject: caseSubject(doc), shown, internal: false };
}

/** Look-up keys, and texts that a designer's template may have filled from any field. */
const keptBack = new Set(['type', 'duplicateKeys', 'next']);

/** One event as a connection is told of it; undefined when it is nothing for it. */
export function eventOutside(readable: ReadableCase, row: LogRow): DeliveryEvent | undefined {
  const [event] = eventsFor(readable, [opened(row)]);
  if (event === undefined) return undefined;
  const { state, _id } = readable.doc;
  const human = Object.entries(event.human);
  return {
    kind: event.kind,
    caseId: _id,
    number: state.number,
    type: state.type,
    at: event.at,
    data: {
      position: row.position,
      seq: event.seq,
      actor: { kind: event.actor.kind, id: event.actor.id },
      details: Object.fromEntries(Object.entries(event.data).filter(([key]) => !keptBack.has(key))),
      values: Object.fromEntries(
        human.flatMap(([name, value]): [string, Json][] =>
          name.startsWith('values/') ? [[name.slice('values/'.length), value]] : [],
        ),
      ),
      words: Object.fromEntries(human.filter(([name]) => !name.startsWith('values/'))),
    },
  };
}
