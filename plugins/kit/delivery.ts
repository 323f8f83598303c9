import type { Json, JsonObject } from './json.ts';

/** A configured use of a plugin, its secrets opened for this one call. */
export interface PluginConnection<Config = unknown> {
  readonly id: string;
  readonly config: Config;
  /** By the plugin's `secretNames`; what was never entered is absent. */
  readonly secrets: Readonly<Record<string, string>>;
}

/** What happened, already projected to what this connection may see. */
export interface DeliveryEvent {
  readonly kind: string;
  readonly caseId: string;
  /** The number people say, such as `VEN-1042`. */
  readonly number: string;
  /** Slug of the request type. */
  readonly type: string;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly data: JsonObject;
}

/** One thing to tell another system. */
export interface DeliveryInput<Config = unknown, Mapping = unknown> {
  /** The same over all retries and replays, so that receivers can drop repeats. */
  readonly deliveryId: string;
  /** From 1. A redrive starts again at 1, so it never proves that nothing was sent before. */
  readonly attempt: number;
  readonly connection: PluginConnection<Config>;
  readonly event: DeliveryEvent;
  /** The record's id in the other system, once the case knows it. */
  readonly externalId?: string;
  readonly mapping?: Mapping;
}

/**
 * How an attempt ended: `delivered` (the other side has it), `retry` (try again later) or
 * `refused` (the same attempt would fail again: quarantined until a person looks).
 */
export interface DeliveryResult {
  readonly outcome: 'delivered' | 'retry' | 'refused';
  /** HTTP status, where there was one. */
  readonly status?: number;
  /** Id of the record in the other system, to be kept on the case. */
  readonly externalId?: string;
  /** Address of that record for people, to be shown on the case. */
  readonly link?: string;
  /** What the other side said, at most 2 kB, for administrators' eyes only. */
  readonly said?: string;
  /** The other side's wish, in ms; never more than a day. */
  readonly retryAfterMs?: number;
}

/** Whether a connection works, in words for an administrator. */
export interface CheckResult {
  readonly ok: boolean;
  readonly said: string;
}

/** A message another system sent us, its body byte for byte. */
export interface InboundMessage {
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

/** What an inbound message asks for; runs through the one command path under the connection's service identity. */
export interface InboundCommand {
  /** Stable for this message, so that taking it in twice changes nothing. */
  readonly commandId: string;
  readonly kind: string;
  readonly payload: Json;
}

/** Either the commands of a genuine, fresh message with its id, or the HTTP status and reason of the refusal. */
export type ReceiveResult =
  | { readonly outcome: 'accepted'; readonly id: string; readonly commands: readonly InboundCommand[] }
  | { readonly outcome: 'refused'; readonly status: 400 | 401 | 403 | 409 | 422; readonly reason: string };
