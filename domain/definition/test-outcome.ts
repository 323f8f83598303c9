import { gatesToOpen } from '../approval/open-gates.ts';
import { durationMs } from '../calendar/duration.ts';
import { assert } from '../error/assert.ts';
import type { FactSet } from '../fact/fact-set.ts';
import { factSet } from '../fact/fact-set.ts';
import { type RouteOutcome, runChain } from '../routing/run-chain.ts';
import type { ClockDefinition } from '../sla/clock-schema.ts';
import { startClock } from '../sla/start-clock.ts';
import { autoTransition, stateOf } from '../workflow/transitions.ts';
import type { WorkflowState } from '../workflow/workflow-schema.ts';
import type { CompiledDefinition } from './compile-definition.ts';
import type { TestSituation } from './test-situation.ts';

/** A clock that runs from the submission on. */
export interface TestClock {
  readonly id: string;
  /** As the definition writes it. */
  readonly duration: string;
  /** Epoch milliseconds. */
  readonly dueAt: number;
}

/** What comes of a test's submission. */
export interface TestOutcome {
  /** Undefined when the submission ends in a state without routing. */
  readonly routing: RouteOutcome | undefined;
  /** Every fact, those of the matched account and territory among them. */
  readonly facts: FactSet;
  readonly state: WorkflowState;
  /** Gates of any state that these facts demand. */
  readonly gates: readonly string[];
  readonly clocks: readonly TestClock[];
}

const longestWay = 20;

/** Decides about a situation with the product's own functions: the states passed at once, routing, gates and clocks. */
export function testOutcome(compiled: CompiledDefinition, situation: TestSituation): TestOutcome {
  const states = statesPassed(compiled, situation.facts);
  const state = states.at(-1);
  assert(state !== undefined, 'a case is in a state');
  const chainId = states.findLast(({ chain }) => chain !== undefined)?.chain;
  const chain = state.category === 'done' ? undefined : compiled.chains.get(chainId ?? '');
  const accountable = state.owner?.role ?? compiled.document.owner.role;
  const routing = chain && runChain(chain, routeInputs(compiled, situation, accountable));
  const matched = routing?.record.matched ?? {};
  const facts = factSet({ ...situation.facts.values, ...matched });
  return {
    routing,
    facts,
    state,
    gates: gatesDemanded(compiled, facts),
    clocks: clocksStarted(compiled, situation, states),
  };
}

/** The states a case is in before anybody acts, in their order. */
function statesPassed(compiled: CompiledDefinition, facts: FactSet): readonly WorkflowState[] {
  const { workflow } = compiled.document;
  const states = [stateOf(workflow, workflow.initial)];
  while (states.length < longestWay) {
    const state = states.at(-1);
    if (state === undefined || state.category === 'done') break;
    const open = gatesToOpen(gatesOf(compiled, state), facts).open;
    const step = autoTransition(workflow, state.id, facts, open.length === 0);
    if (step === undefined) break;
    states.push(stateOf(workflow, step.to));
  }
  return states;
}

const gatesOf = (compiled: CompiledDefinition, { gates }: WorkflowState) =>
  (gates ?? []).flatMap((id) => compiled.gates.get(id) ?? []);

function gatesDemanded(compiled: CompiledDefinition, facts: FactSet): readonly string[] {
  const demanded = compiled.document.workflow.states.flatMap(
    (state) => gatesToOpen(gatesOf(compiled, state), facts).open,
  );
  return [...new Set(demanded)];
}

function routeInputs(compiled: CompiledDefinition, situation: TestSituation, accountable: string) {
  const { requester, behalf, now, similar, priority, facts, directory } = situation;
  return {
    key: { caseId: 'test', epoch: 1 },
    cause: 'submitted',
    now,
    versionHash: compiled.hash,
    actor: { kind: 'person', id: requester.id } as const,
    forceReason: null,
    requesterId: requester.id,
    behalfId: behalf?.id ?? null,
    accountable,
    previousOwners: [],
    skip: [],
    conflicted: [],
    atCapacity: [],
    waitingSince: null,
    released: [],
    similar,
    priority,
    traced: false,
    facts,
    directory,
  };
}

function clocksStarted(
  compiled: CompiledDefinition,
  situation: TestSituation,
  states: readonly WorkflowState[],
): TestClock[] {
  const entered = new Set(states.map(({ id }) => id));
  return [...compiled.clocks.values()]
    .filter(({ start }) => 'on' in start || start.onEnter.some((id) => entered.has(id)))
    .map((clock) => started(compiled, situation, clock));
}

function started(compiled: CompiledDefinition, situation: TestSituation, clock: ClockDefinition): TestClock {
  const { facts, now, directory } = situation;
  const target =
    clock.targets.find(({ when }) => when === undefined || compiled.holds(when, facts) === true) ??
    clock.targets.at(-1);
  assert(target !== undefined, 'a clock has a target');
  const calendars = directory.calendars;
  const named = typeof target.calendar === 'string' ? target.calendar : 'always';
  const found = calendars.get(named) ?? calendars.get('always');
  assert(found !== undefined, 'the calendar `always` is always known');
  const { calendar, rev } = found;
  const { id, title, kind } = clock;
  const ran = startClock(
    {
      id,
      title,
      kind,
      target: { durationMs: durationMs(target.duration, calendar), calendarId: named, calendarRev: rev },
    },
    calendar,
    now,
  );
  return { id, duration: target.duration, dueAt: ran.dueAt ?? now };
}
