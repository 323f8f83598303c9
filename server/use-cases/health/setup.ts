/** What one process is and stands on; nothing of it changes while it runs. */
export interface Setup {
  readonly version: string;
  readonly process: 'all' | 'web' | 'worker';
  /** Epoch milliseconds. */
  readonly startedAt: number;
  readonly queue: 'in-process' | 'redis';
  /** The sender of mail; null where none is sent. */
  readonly mailFrom: string | null;
  /** Where the embedded store lies; null where the store is elsewhere. */
  readonly directory: string | null;
}
