import { type RefusalCode, refusalCodes } from './codes.ts';

/** One place in the input and what to do about it; `pointer` is an RFC 6901 JSON pointer. */
export interface Detail {
  readonly pointer: string;
  readonly detail: string;
}

/** A refusal: a rule says no. It is shown to the person, answered as 4xx, and never retried. */
export class DomainError extends Error {
  override readonly name = 'DomainError';
  readonly code: RefusalCode;
  readonly details: readonly Detail[];
  /** Values the edge may show beside the message, such as the current rev. */
  readonly data: Readonly<Record<string, unknown>>;

  constructor(
    code: RefusalCode,
    message: string,
    more: { details?: readonly Detail[]; data?: Record<string, unknown> } = {},
  ) {
    // A refusal is an answer, made by the dozen to say what one may not do: where it was thrown tells nobody anything.
    const depth = Error.stackTraceLimit;
    Error.stackTraceLimit = 0;
    super(message);
    Error.stackTraceLimit = depth;
    this.code = code;
    this.details = more.details ?? [];
    this.data = more.data ?? {};
  }

  /** The HTTP status the catalogue gives this refusal. */
  get status(): number {
    return refusalCodes[this.code].status;
  }
}
