import type { Detail } from '../../domain/error/domain-error.ts';
import type {
  CheckResult,
  DeliveryInput,
  DeliveryResult,
  InboundMessage,
  PluginConnection,
  ReceiveResult,
} from '../../plugins/kit/delivery.ts';

/** A plugin as far as those who use connections have to know it. */
export interface KnownPlugin {
  /** Whether it is told of events as they happen; one that needs a mapping serves request types only. */
  readonly follows: boolean;
  /** Kinds of events it can deliver; null: every kind. */
  readonly eventKinds: readonly string[] | null;
  /** Whether it takes the facts a designer mapped. */
  readonly maps: boolean;
  /** Names of the secrets a connection of it may have. */
  readonly secretNames: readonly string[];
}

/** A plugin as administrators choose it. */
export interface OfferedPlugin extends KnownPlugin {
  readonly id: string;
  readonly title: string;
  /** What its configuration may hold, as JSON Schema. */
  readonly config: { readonly [key: string]: unknown };
  /** Whether it can be tried without changing anything outside. */
  readonly checks: boolean;
  /** Whether it takes messages from outside. */
  readonly receives: boolean;
}

/** Runs plugins with what they may use of the world, within the limits of their connection; their faults come back as outcomes. */
export interface PluginHost {
  /** Undefined when this installation has no such plugin. */
  find(plugin: string): KnownPlugin | undefined;
  /** Every plugin of this installation, by title. */
  all(): readonly OfferedPlugin[];
  /** What is wrong with a configuration for this plugin, by place within `/config`, or at `/plugin` when there is none; empty when nothing is. */
  problems(plugin: string, config: unknown): readonly Detail[];
  /** One attempt, stopped after `deadlineMs`. */
  deliver(plugin: string, input: DeliveryInput, deadlineMs: number): Promise<DeliveryResult>;
  /** Tries a connection without changing anything in the other system. */
  check(plugin: string, connection: PluginConnection, deadlineMs: number): Promise<CheckResult>;
  /** Turns a message from outside into commands; `seen` says whether a message of that id was taken in before. */
  receive(
    plugin: string,
    connection: PluginConnection,
    message: InboundMessage,
    seen: (id: string) => Promise<boolean>,
  ): Promise<ReceiveResult>;
}
