import { Fault } from '../../domain/error/fault.ts';

/** One limit in time over several steps, ended early by the caller's signal. */
export interface Deadline {
  readonly signal: AbortSignal;
  /** Settles as the step does, or rejects when the time is over. */
  race<T>(step: Promise<T>): Promise<T>;
  /** The fault to report instead of an error that the end of the time caused; the error itself otherwise. */
  explain(error: unknown): unknown;
  /** Frees the timer; to be called in every case. */
  clear(): void;
}

/** Starts a deadline of `timeoutMs`; `outer`, when aborted, ends it too. */
export function startDeadline(timeoutMs: number, outer: AbortSignal | undefined): Deadline {
  const controller = new AbortController();
  const late = new Fault('CALL_TIMEOUT', `There was no complete answer within ${timeoutMs} ms.`);
  const stopped = new Fault('CALL_STOPPED', 'The call was stopped before its answer.');
  const stop = () => controller.abort(stopped);
  const timer = setTimeout(() => controller.abort(late), timeoutMs);
  outer?.addEventListener('abort', stop, { once: true });
  if (outer?.aborted) stop();
  const { signal } = controller;
  const ended = new Promise<never>((_, reject) => {
    if (signal.aborted) reject(signal.reason);
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
  // Nobody may be racing when the time ends.
  ended.catch(() => undefined);
  return {
    signal,
    race: (step) => Promise.race([step, ended]),
    explain: (error) => (signal.aborted ? signal.reason : error),
    clear: () => {
      clearTimeout(timer);
      outer?.removeEventListener('abort', stop);
    },
  };
}
