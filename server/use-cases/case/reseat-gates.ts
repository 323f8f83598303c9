import { sourcesOfGate } from '../../../domain/approval/sources-of-gate.ts';
import { DomainError } from '../../../domain/error/domain-error.ts';
import type { Aggregate } from '../../../domain/stream/aggregate.ts';
import type { CaseState } from '../../../domain/stream/case/case-state.ts';
import { decideReseatGates } from '../../../domain/stream/case/commands/reseat-gates.ts';
import { idInStream } from '../../../domain/stream/stream-id.ts';
import type { Keyset } from '../../ports/aggregates.ts';
import { pagesOf } from '../directory/list-pages.ts';
import type { Claimed } from '../effect/effect-handler.ts';
import { type CaseDeps, commandCase, systemCall } from './case-command.ts';
import { type NewSigners, newSigners } from './new-signers.ts';

const page = 200;

/**
 * The second half of effect `move`: every case whose signatures it concerns asks those who can give them now. On a person who went, is away
 * or is back, or whose delegations changed: the cases that wait for them, or would. Where somebody may sign by another right than before
 * (a role, a team, a manager, an account's owner): the cases with an open gate that asks by that right.
 * Safe to repeat: what was seated is not seated twice.
 */
export async function reseatGatesOf(deps: CaseDeps, claimed: Claimed): Promise<void> {
  const { doc, effect } = claimed;
  const cause = `${effect.id}:${String(effect.payload['once'])}`;
  if (doc.kind === 'person')
    for (const id of await waitingFor(deps, idInStream(doc._id))) await reseat(deps, id, cause, effect.token);
  const signers = await newSigners(deps.store, claimed);
  if (signers === undefined) return;
  for (const id of await askingBy(deps, signers)) await reseat(deps, id, cause, effect.token);
}

/** Read to the end before anything moves: seating anew changes the lists. */
async function waitingFor({ store }: CaseDeps, person: string): Promise<Set<string>> {
  const found = new Set<string>();
  for await (const ids of pagesOf(store.aggregates, `signer:${person}`)) for (const id of ids) found.add(id);
  // Cases that were written last before there was that list.
  for (let after: Keyset | null = null; ; ) {
    const rows = await store.work.range(`approve:person:${person}`, after, page);
    for (const { caseId } of rows) found.add(caseId);
    const last = rows.at(-1);
    if (last === undefined || rows.length < page) return found;
    after = { sort: last.sort, id: last._id };
  }
}

async function askingBy(deps: CaseDeps, signers: NewSigners): Promise<Set<string>> {
  const found = new Set<string>();
  for await (const ids of pagesOf(deps.store.aggregates, 'gated'))
    for (const doc of await deps.store.aggregates.loadMany<CaseState>(ids))
      if (await asksBy(deps, doc, signers)) found.add(doc._id);
  return found;
}

async function asksBy(
  { definitions }: CaseDeps,
  { state }: Aggregate<CaseState>,
  { sources, requester, account }: NewSigners,
): Promise<boolean> {
  if (requester !== undefined && state.requester !== requester) return false;
  if (account !== undefined && state.account !== account) return false;
  const { gates } = await definitions.byHash(state.definition);
  return state.gates
    .filter(({ status }) => status === 'open')
    .flatMap(({ gate }) => gates.get(gate) ?? [])
    .map(sourcesOfGate)
    .some((asked) => sources.some((source) => asked.has(source)));
}

async function reseat(deps: CaseDeps, id: string, cause: string, token: number): Promise<void> {
  try {
    await commandCase(deps, id, systemCall('move', cause, token), decideReseatGates);
  } catch (error) {
    // Refused, or gone: nobody waits for a signature there.
    if (!(error instanceof DomainError)) throw error;
  }
}
