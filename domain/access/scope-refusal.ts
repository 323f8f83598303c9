import { DomainError } from '../error/domain-error.ts';
import { type Ability, abilityOf } from './ability-of.ts';
import { plainGrants } from './plain-grants.ts';
import { readScopeOf, type Scope } from './scopes.ts';
import type { ActionOn, SubjectDoc, SubjectName } from './subjects.ts';

/** Kinds of which there is one everywhere: that it is there is no secret from a token. */
const single: ReadonlySet<SubjectName> = new Set(['Log', 'AccessLog', 'Metrics', 'Installation']);

/**
 * Why a token may not do something that its person may: the scope it lacks, and how to get one that has it. Undefined when it is not the
 * scopes that stand in the way, or when saying so would tell of a thing the token does not read.
 */
export function scopeRefusal<D extends SubjectDoc>(
  ability: Ability,
  action: ActionOn<D['subject']>,
  doc: D,
): DomainError | undefined {
  const { scopes } = ability.viewer;
  if (scopes === null || !(single.has(doc.subject) || action === 'create' || ability.can('read', doc)))
    return undefined;
  const scope = scopesFor(action, doc.subject).find((wanted) => {
    const wider = abilityOf({ ...ability.viewer, scopes: [...scopes, wanted] });
    return wider.can(action, doc) && (action === 'create' || wider.can('read', doc));
  });
  if (scope === undefined) return undefined;
  return new DomainError(
    'NOT_ALLOWED',
    `This token lacks the scope ${scope}. Sign in and make a token that has it (POST /api/v1/tokens), or ask an administrator for one: signalbox token create --scope ${scope}.`,
    { data: { action, subject: doc.subject, scope, scopes } },
  );
}

/** The scopes that could allow it to those with the right roles or ties, the narrowest first. */
function scopesFor(action: string, subject: SubjectName): readonly Scope[] {
  if (subject === 'Case') return ['cases:read', 'cases:write'];
  const granted = plainGrants.filter((grant) => grant.subject === subject && grant.actions.includes(action));
  return [...new Set(granted.map(({ scope }) => (action === 'read' ? readScopeOf(scope) : scope)))];
}
