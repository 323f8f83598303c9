import { withoutMember } from '../../../domain/routing/pool-ledger.ts';
import type { Aggregate } from '../../../domain/stream/aggregate.ts';
import type { CaseState } from '../../../domain/stream/case/case-state.ts';
import { decideEdit } from '../../../domain/stream/case/commands/edit.ts';
import {
  decideAssign,
  decideDecline,
  decideReroute,
} from '../../../domain/stream/case/commands/hand-over.ts';
import { decideTransition } from '../../../domain/stream/case/commands/move.ts';
import type { Decision } from '../../../domain/stream/decision.ts';
import { decideLeavePool } from '../../../domain/stream/pool/pool-members.ts';
import { poolStream } from '../../../domain/stream/pool/pool-stream.ts';
import { worldFor } from '../../support/bare-world.ts';
import { casesOf, decided, decidedCase, poolsOf, readAny, replace } from './documents.ts';
import { type ModelState, Violation } from './model-state.ts';
import { type HandKind, peopleOf, type Scenario } from './scenario.ts';
import { moved } from './worker-steps.ts';

/** Something that can happen next. */
export interface Action {
  readonly name: string;
  readonly run: () => ModelState;
}

/** Every command somebody may give by hand in this state. */
export function handActions(scenario: Scenario, state: ModelState): Action[] {
  const may = (kind: HandKind): boolean => scenario.hands.includes(kind);
  return [
    ...casesOf(state).flatMap((doc) => caseActions(scenario, state, doc).filter(({ kind }) => may(kind))),
    ...(may('leave') ? leaveActions(scenario, state) : []),
    ...(may('deactivate') ? deactivations(scenario, state) : []),
  ];
}

interface CaseAction extends Action {
  readonly kind: HandKind;
}

function caseActions(scenario: Scenario, state: ModelState, doc: Aggregate<CaseState>): CaseAction[] {
  const on = (kind: HandKind, decide: () => Decision, how: Given = {}): CaseAction => ({
    kind,
    name: `${kind} ${doc._id}${how.to === undefined ? '' : ` to ${how.to}`}`,
    run: () => commanded(state, doc, decide(), how),
  });
  const { open, owner } = doc.state;
  const boss = worldFor(
    'boss',
    peopleOf(scenario).filter((person) => !isActive(state, person)),
  );
  const step = (transition: string) => () => decideTransition(doc.state, { transition, comment: '' }, boss);
  if (!open) {
    const revived = (): Decision =>
      withoutSeats(step('revive')(), scenario.mutant === 'revived case not seated');
    const kept = { byHand: owner === null ? null : 0 };
    return [on('reopen', step('reopen'), kept), on('revive', revived, kept)];
  }
  const others = peopleOf(scenario).filter((person) => person !== owner && isActive(state, person));
  return [
    ...others.map((to) => on('assign', () => assigned(scenario, doc, to), { to, byHand: doc.state.epoch })),
    ...(owner === null
      ? []
      : [on('decline', () => decideDecline(doc.state, { reason: 'no' }, worldFor(owner)), { byHand: null })]),
    on('close', step('close')),
    on('reroute', () => decideReroute(doc.state, { reason: 'so' }, boss)),
    on('edit', () => edited(doc.state)),
  ];
}

interface Given {
  readonly to?: string;
  /** The epoch under which the owner counts as given by hand from now on, null for none; left out, that stays as it is. */
  readonly byHand?: number | null;
}

function commanded(state: ModelState, doc: Aggregate<CaseState>, decision: Decision, how: Given): ModelState {
  const stored = replace(state, decidedCase(doc, decision, `hand:${doc.rev}`));
  if (stored === undefined) throw new Violation('an atomic command cannot lose');
  if (how.byHand === undefined) return stored;
  const { [doc._id]: _before, ...others } = stored.byHand;
  return { ...stored, byHand: how.byHand === null ? others : { ...others, [doc._id]: how.byHand } };
}

function assigned(scenario: Scenario, doc: Aggregate<CaseState>, to: string): Decision {
  const decision = decideAssign(doc.state, { to, reason: 'so' }, worldFor('boss'));
  if (scenario.mutant !== 'assignment by hand leaves the epoch undecided') return decision;
  return { ...decision, events: decision.events.filter(({ kind }) => kind !== 'routed'), cancel: [] };
}

function withoutSeats(decision: Decision, careless: boolean): Decision {
  if (!careless) return decision;
  return { ...decision, effects: (decision.effects ?? []).filter(({ kind }) => kind !== 'seat') };
}

function edited(state: CaseState): Decision {
  const values = { note: `${String(state.values['note'] ?? '')}x` };
  const command = { values, changed: ['note'], title: 'Thing', searchable: [], reason: '', factsRead: [] };
  return decideEdit(state, command, worldFor('boss'));
}

function isActive(state: ModelState, person: string): boolean {
  return (readAny(state, `person:${person}`) as Aggregate<{ active: boolean }>).state.active;
}

/** Protocol 11, as long as somebody stays. */
function leaveActions(scenario: Scenario, state: ModelState): Action[] {
  return poolsOf(state).flatMap(([id, doc]) =>
    doc.state.members.length < 2
      ? []
      : doc.state.members.map(({ person }) => ({
          name: `leave ${id} ${person}`,
          run: () => {
            const decision = decideLeavePool(doc.state, { person, reason: 'so' });
            const next = decided(poolStream, doc, decision, `leave:${doc._v}`);
            const { picks } = scenario.mutant === 'leaving spreads credits only' ? doc.state : next.state;
            const stored = replace(state, { ...next, state: { ...next.state, picks } });
            if (stored === undefined) throw new Violation('an atomic command cannot lose');
            const credits = state.standing[id] ?? {};
            const spread = withoutMember({ members: doc.state.members, credits, picks: {} }, person).credits;
            return { ...stored, standing: { ...stored.standing, [id]: spread } };
          },
        })),
  );
}

/** Deactivating takes two writes and an effect: a process of its own begins with it. */
function deactivations(scenario: Scenario, state: ModelState): Action[] {
  const office = scenario.workers;
  if (state.processes[office]?.at !== 'idle') return [];
  const active = peopleOf(scenario).filter((person) => isActive(state, person));
  const first = scenario.mutant === 'load closed after the cases moved' ? 'leave.person' : 'leave.load';
  return active.map((person) => ({
    name: `deactivate ${person}`,
    run: () => moved(state, office, { at: first, person }),
  }));
}
