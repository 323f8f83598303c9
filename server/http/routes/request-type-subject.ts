import type { RequestTypeSubject } from '../../../domain/access/subjects.ts';
import type { RequestTypeState } from '../../../domain/stream/request-type/request-type-stream.ts';
import type { CaseDeps } from '../../use-cases/case/case-command.ts';

/** A request type as rights see it; one that was never published is not live. */
export async function requestTypeSubject(
  deps: Pick<CaseDeps, 'definitions'>,
  slug: string,
  state: RequestTypeState | undefined,
): Promise<RequestTypeSubject> {
  const live = state?.live ?? null;
  const hash = state?.versions.find(({ n }) => n === live)?.hash;
  const definition = hash === undefined ? undefined : await deps.definitions.byHash(hash);
  return {
    subject: 'RequestType',
    slug,
    live: live !== null,
    submitters: live === null ? [] : (definition?.document.who?.submit ?? ['everyone']),
  };
}
