import type { CaseSubject } from './case-subject.ts';

/** What may be done to a thing of each kind; `read` comes first everywhere. */
export const actions = {
  Case: [
    'read',
    'readInternal',
    'comment',
    'commentInternal',
    'assign',
    'claim',
    'release',
    'accept',
    'decline',
    'see',
    'transition',
    'decide',
    'retract',
    'ask',
    'answer',
    'attach',
    'setPriority',
    'escalate',
    'withdraw',
    'reroute',
    'changeType',
    'edit',
    'watch',
    'snooze',
  ],
  RequestType: ['read', 'submit', 'create', 'update', 'publish', 'rollback', 'retire', 'export'],
  Draft: ['read', 'create', 'update', 'delete', 'check', 'test'],
  Person: [
    'read',
    'create',
    'update',
    'deactivate',
    'grant',
    'recordLeave',
    'setAway',
    'delegate',
    'resetPassword',
  ],
  Team: ['read', 'create', 'update', 'deactivate'],
  Pool: ['read', 'create', 'update', 'deactivate', 'join'],
  Calendar: ['read', 'create', 'update', 'deactivate'],
  Account: ['read', 'create', 'update', 'deactivate', 'import'],
  Territory: ['read', 'create', 'update', 'deactivate', 'import'],
  Token: ['read', 'create', 'revoke'],
  Connection: ['read', 'create', 'update', 'deactivate', 'test'],
  Delivery: ['read', 'replay'],
  Effect: ['read', 'redrive', 'cancel'],
  Log: ['read', 'export', 'verify', 'erase'],
  AccessLog: ['read', 'export'],
  Metrics: ['read', 'export'],
  Installation: ['read', 'update', 'backup', 'restore'],
} as const;

export type SubjectName = keyof typeof actions;
export type ActionOn<N extends SubjectName> = (typeof actions)[N][number];
export type CaseAction = ActionOn<'Case'>;

/** A request type as rights see it. */
export interface RequestTypeSubject {
  readonly subject: 'RequestType';
  readonly slug: string;
  readonly live: boolean;
  /** Roles that may submit; `everyone` where the definition names none. */
  readonly submitters: readonly string[];
}

/** A person as rights see them. */
export interface PersonSubject {
  readonly subject: 'Person';
  readonly id: string;
  readonly managerId: string | null;
}

/** A token as rights see it. */
export interface TokenSubject {
  readonly subject: 'Token';
  readonly id: string;
  readonly personId: string;
}

/** A pool as rights see it. */
export interface PoolSubject {
  readonly subject: 'Pool';
  readonly id: string;
  readonly ownerRole: string | null;
}

/** Numbers as rights see them: those of a team, or of everything (null). */
export interface MetricsSubject {
  readonly subject: 'Metrics';
  readonly team: string | null;
}

/** Any other thing: its id says which one. */
export interface PlainSubject {
  readonly subject: Exclude<SubjectName, 'Case' | 'RequestType' | 'Person' | 'Token' | 'Pool' | 'Metrics'>;
  readonly id: string;
}

/** A thing as it was loaded, as far as rights depend on it: rights are asked of it, never of its kind. */
export type SubjectDoc =
  | CaseSubject
  | RequestTypeSubject
  | PersonSubject
  | TokenSubject
  | PoolSubject
  | MetricsSubject
  | PlainSubject;
