import { DomainError } from '../../../domain/error/domain-error.ts';
import { decideAsk } from '../../../domain/stream/case/commands/talk.ts';
import { type CaseDeps, commandCase } from './case-command.ts';
import { type CaseRequest, type CaseResult, callFor } from './case-request.ts';

/** Asks for information: the one it is for, unless somebody is named. @throws DomainError NOT_FOUND, NOT_ALLOWED, STALE, CASE_CLOSED, VALIDATION_FAILED. */
export function askCase(
  deps: CaseDeps,
  request: CaseRequest,
  caseId: string,
  ask: { readonly question: string; readonly to?: string },
): CaseResult {
  const { to } = ask;
  const call = callFor(request, 'ask', to === undefined ? [] : [to]);
  return commandCase(deps, caseId, call, (state, world) => {
    if (to !== undefined && world.directory.person(to)?.active !== true)
      throw new DomainError('VALIDATION_FAILED', 'Ask somebody who works here now.', {
        details: [{ pointer: '/to', detail: 'There is no active person of this id.' }],
      });
    return decideAsk(state, ask, world);
  });
}
