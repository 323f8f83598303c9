import type { GateState } from '../../../approval/gate-state.ts';
import type { ClockState } from '../../../sla/clock.ts';
import type { OpenedEvent } from '../../event.ts';
import type { CaseState } from '../case-state.ts';

/** How one kind of event changes a case. */
export type Fold = (state: CaseState, event: OpenedEvent) => CaseState;
/** Event kind → its fold. */
export type Folds = Readonly<Record<string, Fold>>;

/** A text of the event's data, or null. */
export const textOf = (event: OpenedEvent, key: string): string | null => {
  const value = event.data[key];
  return typeof value === 'string' ? value : null;
};

/** A number of the event's data, or 0. */
export const numberOf = (event: OpenedEvent, key: string): number => {
  const value = event.data[key];
  return typeof value === 'number' ? value : 0;
};

/** The gate an event tells the whole state of. */
export const gateIn = ({ data }: Pick<OpenedEvent, 'data'>): GateState =>
  data['gate'] as unknown as GateState;

/** The clock an event tells the whole state of. */
export const clockIn = ({ data }: Pick<OpenedEvent, 'data'>): ClockState =>
  data['clock'] as unknown as ClockState;

/** A human-entered text; empty when it was erased. */
export const humanText = (event: OpenedEvent, key: string): string => {
  const value = event.human[key];
  return typeof value === 'string' ? value : '';
};

/** The form values of an event: human entries named `values/<field>`; null marks a removed one. */
export function humanValues(event: OpenedEvent): Record<string, CaseState['values'][string]> {
  const values: Record<string, CaseState['values'][string]> = {};
  for (const [name, value] of Object.entries(event.human)) {
    if (name.startsWith('values/')) values[name.slice('values/'.length)] = value;
  }
  return values;
}
