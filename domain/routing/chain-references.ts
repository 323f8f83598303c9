import type { RoleRef } from '../workflow/role-ref-schema.ts';
import type { Chain } from './chain-schema.ts';
import type { Screen } from './screen-schema.ts';
import type { Target } from './target-schema.ts';

/** One thing a chain names, and where. */
export interface Reference {
  readonly kind: 'queue' | 'team' | 'pool' | 'role' | 'field' | 'calendar' | 'skill';
  readonly id: string;
  /** RFC 6901, within the chain. */
  readonly pointer: string;
}

/** Everything a chain names outside itself, in the order it is written; conditions aside. */
export function chainReferences(chain: Chain): readonly Reference[] {
  return [
    ...referencesOfMatch(chain),
    ...(chain.screen ?? []).flatMap((screen, i) => referencesOfScreen(screen, `/screen/${i}`)),
    ...(chain.suppress ?? []).map(({ owner }, i) => ownerAt(owner, `/suppress/${i}`)),
    ...chain.rules.flatMap((rule, i) => [
      ownerAt(rule.owner, `/rules/${i}`),
      ...referencesOfWay(rule, `/rules/${i}`),
    ]),
    ...referencesOfWay(chain.default, '/default'),
  ];
}

function ownerAt(owner: RoleRef, at: string): Reference {
  return { kind: 'role', id: owner.role, pointer: `${at}/owner/role` };
}

function referencesOfMatch({ match }: Chain): Reference[] {
  const found: Reference[] = [];
  for (const [i, by] of (match?.account?.by ?? []).entries()) {
    for (const [way, id] of Object.entries(by)) {
      if (typeof id === 'string') found.push({ kind: 'field', id, pointer: `/match/account/by/${i}/${way}` });
    }
  }
  for (const [key, id] of Object.entries(match?.territory ?? {})) {
    found.push({ kind: 'field', id, pointer: `/match/territory/${key}` });
  }
  return found;
}

function referencesOfScreen(screen: Screen, at: string): Reference[] {
  const found = [ownerAt(screen.owner, at)];
  const fields = screen.kind === 'duplicate' ? screen.fields : [];
  for (const [i, id] of fields.entries()) found.push({ kind: 'field', id, pointer: `${at}/fields/${i}` });
  for (const word of ['queue', 'review'] as const) {
    const id: unknown = Reflect.get(screen.then, word);
    if (typeof id === 'string') found.push({ kind: 'queue', id, pointer: `${at}/then/${word}` });
  }
  return found;
}

function referencesOfWay(way: Chain['default'], at: string): Reference[] {
  const found = referencesOfTarget(way.to, `${at}/to`);
  if (way.backup !== undefined) found.push(...referencesOfTarget(way.backup, `${at}/backup`));
  for (const [i, { skill }] of (way.skills ?? []).entries()) {
    found.push({ kind: 'skill', id: skill, pointer: `${at}/skills/${i}/skill` });
  }
  const calendar = way.acknowledgeWithin?.calendar;
  if (calendar !== undefined) {
    found.push({ kind: 'calendar', id: calendar, pointer: `${at}/acknowledgeWithin/calendar` });
  }
  return found;
}

function referencesOfTarget(target: Target, at: string): Reference[] {
  for (const kind of ['queue', 'team', 'pool', 'role', 'field'] as const) {
    const id: unknown = Reflect.get(target, kind);
    if (typeof id === 'string') return [{ kind, id, pointer: `${at}/${kind}` }];
  }
  return [];
}
