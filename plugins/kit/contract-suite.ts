import { deepEqual, equal, match, notEqual, ok } from 'node:assert/strict';
import type { PluginContext } from './context.ts';
import type { DeliveryInput, DeliveryResult, PluginConnection } from './delivery.ts';
import type { Plugin } from './plugin.ts';

/** How the other system behaves from now on. `echoes`: refuses, and repeats all it was sent in a long answer. */
export type Behaviour = 'takes' | 'refuses' | 'fails' | 'silent' | 'unreachable' | 'echoes';

/** The other system, real and under the test's control. */
export interface OtherSide {
  behave(behaviour: Behaviour): Promise<void>;
  /** The words it gives when it refuses. */
  readonly refusal: string;
  /** For each message it got, oldest first: the key by which it can drop repeats. */
  keys(): readonly string[];
}

/** One plugin ready to be tried: a valid connection to the other side, an input it delivers, a real context. */
export interface ContractSubject {
  readonly plugin: Plugin;
  readonly other: OtherSide;
  readonly input: DeliveryInput;
  readonly context: PluginContext;
}

/** One promise of the contract: its title as a fact about the plugin, and its proof, which throws when it is broken. */
export interface PluginPromise {
  readonly title: string;
  prove(subject: ContractSubject): Promise<void>;
}

/** What every plugin promises; run each on a fresh subject, with any test runner. */
export const pluginPromises: readonly PluginPromise[] = [
  {
    title: 'has an id that can be stored and a title that can be read',
    prove: async ({ plugin }) => {
      match(plugin.id, /^[a-z][a-z0-9-]{0,62}$/);
      notEqual(plugin.title.trim(), '');
      equal(new Set(plugin.secretNames).size, plugin.secretNames.length);
    },
  },
  {
    title: 'refuses a configuration with a key it does not know',
    prove: async ({ plugin, input }) => {
      const config = { ...Object(input.connection.config), misspelt: 1 };
      ok(plugin.configSchema.safeParse(input.connection.config).success);
      ok(!plugin.configSchema.safeParse(config).success);
    },
  },
  {
    title: 'asks only for secrets that it names',
    prove: async ({ plugin, input }) => {
      for (const name of plugin.requiredSecrets(input.connection.config))
        ok(plugin.secretNames.includes(name));
      deepEqual(plugin.requiredSecrets({ misspelt: 1 }), []);
      equal(plugin.limits({ misspelt: 1 }), null);
    },
  },
  {
    title: 'delivers to another side that takes it',
    prove: async (subject) => {
      const result = await attempt(subject, 'takes');
      equal(result.outcome, 'delivered');
      equal(subject.other.keys().length, 1);
    },
  },
  {
    title: 'carries the same key at every attempt of one delivery, and another for another delivery',
    prove: async (subject) => {
      await attempt(subject, 'fails');
      await attempt(subject, 'takes', { attempt: 2 });
      const event = { ...subject.input.event, caseId: `${subject.input.event.caseId}2` };
      await attempt(subject, 'takes', { deliveryId: `${subject.input.deliveryId}2`, event });
      const [first, second, third] = subject.other.keys();
      ok(first);
      equal(first, second);
      notEqual(first, third);
    },
  },
  {
    title: 'is refused for good, with what the other side said, when the other side refuses',
    prove: async (subject) => {
      const result = await attempt(subject, 'refuses');
      equal(result.outcome, 'refused');
      ok(result.said?.includes(subject.other.refusal), `said: ${result.said}`);
    },
  },
  ...(
    [
      ['fails', 'is tried again when the other side fails'],
      ['silent', 'is tried again when the other side keeps silent'],
      ['unreachable', 'is tried again when the other side is unreachable'],
    ] as const
  ).map(([behaviour, title]) => ({
    title,
    prove: async (subject: ContractSubject) => {
      equal((await attempt(subject, behaviour)).outcome, 'retry');
    },
  })),
  {
    title: 'says at most 2 kB, and no secret, of what the other side said',
    prove: async (subject) => {
      const { said = '' } = await attempt(subject, 'echoes');
      notEqual(said, '');
      ok(new TextEncoder().encode(said).length <= 2048);
      for (const secret of Object.values(subject.input.connection.secrets)) ok(!said.includes(secret));
    },
  },
  {
    title: 'sends nothing over a connection that lacks a secret or is badly configured',
    prove: async (subject) => {
      const { connection } = subject.input;
      const config = { ...Object(connection.config), misspelt: 1 };
      equal((await attempt(subject, 'takes', { connection: { ...connection, config } })).outcome, 'refused');
      if (subject.plugin.requiredSecrets(connection.config).length > 0) {
        const bare: PluginConnection = { ...connection, secrets: {} };
        equal((await attempt(subject, 'takes', { connection: bare })).outcome, 'refused');
      }
      deepEqual(subject.other.keys(), []);
    },
  },
  {
    title: 'refuses kinds of events that it does not deliver',
    prove: async (subject) => {
      if (!subject.plugin.eventKinds) return;
      const event = { ...subject.input.event, kind: 'of-no-kind' };
      equal((await attempt(subject, 'takes', { event })).outcome, 'refused');
      deepEqual(subject.other.keys(), []);
    },
  },
];

async function attempt(
  subject: ContractSubject,
  behaviour: Behaviour,
  more: Partial<DeliveryInput> = {},
): Promise<DeliveryResult> {
  await subject.other.behave(behaviour);
  // Frozen through and through: a plugin that changed its input would change the next attempt.
  return subject.plugin.deliver(deepFreeze({ ...subject.input, ...more }), subject.context);
}

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const part of Object.values(value)) deepFreeze(part);
  }
  return value;
}
