import type { Aggregate } from '../../../domain/stream/aggregate.ts';
import type { DirectoryKindName } from '../../../domain/stream/directory/directory-object.ts';
import type { OpenedEvent } from '../../../domain/stream/event.ts';
import { idInStream } from '../../../domain/stream/stream-id.ts';
import { actorOf } from '../../use-cases/case/case-request.ts';
import type { CommandResult } from '../../use-cases/command/run-command.ts';
import type { DirectoryCall } from '../../use-cases/directory/directory-call.ts';
import { namedByEvent, namesInDirectory } from '../../use-cases/directory/names-in-directory.ts';
import { getObject, historyOf } from '../../use-cases/directory/read-object.ts';
import type { Call } from '../core/endpoint.ts';
import { json, type Reply } from '../core/reply.ts';
import { type DirectoryResource, directorySubject, objectBody } from './directory-kinds.ts';

type Action = 'create' | 'update' | 'deactivate';

/** The call of a command on a directory object: the right to it is asked of the object as it was loaded. */
export function directoryCall(
  call: Call,
  kind: DirectoryResource['kind'],
  id: string,
  { action, command }: { readonly action: string; readonly command: string },
): DirectoryCall {
  return {
    actor: actorOf(call.viewer).actor,
    // A DELETE has no body.
    command: call.command(command, [id, call.body ?? null]),
    ...(call.seen === undefined ? {} : { seen: call.seen }),
    authorise: (doc) => call.allow(action as Action, directorySubject(kind, id, doc.state)),
  };
}

/** The answer to a change of a directory object; one that was made before is answered to those only who may read it. */
export function changedObject(
  { viewer, allow }: Pick<Call, 'viewer' | 'allow'>,
  kind: DirectoryResource['kind'],
  { doc, repeated }: CommandResult<unknown>,
  more: { readonly status?: number; readonly beside?: object } = {},
): Reply {
  const id = idInStream(doc._id);
  if (repeated) allow('read', directorySubject(kind, id, doc.state));
  const body = { ...objectBody(viewer, kind, { id, rev: doc.rev, state: doc.state }), ...more.beside };
  return json(body, { status: more.status ?? 200, rev: doc.rev });
}

/** A directory object the caller may read. @throws DomainError NOT_FOUND. */
export async function readableObject<S>(
  { parts, allow }: Pick<Call, 'parts' | 'allow'>,
  kind: DirectoryResource['kind'],
  id: string,
): Promise<Aggregate<S>> {
  const doc = await getObject<S>(parts.deps.store, kind, id);
  allow('read', directorySubject(kind, id, doc.state));
  return doc;
}

/** A page of what happened to a stream, behind a seq, with what belongs beside it. */
export async function historyReply(
  { parts }: Pick<Call, 'parts'>,
  stream: string,
  { limit, cursor }: { readonly limit: number; readonly cursor?: string },
  beside: (items: readonly OpenedEvent[]) => Promise<object> = async () => ({}),
): Promise<Reply> {
  const items = await historyOf(parts.deps.store, stream, Number(cursor ?? 0), limit);
  const last = items.at(-1);
  const next = last !== undefined && items.length === limit ? String(last.seq) : null;
  return json({ items, next, ...(await beside(items)) });
}

/** The same of something in the directory; with the names that ids in it stand for when they were asked for. */
export function directoryHistory(
  call: Pick<Call, 'parts' | 'ability'>,
  kind: DirectoryKindName,
  stream: string,
  query: { readonly limit: number; readonly cursor?: string; readonly expand?: 'names' },
): Promise<Reply> {
  return historyReply(call, stream, query, async (items) => {
    if (query.expand === undefined) return {};
    const named = items.flatMap((event) => namedByEvent(kind, event));
    return { names: await namesInDirectory(call.parts.deps.store, call.ability, named) };
  });
}

/** The kind of thing as rights call it. */
export function subjectName(kind: DirectoryResource['kind']) {
  return directorySubject(kind, '', { managerId: null }).subject;
}
