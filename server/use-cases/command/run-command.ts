import { DomainError } from '../../../domain/error/domain-error.ts';
import { Fault } from '../../../domain/error/fault.ts';
import type { Aggregate } from '../../../domain/stream/aggregate.ts';
import { applyDecision, freshAggregate } from '../../../domain/stream/apply-decision.ts';
import type { Decision } from '../../../domain/stream/decision.ts';
import type { Actor, ChainedEvent } from '../../../domain/stream/event.ts';
import type { StreamSpec } from '../../../domain/stream/stream-spec.ts';
import type { CommandDeps } from './deps.ts';
import { type CommandKey, findCommand } from './find-command.ts';

/** One command on one stream. */
export interface CommandRun<S> {
  readonly spec: StreamSpec<S>;
  readonly stream: string;
  readonly command: CommandKey;
  readonly actor: Actor;
  /** The effect that sent it, when a worker did. */
  readonly cause?: string;
  /** The rev the actor saw; another one is refused as STALE. */
  readonly seen?: number;
  /** Whether the stream must be there (`existing`, default), must not (`new`), or either. */
  readonly on?: 'existing' | 'new' | 'either';
  /** Gathers facts, authorises on the loaded document and decides; called again when the stream moved meanwhile. */
  readonly decide: (doc: Aggregate<S>) => Decision | Promise<Decision>;
}

/** What a command came to. */
export interface CommandResult<S> {
  readonly doc: Aggregate<S>;
  /** The events it wrote, now or when it was first sent. */
  readonly events: readonly ChainedEvent[];
  /** It had been carried out before; nothing was written now. */
  readonly repeated: boolean;
}

const maxTries = 60;
/** Store faults one command outlives by reading back. */
const maxFaults = 3;

/**
 * The one path of every change: load, look for the command's id, decide, one compare-and-set write; answered once it is on disk.
 * A lost race with an unmoved `rev` applies the same decision again; a moved one decides again.
 * After an ambiguous fault it reads back by the command's id before doing anything else.
 * @throws DomainError NOT_FOUND, STALE, COMMAND_REUSED, and what `decide` refuses; Fault when the store fails.
 */
export async function runCommand<S>(deps: CommandDeps, run: CommandRun<S>): Promise<CommandResult<S>> {
  let decided: { rev: number; decision: Decision } | undefined;
  let faults = 0;
  for (let attempt = 0; attempt < maxTries; attempt += 1) {
    const loaded = await deps.store.aggregates.load<S>(run.stream);
    const earlier = loaded === undefined ? undefined : await alreadyDone(deps, run, loaded);
    if (earlier !== undefined) {
      // After a lost reply the write turns out to be ours: what follows a commit is still owed.
      if (faults > 0) deps.committed(earlier.doc, undefined);
      await deps.store.flushed();
      return { ...earlier, repeated: faults === 0 };
    }
    const doc = admitted(run, loaded);
    if (decided === undefined || decided.rev !== doc.rev)
      decided = { rev: doc.rev, decision: await run.decide(doc) };
    if (isNothing(decided.decision)) return { doc, events: [], repeated: false };
    const next = await write(deps, run, loaded, { doc, decision: decided.decision }).catch(
      (error: unknown) => {
        faults += 1;
        if (!(error instanceof Fault) || faults >= maxFaults) throw error;
        return undefined;
      },
    );
    if (next === undefined) continue;
    // What follows may begin at once: whatever it writes reaches the disk after this.
    deps.committed(next, loaded);
    await deps.store.flushed();
    return { doc: next, events: next.tail.filter((entry) => entry.event.seq > doc.seq), repeated: false };
  }
  throw new Fault('CONTENDED', `${run.stream} changed ${maxTries} times while this command was under way`);
}

async function alreadyDone<S>(
  deps: CommandDeps,
  run: CommandRun<S>,
  doc: Aggregate<S>,
): Promise<{ doc: Aggregate<S>; events: readonly ChainedEvent[] } | undefined> {
  const events = await findCommand(deps.store.log, doc, run.command);
  return events.length === 0 ? undefined : { doc, events };
}

function admitted<S>(run: CommandRun<S>, loaded: Aggregate<S> | undefined): Aggregate<S> {
  const on = run.on ?? 'existing';
  if (loaded === undefined && on === 'existing')
    throw new DomainError('NOT_FOUND', 'There is no such thing, or it is not yours to see.');
  if (loaded !== undefined && on === 'new')
    throw new DomainError('CONFLICT', 'It exists already. Choose another id.');
  if (run.seen !== undefined && run.seen !== (loaded?.rev ?? 0)) {
    throw new DomainError('STALE', 'It changed since you read it. Look at it again, then repeat.', {
      data: { rev: loaded?.rev ?? 0 },
    });
  }
  return loaded ?? freshAggregate(run.spec, run.stream);
}

const isNothing = (decision: Decision): boolean =>
  decision.events.length === 0 &&
  (decision.effects ?? []).length === 0 &&
  (decision.cancel ?? []).length === 0;

/** The document as stored, or undefined when somebody was faster. */
async function write<S>(
  deps: CommandDeps,
  run: CommandRun<S>,
  loaded: Aggregate<S> | undefined,
  plan: { doc: Aggregate<S>; decision: Decision },
): Promise<Aggregate<S> | undefined> {
  const now = deps.clock.now();
  const next = applyDecision(run.spec, plan.doc, plan.decision, {
    now,
    actor: run.actor,
    command: run.command,
    ...(run.cause === undefined ? {} : { cause: run.cause }),
    salt: () => deps.ids.salt(),
    claimUntil: deps.claimMs > 0 ? now + deps.claimMs : 0,
  });
  const won =
    loaded === undefined
      ? await deps.store.aggregates.insert({ ...next, _v: 1 }, 'decided')
      : await deps.store.aggregates.replace(next, 'decided');
  return won ? { ...next, _v: plan.doc._v + 1 } : undefined;
}
