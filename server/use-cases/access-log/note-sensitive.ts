import { hashJson } from '../../../domain/hash/sha256.ts';
import { type Access, type AccessDeps, accessRecord } from './record-access.ts';

/** Looking again within this time is the same look, in ms. */
const oneLookMs = 15 * 60_000;

/** Who looked at which sensitive answers of which case. */
export interface SensitiveLook {
  readonly person: string;
  readonly address: string;
  readonly caseId: string;
  readonly fields: readonly string[];
}

/** Enters into the access log that sensitive answers were shown, once a quarter of an hour for the same person, case and fields. */
export async function noteSensitive(deps: AccessDeps, look: SensitiveLook): Promise<void> {
  const { person, address, caseId, fields } = look;
  if (fields.length === 0) return;
  const now = deps.clock.now();
  const id = `seen-${hashJson([person, caseId, [...fields], Math.floor(now / oneLookMs)])}`;
  if ((await deps.store.records.get('access', id)) !== undefined) return;
  const what = { case: caseId, fields: [...fields] };
  const access: Access = { kind: 'sensitive-seen', person, address, what };
  await deps.store.records.insert('access', accessRecord(id, now, access));
}
