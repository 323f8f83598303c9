import { createHash } from 'node:crypto';
import { isAtRest, mishaps, workActions } from './actions.ts';
import { begin } from './begin.ts';
import type { Action } from './hand-commands.ts';
import { checkState } from './invariants.ts';
import { type ModelState, Violation } from './model-state.ts';
import type { Scenario } from './scenario.ts';
import { stateKey } from './state-key.ts';

/** What exploring found. */
export interface Exploration {
  readonly states: number;
  readonly steps: number;
  /** States in which everything is done. */
  readonly rests: number;
  /** Whether every reachable state was seen. */
  readonly complete: boolean;
  /** The first promise found broken, with the steps that lead there. */
  readonly violation?: { readonly message: string; readonly trace: readonly string[] };
}

/** The way back from each state to the beginning. */
class Ways {
  private readonly parents: number[] = [-1];
  private readonly names: string[] = [''];

  add(parent: number, name: string): void {
    this.parents.push(parent);
    this.names.push(name);
  }

  to(index: number, last: string): string[] {
    const trace = [last];
    for (let i = index; i > 0; i = this.parents[i] ?? 0) trace.push(this.names[i] ?? '');
    return trace.reverse();
  }
}

/** What is kept of a state's key: enough that no two states are taken for one. */
function digest(text: string): string {
  return createHash('sha1').update(text).digest('base64');
}

/**
 * Looks at every state a scenario can reach, breadth first, so that the trace of a violation is a shortest one.
 * Beside the invariants: from every state, rest must be in reach without anything more going wrong.
 */
export function explore(scenario: Scenario, limit: number): Exploration {
  const search = new Search(scenario);
  for (let index = 0; index < search.size; index += 1) {
    if (search.size > limit) return { ...search.counts(), complete: false };
    const violation = search.expand(index);
    if (violation !== undefined) return { ...search.counts(), complete: false, violation };
  }
  const stuck = search.firstWithoutRest();
  if (stuck === undefined) return { ...search.counts(), complete: true };
  const trace = search.ways.to(stuck, 'from here nothing comes to rest');
  return { ...search.counts(), complete: true, violation: { message: 'never comes to rest', trace } };
}

class Search {
  readonly ways = new Ways();
  private readonly scenario: Scenario;
  private readonly queue: (ModelState | undefined)[] = [];
  private readonly known = new Map<string, number>();
  /** Steps of workers, as pairs of states. */
  private readonly from: number[] = [];
  private readonly into: number[] = [];
  private readonly resting: number[] = [];
  private steps = 0;

  constructor(scenario: Scenario) {
    this.scenario = scenario;
    const first = begin(scenario);
    this.queue.push(first);
    this.known.set(digest(stateKey(first)), 0);
  }

  get size(): number {
    return this.queue.length;
  }

  counts(): { states: number; steps: number; rests: number } {
    return { states: this.queue.length, steps: this.steps, rests: this.resting.length };
  }

  expand(index: number): Exploration['violation'] {
    const state = this.queue[index];
    if (state === undefined) return undefined;
    this.queue[index] = undefined;
    if (isAtRest(state)) this.resting.push(index);
    for (const action of workActions(this.scenario, state)) {
      const found = this.take(index, action, true);
      if (found !== undefined) return found;
    }
    for (const action of mishaps(this.scenario, state)) {
      const found = this.take(index, action, false);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  private take(index: number, action: Action, work: boolean): Exploration['violation'] {
    this.steps += 1;
    try {
      const next = action.run();
      const key = digest(stateKey(next));
      let target = this.known.get(key);
      if (target === undefined) {
        checkState(this.scenario, next);
        target = this.queue.length;
        this.known.set(key, target);
        this.queue.push(next);
        this.ways.add(index, action.name);
      }
      if (work) {
        this.from.push(index);
        this.into.push(target);
      }
      return undefined;
    } catch (error) {
      if (!(error instanceof Violation)) throw error;
      return { message: error.message, trace: this.ways.to(index, action.name) };
    }
  }

  /** A state from which workers alone never come to rest; undefined when there is none. */
  firstWithoutRest(): number | undefined {
    const before: number[][] = Array.from({ length: this.queue.length }, () => []);
    for (const [i, target] of this.into.entries()) before[target]?.push(this.from[i] ?? 0);
    const reaching = new Uint8Array(this.queue.length);
    const open = [...this.resting];
    for (const index of open) reaching[index] = 1;
    for (let index = open.pop(); index !== undefined; index = open.pop()) {
      for (const earlier of before[index] ?? []) {
        if (reaching[earlier] === 1) continue;
        reaching[earlier] = 1;
        open.push(earlier);
      }
    }
    const stuck = reaching.indexOf(0);
    return stuck < 0 ? undefined : stuck;
  }
}
