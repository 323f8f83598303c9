import { noteSensitive } from '../../use-cases/access-log/note-sensitive.ts';
import type { Call } from '../core/endpoint.ts';

/** Sensitive answers are shown only when it is written down who saw them. */
export function noteLook(
  { parts, viewer, address, params }: Call<{ readonly id: string }>,
  fields: readonly string[],
): Promise<void> {
  return noteSensitive(parts.deps, { person: viewer.personId, address, caseId: params.id, fields });
}
