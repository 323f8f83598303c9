import { expect } from 'vitest';
import type { CompiledDefinition } from '../../domain/definition/compile-definition.ts';
import { DomainError } from '../../domain/error/domain-error.ts';
import type { Json } from '../../domain/hash/canonical-json.ts';
import type { Aggregate } from '../../domain/stream/aggregate.ts';
import { applyDecision, freshAggregate } from '../../domain/stream/apply-decision.ts';
import type { CaseState } from '../../domain/stream/case/case-state.ts';
import { caseStream } from '../../domain/stream/case/case-stream.ts';
import type { CaseWorld } from '../../domain/stream/case/case-world.ts';
import type { Decision } from '../../domain/stream/decision.ts';
import { companyWorld, monday, purchase } from './case-world.ts';

/** A case in the making: its document, the clock, and the definition it is pinned to. */
export interface Bench {
  readonly doc: Aggregate<CaseState>;
  readonly now: number;
  readonly definition: CompiledDefinition;
  /** Commands so far. */
  readonly count: number;
  readonly change: Partial<CaseWorld>;
}

/** One thing that happens on the bench: a command, or time passing. */
export type Step = (bench: Bench) => { readonly decision?: Decision; readonly bench: Bench };

/** What a command does with the state and the world of its actor. */
export type Command = (state: CaseState, world: CaseWorld, doc: Aggregate<CaseState>) => Decision;

/** The world somebody acts in on this bench, now. */
export function worldOn(bench: Bench, who: string, change: Partial<CaseWorld> = {}): CaseWorld {
  let ids = 0;
  return companyWorld({
    who,
    now: bench.now,
    definition: bench.definition,
    values: bench.doc.state.values,
    newId: () => {
      ids += 1;
      return `id-${bench.count}-${ids}`;
    },
    change: { ...bench.change, ...change },
  });
}

/** Somebody sends a command; `change` is what is different about their world. */
export function by(who: string, command: Command, change: Partial<CaseWorld> = {}): Step {
  return (bench) => {
    const world = worldOn(bench, who, change);
    const decision = command(bench.doc.state, world, bench.doc);
    return { decision, bench: commit(bench, decision, world) };
  };
}

function commit(bench: Bench, decision: Decision, world: CaseWorld): Bench {
  const applied = applyDecision(caseStream, bench.doc, decision, {
    now: bench.now,
    actor: world.actor.actor,
    command: { id: `command-${bench.count}`, body: 'body' },
    salt: () => 'ab'.repeat(16),
  });
  return { ...bench, count: bench.count + 1, doc: { ...applied, _v: applied._v + 1 } };
}

/** Time passes. */
export const later =
  (ms: number): Step =>
  (bench) => ({ bench: { ...bench, now: bench.now + ms } });

/** What a command led to, with what it owes and calls off. */
export class Outcome {
  readonly before: Bench;
  readonly bench: Bench;
  readonly decision: Decision;
  readonly refusal: DomainError | undefined;

  constructor(before: Bench, bench: Bench, decision: Decision, refusal: DomainError | undefined) {
    this.before = before;
    this.bench = bench;
    this.decision = decision;
    this.refusal = refusal;
  }

  get state(): CaseState {
    return this.bench.doc.state;
  }

  get kinds(): string[] {
    return this.decision.events.map(({ kind }) => kind);
  }

  /** Keys of the effects this command asks for. */
  get owes(): string[] {
    return (this.decision.effects ?? []).map(({ key }) => key);
  }

  /** Keys of all effects pending afterwards. */
  get pending(): string[] {
    return this.bench.doc.effects.map(({ id }) => id);
  }

  /** When an effect is due; undefined when it is not pending. */
  dueAt(key: string): number | undefined {
    return this.bench.doc.effects.find(({ id }) => id === key)?.dueAt;
  }

  /** The data of the last event of a kind. */
  data(kind: string): Readonly<Record<string, Json>> | undefined {
    return this.decision.events.findLast((event) => event.kind === kind)?.data;
  }

  /** Exactly these events happened, in this order; nothing was refused. */
  leadsTo(...kinds: readonly string[]): this {
    if (this.refusal !== undefined) throw this.refusal;
    expect(this.kinds).toEqual(kinds);
    return this;
  }

  /** Nothing happened and nothing is owed, since a rule says no. */
  isRefused(code: string): this {
    expect(this.refusal?.code).toBe(code);
    return this;
  }
}

/** A case after these steps. */
export class Given {
  readonly bench: Bench;

  constructor(bench: Bench) {
    this.bench = bench;
  }

  get state(): CaseState {
    return this.bench.doc.state;
  }

  /** One more thing happens, whatever comes of it. */
  when(step: Step): Outcome {
    try {
      const { decision = { events: [] }, bench } = step(this.bench);
      return new Outcome(this.bench, bench, decision, undefined);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      return new Outcome(this.bench, this.bench, { events: [] }, error);
    }
  }
}

/** Before anything has happened; of the small purchase type unless another is given. */
export function emptyBench(definition: CompiledDefinition = purchase, now = monday): Bench {
  return { doc: freshAggregate(caseStream, 'c1'), now, definition, count: 0, change: {} };
}

/** A case of a type after these steps, none of which is refused. */
export function givenOf(definition: CompiledDefinition, ...steps: readonly Step[]): Given {
  return new Given(steps.reduce((bench, step) => step(bench).bench, emptyBench(definition)));
}

/** A purchase after these steps, none of which is refused. */
export const given = (...steps: readonly Step[]): Given => givenOf(purchase, ...steps);
