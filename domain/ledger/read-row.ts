import { canonicalJson, type Json } from '../hash/canonical-json.ts';
import type { Sealed, StreamEvent } from '../stream/event.ts';
import type { ProvenRow } from './export-format.ts';
import { hasExactly, isCount, isHash, isRecord } from './shape.ts';

/** A row as it was read. */
export interface ReadRow {
  readonly row: Omit<ProvenRow, 'previous' | 'proof'> & Partial<Pick<ProvenRow, 'previous' | 'proof'>>;
  /**
   * The text that the chain hash covers. Where the line is in form it is what stands in the line, not a second
   * rendering of it: a text under the right hash is the one that was hashed, to the byte.
   */
  readonly eventText: string;
  /** Whether the line around the event is in canonical form. */
  readonly inForm: boolean;
}

const opening = '{"event":';

/**
 * A line and its value as a row of an export; undefined when it does not have that shape.
 * @throws TypeError on text that RFC 8785 cannot hold.
 */
export function readRow(value: unknown, line: string): ReadRow | undefined {
  if (!isRecord(value) || !isRow(value)) return undefined;
  const { position, stream, seq, event, hash, sealed, previous, proof } = value;
  let rest = `,"hash":"${hash}","position":${position}`;
  if (previous !== undefined) rest += `,"previous":"${previous}"`;
  if (proof !== undefined) rest += `,"proof":${canonicalJson(proof)}`;
  if (sealed !== undefined) rest += `,"sealed":${canonicalJson(sealed)}`;
  rest += `,"seq":${seq},"stream":${canonicalJson(stream)}}`;
  const inForm = line.startsWith(opening) && line.endsWith(rest);
  const eventText = inForm ? line.slice(opening.length, line.length - rest.length) : canonicalJson(event);
  return { row: value, eventText, inForm };
}

/** Keys that do not belong here are found by the form of the line, which then is another one. */
function isRow(value: Record<string, unknown>): value is Record<string, unknown> & ReadRow['row'] {
  const { position, stream, seq, event, hash, sealed } = value;
  if (!isCount(position) || !isCount(seq) || typeof stream !== 'string' || !isHash(hash)) return false;
  return isEvent(event) && (sealed === undefined || isSealed(sealed)) && isProven(value);
}

function isProven({ previous, proof }: Record<string, unknown>): boolean {
  if (previous !== undefined && previous !== '' && !isHash(previous)) return false;
  return proof === undefined || (Array.isArray(proof) && proof.every(isHash));
}

function isEvent(value: unknown): value is StreamEvent {
  if (!isRecord(value)) return false;
  const { stream, seq, kind, at, actor, data, seals } = value;
  if (typeof stream !== 'string' || typeof kind !== 'string' || !isCount(seq)) return false;
  if (typeof at !== 'number' || !isRecord(data)) return false;
  if (!isRecord(actor) || typeof actor['id'] !== 'string') return false;
  return seals === undefined || (isRecord(seals) && Object.values(seals).every(isHash));
}

function isSealed(value: unknown): value is Sealed {
  return isRecord(value) && Object.values(value).every(isSealedValue);
}

function isSealedValue(part: unknown): part is { salt: string; value: Json } {
  return isRecord(part) && hasExactly(part, ['salt', 'value']) && typeof part['salt'] === 'string';
}
