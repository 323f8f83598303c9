import { assert } from '../../../domain/error/assert.ts';
import { DomainError } from '../../../domain/error/domain-error.ts';
import { streamId } from '../../../domain/stream/stream-id.ts';
import type { StreamSpec } from '../../../domain/stream/stream-spec.ts';
import type { RefusedAttempt } from '../case/case-command.ts';
import type { CommandDeps } from '../command/deps.ts';
import { runCommand } from '../command/run-command.ts';

/** Kinds of command whose refused attempts are worth keeping. */
const kept = new Set(['decide', 'retract', 'transition', 'assign', 'reroute', 'withdraw']);
/** Refusals one actor may leave on record per minute; the rest is only counted. */
const perMinute = 20;

interface RefusalsState {
  readonly count: number;
}

/** The stream of one day's refused attempts on decisions; never part of a case's chain. */
export const refusalsStream: StreamSpec<RefusalsState> = {
  kind: 'refusals',
  initial: { count: 0 },
  evolve(state, event) {
    assert(event.kind === 'refused', `the refusals know the event ${event.kind}`);
    return { count: state.count + 1 };
  },
  indexOf: (_state, id) => ({ lists: ['refusals'], sort: id }),
};

/** Keeps refused attempts on record, one after another, behind the answers. */
export interface RefusalRecorder {
  /** Never throws, and never keeps the answer waiting. */
  record(attempt: RefusedAttempt): void;
  /** Resolves when everything recorded so far is kept, or reported. */
  idle(): Promise<void>;
}

/** A recorder that is rate-limited per actor; what cannot be kept is reported to `failed`. */
export function refusalRecorder(deps: CommandDeps, failed: (error: unknown) => void): RefusalRecorder {
  let last: Promise<unknown> = Promise.resolve();
  const recent = new Map<string, { minute: number; count: number }>();
  const admitted = (actor: string, now: number): boolean => {
    const minute = Math.floor(now / 60_000);
    const seen = recent.get(actor);
    const count = seen?.minute === minute ? seen.count + 1 : 1;
    if (recent.size > 10_000) recent.clear();
    recent.set(actor, { minute, count });
    return count <= perMinute;
  };
  const record: RefusalRecorder['record'] = ({ actor, caseId, type, kind, error }) => {
    if (!(error instanceof DomainError) || !kept.has(kind) || actor.actor.kind === 'system') return;
    const now = deps.clock.now();
    if (!admitted(actor.actor.id, now)) return;
    const day = new Date(now).toISOString().slice(0, 10);
    const data = { case: caseId, type, attempted: kind, code: error.code };
    const command = { id: deps.ids.next(), body: '' };
    const keep = () =>
      runCommand(deps, {
        spec: refusalsStream,
        stream: streamId('refusals', day),
        on: 'either',
        command,
        actor: actor.actor,
        decide: () => ({ events: [{ kind: 'refused', data, human: { message: error.message } }] }),
      });
    last = last.then(keep).catch(failed);
  };
  return {
    record,
    async idle() {
      await last;
    },
  };
}
