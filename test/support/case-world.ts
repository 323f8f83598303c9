import { compileCalendar } from '../../domain/calendar/compile-calendar.ts';
import { type CompiledDefinition, compileDefinition } from '../../domain/definition/compile-definition.ts';
import { definitionSchema } from '../../domain/definition/definition-schema.ts';
import { factSet } from '../../domain/fact/fact-set.ts';
import type { PersonView } from '../../domain/routing/directory.ts';
import { alwaysCalendar } from '../../domain/stream/calendar/calendar-stream.ts';
import type { CaseState } from '../../domain/stream/case/case-state.ts';
import type { CaseWorld, KnownCalendar } from '../../domain/stream/case/case-world.ts';
import { withChange } from './definition-fixture.ts';
import { smallType } from './small-type.ts';

export const hour = 3_600_000;
/** A Monday, 09:00 UTC: the company opens. */
export const monday = Date.UTC(2026, 2, 2, 9);

/** The small purchase type with values put at RFC 6901 pointers, compiled. */
export function purchaseWith(changes: Readonly<Record<string, unknown>> = {}): CompiledDefinition {
  return compileDefinition(definitionSchema.parse(withChange(smallType, changes)));
}

/** The small purchase type as it is. */
export const purchase = purchaseWith();

const roles: Readonly<Record<string, readonly string[]>> = {
  fay: ['finance-approver'],
  finn: ['finance-approver'],
  lea: ['procurement-lead'],
  otto: ['operations-lead'],
  una: ['controller'],
};
const buyers = ['bea', 'bill', 'bo'];
const everybody = ['ria', 'ben', 'mia', ...buyers, ...Object.keys(roles)];

/** Somebody of the company; `gus` has left, `mia` manages the buyers. */
export function companyPerson(id: string): PersonView | undefined {
  if (!everybody.includes(id) && id !== 'gus') return undefined;
  return {
    id,
    rev: 1,
    active: id !== 'gus',
    roles: roles[id] ?? [],
    teams: buyers.includes(id) ? ['buyers'] : [],
    country: null,
    language: null,
    zone: 'UTC',
    calendarId: null,
    managerId: buyers.includes(id) ? 'mia' : null,
    skills: {},
    leave: [],
    away: null,
    capacity: null,
  };
}

const holders = (role: string): readonly string[] =>
  Object.keys(roles)
    .filter((id) => roles[id]?.includes(role))
    .sort();

const window = [{ from: '09:00', to: '17:00' }];
const hq = compileCalendar({
  zone: 'UTC',
  week: { 1: window, 2: window, 3: window, 4: window, 5: window },
  exceptions: [],
});

/** Office hours, and the calendar that never closes. */
export const calendars: ReadonlyMap<string, KnownCalendar> = new Map([
  ['hq', { id: 'hq', rev: 1, calendar: hq }],
  ['always', alwaysCalendar],
]);

/** Who acts when, on which definition, and what is different from an ordinary day. */
export interface Moment {
  readonly who: string;
  readonly now: number;
  readonly definition: CompiledDefinition;
  readonly values: CaseState['values'];
  readonly newId?: () => string;
  readonly change?: Partial<CaseWorld>;
}

/** The facts that follow from form values, money in the base currency beside them. */
export function factsOfValues(values: CaseState['values']): CaseWorld['facts'] {
  const money = values['amount'];
  const base =
    typeof money === 'object' && money !== null && 'amount' in money ? { 'amount.base': money.amount } : {};
  const plain = Object.fromEntries(Object.entries(values).filter(([id]) => id !== 'amount'));
  return factSet({ ...plain, ...base });
}

/** Everything a command on a purchase may look at. */
export function companyWorld({ who, now, definition, values, newId, change }: Moment): CaseWorld {
  const membersOf = (team: string): readonly string[] => (team === 'buyers' ? buyers : []);
  return {
    now,
    actor: {
      actor: { kind: who === 'system' ? 'system' : 'person', id: who },
      roles: roles[who] ?? [],
      teams: buyers.includes(who) ? ['buyers'] : [],
      pools: buyers.includes(who) ? ['buyers'] : [],
    },
    definition,
    facts: factsOfValues(values),
    directory: {
      person: companyPerson,
      holders,
      team: (id) => (id === 'buyers' ? { members: buyers, lead: 'bo' } : undefined),
    },
    approvers: { person: companyPerson, holdersOf: holders, membersOf, delegations: [] },
    couldOpen: () => false,
    calendars,
    calendarsFrom: { 'assignee-team': null, requester: null },
    tzdata: '2026a',
    newId: newId ?? (() => 'id'),
    ...change,
  };
}
