import type { Store } from '../../../../server/ports/store.ts';
import { caseViolations } from './cases.ts';
import { type Everything, readEverything } from './everything.ts';
import { replayViolations } from './replays.ts';
import { restingShareViolations, seatViolations, shareViolations } from './shares.ts';
import { streamViolations } from './streams.ts';
import { workViolations } from './work.ts';

/** What a client was told: it must be there for ever after. */
export interface Acknowledged {
  /** Submissions answered with success: case id and number. */
  readonly submissions: readonly { readonly id: string; readonly number: string }[];
  /** Commands answered with success: the stream they changed and their id. */
  readonly commands: readonly { readonly stream: string; readonly commandId: string }[];
}

/** How strictly a store is looked at. */
export interface Strictness {
  /** Everything is done: nothing due within this many ms of `now` is owed any more. */
  readonly resting?: { readonly now: number; readonly withinMs: number };
}

/**
 * Everything that is wrong with a store nobody writes, in words that name the document; empty when it keeps what trust.md promises.
 * With `resting`, also what only holds once everything is done.
 */
export async function checkInvariants(
  store: Store,
  acknowledged: Acknowledged,
  strictness: Strictness = {},
): Promise<string[]> {
  const all = await readEverything(store);
  const found = [
    ...acknowledgedViolations(all, acknowledged),
    ...streamViolations(all),
    ...(await caseViolations(all)),
    ...(await replayViolations(all)),
    ...effectViolations(all),
    ...shareViolations(all),
    ...seatViolations(all),
  ];
  if (strictness.resting === undefined) return found;
  return [
    ...found,
    ...owedViolations(all, strictness.resting),
    ...(await restingShareViolations(all)),
    ...(await workViolations(all)),
  ];
}

/** Invariants 1 and 2: what was acknowledged is there, once. */
function acknowledgedViolations(all: Everything, { submissions, commands }: Acknowledged): string[] {
  const numbers = new Map(all.cases.map(({ _id, state }) => [_id, state.number]));
  const lost = submissions
    .filter(({ id, number }) => numbers.get(id) !== number)
    .map(
      ({ id, number }) => `${number} was acknowledged as ${id}, which is ${numbers.get(id) ?? 'not there'}`,
    );
  const missing = commands.flatMap(({ stream, commandId }) => {
    const places = (all.events.get(stream) ?? [])
      .filter(({ event }) => event.command.id === commandId)
      .map(({ event }) => event.seq);
    if (places.length === 0) return [`command ${commandId} was acknowledged and left nothing on ${stream}`];
    const whole = places.every((seq, i) => seq === (places[0] ?? 0) + i);
    return whole ? [] : [`command ${commandId} was carried out twice on ${stream}`];
  });
  return [...lost, ...missing];
}

/** Invariant 9: an effect is there once, and nothing was set aside. */
function effectViolations({ docs }: Everything): string[] {
  return docs.flatMap(({ _id, effects }) => {
    const ids = effects.map(({ id }) => id);
    const twice = ids.filter((id, i) => ids.indexOf(id) !== i).map((id) => `${_id} owes ${id} twice`);
    const aside = effects
      .filter(({ quarantined }) => quarantined)
      .map(({ id, error }) => `${id} of ${_id} is quarantined: ${error}`);
    return [...twice, ...aside];
  });
}

function owedViolations(
  { docs }: Everything,
  { now, withinMs }: { now: number; withinMs: number },
): string[] {
  return docs
    .filter(({ nextDueAt }) => nextDueAt !== null && nextDueAt <= now + withinMs)
    .map(({ _id, nextDueAt, effects }) => {
      const owed = effects.filter(({ dueAt }) => dueAt <= now + withinMs).map(({ id }) => id);
      return `at rest ${_id} still owes ${owed.join(', ') || 'its events to the log'} at ${nextDueAt}`;
    });
}
