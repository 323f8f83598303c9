import { type Aside, type Ask, type CaseState, type Retractable, watchersLimit } from '../case-state.ts';
import { clockIn, type Fold, type Folds, gateIn, humanText, numberOf, textOf } from './fold.ts';

const withGate: Fold = (state, event) => {
  const gate = gateIn(event);
  return { ...state, gates: [...state.gates.filter((other) => other.gate !== gate.gate), gate] };
};

const withClock: Fold = (state, event) => {
  const clock = clockIn(event);
  return { ...state, clocks: [...state.clocks.filter((other) => other.id !== clock.id), clock] };
};

const voted: Fold = (state, event) => {
  const next = withGate(state, event);
  return { ...next, firstTouchAt: state.firstTouchAt ?? event.at };
};

const commented: Fold = (state, event) => ({
  ...state,
  comments: state.comments + 1,
  firstTouchAt: state.firstTouchAt ?? (event.actor.id === state.requester ? null : event.at),
  watchers: watching(state, (event.data['mentions'] ?? []) as string[]),
});

/** Before more were refused, the last stayed. */
const watching = ({ watchers }: CaseState, more: readonly string[]): string[] =>
  [...new Set([...watchers, ...more])].slice(-watchersLimit);

const asidesBut = ({ asides = [] }: CaseState, person: string): readonly Aside[] =>
  asides.filter((aside) => aside.person !== person);

/** Folds of approvals, clocks and talk. */
export const progressFolds: Folds = {
  'gate-opened': withGate,
  'gate-changed': withGate,
  voted,
  'vote-retracted': withGate,
  decided: (state, event) => ({
    ...state,
    retractable: (event.data['retractable'] ?? null) as unknown as Retractable | null,
  }),
  'clock-started': withClock,
  'clock-changed': withClock,
  commented,
  watched: (state, { actor }) => ({ ...state, watchers: watching(state, [actor.id]) }),
  unwatched: (state, { actor }) => ({ ...state, watchers: state.watchers.filter((id) => id !== actor.id) }),
  snoozed: (state, event) => {
    const person = textOf(event, 'person') ?? '';
    return {
      ...state,
      asides: [...asidesBut(state, person), { person, until: numberOf(event, 'until'), at: event.at }],
    };
  },
  woken: (state, event) => ({ ...state, asides: asidesBut(state, textOf(event, 'person') ?? '') }),
  asked: (state, event) => {
    const ask: Ask = {
      id: textOf(event, 'id') ?? '',
      by: event.actor.id,
      to: textOf(event, 'to') ?? state.requester,
      question: humanText(event, 'question'),
      at: event.at,
      answeredAt: null,
    };
    return { ...state, asks: [...state.asks.slice(-19), ask], firstTouchAt: state.firstTouchAt ?? event.at };
  },
  answered: (state, event) => ({
    ...state,
    asks: state.asks.map((ask): CaseState['asks'][number] =>
      ask.id === event.data['ask'] ? { ...ask, answeredAt: event.at } : ask,
    ),
  }),
  linked: (state, event) => ({
    ...state,
    external: {
      ...state.external,
      [textOf(event, 'connection') ?? '']: { id: textOf(event, 'id') ?? '', link: textOf(event, 'link') },
    },
  }),
};
