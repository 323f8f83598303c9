import type { Json } from '../hash/canonical-json.ts';

/** The kinds of stream; each kind has one decide and one evolve. */
export type StreamKind =
  | 'case'
  | 'requestType'
  | 'draft'
  | 'person'
  | 'team'
  | 'pool'
  | 'load'
  | 'calendar'
  | 'account'
  | 'territory'
  | 'token'
  | 'connection'
  | 'installation'
  | 'refusals';

/** Who acts: a person, a service identity, or the product itself (workers, with the effect as cause). */
export interface Actor {
  readonly kind: 'person' | 'service' | 'system';
  readonly id: string;
}

/** One event as it is hashed and kept for ever. Everything a human entered stands in `seals` as a salted hash, never in `data`. */
export interface StreamEvent {
  readonly v: 1;
  readonly stream: string;
  readonly seq: number;
  readonly kind: string;
  /** Epoch milliseconds, never before the stream's previous event. */
  readonly at: number;
  readonly actor: Actor;
  /** The command that made it, and the hash of that command's body. */
  readonly command: { readonly id: string; readonly body: string };
  /** The effect that sent the command, when a worker did. */
  readonly cause?: string;
  readonly data: { readonly [key: string]: Json };
  /** Name of a human-entered value → `H(salt ‖ JCS(value))`. */
  readonly seals?: { readonly [name: string]: string };
}

/** The values behind the seals of one event; an erased one is gone from here while its seal stays. */
export type Sealed = Readonly<Record<string, { readonly salt: string; readonly value: Json }>>;

/** One event with what lies beside it: its chain hash (over event and previous hash) and its sealed values. */
export interface ChainedEvent {
  readonly event: StreamEvent;
  readonly hash: string;
  readonly sealed: Sealed;
}

/** What `decide` asks for: the command path adds stream, seq, time, actor, command and seals. */
export interface NewEvent {
  readonly kind: string;
  readonly data: { readonly [key: string]: Json };
  /** Human-entered values, each sealed under its own salt. */
  readonly human?: Readonly<Record<string, Json>>;
  /** False for bookkeeping that people's `rev` does not count (picks, settlements). */
  readonly raises?: boolean;
}

/** Sealed values by name, opened; what was erased is absent. */
export type Human = Readonly<Record<string, Json>>;

/** What `evolve` reads: the event and its opened human values. */
export interface OpenedEvent {
  readonly kind: string;
  readonly at: number;
  readonly seq: number;
  readonly actor: Actor;
  readonly data: { readonly [key: string]: Json };
  readonly human: Human;
}
