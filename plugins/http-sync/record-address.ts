import type { CallResponse } from '../kit/context.ts';
import type { Json } from '../kit/json.ts';
import type { HttpSyncConfig } from './http-sync-config.ts';
import { valueAt } from './value-at.ts';

/** The path of one record, or undefined for an id that no path can carry safely. */
export function recordPath(config: HttpSyncConfig, id: string): string | undefined {
  // `.` and `..` would lead to another resource once the address is normalised.
  if (id === '' || id === '.' || id === '..' || !id.isWellFormed()) return undefined;
  return (config.record ?? `${config.resource}/{id}`).replaceAll('{id}', () => encodeURIComponent(id));
}

/** The id of a record as text, or undefined when there is none. */
export function recordId(record: Json | undefined, config: HttpSyncConfig): string | undefined {
  const id = valueAt(record, config.idField);
  if (typeof id === 'number') return String(id);
  return typeof id === 'string' && id !== '' ? id : undefined;
}

/** The id at the end of a `Location` header, or undefined. */
export function locatedId(response: CallResponse): string | undefined {
  const last = response.headers['location']?.split(/[?#]/)[0]?.split('/').at(-1);
  if (!last) return undefined;
  try {
    return decodeURIComponent(last);
  } catch {
    return undefined;
  }
}

/** The address of a record for people, http(s) only: from the record, else by the pattern, else undefined. */
export function recordLink(record: Json | undefined, id: string, config: HttpSyncConfig): string | undefined {
  const told = config.linkField === undefined ? undefined : valueAt(record, config.linkField);
  if (typeof told === 'string' && isWebAddress(told)) return told;
  return config.linkPattern?.replaceAll(/\{id\}|%7Bid%7D/gi, () => encodeURIComponent(id));
}

function isWebAddress(text: string): boolean {
  return text.length <= 2000 && URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
}
