/** A fault: the world failed (a disk, a network, another system). Answered as 5xx; an effect is retried when `retryable`. */
export class Fault extends Error {
  override readonly name = 'Fault';
  readonly code: string;
  readonly retryable: boolean;

  constructor(code: string, message: string, more: { retryable?: boolean; cause?: unknown } = {}) {
    super(message, { cause: more.cause });
    this.code = code;
    this.retryable = more.retryable ?? true;
  }
}
