import { createMongoAbility } from '@casl/ability';
import { caseRules } from './case-rules.ts';
import { type Grant, plainGrants } from './plain-grants.ts';
import type { Rule } from './rule.ts';
import { covers, readScopeOf } from './scopes.ts';
import type { ActionOn, SubjectDoc } from './subjects.ts';
import type { Viewer } from './viewer.ts';

/** What one viewer may do: asked of a thing as it was loaded, never of a kind of thing. */
export interface Ability {
  readonly viewer: Viewer;
  /** The rules themselves, for the interface. */
  readonly rules: readonly Rule[];
  can<D extends SubjectDoc>(action: ActionOn<D['subject']>, doc: D): boolean;
}

/** Viewers whose rules are remembered: those who ask most are few. */
const remembered = 500;
const abilities = new Map<string, Ability>();

/** What a viewer may do, by roles, ties to the case, and the scopes of the token they come with: it depends on nothing else. */
export function abilityOf(viewer: Viewer): Ability {
  const key = JSON.stringify(viewer);
  const known = abilities.get(key) ?? builtAbility(viewer);
  abilities.delete(key);
  abilities.set(key, known);
  for (const oldest of abilities.keys()) {
    if (abilities.size <= remembered) break;
    abilities.delete(oldest);
  }
  return known;
}

function builtAbility(viewer: Viewer): Ability {
  const rules = [...caseRules(viewer), ...plainGrants.flatMap((grant) => rulesOf(viewer, grant))];
  const mongo = createMongoAbility<[string, SubjectDoc | SubjectDoc['subject']]>(
    rules.map(({ action, subject, conditions, inverted = false }) => ({
      action,
      subject,
      conditions: { ...conditions },
      inverted,
    })),
    { detectSubjectType: (doc) => doc.subject },
  );
  return { viewer, rules, can: (action, doc) => mongo.can(action, doc) };
}

function rulesOf(viewer: Viewer, { subject, actions, to, where, scope }: Grant): Rule[] {
  if (to?.some((role) => viewer.systemRoles.includes(role)) === false) return [];
  const passed = actions.filter((action) =>
    covers(viewer.scopes, action === 'read' ? readScopeOf(scope) : scope),
  );
  if (passed.length === 0) return [];
  return (where?.(viewer) ?? [{}]).map((conditions) => ({ action: [...passed], subject, conditions }));
}
