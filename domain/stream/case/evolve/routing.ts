import type { CaseState, Placement, Routed } from '../case-state.ts';
import { type Fold, type Folds, humanText, numberOf, textOf } from './fold.ts';

const withOwner = (state: CaseState, owner: string | null, at: number): CaseState => {
  if (owner === state.owner) return state;
  const before = state.owner;
  return {
    ...state,
    owner,
    assignedAt: owner === null ? null : at,
    seenAt: null,
    acceptedAt: null,
    reassignments: state.reassignments + (before === null || owner === null ? 0 : 1),
    previousOwners:
      before === null
        ? state.previousOwners
        : [...state.previousOwners.filter((id) => id !== before), before].slice(-20),
  };
};

const optional = (event: Parameters<Fold>[1], key: keyof Routed): Partial<Routed> => {
  const value = event.data[key];
  return value === undefined || value === null ? {} : { [key]: value };
};

const routed: Fold = (state, event) => {
  const kind = (textOf(event, 'kind') ?? 'unassigned') as Placement;
  const entry: Routed = {
    kind,
    at: event.at,
    state: state.state,
    ...optional(event, 'person'),
    ...optional(event, 'pool'),
    ...optional(event, 'queue'),
    ...optional(event, 'team'),
    ...optional(event, 'token'),
    ...optional(event, 'record'),
    ...optional(event, 'rule'),
    ...optional(event, 'reason'),
    ...optional(event, 'by'),
  };
  const owned = withOwner(state, textOf(event, 'person'), event.at);
  return {
    ...owned,
    routed: { ...state.routed, [String(numberOf(event, 'epoch'))]: entry },
    placement: kind,
    placementReason: textOf(event, 'reason'),
    pool: textOf(event, 'pool'),
    team: textOf(event, 'team'),
    queue: textOf(event, 'queue'),
    hold: (event.data['hold'] ?? null) as CaseState['hold'],
    account: textOf(event, 'account') ?? state.account,
    territory: textOf(event, 'territory') ?? state.territory,
    lowUrgency: event.data['lowUrgency'] === true || state.lowUrgency,
    quiet: event.data['quiet'] === true,
    next: textOf(event, 'next') ?? state.next,
  };
};

/** What sets a priority beside the table; the table does not set it back. */
const setters = ['hand', 'escalation'] as const;

/** Folds of who acts next. */
export const routingFolds: Folds = {
  routed,
  'routing-asked': (state, event) => ({
    ...state,
    epoch: numberOf(event, 'epoch'),
    epochCause: textOf(event, 'cause') ?? '',
    forceReason: textOf(event, 'cause') === 'forced' ? state.forceReason : null,
    placement: 'undecided',
    placementReason: null,
    hold: null,
  }),
  assigned: (state, event) => ({
    ...withOwner(state, textOf(event, 'to'), event.at),
    placement: 'assigned',
    placementReason: null,
    hold: null,
    firstTouchAt: state.firstTouchAt,
  }),
  released: (state, event) => ({ ...withOwner(state, null, event.at), placement: 'queued' }),
  declined: (state, event) => {
    const by = textOf(event, 'by');
    const others = (state.declinedBy ?? []).filter((id) => id !== by);
    return {
      ...withOwner(state, null, event.at),
      declinedBy: by === null ? others : [...others, by],
    };
  },
  seen: (state, event) => ({ ...state, seenAt: event.at }),
  accepted: (state, event) => ({
    ...state,
    acceptedAt: event.at,
    seenAt: state.seenAt ?? event.at,
    firstTouchAt: state.firstTouchAt ?? event.at,
  }),
  'priority-set': (state, event) => ({
    ...state,
    priority: numberOf(event, 'value'),
    priorityBy: setters.find((by) => by === textOf(event, 'by')) ?? 'table',
  }),
  'reroute-forced': (state, event) => ({ ...state, forceReason: humanText(event, 'reason') }),
  escalated: (state) => ({ ...state, escalation: state.escalation + 1 }),
  held: (state, event) => ({
    ...state,
    placement: 'held',
    hold: (event.data['hold'] ?? null) as CaseState['hold'],
  }),
};
