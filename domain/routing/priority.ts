import { dayMs } from '../calendar/epoch-day.ts';
import type { FactSet } from '../fact/fact-set.ts';
import type { PriorityTable } from './priority-schema.ts';

/** The facts that drive the priority: the fields with the purposes urgency, impact and due date, and `time.today`. */
export interface PriorityDrivers {
  readonly urgency?: string | undefined;
  readonly impact?: string | undefined;
  readonly dueDate?: string | undefined;
}

/** A priority, 1 (highest) to 4, and the index of the row that gave it; null is the table's default. */
export interface Priority {
  readonly value: number;
  readonly row: number | null;
}

/** The priority of a case by the table; a row that asks for a missing fact does not match. */
export function priorityOf(table: PriorityTable, facts: FactSet, drivers: PriorityDrivers): Priority {
  const urgency = factOf(facts, drivers.urgency);
  const impact = factOf(facts, drivers.impact);
  const days = daysToDue(facts, drivers.dueDate);
  const row = table.table.findIndex(
    (entry) =>
      includes(entry.urgency, urgency) &&
      includes(entry.impact, impact) &&
      (entry.dueWithinDays === undefined || (days !== undefined && days <= entry.dueWithinDays)),
  );
  const found = table.table[row];
  return found === undefined ? { value: table.default, row: null } : { value: found.priority, row };
}

function includes(wanted: readonly string[] | undefined, value: unknown): boolean {
  return wanted === undefined || (typeof value === 'string' && wanted.includes(value));
}

function factOf(facts: FactSet, key: string | undefined): unknown {
  return key === undefined ? undefined : facts.values[key];
}

/** Whole days from today to the due date; negative when it is past. A due moment counts by its day in UTC. */
function daysToDue(facts: FactSet, key: string | undefined): number | undefined {
  const due = dayOf(factOf(facts, key));
  const today = dayOf(facts.values['time.today']);
  return due === undefined || today === undefined ? undefined : due - today;
}

function dayOf(value: unknown): number | undefined {
  if (typeof value === 'number') return Math.floor(value / dayMs);
  if (typeof value !== 'string') return undefined;
  const day = Date.parse(`${value}T00:00:00Z`) / dayMs;
  return Number.isNaN(day) ? undefined : day;
}
