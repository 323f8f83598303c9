import { decideComment } from '../../../domain/stream/case/commands/talk.ts';
import { type CaseDeps, commandCase } from './case-command.ts';
import { type CaseRequest, type CaseResult, callFor } from './case-request.ts';
import { requireReadersOfRemarks } from './reads-remarks.ts';

/** A comment for everybody who reads the case, or for those who work on it. */
export interface CommentRequest {
  readonly text: string;
  readonly visibility: 'public' | 'internal';
  /** People to tell; unknown ones are left out. */
  readonly mentions: readonly string[];
}

/**
 * Adds a comment to a case; an internal one mentions only those who may read it.
 * @throws DomainError NOT_FOUND, NOT_ALLOWED, STALE, VALIDATION_FAILED, LIMIT_EXCEEDED.
 */
export function commentCase(
  deps: CaseDeps,
  request: CaseRequest,
  caseId: string,
  comment: CommentRequest,
): CaseResult {
  const action = comment.visibility === 'internal' ? 'commentInternal' : 'comment';
  const call = callFor(request, action, comment.mentions);
  return commandCase(deps, caseId, call, async (state, world, doc) => {
    if (comment.visibility === 'internal')
      await requireReadersOfRemarks(deps.directory, doc, comment.mentions);
    return decideComment(state, comment, world);
  });
}
