import { DomainError } from '../error/domain-error.ts';
import type { Json } from '../hash/canonical-json.ts';
import { type ItemList, isItemList, isJsonObject, type JsonObject, type Operation } from './operation.ts';

/**
 * The document after some changes, in their order; an item whose neighbour is gone goes to the end of its list.
 * @throws DomainError CONFLICT when the place of a change is not there.
 */
export function applyOperations(document: JsonObject, operations: readonly Operation[]): JsonObject {
  return operations.reduce((changed, operation) => {
    const next = within(changed, operation, 0);
    return isJsonObject(next) ? next : changed;
  }, document);
}

function within(value: Json | undefined, operation: Operation, depth: number): Json {
  const key = operation.path[depth];
  if (key === undefined) throw lost(operation);
  const isLast = depth === operation.path.length - 1;
  if (isJsonObject(value)) {
    if (isLast) return changedObject(value, key, operation);
    if (!Object.hasOwn(value, key)) throw lost(operation);
    return { ...value, [key]: within(value[key], operation, depth + 1) };
  }
  if (!isItemList(value)) throw lost(operation);
  if (isLast) return changedList(value, key, operation);
  if (!value.some(({ id }) => id === key)) throw lost(operation);
  return value.map((item) => (item.id === key ? within(item, operation, depth + 1) : item));
}

function changedObject(value: JsonObject, key: string, operation: Operation): JsonObject {
  if (operation.op === 'set') return { ...value, [key]: operation.after };
  if (operation.op !== 'remove' || !Object.hasOwn(value, key)) throw lost(operation);
  return Object.fromEntries(Object.entries(value).filter(([other]) => other !== key));
}

function changedList(list: ItemList, id: string, operation: Operation): Json {
  const item = list.find((other) => other.id === id);
  const others = list.filter((other) => other !== item);
  if (operation.op === 'insert' && item === undefined)
    return placed(others, operation.after, operation.behind);
  if (item === undefined) throw lost(operation);
  if (operation.op === 'remove') return others;
  if (operation.op === 'move') return placed(others, item, operation.behind);
  throw lost(operation);
}

function placed(list: ItemList, item: Json, behind: string | null): Json {
  const anchor = behind === null ? -1 : list.findIndex(({ id }) => id === behind);
  const at = behind !== null && anchor < 0 ? list.length : anchor + 1;
  return [...list.slice(0, at), item, ...list.slice(at)];
}

function lost({ op, path }: Operation): DomainError {
  const pointer = `/${path.join('/')}`;
  return new DomainError('CONFLICT', `There is no place for this change any more: ${op} ${pointer}.`, {
    details: [{ pointer, detail: 'Look at the document as it is now, and make the change again.' }],
  });
}
