import type { Aggregate } from '../../../../domain/stream/aggregate.ts';
import type { CaseState } from '../../../../domain/stream/case/case-state.ts';
import { isUndecided, routedUnder } from '../../../../domain/stream/case/settled-route.ts';
import { routeKey } from '../../../../domain/stream/case/start-routing.ts';
import type { Everything } from './everything.ts';
import { recordIn } from './record-in.ts';

/** Invariants 2 and 3, and the part of 5 that routing is owed as long as it is not decided. */
export async function caseViolations(all: Everything): Promise<string[]> {
  const numbers = new Map<string, string>();
  const found: string[] = [];
  for (const doc of all.cases) {
    const other = numbers.get(doc.state.number);
    if (other !== undefined) found.push(`${doc._id} and ${other} have the number ${doc.state.number}`);
    numbers.set(doc.state.number, doc._id);
    found.push(...onceViolations(all, doc), ...placeViolations(doc), ...owedViolations(doc));
    found.push(...(await recordViolations(all, doc)));
  }
  return found;
}

/** At most one routing event for each epoch, and one submission. */
function onceViolations({ events }: Everything, { _id }: Aggregate<CaseState>): string[] {
  const counts = new Map<string, number>();
  for (const { event } of events.get(_id) ?? []) {
    if (event.kind !== 'routed' && event.kind !== 'submitted') continue;
    const what =
      event.kind === 'submitted' ? 'submitted' : `routed under epoch ${String(event.data['epoch'])}`;
    counts.set(what, (counts.get(what) ?? 0) + 1);
  }
  return [...counts]
    .filter(([, times]) => times > 1)
    .map(([what, times]) => `${_id} is ${what} ${times} times`);
}

/** Somebody named is accountable, and the case stands where it says. */
function placeViolations({ _id, state }: Aggregate<CaseState>): string[] {
  if (!state.open) return [];
  const found: string[] = [];
  const { placement, owner, queue, team, pool, hold, placementReason } = state;
  if (state.accountable === '' || state.backup === '') found.push(`nobody answers for ${_id}`);
  if (placement === 'assigned' && owner === null && !isUndecided(state))
    found.push(`${_id} is assigned to nobody`);
  if (placement === 'queued' && owner === null && queue === null && team === null && pool === null)
    found.push(`${_id} is queued nowhere`);
  if (placement === 'waiting' && pool === null) found.push(`${_id} waits for no pool`);
  if (placement === 'held' && (hold?.owner ?? '') === '') found.push(`${_id} is held by nobody`);
  if (placement === 'unassigned' && (placementReason ?? '') === '')
    found.push(`${_id} is unassigned for no reason`);
  return found;
}

function owedViolations({ _id, state, effects }: Aggregate<CaseState>): string[] {
  if (!isUndecided(state)) return [];
  return effects.some(({ id }) => id === routeKey(state.epoch))
    ? []
    : [`${_id} is undecided under epoch ${state.epoch} and nothing routes it`];
}

/** The record of every decision that stands is there. */
async function recordViolations(
  { store }: Everything,
  { _id, state }: Aggregate<CaseState>,
): Promise<string[]> {
  const found: string[] = [];
  for (const epoch of Object.keys(state.routed)) {
    const record = routedUnder(state, Number(epoch))?.record;
    if (record !== undefined && (await recordIn(store, record)) === undefined)
      found.push(`the record of ${_id} under epoch ${epoch} is missing`);
  }
  return found;
}
