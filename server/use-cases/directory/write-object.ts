import type { Decision } from '../../../domain/stream/decision.ts';
import {
  decideCreate,
  decideDeactivate,
  decidePatch,
  decideReactivate,
  fieldsOf,
} from '../../../domain/stream/directory/decide-directory.ts';
import type { DirectoryObject, Fields } from '../../../domain/stream/directory/directory-object.ts';
import type { DirectoryState } from '../../../domain/stream/directory/directory-stream.ts';
import type { NewEvent } from '../../../domain/stream/event.ts';
import { streamId } from '../../../domain/stream/stream-id.ts';
import { type NewSigners, signersEffect } from '../case/new-signers.ts';
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
      return following(object.kind, id, decision, { now, once: 1 });
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
    decide: async (state, { rev }) => {
      const now = deps.clock.now();
      const decision = decidePatch(object, state, { id, fields, reason, now });
      await requireFit(deps, object, { id, fields: fieldsOf(object, 'patch', fields) });
      return following(object.kind, id, decision, { now, once: rev + 1 });
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
    decide: (state, { rev }) =>
      following(object.kind, request.id, decideDeactivate(state, request.reason), {
        now: deps.clock.now(),
        once: rev + 1,
      }),
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
    decide: (state, { rev }) =>
      following(object.kind, request.id, decideReactivate(state, request.reason ?? ''), {
        now: deps.clock.now(),
        once: rev + 1,
      }),
  });
}

/** What has to be done anew once an object is another: clocks by its calendar, signatures by its people. */
function following(
  kind: string,
  id: string,
  decision: Decision,
  when: { readonly now: number; readonly once: number },
): Decision {
  const [event] = decision.events;
  if (event === undefined) return decision;
  if (kind === 'calendar' && event.kind === 'changed') {
    const payload = { calendar: id };
    return { ...decision, effects: [{ kind: 'recalculate', key: 'recalculate', dueAt: when.now, payload }] };
  }
  const signers = signersBy(kind, id, event);
  return signers === undefined ? decision : { ...decision, effects: [signersEffect(signers, when)] };
}

function signersBy(kind: string, id: string, { kind: how, data, human }: NewEvent): NewSigners | undefined {
  const changed = (field: string): boolean => Array.isArray(data['fields']) && data['fields'].includes(field);
  if (kind === 'team') return { sources: [`team:${id}`] };
  if (kind === 'person' && how === 'created') {
    const roles = human?.['set/roles'];
    return Array.isArray(roles) && roles.length > 0
      ? { sources: roles.map((role) => `role:${String(role)}`) }
      : undefined;
  }
  if (kind === 'person' && changed('managerId')) return { sources: ['manager'], requester: id };
  return kind === 'account' && changed('ownerId') ? { sources: ['accountOwner'], account: id } : undefined;
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
