import type { GateState } from '../../domain/approval/gate-state.ts';
import type { Aggregate } from '../../domain/stream/aggregate.ts';
import { type CaseState, emptyCase } from '../../domain/stream/case/case-state.ts';
import { caseStream } from '../../domain/stream/case/case-stream.ts';
import { makeAggregate } from './make-aggregate.ts';

/** A gate that asks these people for a signature; those who voted approved. */
export function gateOf(
  approvers: readonly string[],
  more: { readonly voters?: readonly string[]; readonly status?: GateState['status'] } = {},
): GateState {
  const { voters = [], status = 'open' } = more;
  const seats = [...new Set([...approvers, ...voters])].map((person) => ({
    person,
    via: 'role:finance-lead',
  }));
  const votes = voters.map((person) => ({ person, decision: 'approve' as const, at: 1, basis: 'b' }));
  const step = {
    id: 'one',
    openedAt: 1,
    status: status === 'open' ? ('open' as const) : ('approved' as const),
    needed: 2,
    approvers: seats,
    votes,
    incident: null,
    dueAt: null,
    passed: 0,
    level: 0 as const,
    escalatedAt: null,
    closedAt: null,
    closedBy: null,
  };
  return { gate: 'sign', round: 1, openedAt: 1, status, step: 0, steps: [step], inputs: [], closedAt: null };
}

/** A clock that runs until then. */
export function clockDue(dueAt: number): CaseState['clocks'][number] {
  const target = { durationMs: 1, calendarId: 'week', calendarRev: 1 };
  return {
    ...{ id: 'answer', title: 'First answer', kind: 'first_response', target, dueAt, fired: [] },
    intervals: [{ kind: 'started', at: 1, target }],
  };
}

/** A question put to somebody and not answered yet. */
export function askOf(to: string): CaseState['asks'][number] {
  return { id: `ask-${to}`, by: 'hal', to, question: 'Which one?', at: 1, answeredAt: null };
}

/** An open case of strangers; whatever is given replaces the plain default. */
export function stateOf(more: Partial<CaseState> = {}): CaseState {
  return {
    ...emptyCase,
    number: 'VEN-1',
    type: 'vendor',
    title: 'A new vendor',
    state: 'review',
    category: 'in_review',
    open: true,
    placement: 'queued',
    accountable: 'ops-lead',
    backup: 'ops-deputy',
    requester: 'rita',
    team: 'other-team',
    pool: 'other-pool',
    submittedAt: 1_000,
    ...more,
  };
}

/** The stored case of a state, indexed as the product does. */
export function caseDoc(id: string, state: CaseState): Aggregate<CaseState> {
  return { ...makeAggregate(id, { seq: 1 }), index: caseStream.indexOf(state, id), state };
}
