import type { RefusalCode } from '../error/codes.ts';
import { DomainError } from '../error/domain-error.ts';
import type { Ability } from './ability-of.ts';
import { type CaseGrant, type CaseTie, caseGrants } from './case-grants.ts';
import type { CaseSubject } from './case-subject.ts';
import { scopeRefusal } from './scope-refusal.ts';
import type { ActionOn, CaseAction, SubjectDoc } from './subjects.ts';

/** What somebody is to a case, in words. */
export const tieWords: Readonly<Record<CaseTie, string>> = {
  requester: 'the requester',
  behalf: 'the person it was requested for',
  assignee: 'the person who has the case',
  team: 'members of its team or pool',
  accountable: 'those who answer for it',
  backup: 'their backup',
  approver: 'its approvers',
  voter: 'the person who decided',
  asked: 'the person who was asked',
  watcher: 'those who watch it',
  previous: 'those who had it before',
  admin: 'administrators',
  auditor: 'auditors',
};

/** Who could do something to a case, in plain words and by id, as far as the case names them. */
export interface WhoCould {
  readonly words: string;
  readonly people: readonly string[];
  readonly roles: readonly string[];
  readonly team: string | null;
}

/** Who could do something to this case. */
export function whoCould(action: Exclude<CaseAction, 'read'>, doc: CaseSubject): WhoCould {
  const { to } = caseGrants[action];
  const people = to.flatMap((tie) => peopleOf(tie, doc));
  const roles = to.flatMap((tie) => (tie === 'accountable' || tie === 'backup' ? [doc[tie]] : []));
  const words = to.filter((tie) => isFilled(tie, doc)).map((tie) => tieWords[tie]);
  return {
    words: words.length === 0 ? 'nobody at present' : listed(words),
    people: [...new Set(people)],
    roles: [...new Set(roles)].filter((role) => role !== ''),
    team: to.includes('team') ? doc.team : null,
  };
}

function peopleOf(tie: CaseTie, doc: CaseSubject): readonly string[] {
  const named: Partial<Record<CaseTie, readonly (string | null)[]>> = {
    requester: [doc.requester],
    behalf: [doc.behalf],
    assignee: [doc.owner],
    approver: doc.approvers,
    voter: doc.voters,
    asked: doc.asked,
  };
  return (named[tie] ?? []).filter((person) => person !== null);
}

function isFilled(tie: CaseTie, doc: CaseSubject): boolean {
  if (tie === 'team') return doc.team !== null || doc.pool !== null;
  const counted: readonly CaseTie[] = ['requester', 'behalf', 'assignee', 'approver', 'voter', 'asked'];
  return !counted.includes(tie) || peopleOf(tie, doc).length > 0;
}

const listed = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;

/**
 * Why a viewer may not do something to a thing, in words that say who could, or which scope their token lacks; undefined when they may.
 * What they may not read does not exist for them: NOT_FOUND.
 */
export function refusalTo<D extends SubjectDoc>(
  ability: Ability,
  action: ActionOn<D['subject']>,
  doc: D,
): DomainError | undefined {
  if (ability.can(action, doc) && isReadable(ability, action, doc)) return undefined;
  const narrowed = scopeRefusal(ability, action, doc);
  if (narrowed !== undefined) return narrowed;
  if (!isReadable(ability, action, doc))
    return new DomainError('NOT_FOUND', 'There is no such thing, or it is not yours to see.');
  if (doc.subject !== 'Case' || action === 'read')
    return new DomainError('NOT_ALLOWED', 'Your roles do not allow this. Ask an administrator.', {
      data: { action, subject: doc.subject },
    });
  return caseRefusal(ability, action as Exclude<CaseAction, 'read'>, doc);
}

/** Making a thing asks nothing of it; a request type may be submitted by those who read it. */
function isReadable<D extends SubjectDoc>(ability: Ability, action: ActionOn<D['subject']>, doc: D): boolean {
  return action === 'create' || ability.can('read', doc);
}

function caseRefusal(ability: Ability, action: Exclude<CaseAction, 'read'>, doc: CaseSubject): DomainError {
  const grant = caseGrants[action];
  const who = whoCould(action, doc);
  const [code, message] = reasonFor(ability, { action, grant, doc, words: who.words });
  return new DomainError(code, message, { data: { action, who } });
}

interface Question {
  readonly action: Exclude<CaseAction, 'read'>;
  readonly grant: CaseGrant;
  readonly doc: CaseSubject;
  readonly words: string;
}

function reasonFor({ viewer }: Ability, { action, grant, doc, words }: Question): [RefusalCode, string] {
  if (grant.when !== 'always' && !doc.open)
    return ['CASE_CLOSED', 'This case is closed. Reopen it first, if its type allows that.'];
  if (grant.peopleOnly === true && viewer.kind === 'service')
    return ['NOT_ALLOWED', 'A program may propose; people decide.'];
  if (grant.notForOwnRequest === true && doc.beneficiary === viewer.personId)
    return action === 'decide'
      ? ['SELF_DECISION', `Nobody decides on their own request. It is for ${words}.`]
      : ['NOT_ALLOWED', 'Remarks of those who work on a request are not for the person it is about.'];
  if (grant.when === 'unowned' && doc.owner !== null)
    return ['CONFLICT', 'Somebody has this case. Ask for it to be handed over.'];
  return [action === 'decide' ? 'NOT_AN_APPROVER' : 'NOT_ALLOWED', `This is for ${words}.`];
}
