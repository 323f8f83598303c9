import type { Json } from '../hash/canonical-json.ts';
import {
  type ItemList,
  isItemList,
  isJsonObject,
  isSameJson,
  type JsonObject,
  type Operation,
} from './operation.ts';

type Path = readonly string[];

/**
 * The changes that lead from one document to another: items are followed by their ids, so that a move is no change of
 * content. Only the parts of the document and its items are looked into; a condition or a target changes as a whole,
 * since half of one and half of another would mean nothing.
 */
export function operationsBetween(before: JsonObject, after: JsonObject): Operation[] {
  return ofObject([], before, after);
}

function ofValue(path: Path, before: Json, after: Json): Operation[] {
  if (isSameJson(before, after)) return [];
  if (path.length === 1 && isPart(before) && isPart(after)) return ofObject(path, before, after);
  if (isItemList(before) && isItemList(after)) return ofList(path, before, after);
  return [{ op: 'set', path, before, after }];
}

/** A part such as the form or the workflow, which holds lists. */
function isPart(value: Json): value is JsonObject {
  return isJsonObject(value) && Object.values(value).some((inner) => Array.isArray(inner));
}

function ofObject(path: Path, before: JsonObject, after: JsonObject): Operation[] {
  const operations: Operation[] = [];
  for (const [key, value] of Object.entries(before)) {
    if (!Object.hasOwn(after, key)) operations.push({ op: 'remove', path: [...path, key], before: value });
  }
  for (const [key, value] of Object.entries(after)) {
    const at = [...path, key];
    const old = Object.hasOwn(before, key) ? before[key] : undefined;
    if (old === undefined) operations.push({ op: 'set', path: at, after: value });
    else operations.push(...ofValue(at, old, value));
  }
  return operations;
}

function ofList(path: Path, before: ItemList, after: ItemList): Operation[] {
  const old = new Map(before.map((item, index) => [item.id, { item, index }]));
  const wanted = new Set(after.map(({ id }) => id));
  const operations: Operation[] = before
    .filter(({ id }) => !wanted.has(id))
    .map((item) => ({ op: 'remove', path: [...path, item.id], before: item }));
  const places = after.flatMap(({ id }) => old.get(id)?.index ?? []);
  const staying = longestRise(places);
  const within: Operation[] = [];
  for (const [index, item] of after.entries()) {
    const at = [...path, item.id];
    const behind = after[index - 1]?.id ?? null;
    const known = old.get(item.id);
    if (known === undefined) {
      operations.push({ op: 'insert', path: at, after: item, behind });
      continue;
    }
    if (!staying.has(known.index))
      operations.push({ op: 'move', path: at, before: before[known.index - 1]?.id ?? null, behind });
    within.push(...ofObject(at, known.item, item));
  }
  return [...operations, ...within];
}

/** The members of a longest strictly rising subsequence of distinct numbers (patience sorting). */
function longestRise(numbers: readonly number[]): ReadonlySet<number> {
  const tops: number[] = [];
  const previous = new Map<number, number | undefined>();
  for (const number of numbers) {
    let pile = tops.findIndex((top) => top > number);
    if (pile < 0) pile = tops.length;
    tops[pile] = number;
    previous.set(number, tops[pile - 1]);
  }
  const rise = new Set<number>();
  for (let number = tops.at(-1); number !== undefined; number = previous.get(number)) rise.add(number);
  return rise;
}
