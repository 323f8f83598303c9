import type { DeliveryEvent } from '../kit/delivery.ts';
import type { Json, JsonObject } from '../kit/json.ts';
import type { Mapping, Source } from './mapping.ts';
import { valueAt } from './value-at.ts';

type Fields = { [key: string]: Json | Fields };

/** Builds a record's body from the facts of an event by a mapping; `clears` says whether a missing fact is sent as null. */
export function buildBody(mapping: Mapping, event: DeliveryEvent, clears: boolean): JsonObject {
  const body: Fields = {};
  for (const [path, source] of Object.entries(mapping)) {
    const value = valueFrom(source, event, clears);
    if (value !== undefined) setAt(body, path, value);
  }
  return body as JsonObject;
}

/** The same body with one more value at a dotted path. */
export function withValueAt(body: JsonObject, path: string, value: Json): JsonObject {
  const copy: Fields = structuredClone(body) as Fields;
  setAt(copy, path, value);
  return copy as JsonObject;
}

function valueFrom(source: Source, event: DeliveryEvent, clears: boolean): Json | undefined {
  if ('literal' in source) return source.literal;
  if ('template' in source) {
    return source.template.replace(/\{\{\s*([^{}\s]+)\s*\}\}/g, (_, key: string) =>
      wordsOf(factOf(event, key)),
    );
  }
  const value = factOf(event, source.fact);
  if (value !== undefined && value !== null) return value;
  const whenMissing = source.whenMissing ?? (clears ? 'null' : 'omit');
  return whenMissing === 'null' ? null : undefined;
}

function factOf(event: DeliveryEvent, key: string): Json | undefined {
  const own: Readonly<Record<string, Json>> = {
    'case.id': event.caseId,
    'case.number': event.number,
    'case.type': event.type,
    'event.kind': event.kind,
    'event.at': new Date(event.at).toISOString(),
  };
  if (Object.hasOwn(own, key)) return own[key];
  // Facts are flat and may hold dots in their keys; only then is a dot a way into a value.
  return Object.hasOwn(event.data, key) ? event.data[key] : valueAt(event.data, key);
}

function wordsOf(value: Json | undefined): string {
  if (value === undefined || value === null) return '';
  if (Array.isArray(value)) return value.map((each: Json) => wordsOf(each)).join(', ');
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function setAt(body: Fields, path: string, value: Json): void {
  const names = path.split('.');
  const last = names.pop();
  if (last === undefined) return;
  let place = body;
  for (const name of names) {
    const there = place[name];
    const next = isFields(there) ? there : {};
    place[name] = next;
    place = next;
  }
  place[last] = value;
}

function isFields(value: Json | Fields | undefined): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
