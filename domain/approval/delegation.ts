import { DomainError } from '../error/domain-error.ts';

/** Somebody decides for somebody else for a time; `to` never passes it on. */
export type Delegation = {
  readonly id: string;
  /** Whose decisions they are. */
  readonly from: string;
  /** Who decides for them. */
  readonly to: string;
  /** Epoch milliseconds; in force from `startsAt` until just before `endsAt`. */
  readonly startsAt: number;
  readonly endsAt: number;
  /** Slugs of request types; absent means all. */
  readonly types?: readonly string[];
  /** Largest amount in the base currency; a case whose amount is not known is beyond it. Absent means any. */
  readonly amountUpTo?: number;
};

/** What a delegation's scope is held against; `amount` is in the base currency. */
export interface DelegatedMatter {
  readonly type: string;
  readonly amount: number | null;
}

/** True from the instant it starts until just before the instant it ends. */
export function isInForce(delegation: Delegation, at: number): boolean {
  return delegation.startsAt <= at && at < delegation.endsAt;
}

/** True when the delegation is in force and covers this type and amount. */
export function delegationApplies(delegation: Delegation, matter: DelegatedMatter, at: number): boolean {
  const { types, amountUpTo } = delegation;
  if (!isInForce(delegation, at)) return false;
  if (types !== undefined && !types.includes(matter.type)) return false;
  return amountUpTo === undefined || (matter.amount !== null && matter.amount <= amountUpTo);
}

/** Why nobody's decision could come to somebody: programs propose, auditors change nothing, and some open nobody else's cases. */
export type Hindrance = 'program' | 'only-audits' | 'opens-nothing';

/** What making a delegation is checked against; `existing` are those not ended or revoked. */
export interface DelegationSetting {
  readonly existing: readonly Delegation[];
  readonly isActive: (person: string) => boolean;
  /** Why somebody could decide on no case at all, whoever delegates to them. */
  readonly hindrance: (person: string) => Hindrance | undefined;
  /** Whether there is a request type of this slug. */
  readonly isType: (slug: string) => boolean;
  readonly at: number;
  readonly nameOf?: (person: string) => string;
}

/** Why this delegation cannot be made, or undefined when it can. */
export function refusalToDelegate(wanted: Delegation, setting: DelegationSetting): DomainError | undefined {
  const found = scopeProblem(wanted, setting) ?? chainProblem(wanted, setting);
  if (found === undefined) return undefined;
  const [pointer, message] = found;
  return new DomainError('DELEGATION_INVALID', message, { details: [{ pointer, detail: message }] });
}

/**
 * Passes when the delegation can be made.
 * @throws DELEGATION_INVALID
 */
export function requireDelegation(wanted: Delegation, setting: DelegationSetting): void {
  const refusal = refusalToDelegate(wanted, setting);
  if (refusal) throw refusal;
}

const hindranceWords: Readonly<Record<Hindrance, string>> = {
  program: 'is a program: a program may propose, people decide. Choose a person.',
  'only-audits':
    'is an auditor and nothing else, and auditors decide nothing. Choose somebody else, or ask an administrator to give them another role.',
  'opens-nothing':
    'has no role, team or pool by which they could open the cases you decide on. Choose somebody else, or ask an administrator to give them one first.',
};

type Found = readonly [pointer: string, message: string];

function scopeProblem(wanted: Delegation, setting: DelegationSetting): Found | undefined {
  const { from, to, startsAt, endsAt, types, amountUpTo } = wanted;
  const name = setting.nameOf ?? ((person: string) => person);
  if (from === to) return ['/to', 'You decide for yourself anyway. Choose somebody else.'];
  if (!setting.isActive(to)) return ['/to', `${name(to)} is not active. Choose somebody who is.`];
  const hindrance = setting.hindrance(to);
  if (hindrance !== undefined) return ['/to', `${name(to)} ${hindranceWords[hindrance]}`];
  if (!Number.isFinite(startsAt)) return ['/startsAt', 'Say when it begins.'];
  if (!Number.isFinite(endsAt)) return ['/endsAt', 'Say when it ends.'];
  if (endsAt <= startsAt) return ['/endsAt', 'It would end before it begins. Choose a later end.'];
  if (endsAt <= setting.at) return ['/endsAt', 'It would be over already. Choose a later end.'];
  if (types !== undefined && types.length === 0)
    return ['/types', 'Name at least one request type, or leave this out for all.'];
  const lost = types?.find((type) => !setting.isType(type));
  if (types !== undefined && lost !== undefined)
    return [
      `/types/${types.indexOf(lost)}`,
      `There is no request type “${lost}”. Name one that was published, or leave this out for all.`,
    ];
  if (amountUpTo !== undefined && !(amountUpTo > 0))
    return ['/amountUpTo', 'Give an amount above 0, or leave this out for any.'];
  return undefined;
}

function chainProblem(wanted: Delegation, setting: DelegationSetting): Found | undefined {
  const name = setting.nameOf ?? ((person: string) => person);
  const meeting = setting.existing.filter((other) => other.id !== wanted.id && meets(wanted, other));
  if (meeting.some((other) => other.from === wanted.to && other.to === wanted.from))
    return [
      '/to',
      `${name(wanted.to)} has delegated to you for that time. Choose somebody else or other dates.`,
    ];
  const onward = meeting.find((other) => other.from === wanted.to);
  if (onward)
    return [
      '/to',
      `${name(wanted.to)} has delegated to ${name(onward.to)} for that time, and it is not passed on. Choose ${name(onward.to)} or other dates.`,
    ];
  const received = meeting.find((other) => other.to === wanted.from);
  if (received)
    return [
      '/from',
      `You decide for ${name(received.from)} in that time, and that is not passed on. Ask ${name(received.from)} to choose somebody else first.`,
    ];
  return undefined;
}

/** True when both could apply to one case at one moment. */
function meets(one: Delegation, other: Delegation): boolean {
  if (one.startsAt >= other.endsAt || other.startsAt >= one.endsAt) return false;
  const { types } = one;
  return types === undefined || other.types === undefined || other.types.some((type) => types.includes(type));
}
