import {
  decideCreate,
  decideDeactivate,
  decidePatch,
  decideReactivate,
  fieldsOf,
} from '../../../domain/stream/directory/decide-directory.ts';
import type { DirectoryObject, Fields } from '../../../domain/stream/directory/directory-object.ts';
import type { DirectoryState } from '../../../domain/stream/directory/directory-stream.ts';
import { streamId } from '../../../domain/stream/stream-id.ts';
import type { CommandDeps } from '../command/deps.ts';
import type { CommandResult } from '../command/run-command.ts';
import { changeDirectory, type DirectoryCall, emailTaken } from './directory-call.ts';
import { requireKnownRoles } from './require-known-roles.ts';
import { requireReferences } from './require-references.ts';

/** A directory object by its own id, what becomes of it, and why. */
export interface ObjectRequest {
  readonly id: string;
  readonly fields: unknown;
  /** Needed to change, welcome when making. */
  readonly reason?: string;
}

/**
 * Makes a directory object. People are deactivated by `deactivatePerson`, connections saved by `saveConnection`.
 * @throws DomainError CONFLICT when the id or the e-mail address is taken, VALIDATION_FAILED.
 */
export function createObject<S extends DirectoryState>(
  deps: CommandDeps,
  object: DirectoryObject<S>,
  call: DirectoryCall,
  request: ObjectRequest,
): Promise<CommandResult<S>> {
  const { id, fields, reason = '' } = request;
  return changeDirectory(deps, call, {
    spec: object.stream,
    stream: streamId(object.kind, id),
    on: 'new',
    decide: async () => {
      const now = deps.clock.now();
      const made: Fields = object.kind === 'pool' ? { salt: deps.ids.salt() } : {};
      const decision = decideCreate(object, { id, fields, reason, now }, made);
      await requireFit(deps, object, { id, fields: fieldsOf(object, 'create', fields) });
      return decision;
    },
  });
}

/**
 * Changes some fields of a directory object, with a reason; `call.seen` is the rev it was read at.
 * @throws DomainError NOT_FOUND, STALE, REASON_REQUIRED, VALIDATION_FAILED, CONFLICT when the e-mail address is taken.
 */
export function patchObject<S extends DirectoryState>(
  deps: CommandDeps,
  object: DirectoryObject<S>,
  call: DirectoryCall,
  request: ObjectRequest,
): Promise<CommandResult<S>> {
  const { id, fields, reason = '' } = request;
  return changeDirectory(deps, call, {
    spec: object.stream,
    stream: streamId(object.kind, id),
    decide: async (state) => {
      const now = deps.clock.now();
      const decision = decidePatch(object, state, { id, fields, reason, now });
      await requireFit(deps, object, { id, fields: fieldsOf(object, 'patch', fields) });
      if (object.kind !== 'calendar' || decision.events.length === 0) return decision;
      const payload = { calendar: id };
      return {
        ...decision,
        effects: [{ kind: 'recalculate', key: 'recalculate', dueAt: now, payload }],
      };
    },
  });
}

/**
 * Takes an object out of use, with a reason. For people use `deactivatePerson`, which moves what they hold.
 * @throws DomainError NOT_FOUND, STALE, REASON_REQUIRED.
 */
export function deactivateObject<S extends DirectoryState>(
  deps: CommandDeps,
  object: DirectoryObject<S>,
  call: DirectoryCall,
  request: { readonly id: string; readonly reason: string },
): Promise<CommandResult<S>> {
  return changeDirectory(deps, call, {
    spec: object.stream,
    stream: streamId(object.kind, request.id),
    decide: (state) => decideDeactivate(state, request.reason),
  });
}

/** Takes an object into use again. @throws DomainError NOT_FOUND, STALE. */
export function reactivateObject<S extends DirectoryState>(
  deps: CommandDeps,
  object: DirectoryObject<S>,
  call: DirectoryCall,
  request: { readonly id: string; readonly reason?: string },
): Promise<CommandResult<S>> {
  return changeDirectory(deps, call, {
    spec: object.stream,
    stream: streamId(object.kind, request.id),
    decide: (state) => decideReactivate(state, request.reason ?? ''),
  });
}

/** What the fields name exists, and what has to be unique is. */
async function requireFit<S extends DirectoryState>(
  deps: CommandDeps,
  object: DirectoryObject<S>,
  { id, fields }: { readonly id: string; readonly fields: Fields },
): Promise<void> {
  await requireReferences(deps.store, object.references(fields));
  if (object.kind !== 'person') return;
  await requireKnownRoles(deps.store, fields['roles']);
  const email = fields['email'];
  if (typeof email !== 'string') return;
  const holders = await deps.store.aggregates.range(`email:${email}`, null, 2);
  if (holders.every((holder) => holder.id === streamId('person', id))) return;
  throw emailTaken();
}
