import { clockIn, gateIn } from '../stream/case/evolve/fold.ts';
import type { StreamEvent } from '../stream/event.ts';
import { stepOf } from './histogram.ts';

/** What measuring a case has to remember of it: no value anybody entered. Plain JSON. */
export type CaseMemory = {
  readonly type: string;
  readonly requester: string;
  /** Empty before the first state and while closed. */
  readonly state: string;
  readonly since: number;
  readonly submittedAt: number;
  /** Who had it last in the present step of the work. */
  readonly owner: string | null;
  readonly assigned: boolean;
  readonly responded: boolean;
  /** Open gates → when they opened. */
  readonly gates: { readonly [gate: string]: number };
  /** Clocks whose breach was counted. */
  readonly breached: readonly string[];
};

/** A case nothing happened to yet. */
export const emptyMemory: CaseMemory = {
  type: '',
  requester: '',
  state: '',
  since: 0,
  submittedAt: 0,
  owner: null,
  assigned: false,
  responded: false,
  gates: {},
  breached: [],
};

/** One count that an event adds to, in a bucket by its id. */
export interface Count {
  readonly bucket: string;
  readonly field: string;
  readonly add: number;
}

/** What one event of a case adds, and what is remembered from then on. */
export interface Measured {
  readonly memory: CaseMemory;
  readonly counts: readonly Count[];
}

/** The day of an instant, in UTC. */
export const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10);
/** The bucket of what happened to cases of a type on a day. */
export const dayBucket = (at: number, type: string): string => `day|${dayOf(at)}|${type}`;
/** The bucket of open cases of a type in a state, by the day they entered it. */
export const openBucket = ({ type, state, since }: Pick<CaseMemory, 'type' | 'state' | 'since'>): string =>
  `open|${type}|${state}|${dayOf(since)}`;

type Measure = (memory: CaseMemory, event: StreamEvent) => Measured;

const text = (event: StreamEvent, key: string): string | null => {
  const value = event.data[key];
  return typeof value === 'string' ? value : null;
};

/** Counts of the day, under the case's type. */
const today = (memory: CaseMemory, event: StreamEvent, ...fields: readonly string[]): Count[] =>
  fields.map((field) => ({ bucket: dayBucket(event.at, memory.type), field, add: 1 }));

const leaving = (memory: CaseMemory): Count[] =>
  memory.state === '' ? [] : [{ bucket: openBucket(memory), field: 'open', add: -1 }];

const submitted: Measure = (_memory, event) => {
  const memory = {
    ...emptyMemory,
    type: text(event, 'type') ?? '',
    requester: text(event, 'requester') ?? '',
    submittedAt: event.at,
  };
  return { memory, counts: today(memory, event, 'submitted', `source:${text(event, 'source') ?? ''}`) };
};

const typeChanged: Measure = (memory, event) => ({
  memory: { ...memory, type: text(event, 'type') ?? memory.type, state: '', gates: {}, breached: [] },
  counts: [...leaving(memory), ...today(memory, event, 'recategorised')],
});

/** Cases that ended so say nothing of how long one takes. */
const unfinished: ReadonlySet<string> = new Set(['withdrawn', 'duplicate']);

const stateEntered: Measure = (memory, event) => {
  const left = leaving(memory);
  if (text(event, 'category') === 'done') {
    const outcome = text(event, 'outcome') ?? 'none';
    return {
      memory: { ...memory, state: '', gates: {} },
      counts: [
        ...left,
        ...today(memory, event, 'closed', `outcome:${outcome}`),
        ...(unfinished.has(outcome)
          ? []
          : today(memory, event, `finish#${stepOf(event.at - memory.submittedAt)}`)),
      ],
    };
  }
  const next = { ...memory, state: text(event, 'state') ?? '', since: event.at };
  return { memory: next, counts: [...left, { bucket: openBucket(next), field: 'open', add: 1 }] };
};

/** Causes of routing that begin a step of the work; any other gives the same step to somebody else. */
const beginsStep = /^(submitted|entered:.*|reopened|type-changed)$/;

/** With a new step of the workflow its own people get the case: nobody hands it on. */
const routingAsked: Measure = (memory, event) => ({
  memory: beginsStep.test(text(event, 'cause') ?? '') ? { ...memory, owner: null } : memory,
  counts: [],
});

/** Somebody has the case: for the first time, or in place of somebody else in the same step. */
const given =
  (person: string): Measure =>
  (memory, event) => {
    const next = { ...memory, owner: person, assigned: true };
    if (!memory.assigned) {
      const step = stepOf(event.at - memory.submittedAt);
      return { memory: next, counts: today(memory, event, 'assigned', `assignment#${step}`) };
    }
    const handedOn = memory.owner !== null && memory.owner !== person;
    return { memory: next, counts: handedOn ? today(memory, event, 'reassigned') : [] };
  };

const routed: Measure = (memory, event) => {
  const person = text(event, 'person');
  if (person !== null) return given(person)(memory, event);
  return { memory, counts: text(event, 'kind') === 'unassigned' ? today(memory, event, 'unassigned') : [] };
};

const assigned: Measure = (memory, event) => given(text(event, 'to') ?? '')(memory, event);

const responded: Measure = (memory, event) => {
  if (memory.responded || event.actor.id === memory.requester) return { memory, counts: [] };
  const step = stepOf(event.at - memory.submittedAt);
  return {
    memory: { ...memory, responded: true },
    counts: today(memory, event, 'responded', `response#${step}`),
  };
};

const gateMoved: Measure = (memory, event) => {
  const gate = gateIn(event);
  const { [gate.gate]: openedAt, ...others } = memory.gates;
  if (gate.status === 'open')
    return { memory: { ...memory, gates: { ...others, [gate.gate]: openedAt ?? event.at } }, counts: [] };
  const closed = { ...memory, gates: others };
  if (openedAt === undefined || gate.status === 'cancelled' || gate.status === 'stale')
    return { memory: closed, counts: [] };
  const step = stepOf(event.at - openedAt);
  return { memory: closed, counts: today(memory, event, `gate:${gate.status}`, `approval#${step}`) };
};

const voted: Measure = (memory, event) => {
  const answer = responded(memory, event);
  const gate = gateMoved(answer.memory, event);
  return { memory: gate.memory, counts: [...answer.counts, ...gate.counts] };
};

const clockMoved: Measure = (memory, event) => {
  const { id, intervals } = clockIn(event);
  const isBreached = intervals.some(({ kind }) => kind === 'breached');
  if (!isBreached || memory.breached.includes(id)) return { memory, counts: [] };
  return {
    memory: { ...memory, breached: [...memory.breached, id] },
    counts: today(memory, event, 'breached'),
  };
};

const escalated: Measure = (memory, event) => ({ memory, counts: today(memory, event, 'escalated') });

const measures: Readonly<Record<string, Measure>> = {
  submitted,
  'type-changed': typeChanged,
  'state-entered': stateEntered,
  'routing-asked': routingAsked,
  routed,
  assigned,
  accepted: responded,
  asked: responded,
  commented: responded,
  voted,
  'gate-opened': gateMoved,
  'gate-changed': gateMoved,
  'vote-retracted': gateMoved,
  'clock-started': clockMoved,
  'clock-changed': clockMoved,
  escalated,
};

/** What an event of a case adds to the counts; what is not measured adds nothing. */
export function measure(memory: CaseMemory, event: StreamEvent): Measured {
  const known = Object.hasOwn(measures, event.kind) ? measures[event.kind] : undefined;
  return known === undefined ? { memory, counts: [] } : known(memory, event);
}
