import { decideComment } from '../../../domain/stream/case/commands/talk.ts';
import { type CaseDeps, commandCase } from './case-command.ts';
import { type CaseRequest, type CaseResult, callFor } from './case-request.ts';

/** A comment for everybody who reads the case, or for those who work on it. */
export interface CommentRequest {
  readonly text: string;
  readonly visibility: 'public' | 'internal';
  /** People to tell; unknown ones are left out. */
  readonly mentions: readonly string[];
}

/** Adds a comment to a case. @throws DomainError NOT_FOUND, NOT_ALLOWED, STALE, VALIDATION_FAILED. */
export function commentCase(
  deps: CaseDeps,
  request: CaseRequest,
  caseId: string,
  comment: CommentRequest,
): CaseResult {
  const action = comment.visibility === 'internal' ? 'commentInternal' : 'comment';
  const call = callFor(request, action, comment.mentions);
  return commandCase(deps, caseId, call, (state, world) => decideComment(state, comment, world));
}
