import { createHash } from 'node:crypto';
import { canonicalJson } from '../../../domain/hash/canonical-json.ts';
import type { DecisionRecord } from '../../../domain/routing/decision-record.ts';

/** A decision record as it is stored: salted, since its hash stays in the log when the record itself is erased. */
export interface StoredRecord {
  readonly hash: string;
  readonly bytes: Uint8Array;
}

/** The stored form of a record and the hash events name it by. */
export function storedRecord(record: DecisionRecord, salt: string): StoredRecord {
  const bytes = Buffer.from(canonicalJson({ salt, record }), 'utf8');
  return { hash: createHash('sha256').update(bytes).digest('hex'), bytes };
}

/** The record in stored bytes. */
export function readRecord(bytes: Uint8Array): DecisionRecord {
  const { record } = JSON.parse(Buffer.from(bytes).toString('utf8')) as { record: DecisionRecord };
  return record;
}
