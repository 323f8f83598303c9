/** One event of a stream, as the API answers it. */
export interface AnsweredEvent {
  readonly seq: number;
  readonly kind: string;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly actor: { readonly kind: string; readonly id: string };
  readonly data: Readonly<Record<string, unknown>>;
  /** Words that people wrote, such as the reason. */
  readonly human: Readonly<Record<string, unknown>>;
}
