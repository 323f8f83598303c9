import type { Clock } from './clock.ts';

/** A ring: something on this aggregate is due at that time. The document is the truth, the ring only wakes. */
export interface Ring {
  readonly aggregateId: string;
  readonly effectId: string;
  readonly arms: number;
  readonly dueAt: number;
}

/** Rings workers. A lost ring costs time only: the sweeper finds what is due. */
export interface Bell {
  /** Never throws and never waits for a server: what cannot be rung is left to the sweeper. */
  ring(rings: readonly Ring[]): void;
  /** Starts calling `answer` for rings whose time has come by `clock`; at most `concurrency` at once. */
  listen(
    answer: (ring: Ring) => Promise<void>,
    options: { readonly concurrency: number; readonly clock: Clock },
  ): Promise<void>;
  /** Epoch milliseconds when `listen` last got a ring; for the watchdog. */
  lastHeard(): number;
  /** Stops listening, waits for running answers up to `deadlineMs`, closes connections. */
  close(deadlineMs: number): Promise<void>;
}

/** What live streams carry: that a case moved, never what it holds. */
export interface LiveNotice {
  readonly position: number;
  readonly caseId: string;
  readonly rev: number;
  /** Reader tokens before or after the change. */
  readonly tokens: readonly string[];
}

/** Tells every web process of moved cases. Lost notices cost freshness only. */
export interface Live {
  publish(notice: LiveNotice): void;
  subscribe(listener: (notice: LiveNotice) => void): () => void;
  close(): Promise<void>;
}
