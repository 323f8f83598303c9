import { caseBasis } from '../../domain/stream/case/case-basis.ts';
import type { CaseState } from '../../domain/stream/case/case-state.ts';
import { acceptCase } from '../use-cases/case/accept-case.ts';
import { answerCase } from '../use-cases/case/answer-case.ts';
import { askCase } from '../use-cases/case/ask-case.ts';
import { assignCase } from '../use-cases/case/assign-case.ts';
import type { CaseRequest } from '../use-cases/case/case-request.ts';
import { claimCase } from '../use-cases/case/claim-case.ts';
import { commentCase } from '../use-cases/case/comment-case.ts';
import { decideCase } from '../use-cases/case/decide-case.ts';
import { declineCase } from '../use-cases/case/decline-case.ts';
import { editCase } from '../use-cases/case/edit-case.ts';
import { escalateCase } from '../use-cases/case/escalate-case.ts';
import { rerouteCase } from '../use-cases/case/reroute-case.ts';
import { retractDecision } from '../use-cases/case/retract-decision.ts';
import { seeCase } from '../use-cases/case/see-case.ts';
import { setPriority } from '../use-cases/case/set-priority.ts';
import { transitionCase } from '../use-cases/case/transition-case.ts';
import { withdrawCase } from '../use-cases/case/withdraw-case.ts';
import type { DemoStage } from './demo-stage.ts';

/** One thing somebody does to a case; each goes through the use case that pages and programs go through. */
export type Deed =
  | { readonly do: 'accept' }
  | { readonly do: 'claim' }
  | { readonly do: 'decline'; readonly reason: string }
  | { readonly do: 'assign'; readonly to: string; readonly reason: string }
  | { readonly do: 'ask'; readonly question: string }
  | { readonly do: 'answer'; readonly answer: string }
  | { readonly do: 'comment'; readonly text: string; readonly visibility: 'public' | 'internal' }
  | { readonly do: 'escalate'; readonly reason: string }
  | { readonly do: 'reroute'; readonly reason: string }
  | { readonly do: 'priority'; readonly value: number; readonly reason: string }
  | { readonly do: 'edit'; readonly values: Readonly<Record<string, string>>; readonly reason: string }
  | { readonly do: 'step'; readonly transition: string; readonly comment: string }
  | { readonly do: 'withdraw'; readonly reason: string }
  | {
      readonly do: 'vote';
      readonly gate: string;
      readonly decision: 'approve' | 'reject' | 'return';
      readonly comment: string;
      /** Taken back within the seconds there are. */
      readonly retracts: boolean;
    };

/** Within this long a decision is thought better of, in ms. */
const secondThoughtMs = 5_000;

/** Does one thing to a case as one person, by the product's own commands. @throws DomainError for what a rule refuses. */
export async function doDeed(stage: DemoStage, who: string, caseId: string, deed: Deed): Promise<void> {
  const { deps } = stage.services;
  const request = await stage.request(who, [caseId, deed]);
  switch (deed.do) {
    case 'accept':
      await seeCase(deps, request, caseId);
      await acceptCase(deps, await stage.request(who, [caseId, 'accept']), caseId);
      return;
    case 'vote':
      return vote(stage, request, caseId, deed);
    default:
      await plainDeed(stage, request, caseId, deed);
  }
}

type PlainDeed = Exclude<Deed, { do: 'accept' } | { do: 'vote' }>;

async function plainDeed(
  { services: { deps } }: DemoStage,
  request: CaseRequest,
  caseId: string,
  deed: PlainDeed,
): Promise<unknown> {
  switch (deed.do) {
    case 'claim':
      return claimCase(deps, request, caseId);
    case 'decline':
      return declineCase(deps, request, caseId, deed);
    case 'assign':
      return assignCase(deps, request, caseId, { person: deed.to, reason: deed.reason });
    case 'ask':
      return askCase(deps, request, caseId, deed);
    case 'answer':
      return answerCase(deps, request, caseId, deed);
    case 'comment':
      return commentCase(deps, request, caseId, { ...deed, mentions: [] });
    case 'escalate':
      return escalateCase(deps, request, caseId, deed);
    case 'reroute':
      return rerouteCase(deps, request, caseId, deed);
    case 'priority':
      return setPriority(deps, request, caseId, deed);
    case 'edit':
      return editCase(deps, request, caseId, deed);
    case 'step':
      return transitionCase(deps, request, caseId, deed);
    default:
      return withdrawCase(deps, request, caseId, deed);
  }
}

async function vote(
  stage: DemoStage,
  request: CaseRequest,
  caseId: string,
  deed: Extract<Deed, { do: 'vote' }>,
): Promise<void> {
  const { deps } = stage.services;
  const doc = await deps.store.aggregates.load<CaseState>(caseId);
  if (doc === undefined) return;
  const definition = await deps.definitions.byHash(doc.state.definition);
  const basis = caseBasis(doc.state, definition);
  const { gate, decision, comment } = deed;
  await decideCase(deps, request, caseId, { gate, decision, comment, basis });
  if (!deed.retracts) return;
  stage.clock.goTo(stage.clock.now() + secondThoughtMs);
  const who = request.ability.viewer.personId;
  await retractDecision(deps, await stage.request(who, [caseId, 'retract']), caseId);
}
