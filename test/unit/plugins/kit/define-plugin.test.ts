import { expect, test } from 'vitest';
import { z } from 'zod';
import { Fault } from '../../../../domain/error/fault.ts';
import { definePlugin } from '../../../../plugins/kit/define-plugin.ts';
import { makePluginContext } from '../../../support/plugin-context.ts';

const context = makePluginContext();
const input = {
  deliveryId: 'd',
  attempt: 1,
  connection: { id: 'c', config: {}, secrets: { key: 'very secret words' } },
  event: { kind: 'k', caseId: 'c', number: 'n', type: 't', at: 0, data: {} },
};

function pluginThat(deliver: () => Promise<never>) {
  return definePlugin({
    id: 'p',
    title: 'P',
    configSchema: z.strictObject({ size: z.number().default(3) }),
    secretNames: ['key'],
    mappingSchema: z.strictObject({ title: z.string() }).optional(),
    deliver,
    check: deliver,
    receive: async (_, connection) => ({
      outcome: 'refused',
      status: 400,
      reason: `size ${connection.config.size}`,
    }),
  });
}

const failing = (error: Error) =>
  pluginThat(async () => {
    throw error;
  });

test('turns a passing fault into another try and a lasting one into a refusal, hiding secrets', async () => {
  const passing = failing(new Fault('CALL_FAILED', 'no answer to very secret words'));
  expect(await passing.deliver(input, context)).toEqual({ outcome: 'retry', said: 'no answer to ‹hidden›' });
  expect(await passing.check?.(input.connection, context)).toEqual({
    ok: false,
    said: 'no answer to ‹hidden›',
  });
  const lasting = failing(new Fault('CALL_BLOCKED', 'no', { retryable: false }));
  expect((await lasting.deliver(input, context)).outcome).toBe('refused');
});

test('lets a bug through, so that it is seen as one', async () => {
  const broken = failing(new TypeError('x is not a function'));
  await expect(broken.deliver(input, context)).rejects.toThrow(TypeError);
  await expect(broken.check?.(input.connection, context)).rejects.toThrow(TypeError);
});

test('says what is wrong with a mapping', async () => {
  const result = await failing(new Error('not reached')).deliver(
    { ...input, mapping: { title: 1 } },
    context,
  );
  expect(result).toMatchObject({ outcome: 'refused', said: expect.stringContaining('title') });
});

test('hands defaults of the configuration to every function', async () => {
  const plugin = failing(new Error('not reached'));
  const message = { headers: {}, body: new Uint8Array() };
  const received = { now: () => 0, seen: async () => false, log: context.log };
  expect(await plugin.receive?.(message, input.connection, received)).toMatchObject({ reason: 'size 3' });
  const bad = { ...input.connection, config: { size: 'x' } };
  expect(await plugin.receive?.(message, bad, received)).toMatchObject({ status: 403 });
  expect(await plugin.check?.(bad, context)).toMatchObject({ ok: false });
});
