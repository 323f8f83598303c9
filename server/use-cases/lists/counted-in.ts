import { emptyMemory, measure } from '../../../domain/analysis/case-measures.ts';
import type { Aggregate } from '../../../domain/stream/aggregate.ts';
import type { CaseState } from '../../../domain/stream/case/case-state.ts';
import type { StreamEvent } from '../../../domain/stream/event.ts';
import type { Store } from '../../ports/store.ts';

/** The numbers of dashboards that are counted by case and day, as lists of cases name them. */
export const countedNames = [
  'submitted',
  'closed',
  'assigned',
  'reassigned',
  'unassigned',
  'escalated',
  'recategorised',
  'breached',
  'responded',
  'decided',
] as const;

/** Which number, and of which days by name, both inclusive. */
export interface Counted {
  readonly name: (typeof countedNames)[number];
  readonly from: string;
  readonly to: string;
}

const pageLength = 200;

/** Whether something that happened to the case added to a number in these days, told from its events by the very measures that counted it. */
export async function countedIn(
  { log }: Pick<Store, 'log'>,
  doc: Aggregate<CaseState>,
  { name, from, to }: Counted,
): Promise<boolean> {
  const adds = (field: string): boolean =>
    name === 'decided' ? field.startsWith('approval#') : field === name;
  const isWithin = (day: string): boolean => day >= from && day <= to;
  let memory = emptyMemory;
  for await (const event of eventsOf(log, doc)) {
    const measured = measure(memory, event);
    memory = measured.memory;
    for (const { bucket, field } of measured.counts) {
      const [kind, day = ''] = bucket.split('|');
      if (kind === 'day' && adds(field) && isWithin(day)) return true;
    }
  }
  return false;
}

async function* eventsOf(log: Store['log'], doc: Aggregate<CaseState>): AsyncGenerator<StreamEvent> {
  let last = 0;
  for (;;) {
    const rows = await log.stream(doc._id, last, pageLength);
    for (const { event } of rows) yield event;
    last = rows.at(-1)?.event.seq ?? last;
    if (rows.length < pageLength) break;
  }
  // What is decided and not in the log yet stands with the case.
  for (const { event } of doc.tail) if (event.seq > last) yield event;
}
