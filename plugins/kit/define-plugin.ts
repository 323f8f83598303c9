import type { ZodType, z } from 'zod';
import { Fault } from '../../domain/error/fault.ts';
import type { PluginContext, ReceiveContext } from './context.ts';
import type {
  CheckResult,
  DeliveryInput,
  DeliveryResult,
  InboundMessage,
  PluginConnection,
  ReceiveResult,
} from './delivery.ts';
import { excerpt } from './excerpt.ts';
import { outcomeOfFault } from './outcome-of-fault.ts';
import type { ConnectionLimits, Plugin } from './plugin.ts';

/** A plugin as its author writes it: typed by its own schemas, free of defensive code. */
export interface PluginSpec<Config extends ZodType, Mapping extends ZodType> {
  readonly id: string;
  readonly title: string;
  readonly configSchema: Config;
  readonly secretNames: readonly string[];
  readonly eventKinds?: readonly string[];
  readonly mappingSchema?: Mapping;
  requiredSecrets?(config: z.output<Config>): readonly string[];
  limits?(config: z.output<Config>): ConnectionLimits;
  deliver(
    input: DeliveryInput<z.output<Config>, z.output<Mapping>>,
    context: PluginContext,
  ): Promise<DeliveryResult>;
  check?(connection: PluginConnection<z.output<Config>>, context: PluginContext): Promise<CheckResult>;
  receive?(
    message: InboundMessage,
    connection: PluginConnection<z.output<Config>>,
    context: ReceiveContext,
  ): Promise<ReceiveResult>;
}

/**
 * Makes a plugin that keeps the contract's general promises: configuration, mapping and secrets are read through
 * their schemas at every call, faults become outcomes, and what was said is bounded and shows no secret.
 */
export function definePlugin<Config extends ZodType, Mapping extends ZodType>(
  spec: PluginSpec<Config, Mapping>,
): Plugin {
  const { check, receive } = spec;
  return {
    id: spec.id,
    title: spec.title,
    configSchema: spec.configSchema,
    secretNames: spec.secretNames,
    ...(spec.eventKinds ? { eventKinds: spec.eventKinds } : {}),
    ...(spec.mappingSchema ? { mappingSchema: spec.mappingSchema } : {}),
    requiredSecrets: (config) => {
      const read = spec.configSchema.safeParse(config);
      return read.success ? (spec.requiredSecrets?.(read.data) ?? []) : [];
    },
    limits: (config) => {
      const read = spec.configSchema.safeParse(config);
      return read.success ? (spec.limits?.(read.data) ?? null) : null;
    },
    deliver: async (input, context) => {
      const result = await deliverChecked(spec, input, context);
      return withSafeWords(result, input.connection);
    },
    ...(check ? { check: (connection, context) => checkSafely(spec, check, connection, context) } : {}),
    ...(receive
      ? {
          receive: async (message, connection, context) => {
            const ready = readConnection(spec, connection);
            if ('problem' in ready) return { outcome: 'refused', status: 403, reason: ready.problem };
            return receive(message, ready.connection, context);
          },
        }
      : {}),
  };
}

async function deliverChecked<Config extends ZodType, Mapping extends ZodType>(
  spec: PluginSpec<Config, Mapping>,
  input: DeliveryInput,
  context: PluginContext,
): Promise<DeliveryResult> {
  if (spec.eventKinds && !spec.eventKinds.includes(input.event.kind)) {
    return {
      outcome: 'refused',
      said: `${spec.title} does not deliver events of kind “${input.event.kind}”.`,
    };
  }
  const ready = readConnection(spec, input.connection);
  if ('problem' in ready) return { outcome: 'refused', said: ready.problem };
  const { mapping, ...rest } = input;
  const typed = { ...rest, connection: ready.connection };
  try {
    if (!spec.mappingSchema) return await spec.deliver(typed, context);
    const read = spec.mappingSchema.safeParse(mapping);
    if (!read.success)
      return { outcome: 'refused', said: `The mapping has problems. ${wordsOf(read.error)}` };
    return await spec.deliver({ ...typed, mapping: read.data }, context);
  } catch (error) {
    if (error instanceof Fault) return outcomeOfFault(error);
    throw error;
  }
}

type Ready<Config> = { readonly connection: PluginConnection<Config> } | { readonly problem: string };

function readConnection<Config extends ZodType, Mapping extends ZodType>(
  spec: PluginSpec<Config, Mapping>,
  connection: PluginConnection,
): Ready<z.output<Config>> {
  const read = spec.configSchema.safeParse(connection.config);
  if (!read.success) return { problem: `The connection has problems. ${wordsOf(read.error)}` };
  const missing = (spec.requiredSecrets?.(read.data) ?? []).filter((name) => !connection.secrets[name]);
  if (missing.length > 0) return { problem: `The connection lacks its secret: ${missing.join(', ')}.` };
  return { connection: { ...connection, config: read.data } };
}

async function checkSafely<Config extends ZodType, Mapping extends ZodType>(
  spec: PluginSpec<Config, Mapping>,
  check: NonNullable<PluginSpec<Config, Mapping>['check']>,
  connection: PluginConnection,
  context: PluginContext,
): Promise<CheckResult> {
  const ready = readConnection(spec, connection);
  if ('problem' in ready) return { ok: false, said: ready.problem };
  const secrets = Object.values(connection.secrets);
  try {
    const result = await check(ready.connection, context);
    return { ok: result.ok, said: excerpt(result.said, secrets) };
  } catch (error) {
    if (error instanceof Fault) return { ok: false, said: excerpt(error.message, secrets) };
    throw error;
  }
}

function withSafeWords(result: DeliveryResult, connection: PluginConnection): DeliveryResult {
  if (result.said === undefined) return result;
  return { ...result, said: excerpt(result.said, Object.values(connection.secrets)) };
}

function wordsOf(error: z.ZodError): string {
  return error.issues
    .slice(0, 10)
    .map((issue) => `${issue.path.join('.') || 'value'}: ${issue.message}`)
    .join('; ');
}
