import { DomainError } from '../../error/domain-error.ts';
import { canonicalJson } from '../../hash/canonical-json.ts';
import { type Decision, nothingDecided } from '../decision.ts';
import type { NewEvent } from '../event.ts';
import type { DirectoryObject, Fields, ObjectMoment } from './directory-object.ts';
import type { DirectoryState } from './directory-stream.ts';
import { slugSchema } from './field-schemas.ts';
import { readBy } from './read-fields.ts';

/** What somebody asks to be made or changed, and why. */
export interface FieldsCommand extends ObjectMoment {
  readonly fields: unknown;
  readonly reason: string;
}

/** The fields as they would be stored. @throws DomainError VALIDATION_FAILED naming each place. */
export function fieldsOf<S extends DirectoryState>(
  object: DirectoryObject<S>,
  how: 'create' | 'patch',
  given: unknown,
): Fields {
  const read = readBy<object>(object[how], given);
  return Object.fromEntries(Object.entries(read).filter(([, value]) => value !== undefined)) as Fields;
}

/**
 * Makes a directory object; `made` are fields the product makes itself, such as the salt of a pool.
 * @throws DomainError VALIDATION_FAILED.
 */
export function decideCreate<S extends DirectoryState>(
  object: DirectoryObject<S>,
  command: FieldsCommand,
  made: Fields = {},
): Decision {
  readBy(slugSchema, command.id, '/id');
  const fields = { ...fieldsOf(object, 'create', command.fields), ...made };
  return settled(object, object.stream.initial, { kind: 'created', fields, command });
}

/**
 * Changes fields of a directory object, with a reason; nothing when all of them are as given already.
 * `made` are fields the product sets itself, such as where the secrets of a connection are kept.
 * @throws DomainError VALIDATION_FAILED, REASON_REQUIRED.
 */
export function decidePatch<S extends DirectoryState>(
  object: DirectoryObject<S>,
  state: S,
  command: FieldsCommand,
  made: Fields = {},
): Decision {
  requireReason(command.reason);
  const given = { ...fieldsOf(object, 'patch', command.fields), ...made };
  const before = new Map<string, unknown>(Object.entries(state));
  const fields = Object.fromEntries(
    Object.entries(given).filter(([name, value]) => differs(before.get(name), value)),
  );
  if (Object.keys(fields).length === 0) return nothingDecided;
  return settled(object, state, { kind: 'changed', fields, command });
}

/** Takes an object out of use. @throws DomainError REASON_REQUIRED. */
export function decideDeactivate(state: DirectoryState, reason: string): Decision {
  if (!state.active) return nothingDecided;
  requireReason(reason);
  return { events: [{ kind: 'deactivated', data: {}, human: { reason: reason.trim() } }] };
}

/** Takes an object into use again. */
export function decideReactivate(state: DirectoryState, reason: string): Decision {
  if (state.active) return nothingDecided;
  return { events: [{ kind: 'reactivated', data: {}, ...whyIn(reason) }] };
}

/** Throws REASON_REQUIRED for a reason without a word in it. */
export function requireReason(reason: string): void {
  if (reason.trim() === '')
    throw new DomainError('REASON_REQUIRED', 'Say in a sentence why, for those who read the history.');
}

/** The human part of an event that has a reason, if it has one. */
export function whyIn(reason: string): Pick<NewEvent, 'human'> {
  return reason.trim() === '' ? {} : { human: { reason: reason.trim() } };
}

const differs = (before: unknown, after: unknown): boolean =>
  before === undefined || canonicalJson(before) !== canonicalJson(after);

interface Change {
  readonly kind: 'created' | 'changed';
  readonly fields: Fields;
  readonly command: FieldsCommand;
}

function settled<S extends DirectoryState>(
  object: DirectoryObject<S>,
  state: S,
  { kind, fields, command }: Change,
): Decision {
  const names = Object.keys(fields).sort();
  const human = {
    ...Object.fromEntries(names.map((name) => [`set/${name}`, fields[name] ?? null])),
    ...whyIn(command.reason).human,
  };
  const event: NewEvent = { kind, data: { fields: names }, human };
  if (object.check !== undefined) {
    const actor = { kind: 'system', id: 'check' } as const;
    const next = object.stream.evolve(state, {
      kind,
      at: command.now,
      seq: 0,
      actor,
      data: event.data,
      human,
    });
    object.check(next, command);
  }
  return { events: [event] };
}
