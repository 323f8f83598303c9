import type { ZodType } from 'zod';
import type { PluginContext, ReceiveContext } from './context.ts';
import type {
  CheckResult,
  DeliveryInput,
  DeliveryResult,
  InboundMessage,
  PluginConnection,
  ReceiveResult,
} from './delivery.ts';

/** How fast and how wide a connection may be used; the host enforces it around `context.fetch`. */
export interface ConnectionLimits {
  readonly perSecond: number;
  readonly concurrency: number;
}

/** An integration: plain data and functions, with no state between calls and no way out but its context. */
export interface Plugin {
  /** `^[a-z][a-z0-9-]*$`, never renamed: connections are stored under it. */
  readonly id: string;
  readonly title: string;
  /** What an administrator fills in, secrets aside; strict, so that a misspelt key is said. */
  readonly configSchema: ZodType;
  /** What an administrator enters once and nobody reads again. */
  readonly secretNames: readonly string[];
  /** Kinds of events it can deliver; absent: every kind. */
  readonly eventKinds?: readonly string[];
  /** What a designer fills in per request type; absent: nothing. */
  readonly mappingSchema?: ZodType;
  /** Secrets that this configuration cannot do without; `[]` for a configuration that is not valid. */
  requiredSecrets(config: unknown): readonly string[];
  /** Limits this configuration asks for; null: none. */
  limits(config: unknown): ConnectionLimits | null;
  /** Tells the other system; never throws for anything that the world or the configuration did. */
  deliver(input: DeliveryInput, context: PluginContext): Promise<DeliveryResult>;
  /** Tries the connection without changing anything in the other system. */
  check?(connection: PluginConnection, context: PluginContext): Promise<CheckResult>;
  /** Turns a signed message from outside into commands. */
  receive?(
    message: InboundMessage,
    connection: PluginConnection,
    context: ReceiveContext,
  ): Promise<ReceiveResult>;
}
