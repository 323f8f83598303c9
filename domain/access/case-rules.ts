import { auditorTies, type CaseGrant, type CaseTie, caseDeeds, caseGrants, caseTies } from './case-grants.ts';
import type { Rule } from './rule.ts';
import { covers } from './scopes.ts';
import type { CaseAction } from './subjects.ts';
import { tokensOf } from './tokens-of.ts';
import type { Viewer } from './viewer.ts';

type Conditions = Rule['conditions'];

/** What rights on cases come to for one viewer: a read rule for each token, and rules for what each tie allows. */
export function caseRules(viewer: Viewer): Rule[] {
  const tokens = tokensOf(viewer);
  const reading = tokens.map((token) => caseRule(['read'], { readers: token }));
  return [
    ...reading,
    ...tiesOf(viewer).flatMap((tie) => rulesOfTie(viewer, tie, tokens)),
    ...ownRules(viewer),
  ];
}

const caseRule = (action: CaseAction[], conditions: Conditions): Rule => ({
  action,
  subject: 'Case',
  conditions,
});

/** Somebody who is nothing but an auditor changes nothing for others. */
function tiesOf({ systemRoles }: Viewer): readonly CaseTie[] {
  const onlyAuditor = systemRoles.length > 0 && systemRoles.every((role) => role === 'auditor');
  return onlyAuditor ? auditorTies : caseTies;
}

/** The conditions under which a viewer has a tie to a case: one scalar of the session each. */
function conditionsOf(tie: CaseTie, me: string, tokens: readonly string[]): Conditions[] {
  const named = (prefix: string): string[] =>
    tokens.filter((token) => token.startsWith(`${prefix}:`)).map((token) => token.slice(prefix.length + 1));
  switch (tie) {
    case 'requester':
      return [{ requester: me }];
    case 'behalf':
      return [{ behalf: me }];
    case 'assignee':
      return [{ owner: me }];
    case 'approver':
      return [{ approvers: me }];
    case 'voter':
      return [{ voters: me }];
    case 'asked':
      return [{ asked: me }];
    case 'watcher':
      return [{ watchers: me }];
    case 'previous':
      return [{ previousOwners: me }];
    case 'team':
      return [...named('team').map((team) => ({ team })), ...named('pool').map((pool) => ({ pool }))];
    case 'accountable':
      return named('role').map((accountable) => ({ accountable }));
    case 'backup':
      return named('role').map((backup) => ({ backup }));
    default:
      return tokens.includes(`role:${tie}`) ? [{ readers: `role:${tie}` }] : [];
  }
}

const whens: Readonly<Record<CaseGrant['when'], Conditions>> = {
  always: {},
  open: { open: true },
  unowned: { open: true, owner: null },
};

function rulesOfTie(viewer: Viewer, tie: CaseTie, tokens: readonly string[]): Rule[] {
  const conditions = conditionsOf(tie, viewer.personId, tokens);
  return Object.entries(whens).flatMap(([when, state]) => {
    const deeds = caseDeeds.filter((deed) => isGranted(viewer, deed, tie) && caseGrants[deed].when === when);
    return deeds.length === 0 ? [] : conditions.map((one) => caseRule(deeds, { ...one, ...state }));
  });
}

function isGranted(viewer: Viewer, deed: (typeof caseDeeds)[number], tie: CaseTie): boolean {
  const grant = caseGrants[deed];
  if (!grant.to.includes(tie) || (grant.peopleOnly === true && viewer.kind === 'service')) return false;
  return covers(viewer.scopes, deed === 'readInternal' ? 'cases:read' : 'cases:write');
}

/** What nobody does on their own request; said last, so that it prevails. */
function ownRules({ personId }: Viewer): Rule[] {
  const deeds = caseDeeds.filter((deed) => caseGrants[deed].notForOwnRequest === true);
  return [{ ...caseRule(deeds, { beneficiary: personId }), inverted: true }];
}
