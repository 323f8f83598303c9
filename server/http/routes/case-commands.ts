import type { z } from 'zod';
import type { CaseAction } from '../../../domain/access/subjects.ts';
import { acceptCase } from '../../use-cases/case/accept-case.ts';
import { answerCase } from '../../use-cases/case/answer-case.ts';
import { askCase } from '../../use-cases/case/ask-case.ts';
import { assignCase } from '../../use-cases/case/assign-case.ts';
import { attachFile } from '../../use-cases/case/attach-file.ts';
import type { CaseDeps } from '../../use-cases/case/case-command.ts';
import type { CaseRequest, CaseResult } from '../../use-cases/case/case-request.ts';
import { changeType } from '../../use-cases/case/change-type.ts';
import { claimCase } from '../../use-cases/case/claim-case.ts';
import { commentCase } from '../../use-cases/case/comment-case.ts';
import { decideCase } from '../../use-cases/case/decide-case.ts';
import { declineCase } from '../../use-cases/case/decline-case.ts';
import { editCase } from '../../use-cases/case/edit-case.ts';
import { escalateCase } from '../../use-cases/case/escalate-case.ts';
import { snoozeCase, wakeCase } from '../../use-cases/case/put-aside.ts';
import { releaseCase } from '../../use-cases/case/release-case.ts';
import { rerouteCase } from '../../use-cases/case/reroute-case.ts';
import { retractDecision } from '../../use-cases/case/retract-decision.ts';
import { seeCase } from '../../use-cases/case/see-case.ts';
import { setPriority } from '../../use-cases/case/set-priority.ts';
import { transitionCase } from '../../use-cases/case/transition-case.ts';
import { unwatchCase, watchCase } from '../../use-cases/case/watch-case.ts';
import { withdrawCase } from '../../use-cases/case/withdraw-case.ts';
import type { caseBodies } from '../schemas/case-schemas.ts';

/** The commands on a case by the last part of their address. */
export type CommandName = keyof typeof caseBodies;
type BodyOf<N extends CommandName> = z.infer<(typeof caseBodies)[N]>;

/** One command as it is offered: its name in the document, the right it needs, and what it does. */
export interface CaseCommand<N extends CommandName> {
  readonly operationId: string;
  readonly summary: string;
  readonly action: Exclude<CaseAction, 'read'>;
  readonly run: (deps: CaseDeps, request: CaseRequest, caseId: string, body: BodyOf<N>) => CaseResult;
}

const assignments = (
  deps: CaseDeps,
  request: CaseRequest,
  id: string,
  body: BodyOf<'assignments'>,
): CaseResult => {
  switch (body.action) {
    case 'assign':
      return assignCase(deps, request, id, { person: body.to, reason: body.reason });
    case 'claim':
      return claimCase(deps, request, id);
    case 'accept':
      return acceptCase(deps, request, id);
    case 'see':
      return seeCase(deps, request, id);
    case 'release':
      return releaseCase(deps, request, id, body);
    case 'decline':
      return declineCase(deps, request, id, body);
  }
};

/** Every command on a case: one shelf for the API and for bulk. */
export const caseCommands: { readonly [N in CommandName]: CaseCommand<N> } = {
  transitions: {
    operationId: 'takeTransition',
    summary: 'Take a step of the workflow',
    action: 'transition',
    run: transitionCase,
  },
  decisions: {
    operationId: 'decideOnCase',
    summary: 'Approve, reject, send back, or ask for information',
    action: 'decide',
    run: (deps, request, id, body) =>
      body.decision === 'ask' ? askCase(deps, request, id, body) : decideCase(deps, request, id, body),
  },
  retract: {
    operationId: 'retractDecision',
    summary: 'Take one’s own last decision back, within 8 seconds',
    action: 'retract',
    run: (deps, request, id) => retractDecision(deps, request, id),
  },
  assignments: {
    operationId: 'assignCase',
    summary: 'Assign, claim, release, accept, decline, or note as seen',
    action: 'assign',
    run: assignments,
  },
  comments: {
    operationId: 'commentOnCase',
    summary: 'Add a public comment, or an internal one',
    action: 'comment',
    run: commentCase,
  },
  answers: {
    operationId: 'answerQuestion',
    summary: 'Answer an open question',
    action: 'answer',
    run: answerCase,
  },
  attachments: {
    operationId: 'attachFile',
    summary: 'Link a file that was uploaded before',
    action: 'attach',
    run: attachFile,
  },
  priority: {
    operationId: 'setPriority',
    summary: 'Set the priority by hand',
    action: 'setPriority',
    run: setPriority,
  },
  escalate: {
    operationId: 'escalateCase',
    summary: 'Escalate to those who answer for the case',
    action: 'escalate',
    run: escalateCase,
  },
  reroute: {
    operationId: 'rerouteCase',
    summary: 'Route the case again by force',
    action: 'reroute',
    run: rerouteCase,
  },
  withdraw: {
    operationId: 'withdrawCase',
    summary: 'Withdraw the request',
    action: 'withdraw',
    run: withdrawCase,
  },
  'change-type': {
    operationId: 'changeCaseType',
    summary: 'Make it a case of another request type',
    action: 'changeType',
    run: (deps, request, id, { to, reason, values }) => changeType(deps, request, id, { to, reason, values }),
  },
  edit: {
    operationId: 'editCase',
    summary: 'Change answers that the form lets the caller change now',
    action: 'edit',
    run: editCase,
  },
  watch: {
    operationId: 'watchCase',
    summary: 'Watch the case: be told what happens to it',
    action: 'watch',
    run: (deps, request, id) => watchCase(deps, request, id),
  },
  unwatch: {
    operationId: 'unwatchCase',
    summary: 'Stop watching the case, also for those who were mentioned',
    action: 'watch',
    run: (deps, request, id) => unwatchCase(deps, request, id),
  },
  snooze: {
    operationId: 'snoozeCase',
    summary: 'Put aside what the case asks of the caller, until a time or until there is news',
    action: 'snooze',
    run: snoozeCase,
  },
  wake: {
    operationId: 'wakeCase',
    summary: 'Take up again what the caller put aside',
    action: 'snooze',
    run: (deps, request, id) => wakeCase(deps, request, id),
  },
};
