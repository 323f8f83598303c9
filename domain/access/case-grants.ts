import type { CaseAction } from './subjects.ts';

/** What somebody may be to a case, as far as rights go; `admin` and `auditor` are the roles, whatever else they are to it. */
export const caseTies = [
  'requester',
  'behalf',
  'assignee',
  'team',
  'accountable',
  'backup',
  'approver',
  'voter',
  'asked',
  'watcher',
  'previous',
  'admin',
  'auditor',
] as const;
export type CaseTie = (typeof caseTies)[number];

/** Who may do one thing to a case, and when. */
export interface CaseGrant {
  readonly to: readonly CaseTie[];
  /** `open` until the case is closed; `unowned` while nobody has it. */
  readonly when: 'always' | 'open' | 'unowned';
  /** Only people, never a program under an identity of its own. */
  readonly peopleOnly?: boolean;
  /** Never the person whose request it is, whatever else they are to it. */
  readonly notForOwnRequest?: boolean;
}

const asking: readonly CaseTie[] = ['requester', 'behalf'];
const handling: readonly CaseTie[] = ['assignee', 'team', 'accountable', 'backup'];
const working: readonly CaseTie[] = [...handling, 'approver'];
const anybody: readonly CaseTie[] = [...asking, ...working, 'asked', 'watcher', 'previous', 'admin'];

/**
 * Everything that may be done to a case beyond reading it, which its readers decide. Steps of the workflow and edits of fields are
 * narrowed further by the definition.
 */
export const caseGrants: Readonly<Record<Exclude<CaseAction, 'read'>, CaseGrant>> = {
  readInternal: { to: [...working, 'previous', 'admin', 'auditor'], when: 'always', notForOwnRequest: true },
  comment: { to: anybody, when: 'always' },
  commentInternal: { to: [...working, 'admin'], when: 'always', notForOwnRequest: true },
  assign: { to: [...handling, 'admin'], when: 'open' },
  claim: { to: ['team', 'accountable', 'backup'], when: 'unowned' },
  release: { to: ['assignee'], when: 'open' },
  accept: { to: ['assignee'], when: 'open' },
  decline: { to: ['assignee'], when: 'open' },
  see: { to: ['assignee'], when: 'open' },
  transition: { to: [...asking, ...working], when: 'always' },
  decide: { to: ['approver'], when: 'open', peopleOnly: true, notForOwnRequest: true },
  retract: { to: ['voter'], when: 'always', peopleOnly: true },
  ask: { to: working, when: 'open' },
  answer: { to: [...asking, 'asked'], when: 'open' },
  attach: { to: [...asking, ...working, 'asked'], when: 'open' },
  setPriority: { to: handling, when: 'open' },
  escalate: { to: [...asking, ...working, 'admin'], when: 'open' },
  withdraw: { to: asking, when: 'open' },
  reroute: { to: [...handling, 'admin'], when: 'open' },
  changeType: { to: handling, when: 'open' },
  edit: { to: [...asking, ...working], when: 'open' },
  watch: { to: anybody, when: 'always' },
  snooze: { to: ['assignee', 'approver', 'asked'], when: 'open' },
};

/** What is left to somebody who is nothing but an auditor: their own requests, questions put to them, and reading. */
export const auditorTies: readonly CaseTie[] = ['requester', 'behalf', 'asked', 'auditor'];

/** What may be done to a case beyond reading it. */
export const caseDeeds = Object.keys(caseGrants) as Exclude<CaseAction, 'read'>[];
