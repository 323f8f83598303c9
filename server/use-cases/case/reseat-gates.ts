import { absenceOf } from '../../../domain/approval/approver-directory.ts';
import { DomainError } from '../../../domain/error/domain-error.ts';
import { decideReseatGates } from '../../../domain/stream/case/commands/reseat-gates.ts';
import type { PersonState } from '../../../domain/stream/person/person-state.ts';
import { idInStream } from '../../../domain/stream/stream-id.ts';
import type { Keyset } from '../../ports/aggregates.ts';
import { type Claimed, done, type EffectOutcome } from '../effect/effect-handler.ts';
import { type CaseDeps, commandCase, systemCall } from './case-command.ts';

const page = 200;

/**
 * The second half of effect `move` on a person who went or is away: every case that waits for their signature asks those who can give it now.
 * Safe to repeat: what was seated is not seated twice.
 */
export async function reseatGatesOf(deps: CaseDeps, { doc, effect }: Claimed): Promise<EffectOutcome> {
  const person = idInStream(doc._id);
  const now = await deps.store.aggregates.load<PersonState>(doc._id);
  if (now === undefined) return done;
  const isHere = now.state.active && absenceOf({ ...now.state, id: person }, deps.clock.now()) === undefined;
  if (isHere) return done;
  const cause = `${effect.id}:${String(effect.payload['once'])}`;
  for (const id of await waitingFor(deps, person)) await reseat(deps, id, cause, effect.token);
  return done;
}

/** Read to the end before anything moves: seating anew changes the list. */
async function waitingFor({ store }: CaseDeps, person: string): Promise<Set<string>> {
  const found = new Set<string>();
  for (let after: Keyset | null = null; ; ) {
    const rows = await store.work.range(`approve:person:${person}`, after, page);
    for (const { caseId } of rows) found.add(caseId);
    const last = rows.at(-1);
    if (last === undefined || rows.length < page) return found;
    after = { sort: last.sort, id: last._id };
  }
}

async function reseat(deps: CaseDeps, id: string, cause: string, token: number): Promise<void> {
  try {
    await commandCase(deps, id, systemCall('move', cause, token), decideReseatGates);
  } catch (error) {
    // Refused, or gone: nobody waits for a signature there.
    if (!(error instanceof DomainError)) throw error;
  }
}
