/** One outgoing HTTP call; redirects are never followed. */
export interface CallRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** From the first look-up of the name to the last byte; the caller's own limit stands above it. */
  readonly timeoutMs?: number;
}

/** What the other side answered, whatever its status. */
export interface CallResponse {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
  /** True when the body was longer than the limit and `text` holds only its beginning. */
  readonly truncated: boolean;
}

/**
 * Calls another system over HTTP(S) and answers with whatever it says.
 * @throws Fault when no answer came: not retryable when the address is refused, retryable on time-outs and networks.
 */
export type GuardedFetch = (url: string, request: CallRequest) => Promise<CallResponse>;

/** One message to one recipient; plain text is never missing. */
export interface Mail {
  readonly to: string;
  /** The installation's own address when absent. */
  readonly from?: string;
  readonly replyTo?: string;
  readonly subject: string;
  readonly text: string;
  readonly html?: string;
  /** With its angle brackets. */
  readonly messageId: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * Hands one message to the mail server and answers with what the server said.
 * @throws Fault retryable unless the server refused this message for good.
 */
export type SendMail = (mail: Mail) => Promise<{ readonly said: string }>;

/** Where a plugin writes what operators should read; secrets never go here. */
export interface PluginLog {
  info(event: string, details?: Readonly<Record<string, unknown>>): void;
  warn(event: string, details?: Readonly<Record<string, unknown>>): void;
  error(event: string, details?: Readonly<Record<string, unknown>>): void;
}

/** Everything a plugin may use of the world; it opens no socket, reads no clock and no disk of its own. */
export interface PluginContext {
  readonly fetch: GuardedFetch;
  readonly sendMail: SendMail;
  /** The installation's own mail address, such as `signalbox@example.org`. */
  readonly mailFrom: string;
  /** Epoch milliseconds. */
  now(): number;
  readonly log: PluginLog;
  /** Aborted when the product stops or the delivery's lease ends. */
  readonly signal: AbortSignal;
}

/** What `receive` may use. */
export interface ReceiveContext {
  /** Epoch milliseconds. */
  now(): number;
  /** Whether a message of this id was taken in before; the caller remembers the id once the commands are committed. */
  seen(id: string): Promise<boolean>;
  readonly log: PluginLog;
}
